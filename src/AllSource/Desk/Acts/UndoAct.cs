using AllSource.Access;
using AllSource.Release;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>
/// What came of taking an act back: the act as it was before, null where there is none; or the refusal of the reason.
/// </summary>
public sealed record UndoneAct(AnalystAct? Before, Refusal? Refusal);

/// <summary>Takes an analyst's act back, with author, reason and time. It stays in the journal as undone.</summary>
public sealed class UndoAct(IActShelf journal, IReportShelf shelf, TimeProvider clock)
{
    public UndoneAct Undo(ActId id, string by, string why, Clearance clearance)
    {
        if (journal.Find(id, clearance) is not { } act) return new(null, null);
        var undoing = new Undoing(by.Trim(), why.Trim(), clock.GetUtcNow());
        var refusal = ActWording.Broken(undoing.By, undoing.Why, [], act.Label, SourceRegister.Empty,
            shelf.OfCase(act.CaseId, clearance));
        if (refusal is null && act.Stands) journal.Undo(id, undoing, clearance);
        return new(act, refusal);
    }
}
