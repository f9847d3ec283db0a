using AllSource.Access;
using AllSource.Kernel;

namespace AllSource.Desk.Acts;

public readonly record struct ActId(string Value) : IComparable<ActId>
{
    public int CompareTo(ActId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>Who took an act back, why and when. It is appended beside the act, which stays.</summary>
public sealed record Undoing(string By, string Why, DateTimeOffset At);

/// <summary>
/// Something that an analyst did to what the machine read, counted or suggested in a case. It is a fact: appended,
/// undone by a row beside it, never edited. Judgments are made anew with all acts that stand.
/// </summary>
/// <param name="Label">Who may read the act's own words; its reports' labels hold besides.</param>
/// <param name="By">Whose judgment it is.</param>
public sealed record AnalystAct(
    ActId Id, string CaseId, ActContent Content, Label Label, string By, DateTimeOffset At, string Why)
{
    public Undoing? Undone { get; init; }

    public bool Stands => Undone is null;

    /// <summary>Makes an act with the id that its content, author and time give it.</summary>
    public static AnalystAct Make(
        string caseId, ActContent content, Label label, string by, DateTimeOffset at, string why) =>
        new(new(FactId.From("a", caseId, ActJson.Write(content), by, at.UtcDateTime.ToString("O"), why)), caseId,
            content, label, by, at.ToUniversalTime(), why);
}

/// <summary>
/// Port: the journal of analysts' acts. Every read takes a clearance; an act that it does not admit, or that speaks of
/// a report that it does not admit or that was withdrawn, is not there.
/// </summary>
public interface IActShelf
{
    /// <summary>Adds an act. False when this very act is there already: nothing is doubled.</summary>
    bool Append(AnalystAct act);

    /// <summary>All acts of a case, those undone among them, by time, then id.</summary>
    IReadOnlyList<AnalystAct> OfCase(string caseId, Clearance clearance);

    /// <summary>All acts of all cases, those undone among them, by time, then id.</summary>
    IReadOnlyList<AnalystAct> OfAll(Clearance clearance);

    AnalystAct? Find(ActId id, Clearance clearance);

    /// <summary>
    /// Takes an act back: it stays as undone, and counts nowhere. False when it is not there, not admitted, or was
    /// undone before.
    /// </summary>
    bool Undo(ActId id, Undoing undoing, Clearance clearance);
}
