using System.Globalization;
using Spectre.Console;

namespace AllSource.App.Cli;

/// <summary>
/// Tells a person who waits how far the work is: a bar a stage with count, rate and time left on a screen; else a line
/// every five seconds; nothing with --quiet. It goes to standard error, and leaves nothing behind on the screen.
/// </summary>
internal static class Waiting
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    public static T For<T>(Terminal terminal, bool quiet, Func<IProgress<Desk.Progress>?, T> work)
    {
        if (quiet) return work(null);
        if (!terminal.WordsAreScreen) return work(new Lines(terminal));
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Words) });
        return screen.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RateColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bars(context)));
    }

    private static string Rate(double done, TimeSpan took) =>
        took.TotalSeconds < .05 ? "" : string.Create(CultureInfo.InvariantCulture, $"{done / took.TotalSeconds:F0}/s");

    private sealed class Bars(ProgressContext context) : IProgress<Desk.Progress>
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(Desk.Progress value)
        {
            lock (_lock)
            {
                if (!_tasks.TryGetValue(value.Stage, out var task))
                {
                    _tasks[value.Stage] = task = context.AddTask(value.Stage, maxValue: Math.Max(1, value.Total ?? 1));
                    task.IsIndeterminate = value.Total is null;
                }

                // Workers report out of turn; a bar never goes back.
                task.Value = Math.Max(task.Value, value.Done);
            }
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(
            Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(
            task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture,
                $"{task.Value:F0}/{task.MaxValue:F0} {Rate(task.Value, task.ElapsedTime ?? TimeSpan.Zero)}"));
    }

    private sealed class Lines(Terminal terminal) : IProgress<Desk.Progress>
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, long> _began = [];
        private long _told = TimeProvider.System.GetTimestamp();

        public void Report(Desk.Progress value)
        {
            lock (_lock)
            {
                if (!_began.TryGetValue(value.Stage, out var began))
                {
                    _began[value.Stage] = began = TimeProvider.System.GetTimestamp();
                }

                if (TimeProvider.System.GetElapsedTime(_told) < LineEvery) return;
                _told = TimeProvider.System.GetTimestamp();
                var took = TimeProvider.System.GetElapsedTime(began);
                var left = value.Total is { } total && value.Done > 0
                    ? string.Create(CultureInfo.InvariantCulture,
                        $", {took.TotalSeconds * (total - value.Done) / value.Done:F0} s left")
                    : "";
                terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{value.Stage}: {value.Done} of {value.Total?.ToString(CultureInfo.InvariantCulture) ?? "?"}"
                    + $"{(Rate(value.Done, took) is { Length: > 0 } rate ? $", {rate}" : "")}{left}"));
            }
        }
    }
}
