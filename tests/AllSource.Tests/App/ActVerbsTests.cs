using System.Text.Json;
using AllSource.Claims;

namespace AllSource.Tests.App;

/// <summary>Acts as an analyst does them, one of them in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class ActVerbsTests : IDisposable
{
    private const string Denial =
        "The bridge was closed at noon, the harbour master Ada Voss said on Monday. \"Nobody was hurt,\" she said.";

    private readonly TemporaryFolder _folder = new();

    public ActVerbsTests() => _folder.Write("case/one.txt", Denial);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_correction_changes_the_next_assessment_and_undone_leaves_it_as_it_was()
    {
        Run("assess", "case");
        var before = Assessment();
        var claim = ClaimOf(before, "Ada Voss");
        var corrected = Executable.Run(_folder.Path, "correct", "case", claim, "--act", "deny", "--by", "analyst 1",
            "--why", "heard the tape");
        Assert.Equal(0, corrected.ExitCode);
        Run("assess", "case");
        var after = JsonDocument.Parse(Assessment()).RootElement.GetProperty("claims").EnumerateArray()
            .First(c => c.GetProperty("act").GetString() == "deny");
        Assert.Contains("changed by analyst 1", after.GetProperty("why").GetString(), StringComparison.Ordinal);

        var listed = Run("acts", "case", "--json");
        var act = JsonDocument.Parse(listed.Out).RootElement.GetProperty("acts")[0];
        Assert.Equal("attribution-changed", act.GetProperty("kind").GetString());
        Assert.Equal(0, Run("acts", "case", "--export", "lines.jsonl").ExitCode);
        AssertTrainable(Assert.Single(File.ReadAllLines(_folder.File("lines.jsonl"))));

        var id = act.GetProperty("id").GetString()!;
        Assert.Equal(0, Run("undo", id, "--by", "analyst 2", "--why", "it was another tape").ExitCode);

        // Into another folder: beside earlier results an assessment says what changed since.
        Run("assess", "case", "--out", "again");
        Assert.Equal(before, Assessment("again"));
        Assert.Contains("undone", Run("acts", "case", "--all").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_claim_is_found_by_the_ids_that_it_had_before()
    {
        Run("assess", "case");
        var first = ClaimOf(Assessment(), "Ada Voss");
        string[] signed = ["--by", "analyst 1", "--why", "because"];
        Assert.Equal(0, Run(["correct", "case", first, "--act", "deny", .. signed]).ExitCode);
        var second = ClaimOf(Ledger(), "Ada Voss", "deny");
        Assert.NotEqual(first, second);
        Assert.Equal(0, Run(["correct", "case", first, "--act", "dispute", .. signed]).ExitCode);
        Assert.NotEqual(second, ClaimOf(Ledger(), "Ada Voss", "dispute"));
        Assert.Equal(0, Run(["correct", "case", second, "--act", "doubt", .. signed]).ExitCode);
        Assert.NotEmpty(ClaimOf(Ledger(), "Ada Voss", "doubt"));
    }

    [Fact]
    public void What_is_not_there_gets_one_sentence_and_exit_code_3()
    {
        Run("assess", "case");
        string[] signed = ["--by", "analyst 1", "--why", "because"];
        var claim = Run(["correct", "case", "c-nosuchclaim23456", "--reject", .. signed]);
        var report = Run(["cut", "case", "r-nosuchreport2345", "r-nosuchreport6789", .. signed]);
        var undo = Run(["undo", "a-nosuchact2345678", .. signed]);
        Assert.All([claim, report, undo], run => Assert.Equal(3, run.ExitCode));
        Assert.All([claim, report, undo], run => Assert.Contains("there is no such", run.Words,
            StringComparison.Ordinal));
        Assert.Equal(3, Run("acts", "nowhere").ExitCode);
        Assert.Equal(3, Run("acts", "case", "--desk", "nowhere.db").ExitCode);
    }

    [Fact]
    public void An_act_needs_an_author_and_one_thing_to_do()
    {
        Run("assess", "case");
        var claim = ClaimOf(Assessment(), "Ada Voss");
        var nobody = Run("correct", "case", claim, "--accept", "--why", "because");
        Assert.Equal(2, nobody.ExitCode);
        Assert.Contains("--by", nobody.Words, StringComparison.Ordinal);
        Assert.Equal(2, Run("correct", "case", claim, "--accept", "--reject", "--by", "a", "--why", "b").ExitCode);
        var lost = Run("correct", "case", claim, "--content", "not in the report", "--by", "a", "--why", "b");
        Assert.Equal(2, lost.ExitCode);
        Assert.Contains("content: these words do not stand", lost.Words, StringComparison.Ordinal);
    }

    private static void AssertTrainable(string line)
    {
        AllSource.App.Cli.TrainVerb.Add(new ClaimTrainer(), line, byGuide: true);
        var root = JsonDocument.Parse(line).RootElement;
        var text = root.GetProperty("text").GetString()!;
        var said = root.GetProperty("attributions")[0];
        var cue = said.GetProperty("cue")[0];
        Assert.Equal("said", text[cue[0].GetInt32()..cue[1].GetInt32()]);
        Assert.Equal("deny", said.GetProperty("act").GetString());
    }

    private static string ClaimOf(string assessment, string who) => JsonDocument.Parse(assessment).RootElement
        .GetProperty("claims").EnumerateArray().First(c => c.GetProperty("canonical").GetString() == who)
        .GetProperty("id").GetString()!;

    private static string ClaimOf(string ledger, string who, string act) => JsonDocument.Parse(ledger).RootElement
        .GetProperty("rows").EnumerateArray().First(c => c.GetProperty("canonical").GetString() == who
            && c.GetProperty("act").GetString() == act).GetProperty("claim").GetString()!;

    private string Ledger() => Run("ledger", "case", "--json", "--quiet").Out;

    private string Assessment(string output = "out") =>
        File.ReadAllText(Path.Combine(_folder.Path, output, "case", "assessment.json"));

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);
}
