using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>What the parser looks at: words and tags at the stack's top and the text ahead, their dependents, distances
/// (after Zhang and Nivre 2011).</summary>
internal static class ParserFeatures
{
    public const int Max = 80;

    public static int Of(ParserState s, Span<uint> f)
    {
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Next, b1 = b0 + 1, b2 = b0 + 2;
        uint w0 = s.Word(s0), p0 = s.Tag(s0), w1 = s.Word(s1), p1 = s.Tag(s1), p2 = s.Tag(s2);
        uint v0 = s.Word(b0), q0 = s.Tag(b0), v1 = s.Word(Cap(s, b1)), q1 = s.Tag(Cap(s, b1)), q2 = s.Tag(Cap(s, b2));
        var n = 0;
        f[n++] = FeatureHash.Of(101, w0, p0);
        f[n++] = FeatureHash.Of(102, p0);
        f[n++] = FeatureHash.Of(103, w1, p1);
        f[n++] = FeatureHash.Of(104, p1, p2);
        f[n++] = FeatureHash.Of(105, v0, q0);
        f[n++] = FeatureHash.Of(106, q0);
        f[n++] = FeatureHash.Of(107, v1, q1);
        f[n++] = FeatureHash.Of(108, q1, q2);
        f[n++] = FeatureHash.Of(109, w0, p0, v0, q0);
        f[n++] = FeatureHash.Of(110, w0, p0, q0);
        f[n++] = FeatureHash.Of(111, p0, v0, q0);
        f[n++] = FeatureHash.Of(112, p0, q0);
        f[n++] = FeatureHash.Of(113, w0, v0);
        f[n++] = FeatureHash.Of(114, q0, q1);
        f[n++] = FeatureHash.Of(115, w1, p1, w0, p0);
        f[n++] = FeatureHash.Of(116, w1, p1, p0);
        f[n++] = FeatureHash.Of(117, p1, w0, p0);
        f[n++] = FeatureHash.Of(118, p1, p0);
        f[n++] = FeatureHash.Of(119, p0, q0, q1);
        f[n++] = FeatureHash.Of(120, p1, p0, q0);
        f[n++] = FeatureHash.Of(121, p2, p1, p0);
        f[n++] = FeatureHash.Of(122, q0, q1, q2);
        f[n++] = FeatureHash.Of(123, p1, p0, q0, q1);
        f[n++] = FeatureHash.Of(124, w1, w0, q0);
        f[n++] = FeatureHash.Of(125, p0, q0, v1);
        n = Dependents(s, f, n, s0, s1, b0);
        return Distances(s, f, n, s0, s1, b0);
    }

    public const int LabelMax = 28;

    /// <summary>What decides the relation of a word to its head.</summary>
    public static int OfLabel(ParserState s, int word, int head, Span<uint> f)
    {
        uint w = s.Word(word), p = s.Tag(word), h = s.Word(head), q = s.Tag(head), side = word < head ? 1u : 0u;
        uint near = Distance(Math.Min(word, head), Math.Max(word, head)) | (side << 8);
        uint before = s.Tag(word > 0 ? word - 1 : -1), after = s.Tag(Cap(s, word + 1));
        uint first = Rel(s, s.Left1[word]), last = Rel(s, s.Right1[word]);
        uint firstWord = s.Word(s.Left1[word]), outer = Rel(s, side == 1 ? s.Left1[head] : s.Right1[head]);
        var n = 0;
        f[n++] = FeatureHash.Of(201, p, q, side);
        f[n++] = FeatureHash.Of(202, w, q, side);
        f[n++] = FeatureHash.Of(203, p, h, side);
        f[n++] = FeatureHash.Of(204, w, h, side);
        f[n++] = FeatureHash.Of(205, p, q, near);
        f[n++] = FeatureHash.Of(206, p, q, before, after);
        f[n++] = FeatureHash.Of(207, p, q, first, last);
        f[n++] = FeatureHash.Of(208, firstWord, p, q, side);
        f[n++] = FeatureHash.Of(209, p, q, outer, side);
        f[n++] = FeatureHash.Of(210, w, p, side);
        f[n++] = FeatureHash.Of(211, h, q, side);
        f[n++] = FeatureHash.Of(212, s.Word(s.Left2[word]), p, q);
        f[n++] = FeatureHash.Of(213, h, outer, p, side);
        f[n++] = FeatureHash.Of(214, p, q, Rel(s, s.Left1[head]), side);
        f[n++] = FeatureHash.Of(215, s.Signs.End3[s.From + word], q, side);
        f[n++] = FeatureHash.Of(216, firstWord, h, side);
        f[n++] = FeatureHash.Of(217, first, q, near);
        f[n++] = FeatureHash.Of(218, s.Word(word > 0 ? word - 1 : -1), p, q);
        f[n++] = FeatureHash.Of(219, s.Word(Cap(s, word + 1)), p, q);
        f[n++] = FeatureHash.Of(220, p, q, s.Tag(Cap(s, head + 1)), side);
        return n;
    }

    private static int Cap(ParserState s, int word) => Math.Min(word, s.Length);

    private static int Dependents(ParserState s, Span<uint> f, int n, int s0, int s1, int b0)
    {
        uint p0 = s.Tag(s0), p1 = s.Tag(s1), q0 = s.Tag(b0);
        int l0 = At(s.Left1, s0), r0 = At(s.Right1, s0), l1 = At(s.Left1, s1), r1 = At(s.Right1, s1),
            lb = At(s.Left1, b0);
        int r02 = At(s.Right2, s0), l02 = At(s.Left2, s0), r12 = At(s.Right2, s1), lb2 = At(s.Left2, b0);
        f[n++] = FeatureHash.Of(130, p0, s.Tag(l0), q0);
        f[n++] = FeatureHash.Of(131, p0, s.Tag(r0), q0);
        f[n++] = FeatureHash.Of(132, p0, q0, s.Tag(lb));
        f[n++] = FeatureHash.Of(133, p1, p0, s.Tag(l0));
        f[n++] = FeatureHash.Of(134, p1, s.Tag(r1), p0);
        f[n++] = FeatureHash.Of(135, p1, p0, s.Tag(r0));
        f[n++] = FeatureHash.Of(136, p0, Rel(s, l0), Rel(s, r0));
        f[n++] = FeatureHash.Of(137, p0, Rel(s, r0), Rel(s, r02), q0);
        f[n++] = FeatureHash.Of(138, p1, Rel(s, r1), Rel(s, r12), p0);
        f[n++] = FeatureHash.Of(139, p1, Rel(s, l1), p0);
        f[n++] = FeatureHash.Of(140, q0, Rel(s, lb), Rel(s, lb2));
        f[n++] = FeatureHash.Of(141, s.Word(s0), Rel(s, l0), Rel(s, l02));
        f[n++] = FeatureHash.Of(142, s.Word(s0), Rel(s, r0), q0);
        f[n++] = FeatureHash.Of(143, s.Word(s1), Rel(s, r1), p0);
        f[n++] = FeatureHash.Of(144, s.Word(r0), p0, q0);
        f[n++] = FeatureHash.Of(145, s.Word(l0), p0);
        f[n++] = FeatureHash.Of(146, s.Word(lb), q0);
        f[n++] = FeatureHash.Of(147, s.Word(r1), p1, p0);
        f[n++] = FeatureHash.Of(148, p0, Count(s.LeftCount, s0), Count(s.RightCount, s0), q0);
        f[n++] = FeatureHash.Of(149, p1, Count(s.RightCount, s1), p0);
        f[n++] = FeatureHash.Of(150, q0, Count(s.LeftCount, b0), p0);
        f[n++] = FeatureHash.Of(151, s.Word(s1), Count(s.RightCount, s1), Rel(s, r1));
        return n;
    }

    private static int Distances(ParserState s, Span<uint> f, int n, int s0, int s1, int b0)
    {
        uint near = Distance(s0, b0), far = Distance(s1, s0);
        f[n++] = FeatureHash.Of(160, s.Tag(s0), s.Tag(b0), near);
        f[n++] = FeatureHash.Of(161, s.Word(s0), near);
        f[n++] = FeatureHash.Of(162, s.Word(b0), near);
        f[n++] = FeatureHash.Of(163, s.Tag(s1), s.Tag(s0), far);
        f[n++] = FeatureHash.Of(164, s.Word(s1), far);
        f[n++] = FeatureHash.Of(165, s.Tag(s0), s.Tag(b0), s.Tag(s0 < 0 ? -1 : Cap(s, s0 + 1)),
            s.Tag(b0 > 0 ? b0 - 1 : -1));
        f[n++] = FeatureHash.Of(166, s.Tag(s1), s.Tag(s0), s.Tag(s0 > 0 ? s0 - 1 : -1));
        f[n++] = FeatureHash.Of(167, (uint)Math.Min(s.Depth, 6), s.Tag(b0));
        return n;
    }

    private static int At(int[] side, int word) => word < 0 ? -1 : side[word];

    private static uint Count(byte[] counts, int word) => word < 0 ? 9u : Math.Min((uint)counts[word], 4u);

    private static uint Rel(ParserState s, int word) => word < 0 || word >= s.Length ? 99u : s.Relation[word];

    private static uint Distance(int a, int b) => a < 0 ? 0u : (b - a) switch
    {
        <= 1 => 1u,
        2 => 2u,
        3 => 3u,
        4 => 4u,
        <= 6 => 5u,
        <= 9 => 6u,
        <= 14 => 7u,
        _ => 8u,
    };
}
