using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>Which attribution stands in whose content: the innermost content that holds the cue.</summary>
internal static class NestingLayer
{
    public static int?[] Parents(IReadOnlyList<Draft> drafts)
    {
        var parents = new int?[drafts.Count];
        var runs = new List<(int First, int End, int Draft)>();
        for (var d = 0; d < drafts.Count; d++)
        {
            foreach (var run in drafts[d].Content) runs.Add((run.First, run.End, d));
        }

        // A sweep: contents that hold a position are on the stack, so that a million nested ones cost no square.
        runs.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        var order = Enumerable.Range(0, drafts.Count).OrderBy(d => drafts[d].First).ToArray();
        var open = new List<(int First, int End, int Draft)>();
        var next = 0;
        foreach (var d in order)
        {
            var at = drafts[d].First;
            while (next < runs.Count && runs[next].First <= at) open.Add(runs[next++]);
            open.RemoveAll(r => r.End <= at);
            (int First, int End, int Draft)? inner = null;
            foreach (var run in open)
            {
                if (run.Draft != d
                    && (inner is null || run.End - run.First < inner.Value.End - inner.Value.First)) inner = run;
            }

            parents[d] = inner?.Draft;
        }

        var place = new Dictionary<Draft, int>(ReferenceEqualityComparer.Instance);
        for (var d = 0; d < drafts.Count; d++) place[drafts[d]] = d;
        for (var d = 0; d < parents.Length; d++)
        {
            if (drafts[d].Outer is { } outer && place.TryGetValue(outer, out var o)) parents[d] = o;
        }

        for (var d = 0; d < parents.Length; d++) BreakLoop(parents, d);
        return parents;
    }

    /// <summary>Two contents that hold each other's cues would make a chain without an end.</summary>
    private static void BreakLoop(int?[] parents, int start)
    {
        var at = parents[start];
        for (var steps = 0; at is { } p; steps++)
        {
            if (p == start || steps > 12)
            {
                parents[start] = null;
                return;
            }

            at = parents[p];
        }
    }
}
