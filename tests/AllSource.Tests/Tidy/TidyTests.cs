using System.Text.RegularExpressions;

namespace AllSource.Tests.Tidy;

/// <summary>The rules of the house that a compiler does not know.</summary>
public sealed partial class TidyTests
{
    private const int LinesMax = 500;
    private const int LinesUsual = 300;

    [Fact]
    public void No_file_is_over_500_lines_and_95_of_100_are_under_300()
    {
        var lengths = Repository.Files(".cs").Select(f => (File: Short(f), Lines: File.ReadLines(f).Count())).ToList();
        Assert.DoesNotContain(lengths, f => f.Lines > LinesMax);
        var overUsual = lengths.Where(f => f.Lines >= LinesUsual).ToList();
        Assert.True(overUsual.Count <= lengths.Count * 5 / 100, string.Join('\n', overUsual));
    }

    [Fact]
    public void No_line_is_over_120_columns() => Assert.Empty(LinesWhere((_, line) => line.Length > 120));

    [Fact]
    public void Nothing_is_left_to_do_in_the_code() => Assert.Empty(LinesWhere((_, line) => LeftToDo().IsMatch(line)));

    [Fact]
    public void There_are_no_regions_and_no_rooms_for_odds_and_ends()
    {
        Assert.Empty(LinesWhere((_, line) => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)));
        var odd = Repository.Files(".cs").Where(f => OddRoom().IsMatch(f)).Select(Short);
        Assert.Empty(odd);
    }

    [Fact]
    public void Namespaces_are_file_scoped_and_follow_the_folders()
    {
        var wrong = Repository.Files(".cs").Where(f => f.Contains("/src/AllSource/", StringComparison.Ordinal))
            .Where(f => !File.ReadLines(f).Any(line => line == $"namespace {NamespaceOf(f)};"))
            .Where(f => !f.EndsWith("AssemblyInfo.cs", StringComparison.Ordinal)).Select(Short);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_text_file_ends_with_a_line_end()
    {
        var wrong = Repository.Files(".cs", ".md", ".csproj", ".sql").Where(f => !File.ReadAllText(f).EndsWith('\n'))
            .Select(Short);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_documented_path_of_the_repository_exists()
    {
        var missing = new List<string>();
        foreach (var page in Repository.Files(".md").Append(Path.Combine(Repository.Root, "README.md")).Where(InDocs))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains(':', StringComparison.Ordinal)) continue;
                var path = Path.Combine(Path.GetDirectoryName(page)!, target);
                if (!File.Exists(path) && !Directory.Exists(path)) missing.Add($"{Short(page)}: {target}");
            }
        }

        Assert.Empty(missing);
    }

    private static bool InDocs(string file) =>
        file.Contains("/docs/", StringComparison.Ordinal) || file.EndsWith("README.md", StringComparison.Ordinal);

    private static List<string> LinesWhere(Func<string, string, bool> wrong) =>
        [.. Repository.Files(".cs").SelectMany(f => File.ReadLines(f).Select((line, i) => (f, line, i)))
            .Where(x => wrong(x.f, x.line)).Select(x => $"{Short(x.f)}:{x.i + 1}")];

    private static string NamespaceOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, "src", "AllSource"),
            file))!;
        return "AllSource" + (folder.Length == 0 ? "" : "." + folder.Replace('/', '.').Replace('\\', '.'));
    }

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + "Exception")]
    private static partial Regex LeftToDo();

    [GeneratedRegex(@"/(Common|Utils?|Helpers?|Managers?|Misc)(/|\.cs$)|Manager\.cs$|Helper\.cs$")]
    private static partial Regex OddRoom();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
