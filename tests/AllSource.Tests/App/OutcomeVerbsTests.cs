using System.Text.Json;

namespace AllSource.Tests.App;

/// <summary>A judgment is resolved, scored, and taken back; the resolving in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class OutcomeVerbsTests : IDisposable
{
    private const string Case = """
        hypotheses:
          - {id: H1, text: The wind tore the crane loose.}
          - {id: H2, text: The clamps were worn.}
        sources:
          - {id: Ada Voss, kind: person, reliability: B}
        evidence:
          - {id: E1, what: a strong gust tore the crane loose, cells: {H1: CC, H2: II}}
        """;

    private const string Matrix = """
        rows:
          - {id: E1, cells: {H1: I, H2: C}}
        """;

    private readonly TemporaryFolder _folder = new();

    public OutcomeVerbsTests()
    {
        _folder.Write("case/case.yaml", Case);
        _folder.Write("case/matrix-mara.yaml", Matrix);
        _folder.Write("case/one.txt",
            "A strong gust tore the crane loose, the harbour master Ada Voss said on Monday.");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_resolved_judgment_is_scored_by_desk_topic_analyst_and_source_until_it_is_undone()
    {
        Assert.Equal(0, Run("assess", "case").ExitCode);
        var resolved = Executable.Run(_folder.Path, "resolve", "case", "H1", "true", "--topic", "cranes", "--by",
            "analyst 1", "--why", "seen", "--json");
        Assert.Equal(0, resolved.ExitCode);
        var report = JsonDocument.Parse(Run("outcomes", "--json", "--html", "out/o.html").Out).RootElement;
        Assert.Equal(1, report.GetProperty("judgments").GetInt32());
        string[] Groups(int i) => [.. report.GetProperty("by")[i].GetProperty("groups").EnumerateArray()
            .Select(g => g.GetProperty("name").GetString()!)];
        Assert.Equal(["desk"], Groups(0));
        Assert.Equal(["cranes"], Groups(1));
        Assert.Equal(["mara", "the desk"], Groups(2));
        Assert.Equal(["Ada Voss"], Groups(3));
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(_folder.Path, "out", "o.html")),
            StringComparison.Ordinal);

        var id = JsonDocument.Parse(resolved.Out).RootElement.GetProperty("acts")[0].GetProperty("id").GetString()!;
        Assert.Equal(0, Run("undo", id, "--by", "analyst 2", "--why", "too soon").ExitCode);
        Assert.Contains("No judgment was resolved yet", Run("outcomes").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_fallen_source_would_weaken_is_told_and_nothing_is_written_down()
    {
        Run("assess", "case");
        var told = Run("whatif", "case", "--without", "Ada Voss");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("WEAKER", told.Out, StringComparison.Ordinal);
        Assert.Contains("H1: from ", told.Out, StringComparison.Ordinal);
        Assert.Equal(3, Run("whatif", "case", "--without", "Nobody Atall").ExitCode);
        Assert.Equal(2, Run("whatif", "case").ExitCode);
    }

    [Fact]
    public void An_outcome_or_a_judgment_that_is_none_gets_one_sentence()
    {
        Run("assess", "case");
        string[] signed = ["--by", "analyst 1", "--why", "because"];
        Assert.Equal(2, Run(["resolve", "case", "H1", "perhaps", .. signed]).ExitCode);
        var unknown = Run(["resolve", "case", "H9", "true", .. signed]);
        Assert.Equal(3, unknown.ExitCode);
        Assert.Contains("Judged are: H1, H2.", unknown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_hypotheses_that_exclude_each_other_one_comes_true_and_stays_so_until_it_is_taken_back()
    {
        Run("assess", "case");
        string[] signed = ["--by", "analyst 1", "--why", "because"];
        var first = Run(["resolve", "case", "H1", "true", .. signed]);
        var other = Run(["resolve", "case", "H2", "true", .. signed]);
        Assert.Equal(5, other.ExitCode);
        Assert.Contains("H1 was resolved as true before", other.Words, StringComparison.Ordinal);
        Assert.Equal(5, Run(["resolve", "case", "H1", "false", .. signed]).ExitCode);
        Assert.Equal(0, Run(["resolve", "case", "H2", "false", .. signed]).ExitCode);

        var typed = first.Words[first.Words.IndexOf("undo ", StringComparison.Ordinal)..].Trim();
        Assert.Contains("--by 'analyst 1' --why", typed, StringComparison.Ordinal);
        var id = typed.Split(' ')[1];
        Assert.Equal(0, Run(["undo", id, .. signed]).ExitCode);
        Assert.Equal(0, Run(["resolve", "case", "H1", "false", .. signed]).ExitCode);
    }

    [Fact]
    public void Undoing_an_act_that_nobody_did_answers_as_a_withdrawal_of_nothing_does()
    {
        Run("assess", "case");
        string[] signed = ["--by", "analyst 1", "--why", "because", "--json"];
        var undone = Run(["undo", "a-abcdefgh23456789", .. signed]);
        Assert.Equal(3, undone.ExitCode);
        Assert.False(JsonDocument.Parse(undone.Out).RootElement.GetProperty("undone_now").GetBoolean());
    }

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);
}
