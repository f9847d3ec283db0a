using System.Collections.Immutable;
using System.Globalization;

namespace AllSource.Kernel.Pages;

/// <summary>A place on the axis, 0 to 100 (percent of its width), and its words.</summary>
public sealed record AxisTick(double At, string Words);

/// <summary>
/// Moments on a line of 0 to 100. A stretch in which nothing happens and which takes more than <see
/// cref="GapShareMax"/> of the line is shortened, and shown as broken, so that one mail of June does not press a week
/// of September into a stroke.
/// </summary>
public sealed class TimeAxis
{
    private const double GapShareMax = .6;
    private const double BrokenShare = .08;
    private const double Margin = 2.5;
    private const int TicksMax = 6;
    private const double TickRoom = 12;

    private readonly ImmutableArray<DateTime> _moments;
    private readonly double[] _at;

    public TimeAxis(IEnumerable<DateTime> moments)
    {
        _moments = [.. moments.Distinct().Order()];
        _at = new double[_moments.Length];
        if (_moments.Length == 0) return;
        var gaps = _moments.Skip(1).Zip(_moments, (later, earlier) => (later - earlier).TotalMinutes).ToArray();
        var broken = Broken(gaps);
        var kept = gaps.Where((_, i) => !broken[i]).Sum();
        var brokenWidth = kept == 0 ? 1 : kept * BrokenShare;
        var total = Math.Max(1, kept + (broken.Count(b => b) * brokenWidth));
        var at = 0.0;
        for (var i = 0; i < _at.Length; i++)
        {
            if (i > 0) at += broken[i - 1] ? brokenWidth : gaps[i - 1];
            _at[i] = _at.Length == 1 ? 50 : Margin + (at / total * (100 - (2 * Margin)));
        }

        Breaks = [.. Enumerable.Range(0, gaps.Length).Where(i => broken[i]).Select(i => (_at[i] + _at[i + 1]) / 2)];
        Ticks = MakeTicks(broken);
    }

    /// <summary>Where the line is broken.</summary>
    public ImmutableArray<double> Breaks { get; } = [];

    public ImmutableArray<AxisTick> Ticks { get; } = [];

    /// <summary>The place of a moment that was given at construction.</summary>
    public double At(DateTime moment) => _at[_moments.BinarySearch(moment)];

    private static bool[] Broken(double[] gaps)
    {
        var broken = new bool[gaps.Length];
        for (var round = 0; round < 2; round++)
        {
            var open = Enumerable.Range(0, gaps.Length).Where(i => !broken[i]).ToList();
            if (open.Count < 2) break;
            var longest = open.MaxBy(i => gaps[i]);
            if (gaps[longest] <= GapShareMax * open.Sum(i => gaps[i])) break;
            broken[longest] = true;
        }

        return broken;
    }

    /// <summary>
    /// Ticks at the beginning of days; where a stretch between two breaks holds none, at its first moment. Each stretch
    /// gets one before any gets a second.
    /// </summary>
    private ImmutableArray<AxisTick> MakeTicks(bool[] broken)
    {
        var wanted = new List<(double At, DateTime Day, int Turn)>();
        for (var first = 0; first < _moments.Length;)
        {
            var last = first;
            while (last < broken.Length && !broken[last]) last++;
            wanted.AddRange(Days(first, last));
            first = last + 1;
        }

        var chosen = new List<(double At, DateTime Day, int Turn)>();
        foreach (var tick in wanted.OrderBy(t => t.Turn == 0 ? 0 : 1).ThenBy(t => t.Turn))
        {
            if (chosen.Count < TicksMax && chosen.All(c => Math.Abs(c.At - tick.At) >= TickRoom && c.Day != tick.Day))
                chosen.Add(tick);
        }

        var format = _moments[0].Year == _moments[^1].Year ? "d MMM" : "d MMM yyyy";
        return
        [
            .. chosen.OrderBy(t => t.At)
                .Select(t => new AxisTick(t.At, t.Day.ToString(format, CultureInfo.InvariantCulture))),
        ];
    }

    private IEnumerable<(double At, DateTime Day, int Turn)> Days(int first, int last)
    {
        var (from, to) = (_moments[first], _moments[last]);
        var step = Math.Max(1, (int)Math.Ceiling((to - from).TotalDays / TicksMax));
        var turn = 0;
        if (to.Date <= from.Date) yield return (_at[first], from.Date, turn);
        for (var day = from.Date.AddDays(1); day <= to; day = day.AddDays(step))
        {
            var at = _at[first] + ((day - from) / (to - from) * (_at[last] - _at[first]));
            yield return (at, day, turn++);
        }
    }
}
