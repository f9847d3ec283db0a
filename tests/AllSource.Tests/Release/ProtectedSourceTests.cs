using System.Text;
using AllSource.Access;
using AllSource.Briefs;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Documents;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Tests.Cases;

namespace AllSource.Tests.Release;

/// <summary>What a whole brief shows of a protected source, from the files of a case to the page.</summary>
public sealed class ProtectedSourceTests : IDisposable
{
    private const string Case =
        """
        question: What happened?
        label: TLP:GREEN
        audience: {name: Desk, clearance: TLP:AMBER}
        zone: "+00:00"
        hypotheses:
          - {id: H1, text: The dead were unarmed.}
          - {id: H2, text: The dead were armed.}
        evidence:
          - {id: E1, what: "none of the dead held a firearm", cells: {H1: CC, H2: II}}
          - {id: E2, what: "the dead carried weapons", cells: {H1: II, H2: CC}}
        sources:
          - {id: LINDEN, kind: protected-person, reliability: C, describe: a surgeon of the Varvara clinic}
        """;

    private const string Ministry =
        """
        ---
        source: Ministry of Interior
        published: 2026-05-12T10:00:00Z
        label: TLP:CLEAR
        ---
        The ministry said that the dead carried weapons.
        """;

    private const string Letter =
        """
        ---
        discipline: HUMINT
        source: LINDEN
        title: Medical letter
        published: 2026-05-13T10:00:00Z
        LABEL---
        To whom it may concern

        I examined eleven bodies in the clinic. I state that none of the dead held a firearm.

        Dr Mikael Orsova, surgeon on duty
        """;

    private readonly CaseRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_the_gate_refuses_cannot_be_read_off_the_rest_of_the_brief()
    {
        var (decision, page) = Brief("label: TLP:RED//LINDEN\n");
        Assert.Empty(decision.Brief!.Judgments);
        Assert.Contains(decision.Record.Refusals, r => r.Rule == ReleaseRules.RestsOnRefused);
        string[] traces = ["HUMINT", "surgeon", "protected source", "LINDEN", "unarmed", "Orsova", "65 %"];
        foreach (var trace in traces)
            Assert.DoesNotContain(trace, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("This product rests on 1 report", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_speaks_beside_others_in_a_report_that_is_not_told_was_not_heard()
    {
        var (_, page) = Brief("label: TLP:RED//LINDEN\n", CaseRun.InMemory("courier.md",
            "---\nsource: Courier\npublished: 2026-05-14T10:00:00Z\nlabel: TLP:CLEAR\n---\n"
            + "The guard Ina Bohl said that none of the dead held a firearm.\n"));
        Assert.Contains("none of the dead held a firearm", page, StringComparison.OrdinalIgnoreCase);
        foreach (var trace in (string[])["HUMINT", "surgeon", "protected source", "LINDEN"])
            Assert.DoesNotContain(trace, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_report_of_a_protected_person_without_a_label_is_closed_and_the_person_who_took_it_in_is_told()
    {
        var (_, page) = Brief("");
        var report = _run.Desk.Reports.OfCase("case", Clearance.DeskOwner)
            .Single(r => r.Facts.File == "letter.md");
        Assert.Equal("TLP:RED//LINDEN", report.Label.ToString());
        var finding = _run.Batch!.Files.SelectMany(f => f.Findings).Single(f => f.Kind == "protected-unlabelled");
        Assert.DoesNotContain("LINDEN", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("LINDEN", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Orsova", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_label_that_many_may_see_does_not_tell_them_the_cryptonym()
    {
        var (_, page) = Brief("label: TLP:GREEN\n");
        Assert.DoesNotContain("LINDEN", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void I_in_a_protected_persons_letter_is_the_cryptonym()
    {
        var assessed = Assess("");
        Assert.DoesNotContain(assessed.Claims, c => c.Said.Canonical.Contains("Orsova", StringComparison.Ordinal));
        Assert.Contains(assessed.Claims, c => c.Said.Canonical == "LINDEN");
        Assert.DoesNotContain(assessed.Assessment.Origins.Origins,
            o => o.Voice.Contains("Orsova", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reason_of_a_withdrawal_names_nobody_whom_a_protected_report_names()
    {
        Assess("");
        var reports = _run.Desk.Reports.OfCase("case", Clearance.DeskOwner);
        var open = reports.Single(r => r.Facts.File == "ministry.md").Id;
        var closed = reports.Single(r => r.Facts.File == "letter.md").Id;
        Assert.Equal(ReleaseRules.UnseenName, Refused(open, "Mikael Orsova says otherwise"));
        Assert.Equal(ReleaseRules.UnseenName, Refused(closed, "this is orsova's"));
        Assert.Equal(ReleaseRules.ProtectedName, Refused(closed, "LINDEN took it back"));
        Assert.Equal(ActRules.Reasoned, Refused(open, ""));
        Assert.Null(Refused(open, "the ministry took it back"));
    }

    private ReleaseRule? Refused(ReportId id, string why) => new WithdrawReports(_run.Desk.Reports)
        .Broken([id], new("analyst 1", why, DateTimeOffset.UnixEpoch), Clearance.DeskOwner)?.Rule;

    private AssessedCase Assess(string label, params IncomingFile[] more)
    {
        var file = new CaseFileReader().Read("case.yaml", Encoding.UTF8.GetBytes(Case)).Value!;
        return _run.Assess(file,
        [
            CaseRun.InMemory("ministry.md", Ministry),
            CaseRun.InMemory("letter.md", Letter.Replace("LABEL", label, StringComparison.Ordinal)),
            .. more,
        ]);
    }

    private (ReleaseDecision Decision, string Page) Brief(string label, params IncomingFile[] more)
    {
        var decision = new IssueBrief(_run.Desk.Disclosures, TimeProvider.System).Issue(Assess(label, more), "1");
        using var page = new StringWriter();
        if (decision.Brief is { } brief)
        {
            BriefHtml.Write(brief, page);
            BriefText.Write(brief, page);
        }

        return (decision, page.ToString());
    }
}
