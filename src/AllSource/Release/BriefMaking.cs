using System.Collections.Immutable;
using System.Globalization;
using AllSource.Access;

namespace AllSource.Release;

/// <summary>
/// Makes what is released out of what passed, with fresh numbers: the gate's hand, and nobody else's.
/// </summary>
internal sealed class BriefMaking(Draft draft, Func<string, bool> isRefused)
{
    private readonly Dictionary<string, int> _judgmentNumbers = Numbers(draft.Judgments, isRefused);
    private readonly Dictionary<string, int> _rowNumbers = Numbers(draft.Rows, isRefused);

    /// <summary>The join of the case's label and the labels of all that is told.</summary>
    public static Label Marking(Draft draft, Func<string, bool> isRefused) => draft.Items.Where(i => !isRefused(i.Id))
        .SelectMany(i => i is DraftOrigin o ? o.Marks.Select(m => m.Label)
            .Where(l => l.Admits(draft.Audience.Clearance)).Append(o.Label) : [i.Label])
        .Aggregate(draft.Label, (all, label) => all.Join(label));

    public ReleasedBrief Make() => new()
    {
        Title = draft.Title,
        Question = draft.Question ?? "",
        Marking = Marking(draft, isRefused).ToString(),
        Audience = draft.Audience.Name,
        MadeAt = draft.Making.At,
        DeskVersion = draft.Making.DeskVersion,
        Scale = draft.Scale,
        IsCalibrated = draft.IsCalibrated,
        Judgments = [.. Passed(draft.Judgments).Select(Judgment)],
        Rows = [.. Passed(draft.Rows).Select(Row)],
        Origins = [.. Passed(draft.Origins).Where(o => _rowNumbers.ContainsKey(o.Row)).Select(Origin)],
        Ledger = [.. Passed(draft.Ledger).Where(e => _rowNumbers.ContainsKey(e.Row)).Select(Entry)],
        WouldChange = Sentences(draft.WouldChange),
        Gaps = Sentences(draft.Gaps),
        SourceSummary = Sentences(draft.SourceSummary),
        Changed = Sentences(draft.Changed),
        Views = Sentences(draft.Views),
    };

    private static Dictionary<string, int> Numbers(IEnumerable<DraftItem> items, Func<string, bool> isRefused) =>
        items.Where(i => !isRefused(i.Id)).Select((item, i) => (item.Id, Number: i + 1))
            .ToDictionary(x => x.Id, x => x.Number, StringComparer.Ordinal);

    private IEnumerable<T> Passed<T>(IEnumerable<T> items)
        where T : DraftItem => items.Where(i => !isRefused(i.Id));

    private ImmutableArray<ReleasedSentence> Sentences(IEnumerable<DraftSentence> sentences) =>
        [.. Passed(sentences)
            .Select(s => new ReleasedSentence
            {
                Text = Numbered(s.Text),
                Remedy = Numbered(s.Remedy),
                Rows = [.. _rowNumbers.Where(r => s.Text.Contains(DraftSentence.Reference(r.Key),
                    StringComparison.Ordinal)).Select(r => r.Value).Order()],
            })];

    private string Numbered(string text) => _judgmentNumbers.Select(j => (j.Key, Words: Words("judgment", j.Value)))
        .Concat(_rowNumbers.Select(r => (r.Key, Words: Words("evidence", r.Value))))
        .Aggregate(text, (t, x) => t.Replace(DraftSentence.Reference(x.Key), x.Words, StringComparison.Ordinal));

    private static string Words(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {number}");

    private ReleasedJudgment Judgment(DraftJudgment j) => new()
    {
        Number = _judgmentNumbers[j.Id],
        Statement = j.Statement,
        Likelihood = j.Likelihood,
        LikelihoodSentence = j.LikelihoodSentence,
        Confidence = j.Confidence,
        ConfidenceReasons = Sentences(j.ConfidenceReasons),
        Reports = j.Reports,
        Origins = j.Origins,
    };

    private ReleasedRow Row(DraftRow r) => new()
    {
        Number = _rowNumbers[r.Id],
        Statement = r.Statement,
        Reports = r.Reports,
        Origins = r.Origins,
        DisputingReports = r.DisputingReports,
        DisputingOrigins = r.DisputingOrigins,
        Credibility = r.Credibility,
        Voices = r.Voices,
        Fits =
        [
            .. r.Fits.Where(f => _judgmentNumbers.ContainsKey(f.Judgment))
                .Select(f => new ReleasedFit { Judgment = _judgmentNumbers[f.Judgment], Letters = f.Letters })
                .OrderBy(f => f.Judgment),
        ],
    };

    private ReleasedOrigin Origin(DraftOrigin o) => new()
    {
        Row = _rowNumbers[o.Row],
        Voice = o.Voice,
        Disputes = o.Disputes,
        Kind = o.Kind,
        Marks =
        [
            .. o.Marks.Where(m => m.Label.Admits(draft.Audience.Clearance))
                .Select(m => new ReleasedMark { Report = m.Report, At = m.At, IsRoot = m.IsRoot }),
        ],
    };

    private ReleasedLedgerEntry Entry(DraftLedgerEntry e) => new()
    {
        Row = _rowNumbers[e.Row],
        Who = e.Who,
        Act = e.Act,
        Words = e.Words,
        IsQuote = e.IsQuote,
        IsAgainst = e.IsAgainst,
        IsSilent = e.IsSilent,
        Through = e.Through,
        Report = e.Report,
        At = e.At,
        Repeats = e.Repeats,
    };
}
