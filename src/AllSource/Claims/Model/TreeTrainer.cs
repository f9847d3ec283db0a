using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <param name="Rounds">So many trees.</param>
/// <param name="Rate">How much of each tree's step is taken.</param>
/// <param name="Prior">Added to the sum of second derivatives in every leaf.</param>
/// <param name="WeightMin">The least sum of second derivatives in a leaf.</param>
/// <param name="NumberShare">The share of the numbers that each tree may ask for.</param>
internal sealed record TreeSettings(int Rounds, float Rate, int LeavesMax, float Prior, float WeightMin,
    double NumberShare);

/// <summary>
/// Grows trees over one kind of rows, the best leaf first, on histograms of numbers that were put into at most 64 steps
/// (after Ke and others 2017). Deterministic: each number's sums are made by one thread in the order of the rows.
/// </summary>
internal sealed class TreeTrainer
{
    private const int StepsMax = 64, SampleMax = 40_000;

    private readonly TreeSettings _settings;
    private readonly int _numbers;
    private readonly float[][] _borders;
    private readonly byte[][] _steps; // by number, then row
    private readonly List<short> _number = [];
    private readonly List<float> _threshold = [];
    private readonly List<int> _below = [], _roots = [];
    private readonly int[] _order, _aside;
    private readonly bool[] _asked;

    /// <param name="rows">As many numbers each.</param>
    public TreeTrainer(IReadOnlyList<float[]> rows, TreeSettings settings)
    {
        (_settings, _numbers) = (settings, rows.Count == 0 ? 0 : rows[0].Length);
        (_borders, _steps) = (new float[_numbers][], new byte[_numbers][]);
        (_order, _aside, _asked) = (new int[rows.Count], new int[rows.Count], new bool[_numbers]);
        Parallel.For(0, _numbers, n =>
        {
            _borders[n] = Borders(rows, n);
            _steps[n] = new byte[rows.Count];
            for (var r = 0; r < rows.Count; r++) _steps[n][r] = StepOf(_borders[n], rows[r][n]);
        });
    }

    private static float[] Borders(IReadOnlyList<float[]> rows, int number)
    {
        var stride = Math.Max(1, rows.Count / SampleMax);
        var values = new List<float>();
        for (var r = 0; r < rows.Count; r += stride) values.Add(rows[r][number]);
        values.Sort();
        float[] distinct = [.. values.Distinct()];
        if (distinct.Length <= StepsMax) return [.. distinct.SkipLast(1)];
        return [.. Enumerable.Range(1, StepsMax - 1).Select(k => values[(int)((long)values.Count * k / StepsMax)])
            .Distinct()];
    }

    /// <summary>How many borders a value is above.</summary>
    private static byte StepOf(float[] borders, float value)
    {
        var (low, high) = (0, borders.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value > borders[middle]) low = middle + 1;
            else high = middle;
        }

        return (byte)low;
    }

    /// <summary>Rows of <see cref="_order"/> that came to one node.</summary>
    private sealed class Leaf(int from, int to, int node)
    {
        public int From => from;

        public int To => to;

        public int Node => node;

        /// <summary>Of each number's each step the sums of first and second derivatives.</summary>
        public double[] Sums { get; set; } = [];

        public double First { get; set; }

        public double Second { get; set; }

        public double Gain { get; set; }

        public int Number { get; set; } = -1;

        public int Step { get; set; }
    }

    /// <summary>Grows one more tree against the derivatives of the loss, and adds what it says to the scores.</summary>
    public void Grow(float[] first, float[] second, float[] scores, Shuffle shuffle)
    {
        for (var n = 0; n < _numbers; n++) _asked[n] = shuffle.NextShare() < _settings.NumberShare;
        for (var r = 0; r < _order.Length; r++) _order[r] = r;
        _roots.Add(NewNode());
        var leaves = new List<Leaf> { new(0, _order.Length, _roots[^1]) };
        Sum(leaves[0], first, second);
        while (leaves.Count < _settings.LeavesMax)
        {
            var best = leaves.MaxBy(static l => l.Gain)!;
            if (best.Gain <= 0) break;
            leaves.Remove(best);
            leaves.AddRange(Split(best, first, second));
        }

        foreach (var leaf in leaves)
        {
            var value = (float)(-leaf.First / (leaf.Second + _settings.Prior)) * _settings.Rate;
            _threshold[leaf.Node] = value;
            for (var k = leaf.From; k < leaf.To; k++) scores[_order[k]] += value;
        }
    }

    private int NewNode()
    {
        _number.Add(-1);
        _threshold.Add(0);
        _below.Add(0);
        return _number.Count - 1;
    }

    private Leaf[] Split(Leaf leaf, float[] first, float[] second)
    {
        var steps = _steps[leaf.Number];
        var (low, high) = (leaf.From, 0);
        for (var k = leaf.From; k < leaf.To; k++)
        {
            var row = _order[k];
            if (steps[row] <= leaf.Step) _order[low++] = row;
            else _aside[high++] = row;
        }

        Array.Copy(_aside, 0, _order, low, high);
        (_number[leaf.Node], _threshold[leaf.Node]) = ((short)leaf.Number, _borders[leaf.Number][leaf.Step]);
        _below[leaf.Node] = NewNode();
        var (below, above) = (new Leaf(leaf.From, low, _below[leaf.Node]), new Leaf(low, leaf.To, NewNode()));
        var (small, large) = low - leaf.From <= high ? (below, above) : (above, below);
        Sum(small, first, second);
        for (var k = 0; k < leaf.Sums.Length; k++) leaf.Sums[k] -= small.Sums[k];
        (large.Sums, large.First, large.Second) = (leaf.Sums, leaf.First - small.First, leaf.Second - small.Second);
        Weigh(large);
        return [below, above];
    }

    private void Sum(Leaf leaf, float[] first, float[] second)
    {
        leaf.Sums = new double[_numbers * StepsMax * 2];
        for (var k = leaf.From; k < leaf.To; k++)
        {
            leaf.First += first[_order[k]];
            leaf.Second += second[_order[k]];
        }

        Parallel.For(0, _numbers, n =>
        {
            if (!_asked[n]) return;
            var steps = _steps[n];
            var sums = leaf.Sums.AsSpan(n * StepsMax * 2, StepsMax * 2);
            for (var k = leaf.From; k < leaf.To; k++)
            {
                var row = _order[k];
                sums[steps[row] * 2] += first[row];
                sums[(steps[row] * 2) + 1] += second[row];
            }
        });
        Weigh(leaf);
    }

    /// <summary>Finds the best way to part a leaf.</summary>
    private void Weigh(Leaf leaf)
    {
        var (prior, least) = (_settings.Prior, _settings.WeightMin);
        var whole = leaf.First * leaf.First / (leaf.Second + prior);
        for (var n = 0; n < _numbers; n++)
        {
            if (!_asked[n]) continue;
            var sums = leaf.Sums.AsSpan(n * StepsMax * 2, StepsMax * 2);
            var (first, second) = (0.0, 0.0);
            for (var step = 0; step < _borders[n].Length; step++)
            {
                first += sums[step * 2];
                second += sums[(step * 2) + 1];
                var (other, rest) = (leaf.First - first, leaf.Second - second);
                if (second < least) continue;
                if (rest < least) break;
                var gain = (first * first / (second + prior)) + (other * other / (rest + prior)) - whole;
                if (gain > leaf.Gain + 1e-9) (leaf.Gain, leaf.Number, leaf.Step) = (gain, n, step);
            }
        }
    }

    public ReadingTrees Freeze() => new([.. _number], [.. _threshold], [.. _below], [.. _roots]);
}
