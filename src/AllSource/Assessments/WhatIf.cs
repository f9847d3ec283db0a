using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>
/// What is supposed: sources whose word counts nowhere (<paramref name="Without"/>), sources heard as unreliable (grade
/// E; <paramref name="Discredited"/>), and rows or assumptions taken out of the matrix (<paramref name="RowsOut"/>).
/// Sources are named by handle or alias.
/// </summary>
public sealed record Supposition(
    ImmutableArray<string> Without, ImmutableArray<string> Discredited, ImmutableArray<string> RowsOut);

/// <summary>A judgment before and after; <paramref name="Moves"/> says what moved, likelihood and confidence
/// apart.</summary>
public sealed record JudgmentEffect(
    string Judgment, string About, string Statement, LikelihoodWord Before, LikelihoodWord After,
    ConfidenceLevel ConfidenceBefore, ConfidenceLevel ConfidenceAfter, int OriginsBefore, int OriginsAfter,
    ImmutableArray<string> Moves)
{
    /// <summary>
    /// True when it says less than it did: nearer to even chance or beyond it, a lower confidence, or fewer origins.
    /// </summary>
    public bool IsWeakened => Distance(After) < Distance(Before) - .005
        || (Before.Probability - .5) * (After.Probability - .5) < 0
        || ConfidenceAfter < ConfidenceBefore || OriginsAfter < OriginsBefore;

    private static double Distance(LikelihoodWord word) => Math.Abs(word.Probability - .5);
}

/// <summary>A row of the matrix before and after.</summary>
public sealed record RowEffect(
    string Row, string What, double BeliefBefore, double BeliefAfter, int OriginsBefore, int OriginsAfter);

/// <summary>
/// What a supposition would change: every judgment, those it weakens first, and the rows that it touches.
/// <paramref name="Unknown"/> are names under which nothing of the case is known.
/// </summary>
public sealed record WhatIfFinding(
    Supposition Supposed, ImmutableArray<JudgmentEffect> Judgments, ImmutableArray<RowEffect> Rows,
    string? LeadingBefore, string? LeadingAfter, ImmutableArray<string> Unknown)
{
    public ImmutableArray<JudgmentEffect> Weakened => [.. Judgments.Where(j => j.IsWeakened)];
}

/// <summary>
/// Works an assessment out again under a supposition. A source that is taken away takes along all that is known only
/// through it; its copies do not become new origins, because lineage is left as it is.
/// </summary>
public static class WhatIf
{
    public static WhatIfFinding Of(AssessmentInput input, Supposition supposed)
    {
        var now = input with { Previous = null };
        var before = Assessor.Assess(now);
        var after = Assessor.Assess(now with
        {
            Register = Discredit(input.Register, supposed.Discredited),
            Without = [.. input.Without, .. supposed.Without],
            Evidence = [.. input.Evidence.Where(e => !supposed.RowsOut.Contains(e.Id))],
            Assumptions = [.. input.Assumptions.Where(a => !supposed.RowsOut.Contains(a.Id))],
            AlsoJudged = [.. before.Judgments.Select(j => j.About)],
        });
        var judged = after.Judgments.ToDictionary(j => j.About, StringComparer.Ordinal);
        return new(
            supposed,
            [.. before.Judgments.Where(j => judged.ContainsKey(j.About)).Select(j => Effect(j, judged[j.About]))
                .OrderByDescending(e => e.IsWeakened)],
            Rows(before, after), before.Hypotheses.IsEmpty ? null : before.Hypotheses[0].Id,
            after.Hypotheses.IsEmpty ? null : after.Hypotheses[0].Id, Unknown(input, before, supposed));
    }

    private static JudgmentEffect Effect(Judgment before, Judgment after) => new(
        before.Id, before.About, before.Statement, before.Likelihood, after.Likelihood, before.Confidence.Level,
        after.Confidence.Level, before.Origins, after.Origins,
        [.. ChangeTeller.Moves(ChangeTeller.Called(before.About, before.Statement), before.Likelihood, after.Likelihood,
            before.Confidence.Level, after.Confidence.Level)]);

    private static ImmutableArray<RowEffect> Rows(Assessment before, Assessment after) =>
    [
        .. from row in before.Matrix
           let now = after.Matrix.FirstOrDefault(r => r.Id == row.Id)
           let belief = now?.Belief.Probability ?? .5
           where now is null || Math.Abs(belief - row.Belief.Probability) >= .0005 || now.Origins != row.Origins
           select new RowEffect(row.Id, row.What, row.Belief.Probability, belief, row.Origins, now?.Origins ?? 0),
    ];

    /// <summary>Whom nobody graded carries no weight to lose: E would give it some.</summary>
    private static SourceRegister Discredit(SourceRegister register, ImmutableArray<string> names)
    {
        var found = names.Select(n => register.Find(n)?.Id).OfType<SourceId>().ToHashSet();
        return found.Count == 0 ? register : new(register.Sources.Select(s =>
            found.Contains(s.Id) && s.Reliability < Reliability.E ? s with { Reliability = Reliability.E } : s));
    }

    private static ImmutableArray<string> Unknown(AssessmentInput input, Assessment before, Supposition supposed)
    {
        var voices = before.Sources.Select(s => s.Voice).Concat(before.Sensitivity.Cases
            .Where(c => c.Kind == ChangeKind.SourceOut).Select(c => c.Target))
            .Concat(input.Reports.Select(r => r.Facts.Source?.Name ?? ""))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = input.Evidence.Select(e => e.Id).Concat(input.Assumptions.Select(a => a.Id)).ToHashSet();
        return
        [
            .. supposed.Without.Concat(supposed.Discredited)
                .Where(n => input.Register.Find(n) is null && !voices.Contains(n.Trim())),
            .. supposed.RowsOut.Where(id => !ids.Contains(id)),
        ];
    }
}
