using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using AllSource.App.Cases;
using AllSource.App.Pages;
using AllSource.Desk;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource lineage</c>: which passages the given texts share, and who repeats whom. Needs no desk.
/// </summary>
internal static class LineageVerb
{
    private const string NoActs = "lineage: by passages and dates alone; links and cuts that analysts made on the case "
        + "are applied by 'assess' and 'ledger'.";

    public static Command Build(Terminal terminal)
    {
        var input = new Argument<string[]>("in")
        {
            Description = "a .jsonl file of {\"id\",\"text\"[,\"published\",\"author\",\"title\"]} lines, "
                + "text files, a folder, or -",
            Arity = ArgumentArity.ZeroOrMore, // none only where an index is tended to
        };
        var jsonl = new Option<bool>("--jsonl", "--json")
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
        var html = new Option<FileInfo?>("--html")
        {
            Description = "write a page for the desk: origins over time, and passages side by side",
        };
        var between = new Option<string[]>("--between")
        {
            Description = "show only these two, by id; with --html both whole texts beside each other",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var quiet = new Option<bool>("--quiet") { Description = "no progress" };
        var verb = new Command(
            "lineage",
            "Finds the passages that texts share, and who repeats whom.\n"
            + "Examples: allsource lineage reports.jsonl --jsonl --out passages.jsonl\n"
            + "          allsource lineage samples/harbour --html lineage.html\n"
            + "          allsource lineage held.jsonl today.jsonl --index desk.index")
        {
            input, jsonl, pairs, outFile, html, between, threads, all, quiet,
        };
        var index = new IndexDoor();
        index.AddTo(verb);
        verb.SetAction((parsed, cancel) => Task.FromResult(Act(terminal, new(
            parsed.GetValue(input)!, parsed.GetValue(jsonl), parsed.GetValue(pairs), parsed.GetValue(outFile),
            parsed.GetValue(html), parsed.GetValue(between),
            new(parsed.GetValue(threads) is > 0 and var n ? n : Environment.ProcessorCount, parsed.GetValue(all)),
            parsed.GetValue(quiet), index.IsAsked(parsed) ? index : null, parsed), cancel)));
        return verb;
    }

    private sealed record Options(string[] In, bool Jsonl, FileInfo? Pairs, FileInfo? Out, FileInfo? Html,
        string[]? Between, PassageSearch Search, bool Quiet, IndexDoor? Index, ParseResult Parsed);

    private static int Act(Terminal terminal, Options options, CancellationToken cancel)
    {
        if (options.In.Length == 0 && options.Index?.NeedsNoTexts(options.Parsed) != true)
        {
            throw new VerbException(ExitCodes.Usage,
                "no texts are named. Name a .jsonl file, text files, a folder, or - for standard input.");
        }

        var read = LineageInput.Read(terminal, options.In);
        var pairs = options.Pairs is null ? null : LineagePairs.Read(options.Pairs, read);
        foreach (var problem in read.Problems) terminal.Words.WriteLine($"allsource: {problem}");
        var two = options.Between is [var x, var y] ? TwoOf(read.Documents, x, y) : null;
        var began = TimeProvider.System.GetTimestamp();
        var finder = new PassageFinder(options.Search);
        var told = options.Index?.Act(
            options.Parsed, terminal, read.Documents, options.Search.KeepPassedOver, cancel);
        if (told is { Found: null }) return read.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.Partly;
        var found = told?.Found ?? Waiting.For(terminal, options.Quiet, progress =>
        {
            var steps = progress is null ? null : new LineageSteps(progress);
            return pairs is null ? finder.Find(read.Documents, steps, cancel)
                : finder.FindPairs(read.Documents, pairs, steps, cancel);
        });
        if (!options.Quiet) terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"lineage: {LineageTree.Counted(read.Documents.Count, "document")}, "
            + $"{LineageTree.Counted(found.Length, "passage")}, "
            + $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:F2} s"));
        if (pairs is null && told is null) found = CommonSources.Mark(found, read.Documents);
        if (two is var (a, b)) found = [.. found.Where(p => IsOf(p, a.Id, b.Id))];
        if (options.Html is { } page) WritePage(terminal, page, read.Documents, found, two);
        if (options.Html is null || options.Out is not null || options.Jsonl)
            WriteFound(terminal, options, read, found);
        if (!options.Quiet && options.In.Any(CaseTexts.IsCase)) terminal.Words.WriteLine(NoActs);
        return told is { IsDamaged: true } ? ExitCodes.IntegrityBroken
            : read.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.Partly;
    }

    private static void WriteFound(
        Terminal terminal, Options options, LineageInput read, ImmutableArray<Passage> found)
    {
        using var file = options.Out is null ? null : Open(options.Out);
        var output = file ?? terminal.Out;
        if (options.Jsonl) LineageLines.Write(output, read.Documents, found);
        else LineageTree.Write(output, read.Documents, found);
    }

    private static void WritePage(
        Terminal terminal, FileInfo file, IReadOnlyList<LineageDocument> documents, ImmutableArray<Passage> found,
        (LineageDocument A, LineageDocument B)? two)
    {
        using (var writer = Open(file))
        {
            writer.NewLine = "\n";
            if (two is var (a, b)) SideBySide.Write(writer, a, b, found);
            else new LineagePage(documents, found).Write(writer);
        }

        terminal.Words.WriteLine($"page: {file}");
    }

    /// <summary>The two named, in the order of their ids, which is the order that passages have.</summary>
    private static (LineageDocument A, LineageDocument B)? TwoOf(
        IReadOnlyList<LineageDocument> documents, string x, string y)
    {
        LineageDocument One(string id) => documents.FirstOrDefault(d => d.Id == id) ?? throw new VerbException(
            ExitCodes.NotFoundOrNotAllowed, $"--between: no text has the id '{id}'. Ids are the \"id\" of a line, or "
            + "the file's name within its folder.");
        var (a, b) = (One(x), One(y));
        if (x == y) throw new VerbException(ExitCodes.Usage, "--between: name two different texts.");
        return string.CompareOrdinal(x, y) < 0 ? (a, b) : (b, a);
    }

    private static bool IsOf(Passage passage, string a, string b) => passage.A == a && passage.B == b;

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
