using System.Diagnostics;

namespace AllSource.Tests.App;

internal sealed record ExecutableResult(int ExitCode, string Out, string Words);

/// <summary>Runs the real executable in a process of its own, in a folder of the test's.</summary>
internal static class Executable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "allsource.dll");

    /// <summary>Settings of whoever runs the tests, which must not reach the program.</summary>
    public static readonly IReadOnlyList<string> Variables =
        ["ALLSOURCE_DESK", "ALLSOURCE_OUT", "ALLSOURCE_SCALE", "ALLSOURCE_ANALYST"];

    /// <summary>Longer than the program takes on a machine that is busy with ten other things: it hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static ExecutableResult Run(string folder, params string[] args)
    {
        using var process = Start(folder, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var words = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"allsource {string.Join(' ', args)} did not end in {Patience}");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), words.GetAwaiter().GetResult());
    }

    public static Process Start(string folder, params string[] args) => Start(folder, "dotnet", [], args);

    /// <summary>
    /// A process that can be interrupted even where these tests run as a background job, whose children are born with
    /// the interrupt ignored.
    /// </summary>
    public static Process StartInterruptible(string folder, params string[] args) => OperatingSystem.IsLinux()
        ? Start(folder, "env", ["--default-signal=INT", "dotnet"], args)
        : Start(folder, args);

    private static Process Start(string folder, string program, string[] before, string[] args)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var word in before) start.ArgumentList.Add(word);
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var name in Variables) start.Environment.Remove(name);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
