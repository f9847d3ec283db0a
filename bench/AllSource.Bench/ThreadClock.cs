using System.Runtime.InteropServices;

namespace AllSource.Bench;

/// <summary>
/// Processor time of the thread at hand, on Linux: what works beside it, as merges do, is not in it. Elsewhere that of
/// the process.
/// </summary>
internal static class ThreadClock
{
    private const int OfThread = 3; // CLOCK_THREAD_CPUTIME_ID

    public static TimeSpan Spent => OperatingSystem.IsLinux() && ClockGetTime(OfThread, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : Environment.CpuUsage.TotalTime;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
