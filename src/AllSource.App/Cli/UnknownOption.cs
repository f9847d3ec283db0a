using System.CommandLine;
using System.CommandLine.Parsing;

namespace AllSource.App.Cli;

/// <summary>
/// Finds what is written like an option and is none. Without it a mistyped option of a verb that takes files would be
/// looked for on the disk.
/// </summary>
internal static class UnknownOption
{
    /// <summary>Further from an option than this many letters it is no mistyping of it.</summary>
    private const int LettersMax = 3;

    /// <summary>The sentence that names the first such word and the nearest option; null when there is none.</summary>
    public static string? Sentence(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)
            .Select(t => t.Value).Concat(parsed.UnmatchedTokens).ToHashSet(StringComparer.Ordinal);
        var word = args.TakeWhile(a => a != "--")
            .FirstOrDefault(a => a.Length > 1 && a[0] == '-' && arguments.Contains(a));
        if (word is null) return null;
        var name = word.Split('=')[0];
        var near = Names(parsed.CommandResult).Select(o => (Option: o, Letters: Distance(o, name)))
            .Where(x => x.Letters <= Math.Min(LettersMax, (name.Length - 1) / 2)).OrderBy(x => x.Letters)
            .ThenBy(x => x.Option, StringComparer.Ordinal).Select(x => x.Option).FirstOrDefault();
        var help = command is RootCommand ? "allsource --help" : $"allsource {Path(parsed.CommandResult)} --help";
        return $"{name}: there is no such option here. {(near is null ? "" : $"Did you mean {near}? ")}"
            + $"'{help}' lists the options; a file of that name is given after '--'.";
    }

    private static IEnumerable<string> Names(CommandResult? result)
    {
        for (var at = result; at is not null; at = at.Parent as CommandResult)
        {
            foreach (var option in at.Command.Options.Where(o => !o.Hidden && (at == result || o.Recursive)))
            {
                foreach (var name in option.Aliases.Prepend(option.Name)) yield return name;
            }
        }
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } above
            ? $"{Path(above)} {result.Command.Name}" : result.Command.Name;

    /// <summary>Letters to put in, take out or change (Levenshtein 1966).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
