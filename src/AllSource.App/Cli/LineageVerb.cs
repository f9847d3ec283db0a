using System.CommandLine;
using System.Globalization;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource lineage</c>: which passages the given texts share, and who repeats whom. Needs no desk.
/// </summary>
internal static class LineageVerb
{
    public static Command Build(Terminal terminal)
    {
        var input = new Argument<string[]>("in")
        {
            Description = "a .jsonl file of {\"id\",\"text\"[,\"published\",\"author\",\"title\"]} lines, "
                + "text files, a folder, or -",
            Arity = ArgumentArity.OneOrMore,
        };
        var jsonl = new Option<bool>("--jsonl")
        {
            Description = "one JSON line a passage, offsets in Unicode code points",
        };
        var pairs = new Option<FileInfo?>("--pairs")
        {
            Description = "compare only these pairs: two ids a line, tab between",
        };
        var outFile = new Option<FileInfo?>("--out") { Description = "write the result to this file" };
        var threads = new Option<int>("--threads") { Description = "threads to work with; all by default" };
        var all = new Option<bool>("--all")
        {
            Description = "also what was passed over (turns of phrase, boilerplate), with the reason",
        };
        var quiet = new Option<bool>("--quiet") { Description = "no progress" };
        var verb = new Command(
            "lineage",
            "Finds the passages that texts share, and who repeats whom.\n"
            + "Example: allsource lineage reports.jsonl --jsonl --out passages.jsonl")
        {
            input, jsonl, pairs, outFile, threads, all, quiet,
        };
        verb.SetAction((parsed, cancel) => Task.FromResult(Act(terminal, new(
            parsed.GetValue(input)!, parsed.GetValue(jsonl), parsed.GetValue(pairs), parsed.GetValue(outFile),
            new(parsed.GetValue(threads) is > 0 and var n ? n : Environment.ProcessorCount, parsed.GetValue(all)),
            parsed.GetValue(quiet)), cancel)));
        return verb;
    }

    private sealed record Options(string[] In, bool Jsonl, FileInfo? Pairs, FileInfo? Out, PassageSearch Search,
        bool Quiet);

    private static int Act(Terminal terminal, Options options, CancellationToken cancel)
    {
        var read = LineageInput.Read(terminal, options.In);
        foreach (var problem in read.Problems) terminal.Words.WriteLine($"allsource: {problem}");
        var pairs = options.Pairs is null ? null : LineageInput.ReadPairs(options.Pairs);
        var steps = new LineageSteps(terminal, options.Quiet);
        var finder = new PassageFinder(options.Search);
        var found = pairs is null
            ? finder.Find(read.Documents, steps, cancel)
            : finder.FindPairs(read.Documents, pairs, steps, cancel);
        steps.End(found.Length);
        using var file = options.Out is null ? null : Open(options.Out);
        var output = file ?? terminal.Out;
        if (options.Jsonl) LineageLines.Write(output, read.Documents, found);
        else LineageTree.Write(output, read.Documents, found);
        return read.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.Partly;
    }

    private static StreamWriter Open(FileInfo file)
    {
        try
        {
            return new(file.FullName, append: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(
                ExitCodes.Usage, $"cannot write {file}: {e.Message} Name a file in a folder that exists and is yours.");
        }
    }
}

/// <summary>
/// Progress with rate and time on standard error: one line rewritten on a screen, else a line every five seconds.
/// </summary>
internal sealed class LineageSteps(Terminal terminal, bool quiet) : IProgress<LineageProgress>
{
    private static readonly TimeSpan ScreenEvery = TimeSpan.FromSeconds(.2);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private long _told = TimeProvider.System.GetTimestamp();
    private LineageProgress? _last;

    public void Report(LineageProgress value)
    {
        _last = value;
        var every = terminal.WordsAreScreen ? ScreenEvery : LineEvery;
        if (quiet || TimeProvider.System.GetElapsedTime(_told) < every) return;
        _told = TimeProvider.System.GetTimestamp();
        terminal.Words.Write(terminal.WordsAreScreen ? $"\r{Said(value)}   " : $"{Said(value)}{Environment.NewLine}");
    }

    public void End(int passages)
    {
        if (quiet) return;
        if (terminal.WordsAreScreen) terminal.Words.Write('\r');
        var took = TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        terminal.Words.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"lineage: {_last?.Of ?? 0} documents, {passages} passages, {took:F2} s"));
    }

    private string Said(LineageProgress at)
    {
        var took = Math.Max(1e-9, TimeProvider.System.GetElapsedTime(_began).TotalSeconds);
        var rate = at.Done / took;
        var left = rate > 0 ? (at.Of - at.Done) / rate : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"lineage: {at.Done} of {at.Of} documents, {at.Passages} passages, {rate:F0} a second, {left:F0} s left");
    }
}
