using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AllSource.Fusion;
using AllSource.Kernel;

namespace AllSource.App.Cli;

/// <summary>`allsource fuse`: a table of who says what, in; a belief for every value that somebody claimed, out.</summary>
internal static class FuseVerb
{
    public static Command Build(Terminal terminal)
    {
        var claims = new Argument<string>("claims")
        {
            HelpName = "CLAIMS.tsv", Description = "Lines of source, tab, object, tab, value, in UTF-8; - reads standard input.",
        };
        var output = new Option<string>("--out")
        {
            HelpName = "BELIEFS.tsv", DefaultValueFactory = _ => "-",
            Description = "Where object, value, probability, independent origins and reports go; - is standard output.",
        };
        var copies = new Option<string?>("--copies")
        {
            HelpName = "COPIES.tsv", Description = "Where copier, original, probability and direction go.",
        };
        var verb = new Command("fuse",
            "Weighs what sources claim of objects, finds who copies whom, and says how likely each value is. "
            + "Example: allsource fuse claims.tsv --out beliefs.tsv --copies copies.tsv")
        {
            claims, output, copies,
        };
        verb.SetAction(parsed => Fuse(
            terminal, parsed.GetValue(claims)!, parsed.GetValue(output)!, parsed.GetValue(copies)));
        return verb;
    }

    private static int Fuse(Terminal terminal, string claims, string output, string? copies)
    {
        var clock = Stopwatch.StartNew();
        var progress = new Progress(terminal, clock);
        var table = Read(claims, progress);
        progress.Say("fuse", table.ClaimCount);
        var fused = TableFusion.Fuse(table);
        Write(terminal, output, writer =>
        {
            for (var i = 0; i < fused.Count; i++)
            {
                var f = fused[i];
                writer.Write(f.Object);
                writer.Write('\t');
                writer.Write(f.Value);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"\t{f.Probability:0.######}\t{f.Origins:0.###}\t{f.Reports}\n"));
            }
        });
        if (copies is not null)
        {
            Write(terminal, copies, writer =>
            {
                foreach (var c in fused.Copies)
                {
                    writer.Write(string.Create(
                        CultureInfo.InvariantCulture, $"{c.Copier}\t{c.Original}\t{c.Probability:0.####}\t{c.Direction:0.####}\n"));
                }
            });
        }

        progress.Done(table.ClaimCount);
        return ExitCodes.Done;
    }

    private static ClaimTable Read(string path, Progress progress)
    {
        using var stream = path == "-" ? Console.OpenStandardInput() : Open(path);
        var parsed = ClaimTableReader.Read(stream, path == "-" ? "standard input" : path, n => progress.Say("read", n));
        return parsed.Value ?? throw Bad(parsed.Findings[0]);
    }

    private static VerbException Bad(Finding finding) => new(ExitCodes.Usage, finding.ToString());

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
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

    /// <summary>Nothing within the first second; then a line every five, with the rate.</summary>
    private sealed class Progress(Terminal terminal, Stopwatch clock)
    {
        private double _next = 1;

        public void Say(string step, long claims)
        {
            var now = clock.Elapsed.TotalSeconds;
            if (now < _next) return;
            _next = now + 5;
            terminal.Words.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{step}: {claims:N0} claims, {claims / now:N0} a second, {now:0.0} s"));
        }

        public void Done(long claims)
        {
            var now = clock.Elapsed.TotalSeconds;
            if (now < 1) return;
            terminal.Words.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"done: {claims:N0} claims, {claims / now:N0} a second, {now:0.0} s"));
        }
    }
}
