using System.Collections.Immutable;
using System.Globalization;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Exposure;
using AllSource.Fusion.Grades;
using AllSource.Sources;

namespace AllSource.Release;

/// <summary>
/// The desk's own sentences: what would change the conclusion, gaps, how the product is sourced. None of them tells a
/// fact; those that speak of a row lean on it.
/// </summary>
internal sealed class SentenceDrafting(
    DraftInput input, ImmutableArray<DraftRow> rows, Protection protection, Veil veil, Mentions mentions, Told told)
{
    private const int LeansMostMax = 2;

    private readonly Assessment _assessment = input.Assessment;

    public ImmutableArray<DraftSentence> WouldChange()
    {
        if (_assessment.Hypotheses.Length == 0 || told.Withheld.Length > 0) return [];
        var cases = _assessment.Sensitivity.Cases
            .Where(c => c.Kind is ChangeKind.SourceOut or ChangeKind.RowOut or ChangeKind.AssumptionOut).ToList();
        var sources = cases.Where(c => c.Kind == ChangeKind.SourceOut).ToList();
        cases.RemoveAll(IsUnheard);
        var flips = cases.Where(c => c.Flips)
            .Select(c => Change(c, $"{Without(c)}, {Reference(c.Leading)} would lead."));
        string Falls(double after) => $"{Reference(Leading)} would fall from {Percent(Before)} to {Percent(after)}.";
        var leans = sources.Where(c => !c.Flips && !IsUnheard(c)).Select(c => (Case: c, After: Share(c)))
            .Where(x => x.After < Before - .005).OrderBy(x => x.After)
            .ThenBy(x => x.Case.Target, StringComparer.Ordinal).Take(LeansMostMax)
            .ToList();
        var veiled = leans.Where(x => IsVeiled(x.Case)).Select(x => x.Case.Target).ToList();
        return [.. flips, .. Firmness(sources), .. leans.Select(x => Change(x.Case,
            $"{Without(x.Case, veiled.IndexOf(x.Case.Target) > 0)}, {Falls(x.After)}"))];
    }

    /// <summary>
    /// What nobody says, then what one origin alone says, in counts of what the audience sees. What is wanting in the
    /// desk's own work (grades, circles in the lineage) names reports and voices, and stays with the desk.
    /// </summary>
    public ImmutableArray<DraftSentence> Gaps() =>
    [
        .. _assessment.Gaps.Where(g => g.Row is not null)
            .Select((gap, i) => (gap.Row, Text: Gap(gap.Row!), Number: i + 1))
            .Where(g => g.Text.Length > 0).OrderBy(g => rows.Any(r => r.Id == g.Row)).ThenBy(g => g.Number)
            .Select(g => Sentence($"gap/{g.Number}", g.Text, input.CaseLabel) with
            {
                LeansOn = rows.Any(r => r.Id == g.Row) ? [g.Row!] : [],
            }),
    ];

    private string Gap(string row)
    {
        var reference = DraftSentence.Reference(row);
        return rows.FirstOrDefault(r => r.Id == row) switch
        {
            null => _assessment.Matrix.FirstOrDefault(r => r.Id == row) is { } unspoken
                ? $"No report speaks to this: {unspoken.What}." : "",
            { Origins: 1, Reports: > 1 } told => string.Create(CultureInfo.InvariantCulture,
                $"{reference} rests on one origin, though {told.Reports} reports carry it."),
            { Origins: 1 } => $"{reference} rests on one origin alone.",
            _ => "",
        };
    }

    /// <summary>How many sources would have to fall at once; their names would tell who they are.</summary>
    private ImmutableArray<DraftSentence> Firmness(List<SensitivityCase> sources)
    {
        if (sources.Count == 0 || sources.Any(c => c.Flips)) return [];
        var text = _assessment.Sensitivity.Flips.FirstOrDefault(f =>
            f.Over.StartsWith("sources", StringComparison.Ordinal))
            is { NewLeading: { } next, Changes.Length: > 1 } flip && !flip.Changes.Any(IsUnheard)
            ? string.Create(CultureInfo.InvariantCulture,
                $"No source alone overturns it; {flip.Changes.Length} must fall at once for {Reference(next)} to lead.")
            : "No single source, if it fell, would make another judgment lead.";
        return [Sentence("change/firm", text, input.CaseLabel)];
    }

    /// <summary>
    /// How the product as a whole is sourced (ICD 206), then a descriptor for each source that it names.
    /// </summary>
    public ImmutableArray<DraftSentence> SourceSummary() =>
    [
        .. Own("sources/summary", PlainSentences.Split(told.SourceSummary())),
        .. _assessment.Sources.Where(s => s.Describe is { Length: > 0 } && !IsUnheard(s.Voice)).Select(Descriptor)
            .OrderBy(s => s.Text, StringComparer.Ordinal),
    ];

    private string Leading => _assessment.Hypotheses[0].Id;

    private double Before => _assessment.Hypotheses[0].Posterior;

    private double Share(SensitivityCase change) =>
        change.Posteriors.FirstOrDefault(p => p.Hypothesis == Leading)?.Posterior ?? Before;

    private DraftSentence Change(SensitivityCase change, string text)
    {
        var label = change.Kind == ChangeKind.SourceOut && !protection.IsVeiled(change.Target)
            ? LabelOfVoice(change.Target) : input.CaseLabel;
        var row = change.Kind == ChangeKind.RowOut ? [change.Target] : Array.Empty<string>();
        return Sentence($"change/{change.Kind}/{change.Target}", text, label) with
        {
            LeansOn = [.. row, JudgmentOf(Leading), JudgmentOf(change.Leading)],
        };
    }

    private bool IsVeiled(SensitivityCase change) =>
        change.Kind == ChangeKind.SourceOut && protection.IsVeiled(change.Target);

    /// <summary>A protected source none of whose items is told: nothing is said of it at all.</summary>
    private bool IsUnheard(string voice) => protection.IsVeiled(voice) && !told.IsHeard(voice);

    private bool IsUnheard(SensitivityCase change) =>
        change.Kind == ChangeKind.SourceOut && IsUnheard(change.Target);

    /// <param name="isOther">A protected source was spoken of before, and this is another one.</param>
    private string Without(SensitivityCase change, bool isOther = false) => change.Kind switch
    {
        ChangeKind.SourceOut when isOther => "If another protected source fell",
        ChangeKind.SourceOut => $"If {(IsVeiled(change) ? Veil.Word : change.Target)} fell",
        ChangeKind.RowOut =>
            $"Without evidence that {_assessment.Matrix.FirstOrDefault(r => r.Id == change.Target)?.What}",
        _ => $"If it did not hold that {_assessment.Matrix.FirstOrDefault(r => r.Id == change.Target)?.What}",
    };

    private string JudgmentOf(string hypothesis) =>
        _assessment.Judgments.FirstOrDefault(j => j.About == hypothesis)?.Id ?? hypothesis;

    private string Reference(string hypothesis) => DraftSentence.Reference(JudgmentOf(hypothesis));

    /// <summary>The least label at which this audience can know that a voice speaks in the record at all.</summary>
    private Label LabelOfVoice(string voice)
    {
        var labels = _assessment.Origins.Origins.Where(o => Same(o.Voice, voice)).Select(o => o.Id)
            .ToHashSet() is var ids
            ? _assessment.Matrix.SelectMany(r => r.Claims)
                .Where(c => Same(c.Voice, voice) || (c.Origin is { } id && ids.Contains(id)))
                .Select(c => protection.Find(c.Report)?.Label ?? Label.Sealed).ToList() : [];
        var own = input.Reports.Where(r => Same(r.Facts.Source?.Name, voice)).Select(r => r.Label);
        labels = [.. labels, .. own];
        return labels.Where(l => l.Admits(input.Audience.Clearance)).OrderBy(l => l.Level)
            .ThenBy(l => l.Compartments.Count)
            .FirstOrDefault() is { } least ? input.CaseLabel.Join(least)
            : labels.Count == 0 ? input.CaseLabel : labels.Aggregate(input.CaseLabel, (all, l) => all.Join(l));
    }

    private DraftSentence Descriptor(SourceGrade source)
    {
        var veiled = protection.IsVeiled(source.Voice);
        var name = veiled ? Veil.Word : source.Voice;
        var grade = source.Given ?? source.Suggested;
        var words = $"{Capital(name)}: {source.Describe}{(grade == Reliability.F ? "; reliability cannot be judged"
            : $"; reliability {grade}{(source.Given is null ? ", suggested" : "")}")}.";
        return Sentence($"source/{source.Voice}", words, veiled ? input.CaseLabel : LabelOfVoice(source.Voice));
    }

    private ImmutableArray<DraftSentence> Own(string id, IEnumerable<string> texts) =>
        [.. texts.Where(t => t.Length > 0).Select((text, i) => Sentence($"{id}/{i + 1}", text, input.CaseLabel))];

    private DraftSentence Sentence(string id, string text, Label label) =>
        new(id, veil.Over(text), label,
            WhoCouldHaveTold.Of(id, ExposedKind.Sentence, [], protection))
        { LeansOn = mentions.In(text) };

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Percent(double p) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(p * 100)} %");
}
