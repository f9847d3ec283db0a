using System.CommandLine;

namespace AllSource.App.Cli;

/// <summary>Parses the arguments, runs the verb, and turns whatever it answers into words and an exit code.</summary>
internal static class Run
{
    public static int Verb(IReadOnlyList<string> args, Terminal terminal)
    {
        var parsed = Verbs.Root(terminal).Parse(args);
        if (UnknownOption.Sentence(parsed, args) is { } unknown)
        {
            terminal.Words.WriteLine($"allsource: {unknown}");
            return ExitCodes.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) terminal.Words.WriteLine($"allsource: {error.Message}");
            terminal.Words.WriteLine("Try 'allsource --help'.");
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Out,
            Error = terminal.Words,
        };
        try
        {
            return parsed.Invoke(invocation);
        }
        catch (VerbException e)
        {
            terminal.Words.WriteLine($"allsource: {e.Message}");
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.Words.WriteLine(
                "allsource: interrupted. What was already taken in is kept; the next run continues.");
            return ExitCodes.Interrupted;
        }
    }
}
