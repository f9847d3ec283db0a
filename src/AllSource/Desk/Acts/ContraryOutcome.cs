using AllSource.Access;
using AllSource.Release;

namespace AllSource.Desk.Acts;

/// <summary>Finds an outcome that stands already and cannot be true together with another one.</summary>
internal static class ContraryOutcome
{
    public static Refusal? To(ResolveJudgment now, string caseId, CaseFile file, IActShelf journal)
    {
        var isHypothesis = file.Hypotheses.Any(h => h.Id == now.About);
        foreach (var act in journal.OfCase(caseId, Clearance.DeskOwner).Where(a => a.Stands))
        {
            if (act.Content is not ResolveJudgment before) continue;
            if (before.About == now.About && before.CameTrue != now.CameTrue)
                return No($"{now.About} was resolved as {Word(before.CameTrue)} before.", act.Id);
            if (isHypothesis && now.CameTrue && before.CameTrue && before.About != now.About
                && file.Hypotheses.Any(h => h.Id == before.About))
            {
                return No($"{before.About} was resolved as true before, and of the case's hypotheses "
                    + $"one alone can be true: {now.About} is another.", act.Id);
            }
        }

        return null;
    }

    private static Refusal No(string why, ActId before) => new(ActRules.OneOutcome, "outcome",
        $"{why} If that was wrong, take it back first: allsource undo {before} --by NAME --why REASON");

    private static string Word(bool cameTrue) => cameTrue ? "true" : "false";
}
