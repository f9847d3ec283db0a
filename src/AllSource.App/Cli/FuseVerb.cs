using System.CommandLine;
using System.Globalization;
using System.Text;
using AllSource.Fusion;
using AllSource.Fusion.Tables;
using AllSource.Kernel;

namespace AllSource.App.Cli;

/// <summary>
/// `allsource fuse`: a table of who says what, in; a belief for every value that somebody claimed, out.
/// </summary>
internal static class FuseVerb
{
    private const int LinesAPart = 1 << 13;

    public static Command Build(Terminal terminal)
    {
        var claims = new Argument<string>("claims")
        {
            HelpName = "CLAIMS.tsv",
            Description = "Lines of source, tab, object, tab, value, in UTF-8; further columns that a header names "
                + "from (whom it was taken from) and at (when). - reads standard input.",
        };
        var output = new Option<string>("--out")
        {
            HelpName = "BELIEFS.tsv",
            DefaultValueFactory = _ => "-",
            Description = "Where object, value, probability, independent origins and reports go; - is standard output.",
        };
        var copies = new Option<string?>("--copies")
        {
            HelpName = "COPIES.tsv",
            Description = "Where copier, original, probability and direction go.",
        };
        var hierarchy = new Option<string?>("--hierarchy")
        {
            HelpName = "FILE",
            Description =
                "Values that hold one another: a header and lines of id,name,parent id. The truth is the narrowest.",
        };
        var why = new Option<string?>("--why")
        {
            HelpName = "OBJECT",
            Description = "Also says what made the beliefs about one object, weight by weight.",
        };
        var outcomes = new Option<string?>("--outcomes")
        {
            HelpName = "FILE",
            Description = "Lines of object, tab, true value, as far as known: probabilities are then calibrated.",
        };
        var grades = new Option<string?>("--grades")
        {
            HelpName = "FILE",
            Description = "Lines of source, tab, A to F, and optionally how often it was right and wrong elsewhere.",
        };
        var quiet = new Option<bool>("--quiet") { Description = "No progress." };
        var verb = new Command("fuse",
            "Weighs what sources claim of objects, finds who copies whom, and says how likely each value is. "
            + "Example: allsource fuse claims.tsv --out beliefs.tsv --copies copies.tsv")
        {
            claims, output, copies, hierarchy, outcomes, grades, why, quiet,
        };
        verb.SetAction(parsed => Fuse(terminal, new(
            parsed.GetValue(claims)!, parsed.GetValue(output)!, parsed.GetValue(copies), parsed.GetValue(hierarchy),
            parsed.GetValue(outcomes), parsed.GetValue(grades), parsed.GetValue(why), parsed.GetValue(quiet))));
        return verb;
    }

    private sealed record Asked(string Claims, string Out, string? Copies, string? Hierarchy, string? Outcomes,
        string? Grades, string? Why, bool Quiet);

    private static int Fuse(Terminal terminal, Asked asked)
    {
        var hierarchy = asked.Hierarchy is null ? null : ReadLines(asked.Hierarchy, Hierarchy.Read);
        var outcomes = asked.Outcomes is null ? null : ReadLines(asked.Outcomes, TableOutcomes.Read);
        var starts = asked.Grades is null ? null : ReadLines(asked.Grades, SourceStarts.Read);
        var fused = Waiting.For(terminal, asked.Quiet, progress =>
        {
            var table = Read(asked.Claims, progress);
            progress?.Report(new("fuse", 0, table.ClaimCount));
            var beliefs = TableFusion.Fuse(table, hierarchy, outcomes, starts);
            progress?.Report(new("fuse", table.ClaimCount, table.ClaimCount));
            return beliefs;
        });
        Write(terminal, asked.Out, writer => WriteBeliefs(fused, writer));
        if (asked.Copies is not null) Write(terminal, asked.Copies, writer => WriteCopies(fused, writer));
        if (!asked.Quiet) terminal.Words.WriteLine(fused.CalibratedBy == 0
            ? "The probabilities are uncalibrated: no outcomes of these objects were given (--outcomes)."
            : $"The probabilities are calibrated by {fused.CalibratedBy} known outcomes, none of them by its own.");
        if (asked.Why is not null) Explain(terminal, fused, asked.Why);
        return ExitCodes.Done;
    }

    /// <summary>Parts are put into words side by side and written in order.</summary>
    private static void WriteBeliefs(FusedTable fused, TextWriter writer)
    {
        var texts = new StringBuilder[2 * Environment.ProcessorCount];
        for (var first = 0; first < fused.Count; first += texts.Length * LinesAPart)
        {
            var start = first;
            Parallel.For(0, texts.Length, part =>
            {
                texts[part] = (texts[part] ?? new()).Clear();
                var from = start + (part * LinesAPart);
                for (var i = from; i < Math.Min(fused.Count, from + LinesAPart); i++) Append(texts[part], fused[i]);
            });
            foreach (var text in texts) writer.Write(text);
        }
    }

    private static void Append(StringBuilder text, in FusedValue f) => text.Append(CultureInfo.InvariantCulture,
        $"{f.Object}\t{f.Value}\t{f.Probability:0.######}\t{f.Origins:0.###}\t{f.Reports}\n");

    private static void WriteCopies(FusedTable fused, TextWriter writer)
    {
        foreach (var c in fused.Copies)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                    $"{c.Copier}\t{c.Original}\t{c.Probability:0.####}\t{c.Direction:0.####}\n"));
        }
    }

    private static void Explain(Terminal terminal, FusedTable fused, string name)
    {
        var reasons = fused.Why(name);
        if (reasons.IsEmpty) throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
            $"nobody claims anything of {name}.");
        foreach (var sentence in reasons) terminal.Words.WriteLine(sentence);
    }

    private static ClaimTable Read(string path, IProgress<Desk.Progress>? progress)
    {
        using var stream = path == "-" ? Console.OpenStandardInput() : Open(path);
        var parsed = ClaimTableReader.Read(stream, path == "-" ? "standard input" : path,
            n => progress?.Report(new("read", (int)n, null)));
        return parsed.Value ?? throw Bad(parsed.Findings[0]);
    }

    private static T ReadLines<T>(string path, Func<IEnumerable<string>, string, Parsed<T>> read)
        where T : class
    {
        using var reader = new StreamReader(Open(path), new UTF8Encoding(false, true));
        try
        {
            var parsed = read(Lines(reader), path);
            return parsed.Value ?? throw Bad(parsed.Findings[0]);
        }
        catch (DecoderFallbackException)
        {
            throw new VerbException(ExitCodes.Usage, $"{path}: the bytes are not UTF-8.");
        }
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static VerbException Bad(Finding finding) => new(ExitCodes.Usage, finding.ToString());

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16,
                FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Usage, $"{path} cannot be read: {e.Message}");
        }
    }

    private static void Write(Terminal terminal, string path, Action<TextWriter> write)
    {
        if (path == "-")
        {
            write(terminal.Out);
            terminal.Out.Flush();
            return;
        }

        try
        {
            using var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
            write(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed, $"{path} cannot be written: {e.Message}");
        }
    }
}
