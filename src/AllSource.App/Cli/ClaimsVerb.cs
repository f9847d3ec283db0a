using System.CommandLine;
using System.Text;
using AllSource.Claims;

namespace AllSource.App.Cli;

/// <summary>
/// `allsource claims`: the ledger of who says what, for measuring and for reading. One line of JSON a document, offsets
/// in code
/// points; without --jsonl, a ledger for people.
/// </summary>
internal static class ClaimsVerb
{
    public static Command Build(Terminal terminal)
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "JSON lines {\"id\",\"text\"}, text files, a folder, or - for standard input, which holds "
                + "such lines or one text.",
            Arity = ArgumentArity.OneOrMore,
        };
        var jsonl = new Option<bool>("--jsonl", "--json")
        {
            Description = "One JSON object a document on standard output.",
        };
        var output = new Option<FileInfo?>("--out") { Description = "Write to this file instead of standard output." };
        var command = new Command(
            "claims",
            "Reads who says, denies, disputes or declines what. Example: allsource claims report.txt; "
                + "allsource claims in.jsonl --jsonl")
        {
            inputs, jsonl, output,
        };
        command.SetAction((parsed, stop) => Task.FromResult(
            Read(terminal, parsed.GetRequiredValue(inputs), parsed.GetValue(jsonl), parsed.GetValue(output), stop)));
        return command;
    }

    private static int Read(Terminal terminal, string[] inputs, bool jsonl, FileInfo? output, CancellationToken stop)
    {
        var source = new TextLines(terminal);
        var reader = new ClaimReader();
        using var file = output is null ? null : Create(output);
        var sink = file ?? terminal.Out;
        foreach (var batch in source.Documents(inputs).Chunk(64))
        {
            stop.ThrowIfCancellationRequested();
            var lines = new string[batch.Length];
            Parallel.For(0, batch.Length, i => lines[i] = jsonl
                ? ClaimsJson.Line(batch[i].Id, batch[i].Text, reader)
                : LedgerText.Of(batch[i].Id, batch[i].Text, reader));
            foreach (var line in lines)
            {
                sink.Write(line);
                sink.Write('\n');
            }
        }

        sink.Flush();
        if (source.Failed == 0) return ExitCodes.Done;
        terminal.Words.WriteLine(
            $"allsource: {source.Failed} item(s) could not be read and are listed above; the rest was read.");
        return ExitCodes.Partly;
    }

    private static StreamWriter Create(FileInfo output)
    {
        try
        {
            return new StreamWriter(output.FullName, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"{output}: cannot be written ({e.Message}). Name another file with --out.");
        }
    }
}
