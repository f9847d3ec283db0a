using System.Numerics;
using System.Runtime.InteropServices;

namespace AllSource.Language.Learning;

/// <summary>
/// Weights of an averaged perceptron while it learns (Collins 2002). A row of classes exists for each feature that an
/// update
/// touched. For one thread; the order of updates decides the result, bit for bit.
/// </summary>
internal sealed class PerceptronTrainer
{
    private readonly FeatureRows _rows = new();
    private readonly int _width;
    private float[] _weights = [];
    private float[] _totals = []; // each change times the clock: the mean is weight - total / clock

    public PerceptronTrainer(int classes)
    {
        Classes = classes;
        _width = (classes + 3) / 4 * 4;
    }

    public int Classes { get; }

    private int Clock { get; set; } = 1;

    /// <summary>Room for <see cref="Score"/>: the number of classes, rounded up.</summary>
    public int Width => _width;

    /// <param name="scores">At least <see cref="Width"/> long.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        var sum = MemoryMarshal.Cast<float, Vector4>(scores[.._width]);
        var all = MemoryMarshal.Cast<float, Vector4>(_weights.AsSpan());
        var step = _width / 4;
        foreach (var feature in features)
        {
            var row = _rows.Find(feature);
            if (row < 0) continue;
            var weights = all.Slice(row * step, step);
            for (var i = 0; i < weights.Length; i++) sum[i] += weights[i];
        }
    }

    public void Update(ReadOnlySpan<uint> features, int truth, int guess)
    {
        Clock++;
        if (truth == guess) return;
        foreach (var feature in features)
        {
            var row = _rows.FindOrAdd(feature) * _width;
            if (row + _width > _weights.Length)
            {
                Array.Resize(ref _weights, Math.Max(1 << 16, _weights.Length * 2));
                Array.Resize(ref _totals, _weights.Length);
            }

            _weights[row + truth] += 1;
            _totals[row + truth] += Clock;
            _weights[row + guess] -= 1;
            _totals[row + guess] -= Clock;
        }
    }

    /// <summary>The means, over trainers that learned from the same in different orders, of their averaged weights,
    /// where these are at least so large.</summary>
    /// <param name="against">A class whose weights are taken from those of all others, which are then numbered
    /// without it; -1 for none.</param>
    public static WeightList Average(IReadOnlyList<PerceptronTrainer> trainers, double weightMin, int against = -1)
    {
        var list = new WeightList();
        for (var t = 0; t < trainers.Count; t++)
        {
            foreach (var (feature, _) in trainers[t]._rows.All())
            {
                var isListed = trainers.Take(t).Any(before => before._rows.Find(feature) >= 0);
                for (var c = 0; !isListed && c < trainers[t].Classes; c++)
                {
                    if (c == against) continue;
                    var mean = trainers.Sum(trainer => trainer.Mean(feature, c, against)) / trainers.Count;
                    if (Math.Abs(mean) < weightMin) continue;
                    list.Add(feature, (byte)(against >= 0 && c > against ? c - 1 : c), mean);
                }
            }
        }

        return list;
    }

    private float Mean(uint feature, int c, int against)
    {
        var row = _rows.Find(feature);
        if (row < 0) return 0;
        float Of(int at) => _weights[at] - (_totals[at] / Clock);
        return Of((row * _width) + c) - (against < 0 ? 0 : Of((row * _width) + against));
    }
}
