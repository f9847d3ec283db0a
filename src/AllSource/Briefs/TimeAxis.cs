using System.Collections.Immutable;
using System.Globalization;

namespace AllSource.Briefs;

/// <summary>A place on the axis, 0 to 100 (percent of its width), and its words.</summary>
internal sealed record AxisTick(double At, string Words);

/// <summary>
/// Moments on a line of 0 to 100. A stretch in which nothing happens and which takes more than <see
/// cref="GapShareMax"/> of the line is shortened, and shown as broken, so that one mail of June does not press a week
/// of September into a stroke.
/// </summary>
internal sealed class TimeAxis
{
    private const double GapShareMax = .3;
    private const double BrokenShare = .08;
    private const double Margin = 2.5;
    private const int TicksMax = 5;

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
        for (var round = 0; round < 3; round++)
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
    /// A tick at the first moment of each new day that has room beside the tick before; the ends of a break come first.
    /// </summary>
    private ImmutableArray<AxisTick> MakeTicks(bool[] broken)
    {
        var wanted = Enumerable.Range(0, _moments.Length)
            .OrderBy(i => i == 0 || i == _moments.Length - 1 ? 0 : broken[i - 1] || (i < broken.Length && broken[i]) ? 1
                : 2)
            .ThenBy(i => i).ToList();
        var chosen = new List<int>();
        foreach (var i in wanted)
        {
            if (chosen.Count == TicksMax) break;
            if (chosen.All(c => Math.Abs(_at[c] - _at[i]) >= 14 && _moments[c].Date != _moments[i].Date)) chosen.Add(i);
        }

        var years = _moments.Select(m => m.Year).Distinct().Count() > 1;
        return [.. chosen.Order().Select(i => new AxisTick(_at[i],
            _moments[i].ToString(years ? "d MMM yyyy" : "d MMM", CultureInfo.InvariantCulture)))];
    }
}
