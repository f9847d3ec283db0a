using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>
/// What an assessment is made from. <paramref name="Claims"/> are the attributed claims of those reports;
/// <paramref name="Passages"/> name reports by the value of their ids. The order of none of them matters.
/// </summary>
public sealed record AssessmentInput(
    string? Question,
    ImmutableArray<Report> Reports,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Passage> Passages,
    SourceRegister Register)
{
    public ImmutableArray<Hypothesis> Hypotheses { get; init; } = [];

    public ImmutableArray<EvidenceRow> Evidence { get; init; } = [];

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public ImmutableArray<LineageJudgment> LineageJudgments { get; init; } = [];

    /// <summary>What persons graded on this desk; those that stand. <see cref="Register"/> has them already.</summary>
    public GivenGrades Grades { get; init; } = GivenGrades.None;

    /// <summary>One scale a product.</summary>
    public LikelihoodScale Scale { get; init; } = LikelihoodScale.Icd203;

    /// <summary>The assessment before this one, to say what changed; null when this is the first.</summary>
    public EarlierAssessment? Previous { get; init; }

    /// <summary>What analysts judged of propositions: only edits that stand, in any order.</summary>
    public ImmutableArray<PropositionEdit> PropositionEdits { get; init; } = [];

    /// <summary>Analysts' own matrices over the same rows, one an analyst.</summary>
    public ImmutableArray<AnalystMatrix> Matrices { get; init; } = [];

    public ImmutableArray<Dissent> Dissents { get; init; } = [];

    /// <summary>How judgments that sources bore out before came out; it moves suggested grades.</summary>
    public ImmutableArray<TrackRecord> Records { get; init; } = [];

    /// <summary>
    /// What was resolved in other cases alone; it moves what sources' words weigh, whom of them is thought to repeat
    /// whom, and what a stated probability is worth. A case's own outcome must not speak of it.
    /// </summary>
    public ImmutableArray<ResolvedJudgment> ResolvedElsewhere { get; init; } = [];

    /// <summary>Sources (handle or alias) whose word is kept and shown, and counts nowhere.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Propositions to judge besides those that matter most, by id.</summary>
    public ImmutableArray<string> AlsoJudged { get; init; } = [];
}

/// <summary>
/// Something taken as given without a report. It sits in the matrix like a row, with a belief (0-1, exclusive) that a
/// person stated, and is withdrawn to see what leans on it.
/// </summary>
public sealed record Assumption(
    string Id, string What, double Belief, ImmutableSortedDictionary<string, Consistency> Cells);

/// <summary>
/// All that is concluded, recomputed to the same bytes from the same facts. A tree without cycles; every list is in a
/// stated or id order. It is the desk's own: nothing of it reaches a reader but through the Release room.
/// </summary>
public sealed record Assessment(
    string? Question,
    string Scale,
    AssessmentTotals Totals,
    ImmutableArray<HypothesisFinding> Hypotheses,
    ImmutableArray<MatrixRow> Matrix,
    ImmutableArray<Judgment> Judgments,
    Sensitivity Sensitivity,
    ImmutableArray<Proposition> Propositions,
    ImmutableArray<ItemGrade> PropositionGrades,
    OriginMap Origins,
    ImmutableArray<SourceGrade> Sources,
    string SourceSummary,
    ImmutableArray<Gap> Gaps,
    ImmutableArray<string> ChangedSinceLast)
{
    /// <summary>
    /// By how many judgments resolved in other cases the judgments' probabilities are calibrated; 0 where they are not.
    /// </summary>
    public int CalibratedBy { get; init; }

    /// <summary>The same in a sentence, with what is missing where they are not.</summary>
    public string Calibration { get; init; } = "";

    /// <summary>Several analysts' matrices side by side; null when nobody gave one of their own.</summary>
    public Panel? Panel { get; init; }

    /// <summary>What became of the edits of propositions, in the order in which they were applied.</summary>
    public ImmutableArray<EditOutcome> PropositionEdits { get; init; } = [];
}

/// <summary>How much there is. Origins are independent origins: one a voice.</summary>
public sealed record AssessmentTotals(int Reports, int Claims, int Propositions, int Origins, int CopyEdges);

/// <summary>
/// Something that nobody says, that one origin alone says, or that could not be matched; with what would fill it.
/// </summary>
public sealed record Gap(string Kind, string What, string WouldHelp, string? Row = null);
