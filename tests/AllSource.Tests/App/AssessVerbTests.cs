using System.Text.Json;
using AllSource.Tests.Cases;
using Microsoft.Data.Sqlite;

namespace AllSource.Tests.App;

/// <summary>The main job as a user runs it; where it says so, in a process of its own.</summary>
[Collection(Door.Collection)]
public sealed class AssessVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_case_ends_with_the_path_of_the_brief()
    {
        var run = RunProcess("assess", HarbourKey.Folder);
        Assert.Equal(0, run.ExitCode);
        var last = run.Words.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("brief: ", last, StringComparison.Ordinal);
        var brief = File.ReadAllText(Path.Combine(_folder.Path, last["brief: ".Length..]));
        Assert.Contains("TLP:AMBER", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("HERON", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("KESTREL", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("HERON", run.Out, StringComparison.Ordinal);
        Assert.Contains("inspection-schedule-2026.xlsx", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_again_doubles_nothing()
    {
        Run("assess", HarbourKey.Folder);
        var first = File.ReadAllBytes(Path.Combine(_folder.Path, "out", "harbour", "assessment.json"));
        var run = Run("assess", HarbourKey.Folder);
        Assert.Contains("20 already here", run.Words, StringComparison.Ordinal);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(_folder.Path, "out", "harbour", "assessment.json")));
    }

    [Fact]
    public void Json_is_one_document_on_standard_output()
    {
        var run = RunProcess("assess", HarbourKey.Folder, "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("harbour", json.RootElement.GetProperty("case").GetString());
        foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray().Take(5))
        {
            Assert.True(claim.GetProperty("cue").GetArrayLength() > 0);
        }
    }

    [Fact]
    public void The_name_of_a_file_never_stands_for_a_source()
    {
        _folder.Write("gate/Ivo Brandt, our man in customs.txt",
            "---\ntitle: Talk with Mara Brenner\n---\n"
            + "The harbour gate was left open on Sunday by two guards. The guard captain said that the key was lost.");
        var run = Run("assess", "gate");
        Assert.Equal(0, run.ExitCode);
        var brief = File.ReadAllText(Path.Combine(_folder.Path, "out", "gate", "brief.html"));
        Assert.Contains("left open on Sunday", brief, StringComparison.Ordinal);
        foreach (var told in (string[])[run.Out, brief])
        {
            Assert.DoesNotContain("Brenner", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Brandt", told, StringComparison.Ordinal);
            Assert.DoesNotContain("customs", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_that_was_not_read_says_nothing_in_the_brief()
    {
        _folder.Write("two/one.txt", "The bridge was closed at noon, the harbour master said on Monday.");
        _folder.Write("two/german.txt",
            "Der Bürgermeister bestritt, dass er Geld genommen hat. Die Brücke ist seit dem Mittag geschlossen.");
        var run = Run("assess", "two");
        Assert.Contains("was taken from it", run.Words, StringComparison.Ordinal);
        var brief = File.ReadAllText(Path.Combine(_folder.Path, "out", "two", "brief.html"));
        Assert.Contains("harbour master", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("rgermeister", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_bare_texts_works_without_a_case_file()
    {
        _folder.Write("bare/one.txt", "The bridge was closed at noon, the harbour master said on Monday.");
        _folder.Write("bare/two.txt",
            "The bridge was closed at noon, the harbour master said on Monday. Nobody was hurt.");
        var run = Run("assess", "bare");
        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "out", "bare", "brief.html")));
    }

    [Fact]
    public void An_empty_folder_gets_a_sentence()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        var run = Run("assess", "empty");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no report", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_found() => Assert.Equal(3, Run("assess", "nowhere").ExitCode);

    [Fact]
    public void A_bad_file_among_good_ones_loses_nothing_else()
    {
        _folder.Write("case/good.txt", "The bridge was closed at noon, the harbour master said on Monday.");
        File.WriteAllBytes(_folder.File("case/binary.txt"), [0, 1, 2, 3, 0, 255, 254, 7, 0, 0, 9, 8, 1, 1, 0, 3]);
        var run = Run("assess", "case");
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("binary.txt", run.Words, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "out", "case", "brief.html")));
    }

    [Fact]
    public void A_case_file_with_an_unknown_key_names_line_and_column_and_takes_nothing_in()
    {
        _folder.Write("case/one.txt", "The bridge was closed.");
        _folder.Write("case/case.yaml", "case: one\nqestion: Why?\n");
        var run = Run("assess", "case");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 2", run.Words, StringComparison.Ordinal);
        Assert.Contains("column 1", run.Words, StringComparison.Ordinal);
        Assert.Contains("question", run.Words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Fact]
    public void A_desk_of_a_newer_version_is_left_alone_with_exit_code_7()
    {
        _folder.Write("case/one.txt", "The bridge was closed, the harbour master said.");
        Run("assess", "case", "--desk", "desk.db");
        using (var db = new SqliteConnection($"Data Source={_folder.File("desk.db")};Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var run = Run("assess", "case", "--desk", "desk.db");
        Assert.Equal(7, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_200_MB_is_refused_by_name_and_the_rest_is_read()
    {
        _folder.Write("case/good.txt", "The bridge was closed at noon, the harbour master said on Monday.");
        using (var large = File.CreateText(_folder.File("case/large.txt")))
        {
            var megabyte = string.Concat(Enumerable.Repeat("The quay was shut.\n", (1 << 20) / 19 + 1));
            for (var i = 0; i < 200; i++) large.Write(megabyte);
        }

        var run = Run("assess", "case");
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("large.txt", run.Words, StringComparison.Ordinal);
        Assert.Contains("200 MB", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_withdrawn_counts_nowhere_and_stays_withdrawn()
    {
        Run("assess", HarbourKey.Folder);
        var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "out", "harbour",
            "assessment.json")));
        var id = json.RootElement.GetProperty("reports")[0].GetProperty("id").GetString()!;
        Assert.Equal(2, Run("withdraw", id, "--by", "analyst 1", "--why", "fabricated").ExitCode);
        Assert.Equal(0, Run("withdraw", id, "--by", "analyst 1", "--why", "fabricated", "--yes").ExitCode);
        Assert.Equal(3, Run("withdraw", id, "--by", "analyst 1", "--why", "fabricated", "--yes").ExitCode);
        var again = Run("assess", HarbourKey.Folder, "--json");
        Assert.DoesNotContain(id, again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_has_help_with_an_example()
    {
        foreach (var verb in new[] { "assess", "claims", "lineage", "fuse", "withdraw", "config", "doctor" })
        {
            var run = Run(verb, "--help");
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("Example", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Settings_say_where_they_come_from()
    {
        _folder.Write("allsource.json", """{ "desk": "mine.db" }""");
        var run = RunProcess("config", "list");
        Assert.Contains("desk\tmine.db\tallsource.json", run.Out, StringComparison.Ordinal);
        Assert.Contains("scale\ticd203\tdefault", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_a_usage_error() =>
        Assert.Equal(2, RunProcess("assess", "x", "--nonsense").ExitCode);

    [Fact]
    public void The_doctor_finds_a_healthy_desk()
    {
        _folder.Write("case/one.txt", "The bridge was closed, the harbour master said.");
        Run("assess", "case");
        Assert.Equal(0, Run("doctor").ExitCode);
    }

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);

    private ExecutableResult RunProcess(params string[] args) => Executable.Run(_folder.Path, args);
}
