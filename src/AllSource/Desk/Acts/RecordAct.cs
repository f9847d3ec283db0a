using AllSource.Access;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>
/// An act that was written down, or the refusal with its rule. A refusal never repeats what it refuses.
/// </summary>
public sealed record RecordedAct(AnalystAct? Act, Refusal? Refusal)
{
    /// <summary>False when this very act was there already.</summary>
    public bool IsNew { get; init; }
}

/// <summary>
/// Writes an analyst's act into the journal, with author, reason and time, unless its words break a rule.
/// </summary>
public sealed class RecordAct(IActShelf journal, TimeProvider clock)
{
    /// <param name="reports">All reports of the case that the desk holds, by which the words are judged.</param>
    public RecordedAct Record(
        string caseId, ActContent content, string by, string why, CaseFile file, IReadOnlyCollection<Report> reports)
    {
        var register = new SourceRegister(file.Sources);
        var label = LabelOf(content, file.Answers.DefaultLabel, register, reports);
        var act = AnalystAct.Make(caseId, content, label, by.Trim(), clock.GetUtcNow(), why.Trim());
        var refusal = ActWording.Broken(act.By, act.Why, content.OwnWords, label, register, reports);
        refusal ??= content is ResolveJudgment outcome ? ContraryOutcome.To(outcome, caseId, file, journal) : null;
        return refusal is not null ? new(null, refusal) : new(act, null) { IsNew = journal.Append(act) };
    }

    /// <summary>
    /// The join of the case's label and those of the reports that the act speaks of. A grade speaks of a source: of a
    /// protected one only to those who may see all that it reported.
    /// </summary>
    private static Label LabelOf(
        ActContent content, Label caseLabel, SourceRegister register, IReadOnlyCollection<Report> reports)
    {
        // What a judgment rested on may be any report of the case, and its sources are named.
        var spoken = content is ResolveJudgment ? reports : reports.Where(r => content.Reports.Contains(r.Id));
        var label = spoken.Aggregate(caseLabel, (l, r) => l.Join(r.Label));
        if (content is not GradeSource grade || register.Find(grade.Source) is not { IsProtected: true } source)
        {
            return label;
        }

        var own = reports.Where(r => r.Facts.Source is { } id && register.Find(id.Name) == source).ToList();
        return own.Count > 0 ? own.Aggregate(label, (l, r) => l.Join(r.Label))
            : label.Join(Label.Of(Tlp.Red, Label.CompartmentOf(source.Id.Name)));
    }
}
