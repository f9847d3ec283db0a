using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>What the parser looks at: words, tags and clusters at the stack's top and of the text ahead, their
/// dependents, distances (after Zhang and Nivre 2011).</summary>
internal static class ParserFeatures
{
    public const int Max = 96;

    private static readonly ulong[] CountAtoms = Atoms.Table(3, 8), DistanceAtoms = Atoms.Table(4, 16),
        DepthAtoms = Atoms.Table(5, 8);

    public static int Of(ParserState s, Span<uint> f)
    {
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Next, b1 = b0 + 1, b2 = b0 + 2;
        var (word, tag, cluster) = (s.Word, s.Tag, s.Cluster);
        ulong w0 = word[s0], p0 = tag[s0], w1 = word[s1], p1 = tag[s1], p2 = tag[s2];
        ulong v0 = word[b0], q0 = tag[b0], v1 = word[b1], q1 = tag[b1], q2 = tag[b2];
        ulong c0 = cluster[s0], c1 = cluster[s1], d0 = cluster[b0], d1 = cluster[b1];
        f[0] = Atoms.Key(101, w0, p0);
        f[1] = Atoms.Key(102, p0);
        f[2] = Atoms.Key(103, w1, p1);
        f[3] = Atoms.Key(104, p1, p2);
        f[4] = Atoms.Key(105, v0, q0);
        f[5] = Atoms.Key(106, q0);
        f[6] = Atoms.Key(107, v1, q1);
        f[7] = Atoms.Key(108, q1, q2);
        f[8] = Atoms.Key(109, w0, p0, v0, q0);
        f[9] = Atoms.Key(110, w0, p0, q0);
        f[10] = Atoms.Key(111, p0, v0, q0);
        f[11] = Atoms.Key(112, p0, q0);
        f[12] = Atoms.Key(113, w0, v0);
        f[13] = Atoms.Key(114, q0, q1);
        f[14] = Atoms.Key(115, w1, p1, w0, p0);
        f[15] = Atoms.Key(116, w1, p1, p0);
        f[16] = Atoms.Key(117, p1, w0, p0);
        f[17] = Atoms.Key(118, p1, p0);
        f[18] = Atoms.Key(119, p0, q0, q1);
        f[19] = Atoms.Key(120, p1, p0, q0);
        f[20] = Atoms.Key(121, p2, p1, p0);
        f[21] = Atoms.Key(122, q0, q1, q2);
        f[22] = Atoms.Key(123, p1, p0, q0, q1);
        f[23] = Atoms.Key(124, w1, w0, q0);
        f[24] = Atoms.Key(125, p0, q0, v1);
        f[25] = Atoms.Key(170, c0, d0);
        f[26] = Atoms.Key(171, c0, q0);
        f[27] = Atoms.Key(172, p0, d0);
        f[28] = Atoms.Key(173, c1, c0);
        f[29] = Atoms.Key(174, c1, p0, q0);
        f[30] = Atoms.Key(175, c0, d0, q1);
        f[31] = Atoms.Key(176, c1, c0, d0);
        f[32] = Atoms.Key(177, p0, q0, d1);
        f[33] = Atoms.Key(178, w0, d0);
        f[34] = Atoms.Key(179, c0, v0);
        return Distances(s, f, Dependents(s, f, 35, s0, s1, b0), s0, s1, b0);
    }

    public const int LabelMax = 28;

    /// <summary>What decides the relation of a word to its head.</summary>
    public static int OfLabel(ParserState s, int word, int head, Span<uint> f)
    {
        var left = word < head;
        ulong w = s.Word[word], p = s.Tag[word], h = s.Word[head], q = s.Tag[head], side = DepthAtoms[left ? 1 : 0];
        var near = DistanceAtoms[Distance(Math.Min(word, head), Math.Max(word, head)) + (left ? 8 : 0) - 1];
        ulong before = s.Tag[word - 1], after = s.Tag[word + 1];
        int l1 = s.Left1[word], r1 = s.Right1[word], outerKid = left ? s.Left1[head] : s.Right1[head];
        ulong first = s.RelationAtom[l1], last = s.RelationAtom[r1], firstWord = s.Word[l1];
        var outer = s.RelationAtom[outerKid];
        f[0] = Atoms.Key(201, p, q, side);
        f[1] = Atoms.Key(202, w, q, side);
        f[2] = Atoms.Key(203, p, h, side);
        f[3] = Atoms.Key(204, w, h, side);
        f[4] = Atoms.Key(205, p, q, near);
        f[5] = Atoms.Key(206, p, q, before, after);
        f[6] = Atoms.Key(207, p, q, first, last);
        f[7] = Atoms.Key(208, firstWord, p, q, side);
        f[8] = Atoms.Key(209, p, q, outer, side);
        f[9] = Atoms.Key(210, w, p, side);
        f[10] = Atoms.Key(211, h, q, side);
        f[11] = Atoms.Key(212, s.Word[s.Left2[word]], p, q);
        f[12] = Atoms.Key(213, h, outer, p, side);
        f[13] = Atoms.Key(214, p, q, s.RelationAtom[s.Left1[head]], side);
        f[14] = Atoms.Key(215, s.End[word], q, side);
        f[15] = Atoms.Key(216, firstWord, h, side);
        f[16] = Atoms.Key(217, first, q, near);
        f[17] = Atoms.Key(218, s.Word[word - 1], p, q);
        f[18] = Atoms.Key(219, s.Word[word + 1], p, q);
        f[19] = Atoms.Key(220, p, q, s.Tag[head + 1], side);
        f[20] = Atoms.Key(221, s.Cluster[word], s.Cluster[head], side);
        f[21] = Atoms.Key(222, s.Cluster[word], q, side);
        f[22] = Atoms.Key(223, p, s.Cluster[head], side);
        f[23] = Atoms.Key(224, firstWord, s.Cluster[head], p, side);
        return 24;
    }

    private static int Dependents(ParserState s, Span<uint> f, int n, int s0, int s1, int b0)
    {
        var (word, tag, relation) = (s.Word, s.Tag, s.RelationAtom);
        ulong p0 = tag[s0], p1 = tag[s1], q0 = tag[b0];
        int l0 = s.Left1[s0], r0 = s.Right1[s0], l1 = s.Left1[s1], r1 = s.Right1[s1], lb = s.Left1[b0];
        int r02 = s.Right2[s0], l02 = s.Left2[s0], r12 = s.Right2[s1], lb2 = s.Left2[b0];
        ulong el0 = relation[l0], er0 = relation[r0], er1 = relation[r1], elb = relation[lb];
        f[n++] = Atoms.Key(130, p0, tag[l0], q0);
        f[n++] = Atoms.Key(131, p0, tag[r0], q0);
        f[n++] = Atoms.Key(132, p0, q0, tag[lb]);
        f[n++] = Atoms.Key(133, p1, p0, tag[l0]);
        f[n++] = Atoms.Key(134, p1, tag[r1], p0);
        f[n++] = Atoms.Key(135, p1, p0, tag[r0]);
        f[n++] = Atoms.Key(136, p0, el0, er0);
        f[n++] = Atoms.Key(137, p0, er0, relation[r02], q0);
        f[n++] = Atoms.Key(138, p1, er1, relation[r12], p0);
        f[n++] = Atoms.Key(139, p1, relation[l1], p0);
        f[n++] = Atoms.Key(140, q0, elb, relation[lb2]);
        f[n++] = Atoms.Key(141, word[s0], el0, relation[l02]);
        f[n++] = Atoms.Key(142, word[s0], er0, q0);
        f[n++] = Atoms.Key(143, word[s1], er1, p0);
        f[n++] = Atoms.Key(144, word[r0], p0, q0);
        f[n++] = Atoms.Key(145, word[l0], p0);
        f[n++] = Atoms.Key(146, word[lb], q0);
        f[n++] = Atoms.Key(147, word[r1], p1, p0);
        f[n++] = Atoms.Key(148, p0, Count(s.LeftCount, s0), Count(s.RightCount, s0), q0);
        f[n++] = Atoms.Key(149, p1, Count(s.RightCount, s1), p0);
        f[n++] = Atoms.Key(150, q0, Count(s.LeftCount, b0), p0);
        f[n++] = Atoms.Key(151, word[s1], Count(s.RightCount, s1), er1);
        return n;
    }

    private static int Distances(ParserState s, Span<uint> f, int n, int s0, int s1, int b0)
    {
        ulong near = DistanceAtoms[Distance(s0, b0)], far = DistanceAtoms[Distance(s1, s0)];
        ulong p0 = s.Tag[s0], p1 = s.Tag[s1], q0 = s.Tag[b0];
        f[n++] = Atoms.Key(160, p0, q0, near);
        f[n++] = Atoms.Key(161, s.Word[s0], near);
        f[n++] = Atoms.Key(162, s.Word[b0], near);
        f[n++] = Atoms.Key(163, p1, p0, far);
        f[n++] = Atoms.Key(164, s.Word[s1], far);
        f[n++] = Atoms.Key(165, p0, q0, s.Tag[s0 + 1], s.Tag[b0 - 1]);
        f[n++] = Atoms.Key(166, p1, p0, s.Tag[Math.Max(s0 - 1, 0)]);
        f[n++] = Atoms.Key(167, DepthAtoms[Math.Min(s.Depth, 6)], q0);
        return n;
    }

    private static ulong Count(byte[] counts, int word) => CountAtoms[Math.Min((int)counts[word], 4)];

    private static int Distance(int a, int b) => a == 0 ? 0 : (b - a) switch
    {
        <= 1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        _ => 8,
    };
}
