using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>Lists the likeliest readings of a cue. Reused from cue to cue of one text; for one thread.</summary>
internal sealed class ReadingFinder(CrfModel spans, GrammarIndex index, int[] cueOf)
{
    /// <summary>The right reading is the first of the list for two cues in three, and within twelve for seven in
    /// eight.</summary>
    private const int Most = 12;

    private readonly SpanFeatures _features = new(index, cueOf);
    private readonly CrfLattice _lattice = new(CrfShape.Spans);
    private readonly CrfPaths _paths = new(CrfShape.Spans, Most);
    private SpanScores? _labels;
    private readonly float[] _scores = new float[Most];
    private readonly int[][] _states = new int[Most][];

    /// <param name="outer">A quotation that the whole window stands in and that therefore tells nothing; -1 for
    /// none.</param>
    public void Score(TokenRun cue, TokenRun window, int outer)
    {
        _features.Begin(cue, window, outer);
        _lattice.Begin(window.Length);
        _labels ??= new(_features, spans);
        var labels = spans.Shape.Labels;
        for (var i = window.First; i < window.End; i++)
        {
            if (cue.Contains(i)) _lattice.Only(i - window.First, CrfShape.InCue);
            else
            {
                spans.Emit(_lattice, i - window.First, _labels.Of(i));
                _lattice.Emission[((i - window.First) * labels) + CrfShape.InCue] = CrfLattice.Forbidden;
            }
        }
    }

    /// <summary>The one best reading, which may be none.</summary>
    /// <param name="bias">Added to the start of a content.</param>
    public Draft Best(TokenRun cue, TokenRun window, int outer, float bias)
    {
        Score(cue, window, outer);
        var states = new int[window.Length];
        _lattice.Favour(CrfShape.FirstOfContent, bias);
        _lattice.Best(spans.Edge, spans.Start, spans.End, states);
        var (source, content) = (new List<TokenRun>(), new List<TokenRun>());
        Runs(states, window, source, content);
        return new()
        {
            Cue = [cue],
            Source = [.. source],
            Content = [.. content],
            Why = "model",
            Read = new(null, null, false, false, source, content),
        };
    }

    public CueReadings List(TokenRun cue, TokenRun window)
    {
        Score(cue, window, -1);
        for (var k = 0; k < Most; k++)
        {
            if (_states[k] is null || _states[k].Length < window.Length) _states[k] = new int[window.Length * 2];
        }

        var sum = _paths.Sum(_lattice, spans.Edge, spans.Start, spans.End);
        var found = _paths.Find(_lattice, spans.Edge, spans.Start, spans.End, _states, _scores);
        var (readings, empty) = (new List<SpanReading>(found), 0.0);
        for (var k = 0; k < found; k++)
        {
            var reading = new SpanReading([], [], (float)(_scores[k] - sum));
            Runs(_states[k].AsSpan(0, window.Length), window, reading.Source, reading.Content);
            if (reading.Content.Count == 0) empty += Math.Exp(reading.Log);
            else if (!readings.Exists(r => Same(r.Content, reading.Content) && Same(r.Source, reading.Source)))
            {
                readings.Add(reading);
            }
        }

        if (readings.Count > 0) Propose(cue, window, readings, sum);
        return new(cue, (float)(1 - empty), readings);
    }

    /// <summary>So many proposals of grammar join the list: other contents, other sources.</summary>
    private const int MostContents = 8, MostSources = 4;

    private readonly ReadingProposals _proposals = new(index);

    /// <summary>Adds the likeliest of the readings that grammar proposes and that are not listed.</summary>
    private void Propose(TokenRun cue, TokenRun window, List<SpanReading> readings, double sum)
    {
        var added = new List<SpanReading>();
        var (source, first) = (readings[0].Source, readings[0].Content);
        var (labels, states) = (new int[window.Length], new byte[window.Length]);
        foreach (var content in _proposals.Of(cue, window, readings))
        {
            if (readings.Exists(r => Same(r.Content, content)) || added.Exists(r => Same(r.Content, content))) continue;
            if (Scored(cue, window, source, content, labels, states) is { } score) added.Add(new(source, content,
                (float)(score - sum))
            { IsProposed = true });
        }

        List<SpanReading> more = [.. added.OrderByDescending(r => r.Log).Take(MostContents)];
        added.Clear();
        var seconds = readings.Select(r => r.Content).Where(c => !Same(c, first)).Take(1).ToList();
        foreach (var other in _proposals.Sources(cue, window, readings))
        {
            foreach (var content in (List<TokenRun>[])[first, .. seconds])
            {
                if (readings.Exists(r => Same(r.Content, content) && Same(r.Source, other))
                    || content.Exists(c => other.Exists(o => o.First < c.End && c.First < o.End))) continue;
                if (Scored(cue, window, other, content, labels, states) is { } score) added.Add(new(other, content,
                    (float)(score - sum))
                { IsProposed = true });
            }
        }

        readings.AddRange(more);
        readings.AddRange(added.OrderByDescending(r => r.Log).Take(MostSources));
    }

    private float? Scored(TokenRun cue, TokenRun window, List<TokenRun> source, List<TokenRun> content, int[] labels,
        byte[] states)
    {
        Array.Clear(labels);
        Mark(labels, content, window, CrfShape.FirstOfContent);
        Mark(labels, source, window, CrfShape.FirstOfSource);
        // a cue by rule may reach beyond the paragraph that it begins in
        var end = Math.Min(cue.End, window.End);
        for (var i = Math.Max(cue.First, window.First); i < end; i++) labels[i - window.First] = CrfShape.InCue;
        SpanPaths.Of(labels, states);
        return SpanPaths.Score(_lattice, spans, states);
    }

    private static void Mark(int[] labels, List<TokenRun> runs, TokenRun window, int first)
    {
        foreach (var run in runs)
        {
            for (var i = run.First; i < run.End; i++) labels[i - window.First] = i == run.First ? first : first + 1;
        }
    }

    /// <summary>Commas and full stops at borders make no difference to what is said.</summary>
    private bool Same(List<TokenRun> one, List<TokenRun> other)
    {
        if (one.Count != other.Count) return false;
        for (var k = 0; k < one.Count; k++)
        {
            if (Bare(one[k]) != Bare(other[k])) return false;
        }

        return true;
    }

    private TokenRun Bare(TokenRun run)
    {
        var (first, end) = (run.First, run.End);
        while (first < end && index.Text.Tokens.Form[first] is "," or ".") first++;
        while (end > first && index.Text.Tokens.Form[end - 1] is "," or ".") end--;
        return new(first, end);
    }

    private static void Runs(ReadOnlySpan<int> states, TokenRun window, List<TokenRun> source, List<TokenRun> content)
    {
        var labelOf = CrfShape.Spans.LabelOf;
        for (var i = 0; i < states.Length; i++)
        {
            var label = labelOf[states[i]];
            if (label is not (CrfShape.FirstOfSource or CrfShape.FirstOfContent)) continue;
            var end = i + 1;
            while (end < states.Length && labelOf[states[end]] == label + 1) end++;
            (label == CrfShape.FirstOfSource ? source : content).Add(new(window.First + i, window.First + end));
        }
    }
}
