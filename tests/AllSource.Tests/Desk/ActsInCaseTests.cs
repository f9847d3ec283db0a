using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;
using AllSource.Tests.Cases;

namespace AllSource.Tests.Desk;

/// <summary>What an analyst does to a case, and what the next assessment makes of it.</summary>
public sealed class ActsInCaseTests : IDisposable
{
    private const string Paper =
        """
        ---
        source: Paper A
        published: 2026-03-01T08:00:00Z
        ---
        The ferry sank near the outer breakwater shortly after midnight, the harbour master Ada Voss said on Sunday.
        """;

    private const string Copy =
        """
        ---
        source: Paper B
        published: 2026-03-02T08:00:00Z
        ---
        The ferry sank near the outer breakwater shortly after midnight, the harbour master Ada Voss said on Sunday.
        The quay stayed shut all week and nobody was let near the wreck.
        """;

    private const string Contact =
        """
        ---
        source: LARCH
        label: TLP:RED//LARCH
        published: 2026-03-03T08:00:00Z
        ---
        LARCH said that the pumps of the ferry had been switched off for two days to save fuel on the crossing.
        """;

    private static readonly CaseFile File = CaseFile.None with
    {
        Sources = [new(new("LARCH"), SourceKind.ProtectedPerson, Reliability.B, null, [])],
    };

    private readonly CaseRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_correction_is_obeyed_and_its_undoing_gives_the_same_bytes_as_before()
    {
        var before = Assess();
        var claim = before.Claims.First(c => c.Said.Canonical == "Ada Voss");
        var act = Record(before, new RuleOnAttribution(RulingKind.Changed, Anchor(before, claim), claim.Said with
        {
            Act = Act.Deny,
        }));
        var after = Assess();
        var changed = after.Claims.Single(c => c.Report == claim.Report && c.Said.Cue.SequenceEqual(claim.Said.Cue));
        Assert.Equal(Act.Deny, changed.Said.Act);
        Assert.Contains("analyst 1", changed.Said.Why, StringComparison.Ordinal);
        Assert.Equal([act.Id], after.Acts.Select(a => a.Id));
        Assert.Equal(CaseRun.Json(after), CaseRun.Json(Assess()));
        Undo(act);
        Assert.Equal(CaseRun.Json(before), CaseRun.Json(Assess()));
    }

    [Fact]
    public void A_cut_makes_two_origins_of_one_and_names_who_judged_so()
    {
        var before = Assess();
        var edge = Assert.Single(before.Assessment.Origins.Edges);
        var cut = Record(before, new RuleOnLineage(LineageVerdict.Cut, edge.Copier, edge.Original));
        var after = Assess();
        Assert.Empty(after.Assessment.Origins.Edges);
        Assert.Contains(after.Assessment.Origins.Conflicts,
            c => c.What.Contains("analyst 1", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Assessment.Origins.Claims,
            c => c.Path.Any(s => s.Evidence == StepEvidence.Passage));
        Undo(cut);
        Assert.Equal(CaseRun.Json(before), CaseRun.Json(Assess()));
    }

    [Fact]
    public void A_link_makes_a_step_that_names_who_judged_so()
    {
        var before = Assess();
        var (a, b) = (ReportOf(before, "a.txt"), ReportOf(before, "c.txt"));
        Record(before, new RuleOnLineage(LineageVerdict.Link, b, a));
        var edge = Assess().Assessment.Origins.Edges.Single(e => e.Copier == b);
        Assert.True(edge.IsDirected);
        Assert.Contains("analyst 1", edge.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_s_grade_counts_as_given_and_stands_with_its_author_beside_the_suggestion()
    {
        var before = Assess();
        Record(before, new GradeSource("Paper B", SourceKind.Outlet, Reliability.B));
        Record(before, new GradeSource("Paper B", SourceKind.Outlet, Reliability.D), "analyst 2");
        var grade = Assess().Assessment.Sources.Single(s => s.Voice == "Paper B");
        Assert.Equal(Reliability.D, grade.Given);
        Assert.Equal([("B", "analyst 1"), ("D", "analyst 2")], grade.Persons.Select(p => (p.Grade, p.Author)));
        Assert.Contains(grade.Reasons, r => r.Contains("they disagree", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_graded_1_with_one_origin_is_told_so_and_moves_no_belief()
    {
        var before = Assess();
        var proposition = before.Assessment.Propositions.First(p => p.Origins == 1);
        var claim = before.Claims.Concat(before.Assessment.Origins.Narrated)
            .First(c => c.Id == proposition.Claims[0].Claim);
        Record(before, new GradeClaim(Anchor(before, claim), Credibility.Confirmed));
        var after = Assess().Assessment;
        var at = after.Propositions.Index().Single(p => p.Item.Id == proposition.Id).Index;
        Assert.Equal(proposition.Belief.Probability, after.Propositions[at].Belief.Probability);
        Assert.Equal("1", Assert.Single(after.PropositionGrades[at].Persons).Grade);
        Assert.Contains(after.PropositionGrades[at].Reasons,
            r => r.Contains("two independent origins", StringComparison.Ordinal));
    }

    [Fact]
    public void An_act_on_a_withdrawn_report_leaves_no_trace_in_what_follows()
    {
        var before = Assess();
        var report = ReportOf(before, "b.txt");
        var claim = before.Claims.First(c => c.Report == report);
        Record(before, new RuleOnAttribution(RulingKind.Accepted, Anchor(before, claim), claim.Said));
        _run.Desk.Reports.Withdraw(report, new("analyst 1", "fabricated", DateTimeOffset.UnixEpoch),
            Clearance.DeskOwner);
        var json = System.Text.Encoding.UTF8.GetString(CaseRun.Json(Assess()));
        Assert.DoesNotContain(report.Value, json, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted by", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Larch says otherwise")]
    [InlineData("the pumps of the ferry had been switched off for two days")]
    public void An_act_s_words_give_no_protected_source_away_to_who_may_read_the_act(string why)
    {
        var before = Assess();
        var (a, b) = (ReportOf(before, "a.txt"), ReportOf(before, "b.txt"));
        var recorded = Try(before, new RuleOnLineage(LineageVerdict.Cut, a, b), "analyst 1", why);
        Assert.Null(recorded.Act);
        Assert.DoesNotContain(why, recorded.Refusal!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("larch", recorded.Refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Assess().Acts);
    }

    [Fact]
    public void Who_may_see_a_protected_source_s_reports_may_be_told_of_it_in_an_act_on_them()
    {
        var before = Assess();
        var report = ReportOf(before, "c.txt");
        var act = Record(before, new RuleOnLineage(LineageVerdict.Cut, report, ReportOf(before, "a.txt")), "analyst 1",
            "LARCH was aboard");
        Assert.Equal(Label.Of(Tlp.Red, "LARCH"), act.Label);
    }

    [Fact]
    public void A_grade_of_a_protected_source_is_for_those_who_may_see_what_it_reported()
    {
        var before = Assess();
        var act = Record(before, new GradeSource("LARCH", SourceKind.ProtectedPerson, Reliability.C));
        Assert.Null(_run.Desk.Acts.Find(act.Id, Clearance.Of(Tlp.Red)));
        Assert.Equal(Reliability.C, Assess().File.Sources.Single(s => s.Id.Name == "LARCH").Reliability);
    }

    [Theory]
    [InlineData("another-case", true)]
    [InlineData("case", false)]
    public void How_a_source_fared_in_another_case_moves_what_its_word_weighs_and_no_case_s_outcome_speaks_of_itself(
        string resolvedIn, bool moves)
    {
        Assess();
        var resolved = new ResolveJudgment("H1", "wind", true, [new("the desk", .8)], ["LARCH", "Ada Voss"]);
        new RecordAct(_run.Desk.Acts, TimeProvider.System).Record(
            resolvedIn, resolved, "analyst 1", "it is known now", File, []);
        var reasons = Assess().Assessment.Propositions.SelectMany(p => p.Belief.Reasons).ToList();
        Assert.Equal(moves, reasons.Any(r => r.Sentence.Contains("right in 1 of 1 resolved elsewhere",
            StringComparison.Ordinal)));
    }

    private AssessedCase Assess() => _run.Assess(File,
    [
        CaseRun.InMemory("a.txt", Paper), CaseRun.InMemory("b.txt", Copy), CaseRun.InMemory("c.txt", Contact),
    ]);

    private static ClaimAnchor Anchor(AssessedCase assessed, Claim claim) =>
        ClaimAnchor.Of(assessed.Reports.Single(r => r.Id == claim.Report), claim.Said);

    private static ReportId ReportOf(AssessedCase assessed, string file) => CaseRun.IdOf(assessed, file);

    private AnalystAct Record(
        AssessedCase assessed, ActContent content, string by = "analyst 1", string why = "both were there") =>
        Try(assessed, content, by, why).Act!;

    private RecordedAct Try(AssessedCase assessed, ActContent content, string by, string why) =>
        new RecordAct(_run.Desk.Acts, TimeProvider.System).Record("case", content, by, why, File, assessed.Reports);

    private void Undo(AnalystAct act) => Assert.Null(new UndoAct(_run.Desk.Acts, _run.Desk.Reports, TimeProvider.System)
        .Undo(act.Id, "analyst 2", "mistaken", Clearance.DeskOwner).Refusal);
}
