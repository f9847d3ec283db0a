using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>
/// The law that no report derives from a later one, over any number of steps: each step may be possible by its own
/// dates, and the way as a whole not.
/// </summary>
internal static class Descent
{
    /// <summary>
    /// The steps that would make a report derive from one that is surely later than itself. Without them none does.
    /// Depends on the steps alone, not on their order; they are distinct and make no circle.
    /// </summary>
    public static HashSet<(T Copier, T Original)> Against<T>(
        IReadOnlyCollection<(T Copier, T Original)> steps, Func<T, ReportedTime?> time)
        where T : notnull
    {
        var originals = steps.ToLookup(static s => s.Copier, static s => s.Original);
        var copiers = steps.ToLookup(static s => s.Original, static s => s.Copier);
        var waits = new Dictionary<T, int>();
        foreach (var (copier, original) in steps)
        {
            waits[copier] = waits.GetValueOrDefault(copier) + 1;
            waits.TryAdd(original, 0);
        }

        var against = new HashSet<(T, T)>();
        var forebears = new Dictionary<T, LatestTimes>();
        var free = new Stack<T>(waits.Where(static w => w.Value == 0).Select(static w => w.Key));
        while (free.TryPop(out var one))
        {
            var own = time(one);
            var latest = default(LatestTimes);
            foreach (var original in originals[one])
            {
                var up = forebears[original].With(time(original));
                if (up.AreAfter(own)) against.Add((one, original));
                else latest = latest.With(up);
            }

            forebears[one] = latest;
            foreach (var copier in copiers[one]) if (--waits[copier] == 0) free.Push(copier);
        }

        return against;
    }

    /// <summary>Of many times the last, and the last of those without a zone: one of the two is surely after a time
    /// when any is.</summary>
    private readonly record struct LatestTimes(ReportedTime? Any, ReportedTime? WithoutZone)
    {
        public LatestTimes With(ReportedTime? time) =>
            new(Later(Any, time), time?.Offset is null ? Later(WithoutZone, time) : WithoutZone);

        public LatestTimes With(LatestTimes other) => With(other.Any).With(other.WithoutZone);

        public bool AreAfter(ReportedTime? time) => time is not null
            && ((Any is { } any && time.IsSurelyBefore(any))
                || (WithoutZone is { } bare && time.IsSurelyBefore(bare)));

        private static ReportedTime? Later(ReportedTime? x, ReportedTime? y) =>
            x is null || (y is not null && y.Earliest > x.Earliest) ? y ?? x : x;
    }
}
