using AllSource.Desk;

namespace AllSource.Documents.Text;

/// <summary>Whether the order of day and month is proven by the dates of a file, was answered, is likely, or is not
/// known.</summary>
internal enum OrderGround
{
    Proven,
    Answered,
    Likely,
    Unknown,
}

/// <summary>The dates of one file in the order of its lines, all written alike: what they prove together about their
/// order.</summary>
internal sealed class DateOrderProof
{
    private readonly List<(int First, int Second, int Third)> _dates = [];
    private bool _yearFirst;
    private bool _shortYear = true;

    public void Add(int firstLength, int first, int second, int thirdLength, int third)
    {
        if (_dates.Count > 0 && _dates[^1] == (first, second, third)) return;
        _yearFirst |= firstLength == 4;
        _shortYear &= thirdLength <= 2 && firstLength <= 2;
        _dates.Add((first, second, third));
    }

    /// <summary>
    /// Four digits or a number over 12 prove it; so does running time, when the dates go back in every other order;
    /// then counts
    /// what a person answered; then which number changes more often, which is only likely.
    /// </summary>
    public (DateOrder? Order, OrderGround Ground) Decide(DateOrder? answered)
    {
        if (_yearFirst) return (DateOrder.YearFirst, OrderGround.Proven);
        if (_dates.Count == 0) return (answered, OrderGround.Unknown);
        var possible = new List<DateOrder>();
        foreach (var order in (DateOrder[])[DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.YearFirst])
        {
            if (order is DateOrder.YearFirst && (!_shortYear || !YearMayLead())) continue;
            if (_dates.TrueForAll(d => WrittenTime.Day(d.First, d.Second, d.Third, order) is not null)) possible.Add(
                order);
        }

        if (possible.Count == 1) return (possible[0], OrderGround.Proven);
        var steady = possible.Where(order => StepsBack(order) == 0).ToList();
        if (steady.Count == 1 && _dates.Count >= 3) return (steady[0], OrderGround.Proven);
        if (answered is { } given && (possible.Count == 0 || possible.Contains(given))) return (
            given, OrderGround.Answered);
        return Frequency(steady.Count > 0 ? steady : possible) is { } likely ? (likely, OrderGround.Likely)
            : (null, OrderGround.Unknown);
    }

    /// <summary>
    /// With years of two digits the first number is a year only if the last, then the day, changes more often.
    /// </summary>
    private bool YearMayLead()
    {
        var (first, _, third) = Changes();
        return third > first;
    }

    private int StepsBack(DateOrder order)
    {
        var back = 0;
        for (var i = 1; i < _dates.Count; i++)
        {
            var (a, b) = (_dates[i - 1], _dates[i]);
            if (WrittenTime.Day(b.First, b.Second, b.Third, order) < WrittenTime.Day(
                a.First, a.Second, a.Third, order)) back++;
        }

        return back;
    }

    /// <summary>Days change more often than months, and months more often than years.</summary>
    private DateOrder? Frequency(List<DateOrder> possible)
    {
        var (first, second, third) = Changes();
        var (most, order) = (first, DateOrder.DayFirst);
        if (second > most) (most, order) = (second, DateOrder.MonthFirst);
        if (third > most) (most, order) = (third, DateOrder.YearFirst);
        var others = first + second + third - most;
        return most >= 4 && most >= 3 * others && possible.Contains(order) ? order : null;
    }

    /// <summary>How often each of the three numbers changes from one date to the next.</summary>
    private (int First, int Second, int Third) Changes()
    {
        int first = 0, second = 0, third = 0;
        for (var i = 1; i < _dates.Count; i++)
        {
            if (_dates[i].First != _dates[i - 1].First) first++;
            if (_dates[i].Second != _dates[i - 1].Second) second++;
            if (_dates[i].Third != _dates[i - 1].Third) third++;
        }

        return (first, second, third);
    }
}
