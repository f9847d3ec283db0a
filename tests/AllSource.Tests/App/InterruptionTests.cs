using System.Diagnostics;
using System.Globalization;
using AllSource.Access;
using AllSource.Store.Sqlite;

namespace AllSource.Tests.App;

/// <summary>Stop it anywhere: the desk stays whole, and the next run continues.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Files = 1200;
    private readonly TemporaryFolder _folder = new();

    public InterruptionTests()
    {
        for (var i = 0; i < Files; i++)
        {
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"case/report-{i:0000}.txt"),
                $"Number {i * 7919}."); // nothing to compare: what is stopped is the taking in
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public async Task After_a_stop_in_the_middle_the_desk_is_whole_and_the_next_run_continues(string signal,
        int exitCode)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("signals are sent with kill, which this system does not have");
        using (var process = Executable.StartInterruptible(_folder.Path, "assess", "case"))
        {
            var words = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            WaitForReports(process);
            Process.Start("kill", $"-{signal} {process.Id}").WaitForExit();
            Assert.True(process.WaitForExit(Executable.Patience));
            Assert.Equal(exitCode, process.ExitCode);
            if (signal == "INT") Assert.Contains("the next run continues", await words, StringComparison.Ordinal);
        }

        using (var desk = SqliteDesk.Open(DeskFile))
        {
            Assert.True(desk.IsWhole());
            Assert.InRange(desk.Reports.OfCase("case", Clearance.DeskOwner).Count, 1, Files - 1);
        }

        var again = Executable.Run(_folder.Path, "assess", "case");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("already here", again.Words, StringComparison.Ordinal);
        using var after = SqliteDesk.Open(DeskFile);
        Assert.Equal(Files, after.Reports.OfCase("case", Clearance.DeskOwner).Count);
    }

    private string DeskFile => Path.Combine(_folder.Path, ".allsource", "desk.db");

    /// <summary>Until some reports are in, so that the stop falls into the middle of the work.</summary>
    private void WaitForReports(Process process)
    {
        var began = Stopwatch.StartNew();
        while (began.Elapsed < Executable.Patience && !process.HasExited)
        {
            if (File.Exists(DeskFile + "-wal") && new FileInfo(DeskFile + "-wal").Length > 100_000) return;
            Thread.Sleep(5);
        }

        Assert.Fail("no report came in");
    }
}
