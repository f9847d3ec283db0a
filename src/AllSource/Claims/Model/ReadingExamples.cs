using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>A text with its cues and their readings, as fields found them that had not learned from it.</summary>
internal sealed record ReadText(TrainingText Text, CueCandidates Found, CueReadings[] Readings);

/// <summary>
/// Makes examples of the choice among readings. The cues and readings of a text come from fields that have not learned
/// from it, so that the choice sees mistakes as they will be in use (stacking by parts; Wolpert 1992).
/// </summary>
internal static class ReadingExamples
{
    /// <summary>Fields learn from all parts but one, and read that one.</summary>
    public const int Parts = 3;

    /// <summary>The cues of each text and their readings.</summary>
    public static ReadText[] Make(IReadOnlyList<TrainingText> texts, IReadOnlyList<List<TokenRun>> guessed)
    {
        var read = new ReadText[texts.Count];
        for (var part = 0; part < Parts; part++)
        {
            var others = Enumerable.Range(0, texts.Count).Where(i => i % Parts != part).ToArray();
            var (cues, spans) = ClaimTraining.Fields([.. others.Select(i => texts[i])],
                [.. others.Select(i => guessed[i])]);
            var (finder, field) = (new CueFinder(cues.Freeze()), spans.Freeze());
            var own = Enumerable.Range(0, texts.Count).Where(i => i % Parts == part).ToArray();
            Parallel.ForEach(own, i => read[i] = Read(texts[i], finder, field));
        }

        return read;
    }

    public static ReadText Read(TrainingText text, CueFinder finder, CrfModel field)
    {
        var found = finder.Find(text.Index);
        return new(text, found, AttributionModel.Readings(field, text.Index, found.Likely,
            [.. found.Likely.Select(c => AttributionModel.Window(c, text.Index.Text))],
            AttributionModel.CueOf(text.Index.Text.Count, found.Sure)));
    }

    /// <summary>Of each cue's readings, none first, how right they are.</summary>
    public static float[][] Shares(TrainingText text, IReadOnlyList<CueReadings> readings)
    {
        var trueOf = AttributionModel.CueOf(text.Index.Text.Count, text.Cues);
        return [.. readings.Select(r => Enumerable.Range(r.Cue.First, r.Cue.Length).Select(t => trueOf[t])
            .FirstOrDefault(g => g >= 0, -1) is var at && at < 0 ? Shares(r.Readings, null, text.Index.Text.Tokens)
            : Shares(r.Readings, text.Gold[at], text.Index.Text.Tokens))];
    }

    /// <summary>How right each reading is, none first: all goes to the best ones there are.</summary>
    private static float[] Shares(List<SpanReading> readings,
        (TokenRun Cue, List<TokenRun> Source, List<TokenRun> Content)? truth, TokenisedText tokens)
    {
        var shares = new float[readings.Count + 1];
        if (truth is not { Content.Count: > 0 } right || readings.Count == 0)
        {
            shares[0] = 1;
            return shares;
        }

        var (source, content) = (Tokens(right.Source, tokens), Tokens(right.Content, tokens));
        var worth = readings.Select(r => Worth(Tokens(r.Source, tokens), Tokens(r.Content, tokens), source, content))
            .ToArray();
        var least = Math.Max(worth.Max() - 1e-6, 0.2);
        if (worth.Max() < 0.2) least = -1;
        var count = worth.Count(w => w >= least);
        for (var k = 0; k < worth.Length; k++) shares[k + 1] = worth[k] >= least ? 1f / count : 0;
        return shares;
    }

    private static double Worth(HashSet<int> source, HashSet<int> content, HashSet<int> trueSource,
        HashSet<int> trueContent)
    {
        var agreement = 2.0 * content.Count(trueContent.Contains) / Math.Max(1, content.Count + trueContent.Count);
        return (content.SetEquals(trueContent) ? 0.5 : 0) + (source.SetEquals(trueSource) ? 0.3 : 0)
            + (agreement >= 0.8 ? 0.2 : 0) + (0.01 * agreement);
    }

    private static HashSet<int> Tokens(List<TokenRun> runs, TokenisedText tokens) =>
        [.. runs.SelectMany(r => Enumerable.Range(r.First, r.Length)).Where(t => tokens.Form[t] is not ("," or "."))];
}
