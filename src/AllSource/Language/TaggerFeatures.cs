using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>What the tagger looks at: the word, its parts, two words and their possible tags on both sides, the two
/// tags before.</summary>
internal static class TaggerFeatures
{
    public const int Max = 64;

    private static readonly ulong[] TagAtoms = Atoms.Table(7, 64), PlaceAtoms = Atoms.Table(8, 8);

    /// <summary>The place of the i-th word: 1 for the first, 2 more in a sentence all in capitals, 4 more within a
    /// quotation that the sentence began.</summary>
    public static int Place(int before, int i, bool isAfterQuote) =>
        (before & 2) | (i == 0 ? 1 : (before & 4) ^ (isAfterQuote ? 4 : 0));

    /// <param name="forms">All forms of the text.</param>
    /// <param name="at">Numbers of the sentence's forms, two of <see cref="WordAtoms.Before"/> in front and two of
    /// <see cref="WordAtoms.After"/> behind; the word is at <paramref name="i"/> + 2.</param>
    /// <param name="place">See <see cref="Place"/>.</param>
    public static int Of(ReadOnlySpan<WordAtom> forms, ReadOnlySpan<int> at, int i, byte tag1, byte tag2, int place,
        Span<uint> f)
    {
        ref readonly var u2 = ref forms[at[i]];
        ref readonly var u1 = ref forms[at[i + 1]];
        ref readonly var w = ref forms[at[i + 2]];
        ref readonly var v1 = ref forms[at[i + 3]];
        ref readonly var v2 = ref forms[at[i + 4]];
        ulong t1 = TagAtoms[tag1], t2 = TagAtoms[tag2], first = PlaceAtoms[place & 3], quoted = PlaceAtoms[place & 4];
        f[0] = Atoms.Key(1, w.Word);
        f[1] = Atoms.Key(2, w.End3);
        f[2] = Atoms.Key(3, w.End2);
        f[3] = Atoms.Key(4, w.End1, w.Shape);
        f[4] = Atoms.Key(5, w.Begin2);
        f[5] = Atoms.Key(6, w.Shape, first);
        f[6] = Atoms.Key(7, t1);
        f[7] = Atoms.Key(8, t1, t2);
        f[8] = Atoms.Key(9, t1, w.Word);
        f[9] = Atoms.Key(10, t1, t2, w.Word);
        f[10] = Atoms.Key(11, u1.Word);
        f[11] = Atoms.Key(12, u2.Word);
        f[12] = Atoms.Key(13, v1.Word);
        f[13] = Atoms.Key(14, v2.Word);
        f[14] = Atoms.Key(15, w.Word, v1.Word);
        f[15] = Atoms.Key(16, u1.Word, w.Word);
        f[16] = Atoms.Key(17, w.End4);
        f[17] = Atoms.Key(18, v1.End3);
        f[18] = Atoms.Key(19, t1, w.End3);
        f[19] = Atoms.Key(20, t1, v1.End3);
        f[20] = Atoms.Key(21, v1.Shape, w.Shape);
        f[21] = Atoms.Key(22, u1.Shape, w.Shape);
        f[22] = Atoms.Key(23, t1, v1.Word);
        f[23] = Atoms.Key(24, t1, t2, v1.Class);
        f[24] = Atoms.Key(25, v1.Class, v2.Class);
        f[25] = Atoms.Key(26, w.End2, w.Begin2, w.Shape);
        f[26] = Atoms.Key(27, u1.Word, v1.Word);
        f[27] = Atoms.Key(28, w.Class, t1);
        f[28] = Atoms.Key(29, w.Class, v1.Class);
        f[29] = Atoms.Key(30, w.Class, t1, v1.Class);
        f[30] = Atoms.Key(31, w.Class, v1.Class, v2.Class);
        f[31] = Atoms.Key(32, w.Word, v1.Class);
        f[32] = Atoms.Key(33, w.Class, w.Shape, first);
        f[33] = Atoms.Key(34, w.Cluster);
        f[34] = Atoms.Key(35, w.Cluster, t1);
        f[35] = Atoms.Key(36, v1.Cluster, t1);
        f[36] = Atoms.Key(37, u1.Cluster, w.Class);
        f[37] = Atoms.Key(38, v1.Cluster, w.Class);
        f[38] = Atoms.Key(39, w.Class, t1, t2);
        f[39] = Atoms.Key(40, w.Begin3);
        f[40] = Atoms.Key(41, w.Word, w.Shape);
        f[41] = Atoms.Key(42, u1.Cluster, w.Cluster);
        f[42] = Atoms.Key(43, w.Cluster, v1.Cluster);
        f[43] = Atoms.Key(44, w.Word, quoted);
        return 44;
    }
}
