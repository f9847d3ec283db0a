namespace AllSource.App.Cli;

/// <summary>
/// The two streams that a verb writes to: <see cref="Out"/> carries the result (one document, or lines), <see
/// cref="Words"/> all that is said to a person. Tests give their own.
/// </summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Words, bool WordsAreScreen, bool OutIsScreen)
{
    public static Terminal OfProcess() => new(
        Console.In, Console.Out, Console.Error,
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        !Console.IsOutputRedirected);

    /// <summary>Colour only on a screen, and never where NO_COLOR is set (no-color.org).</summary>
    public bool HasColour => OutIsScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}

/// <summary>
/// Bad input or a refusal, said in one sentence with the place, the reason and the next step, and the exit code that
/// goes with it.
/// </summary>
internal sealed class VerbException(int exitCode, string sentence) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
