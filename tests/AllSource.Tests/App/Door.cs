using AllSource.App.Cli;

namespace AllSource.Tests.App;

/// <summary>
/// The executable's own entry, called in this process: a verb starts at once, and what it runs is compiled once for all
/// tests. What only a process has (its streams, exit code, signals, settings around it) is tested through
/// <see cref="Executable"/>, by a test or two of nearly every class. The classes are one collection, because a process
/// has one current folder; nothing else in these tests goes by it.
/// </summary>
internal static class Door
{
    public const string Collection = "the executable's entry";

    private static readonly Lock OneAtATime = new();

    static Door()
    {
        foreach (var name in Executable.Variables) Environment.SetEnvironmentVariable(name, null);
    }

    public static ExecutableResult Run(string folder, params string[] args) => RunWith("", folder, args);

    /// <param name="input">What stands on standard input.</param>
    public static ExecutableResult RunWith(string input, string folder, params string[] args)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var words = new StringWriter();
        lock (OneAtATime)
        {
            var before = Environment.CurrentDirectory;
            Environment.CurrentDirectory = folder;
            try
            {
                var code = AllSource.App.Cli.Run.Verb(args, new(reader, output, words, false, false));
                return new(code, output.ToString(), words.ToString());
            }
            finally
            {
                Environment.CurrentDirectory = before;
            }
        }
    }
}
