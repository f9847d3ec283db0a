namespace AllSource.Claims.Model;

/// <summary>
/// The states of a conditional random field and which may follow which. Features speak of labels; several states may
/// share a
/// label and differ in what has been seen before (has a source been read yet?).
/// </summary>
internal sealed class CrfShape
{
    private readonly int[] _edgeOf;

    public CrfShape(int labels, int[] labelOf, (int From, int To)[] edges, int[] starts, int[] ends)
    {
        (Labels, LabelOf, Edges) = (labels, labelOf, edges);
        (MayStart, MayEnd) = (new bool[labelOf.Length], new bool[labelOf.Length]);
        Inward = [.. Enumerable.Range(0, States).Select(to => Enumerable.Range(0, edges.Length)
            .Where(e => edges[e].To == to).ToArray())];
        _edgeOf = new int[States * States];
        Array.Fill(_edgeOf, -1);
        for (var e = 0; e < edges.Length; e++) _edgeOf[(edges[e].From * States) + edges[e].To] = e;
        foreach (var s in starts) MayStart[s] = true;
        foreach (var s in ends) MayEnd[s] = true;
    }

    public int Labels { get; }

    public int States => LabelOf.Length;

    public int[] LabelOf { get; }

    public (int From, int To)[] Edges { get; }

    /// <summary>For each state the numbers of the edges that lead to it, ascending.</summary>
    public int[][] Inward { get; }

    /// <summary>The number of the edge between two states, -1 for none.</summary>
    public int EdgeOf(int from, int to) => _edgeOf[(from * States) + to];

    public bool[] MayStart { get; }

    public bool[] MayEnd { get; }

    /// <summary>Cue words: 0 outside, 1 first, 2 further.</summary>
    public static CrfShape Cues { get; } = new(
        3, [0, 1, 2], [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)], [0, 1], [0, 1, 2]);

    public const int Outside = 0, FirstOfSource = 1, InSource = 2, FirstOfContent = 3, InContent = 4, InCue = 5;

    /// <summary>
    /// Source and content of one cue. States: outside, first and further word of a content, cue, each before (0-3) and
    /// after (6-9) the
    /// one source (4 first, 5 further word).
    /// </summary>
    public static CrfShape Spans { get; } = MakeSpans();

    private static CrfShape MakeSpans()
    {
        int[] labels = [Outside, FirstOfContent, InContent, InCue, FirstOfSource, InSource, Outside, FirstOfContent,
            InContent, InCue];
        var edges = new List<(int From, int To)>();
        foreach (var side in (int[])[0, 6])
        {
            foreach (var from in (int[])[0, 1, 2, 3])
            {
                foreach (var to in (int[])[0, 1, 2, 3])
                {
                    if (to == 2 && from is not (1 or 2)) continue;
                    if (to == 1 && from is 1) continue;
                    edges.Add((side + from, side + to));
                }

                if (side == 0) edges.Add((from, 4));
            }
        }

        edges.Add((4, 5));
        edges.Add((5, 5));
        foreach (var from in (int[])[4, 5])
        {
            foreach (var to in (int[])[6, 7, 9]) edges.Add((from, to));
        }

        return new CrfShape(6, labels, [.. edges], [0, 1, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
