using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>Which of day and month comes first where digits alone do not tell.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>
/// What a person answered to the questions that a batch raised. Null means not answered: such times stay without a
/// zone, and such dates unread, and both are listed.
/// </summary>
public sealed record ReadingAnswers(Label DefaultLabel, TimeSpan? Zone = null, DateOrder? DateOrder = null)
{
    /// <summary>
    /// Names of sources that case.yaml calls protected persons. A report of theirs that says nothing of who may see it
    /// is closed to all but their compartment.
    /// </summary>
    public ImmutableArray<string> ProtectedSources { get; init; } = [];

    /// <summary>Whether a report that names this source has a protected person behind it.</summary>
    public bool IsProtected(string? source) => source is not null
        && ProtectedSources.Contains(source.Trim(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>Whom the brief is for.</summary>
public sealed record CaseAudience(string Name, Clearance Clearance);

/// <summary>The file <c>case.yaml</c>: all of it optional. A folder of bare texts has none and works.</summary>
public sealed record CaseFile(
    string? Id,
    string? Title,
    string? Question,
    ImmutableArray<Hypothesis> Hypotheses,
    ImmutableArray<EvidenceRow> Evidence,
    ImmutableArray<Source> Sources,
    ReadingAnswers Answers,
    CaseAudience? Audience)
{
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public ImmutableArray<Dissent> Dissents { get; init; } = [];

    /// <summary>What analysts wrote into files of their own (<c>matrix-NAME.yaml</c>), by name.</summary>
    public ImmutableArray<AnalystMatrix> Matrices { get; init; } = [];

    public static CaseFile None { get; } = new(null, null, null, [], [], [], new(Label.Of(Tlp.Amber)), null);
}
