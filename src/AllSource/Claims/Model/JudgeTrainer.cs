namespace AllSource.Claims.Model;

/// <summary>
/// Trains the choice among readings: the log-linear part, and the trees on what log-linear parts say that learned from
/// other texts, so that they see it as unsure as it will be in use.
/// </summary>
internal sealed class JudgeTrainer
{
    private const int Parts = 3, RankRounds = 12;
    private const double RankDrop = 0.1;
    private const float RankRate = 0.1f, RankPrior = 6f;

    private readonly RankTrainer _linear = Ranker();
    private readonly TreeChoiceTrainer _trees = new(TreeSettings);

    private static TreeSettings TreeSettings { get; } = new(250, 0.07f, 24, 20, 10, 0.3);

    public void Train(IReadOnlyList<ReadText> texts)
    {
        var examples = new List<RankExample>[texts.Count];
        Parallel.For(0, texts.Count, i => examples[i] = Linear(texts[i]));
        var parts = new RankTrainer[Parts];
        Parallel.For(0, Parts + 1, part =>
        {
            var trainer = part < Parts ? parts[part] = Ranker() : _linear;
            trainer.Train([.. examples.Where((_, i) => part == Parts || PartOf(i) != part).SelectMany(e => e)]);
        });
        ReadingRanker[] others = [.. parts.Select(p => p.Freeze())];
        var rows = new List<TreeExample>[texts.Count];
        Parallel.For(0, texts.Count, i => rows[i] = Rows(texts[i], others[PartOf(i)]));
        _trees.Train([.. rows.SelectMany(r => r)]);
    }

    /// <summary>Other parts than those of <see cref="ReadingExamples"/>, which are every third.</summary>
    private static int PartOf(int text) => text / ReadingExamples.Parts % Parts;

    private static RankTrainer Ranker() => new(RankRounds, RankRate, RankPrior, RankDrop);

    private static ReadingChoice Choice(ReadText text) => new(text.Text.Index, text.Found.Share, text.Readings,
        new(text.Text.Index.Text.Count, text.Readings, text.Found.Share));

    private static List<RankExample> Linear(ReadText text)
    {
        var (choice, shares) = (Choice(text), ReadingExamples.Shares(text.Text, text.Readings));
        return [.. text.Readings.Select((r, c) => new RankExample(choice.Features(c),
            [0, .. r.Readings.Select(x => x.Log)], shares[c]))];
    }

    /// <summary>A text's cues as the trees see them.</summary>
    private static List<TreeExample> Rows(ReadText text, ReadingRanker ranker)
    {
        var choice = Choice(text);
        var weighed = text.Readings.Select((_, c) => choice.Weigh(c, ranker)).ToArray();
        CueReadings[] kept = [.. weighed.Select(w => w.Readings)];
        var view = new TextView(text.Text.Index, kept, [.. weighed.Select(w => w.Scores)], text.Found.Share);
        var (signs, shares) = (new ReadingSigns(text.Text.Index, text.Found.Share, view),
            ReadingExamples.Shares(text.Text, kept));
        var examples = new List<TreeExample>();
        for (var c = 0; c < kept.Length; c++)
        {
            if (kept[c].Readings.Count == 0) continue;
            signs.Begin(c);
            var rows = new float[kept[c].Readings.Count + 1][];
            for (var k = 0; k < rows.Length; k++) signs.Of(k - 1, rows[k] = new float[ReadingSigns.Numbers]);
            examples.Add(new(rows, weighed[c].Scores.Score, shares[c]));
        }

        return examples;
    }

    public ReadingJudge Freeze() => new(_linear.Freeze(), _trees.Readings, _trees.None);

    public void Write(BinaryWriter to)
    {
        _linear.Write(to);
        _trees.Readings.Write(to);
        _trees.None.Write(to);
    }
}
