using AllSource.Desk;
using AllSource.Reports;

namespace AllSource.Tests.Cases;

/// <summary>A copy is not a second source, whatever report it is a copy of and however many there are.</summary>
public sealed class EchoTests
{
    private const int Copies = 50;

    [Theory]
    [InlineData("osint/orrin-statement-1.txt")]
    [InlineData("osint/northgate-wire.txt")]
    [InlineData("osint/lighterman.html")]
    [InlineData("humint/2026-09-18-heron.md")]
    public void Fifty_copies_of_a_report_move_no_origin_no_grade_no_likelihood(string original)
    {
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        var before = CaseRun.Once(file, files);
        var text = before.Reports.Single(r => r.Facts.File == original).Text;
        var echoes = Enumerable.Range(0, Copies).Select(i => CaseRun.InMemory($"echo/copy-{i:00}.txt",
            $"""
            ---
            source: Outlet {i}
            published: 2026-10-{1 + (i % 28):00}T12:00:00+02:00
            label: TLP:CLEAR
            ---
            {text}
            """));
        var after = CaseRun.Once(file, [.. files, .. echoes]);
        Assert.Equal(before.Reports.Length + Copies, after.Reports.Length);
        Assert.Equal(Told(before), Told(after));
    }

    [Fact]
    public void One_independent_report_moves_the_likelihood()
    {
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        var before = CaseRun.Once(file, files);
        var after = CaseRun.Once(file, [.. files, CaseRun.InMemory("osint/divers.md",
            """
            ---
            discipline: osint
            source: Harbour Divers Bulletin
            published: 2026-09-25T09:00:00+02:00
            ---
            A bridging cable joined the terminals in the clamp cabinet of crane 4, so that open clamps showed as shut,
                our own
            divers found when they searched the quay wall.
            """)]);
        Assert.NotEqual(
            before.Assessment.Hypotheses.Single(h => h.Id == "H2").Posterior,
            after.Assessment.Hypotheses.Single(h => h.Id == "H2").Posterior);
        Assert.Equal(1 + Row(before, "E3").Origins, Row(after, "E3").Origins);
    }

    private static AllSource.Assessments.MatrixRow Row(AssessedCase assessed, string id) =>
        assessed.Assessment.Matrix.Single(r => r.Id == id);

    private static List<string> Told(AssessedCase assessed) =>
    [
        .. assessed.Assessment.Hypotheses.Select(h => $"{h.Id} {h.Posterior:F9} {h.Likelihood.Word}"),
        .. assessed.Assessment.Judgments.Select(j => $"{j.About} {j.Confidence.Level} {j.Origins}"),
        .. assessed.Assessment.Matrix.Select(r => $"{r.Id} {r.Origins} {r.DisputingOrigins} {r.Belief.Probability:F9}"),
        .. assessed.Assessment.Sources.Where(s => !s.Voice.StartsWith("Outlet ", StringComparison.Ordinal))
            .Select(s => $"{s.Voice} {s.Suggested}"),
    ];
}
