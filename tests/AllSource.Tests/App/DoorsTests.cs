using System.Text.Json;
using AllSource.App.Cli;

namespace AllSource.Tests.App;

/// <summary>What all verbs have in common at the door: JSON, options, standard input, ways out.</summary>
[Collection(Door.Collection)]
public sealed class DoorsTests : IDisposable
{
    private const string Said = "Tomas Brandt said that the bridge was closed on Monday.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("claims", "--jsno", "--json")]
    [InlineData("claims", "--jsonll", "--jsonl")]
    [InlineData("lineage", "--threds", "--threads")]
    [InlineData("assess", "--quite", "--quiet")]
    [InlineData("doctor", "--dsk=a.db", "--desk")]
    public void A_mistyped_option_is_named_with_the_nearest_right_one_and_is_never_a_file(
        string verb, string mistyped, string right)
    {
        var (code, output, words) = Run(verb, "x.txt", mistyped);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Empty(output);
        Assert.Contains($"{mistyped.Split('=')[0]}: there is no such option", words, StringComparison.Ordinal);
        Assert.Contains($"Did you mean {right}?", words, StringComparison.Ordinal);
        Assert.DoesNotContain("no such file", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_named_like_an_option_is_given_after_two_dashes_and_words_after_an_option_are_its_own()
    {
        Assert.Contains("no such file", Run("claims", "--", "--jsno").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("no such option", Run("undo", "a-x", "--why", "not so", "--by", "me", "--desk",
            _folder.File("none.db")).Words, StringComparison.Ordinal);
        Assert.Contains("no such option", Run("claims", "--frobnicate", "x").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_understood_where_lines_are_given()
    {
        _folder.Write("a.txt", Said);
        var lines = Run("claims", _folder.File("a.txt"), "--json");
        Assert.Equal(lines, Run("claims", _folder.File("a.txt"), "--jsonl"));
        Assert.Equal("a.txt", JsonDocument.Parse(lines.Out).RootElement.GetProperty("id").GetString());
        Assert.Equal(ExitCodes.Done, Run("lineage", _folder.File("a.txt"), "--json", "--quiet").ExitCode);
        Assert.Equal("allsource/config/1", Format(Run("config", "list", "--json").Out));
        Assert.Equal("allsource/doctor/1", Format(Run("doctor", "--json", "--desk", _folder.File("none.db")).Out));
    }

    [Fact]
    public void Standard_input_is_lines_of_JSON_or_one_plain_text()
    {
        var plain = RunWith($"\n{Said}\nNobody answered.\n", "claims", "-", "--jsonl");
        Assert.Equal(ExitCodes.Done, plain.ExitCode);
        Assert.Equal("standard input", JsonDocument.Parse(plain.Out).RootElement.GetProperty("id").GetString());
        var lines = RunWith($"{{\"id\":\"a\",\"text\":\"{Said}\"}}\nbroken\n", "claims", "-", "--jsonl");
        Assert.Equal(ExitCodes.Partly, lines.ExitCode);
        Assert.Contains("line 2: this is not JSON at byte 1", lines.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", lines.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said_to_be_none()
    {
        _folder.Write("run.bin", "MZ\0\0 Bob said that he was here.");
        var (code, output, words) = Run("claims", _folder.File("run.bin"));
        Assert.Equal(ExitCodes.Partly, code);
        Assert.DoesNotContain("Bob", output, StringComparison.Ordinal);
        Assert.Contains("it is no text", words, StringComparison.Ordinal);
    }

    private static string? Format(string json) =>
        JsonDocument.Parse(json).RootElement.GetProperty("format").GetString();

    private ExecutableResult Run(params string[] args) => Door.Run(_folder.Path, args);

    private ExecutableResult RunWith(string input, params string[] args) => Door.RunWith(input, _folder.Path, args);
}
