using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>What all cues of a text together seem to say, each weighed by how likely it is: which words stand in
/// somebody's content, who speaks, how much is attributed at all.</summary>
internal sealed class TextView
{
    private readonly GrammarIndex _index;
    private readonly Dictionary<uint, float> _speakers = [];

    public TextView(GrammarIndex index, IReadOnlyList<CueReadings> all, IReadOnlyList<ReadingScores> scores,
        float[] cueShare)
    {
        (_index, All, Scores) = (index, all, scores);
        var n = index.Text.Count;
        (Covered, Starts, Ends) = (new float[n], new float[n], new float[n]);
        for (var c = 0; c < all.Count; c++)
        {
            Cues += 1 - scores[c].None;
            for (var k = 0; k < all[c].Readings.Count; k++) Add(all[c].Readings[k], scores[c].Share[k + 1]);
        }

        Cues *= 1000f / Math.Max(200, n);
        foreach (var share in cueShare) CueWords += share;
        CueWords *= 1000f / Math.Max(200, n);
    }

    public IReadOnlyList<CueReadings> All { get; }

    public IReadOnlyList<ReadingScores> Scores { get; }

    /// <summary>For each token how many contents it is expected to stand in, begin, end.</summary>
    public float[] Covered { get; }

    public float[] Starts { get; }

    public float[] Ends { get; }

    /// <summary>Cues expected in a thousand tokens.</summary>
    public float Cues { get; }

    public float CueWords { get; }

    private void Add(SpanReading reading, float share)
    {
        foreach (var run in reading.Content)
        {
            for (var t = run.First; t < run.End; t++) Covered[t] += share;
        }

        Starts[reading.Content[0].First] += share;
        Ends[reading.Content[^1].End - 1] += share;
        if (reading.Source.Count == 0) return;
        var stem = _index.Stem[HeadOf(reading.Source[0], _index.Text)];
        _speakers[stem] = _speakers.GetValueOrDefault(stem) + share;
    }

    /// <summary>How many cues a word is expected to be the source of.</summary>
    public float Speaks(uint stem) => _speakers.GetValueOrDefault(stem);

    /// <summary>The first word of a run whose head lies outside.</summary>
    public static int HeadOf(TokenRun run, ParsedText text)
    {
        for (var t = run.First; t < run.End; t++)
        {
            if (!run.Contains(text.Head[t]) && text.Relation[t] != Relations.Punct) return t;
        }

        return run.First;
    }
}
