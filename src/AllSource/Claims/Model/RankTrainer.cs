using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>The readings of one cue to learn from: the first is none at all, the others as the field lists
/// them.</summary>
/// <param name="Features">Of each reading.</param>
/// <param name="Log">Of each reading, as the field has it; 0 for none.</param>
/// <param name="Share">How right each reading is; they sum to one.</param>
internal sealed record RankExample(uint[][] Features, float[] Log, float[] Share);

/// <summary>
/// Learns which of a cue's readings is right: a log-linear choice with a Gaussian prior, by AdaGrad. Deterministic; for
/// one thread.
/// </summary>
internal sealed class RankTrainer(int rounds, float rate, float prior, double drop)
{
    private const int CountMin = 3, PriorTimes = 8;
    private const float WeightMin = 0.01f;
    private readonly FeatureRows _rows = new();
    private float[] _weight = [], _square = [], _sum = [];
    private float _trust = 1, _trustSquare, _trustSum;
    private int _gathered;

    public void Train(IReadOnlyList<RankExample> examples, Action<int, double>? round = null)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(e => e.Features).SelectMany(f => f))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        int[][][] rows = [.. examples.Select(e => e.Features.Select(f => f.Where(x => counts[x] >= CountMin)
            .Select(_rows.FindOrAdd).ToArray()).ToArray())];
        (_weight, _square, _sum) = (new float[_rows.Count], new float[_rows.Count], new float[_rows.Count]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var shuffle = new Shuffle(29);
        for (var r = 0; r < rounds; r++)
        {
            shuffle.Order(order);
            var loss = 0.0;
            for (var k = 0; k < order.Length; k++)
            {
                loss += Learn(examples[order[k]], rows[order[k]], shuffle);
                if ((k + 1) % Math.Max(1, order.Length / PriorTimes) == 0) DrawToZero();
            }

            if (r >= rounds / 2)
            {
                for (var i = 0; i < _sum.Length; i++) _sum[i] += _weight[i];
                _trustSum += _trust;
                _gathered++;
            }

            round?.Invoke(r, loss / examples.Count);
        }
    }

    private void DrawToZero()
    {
        var by = prior * rate / PriorTimes;
        for (var i = 0; i < _weight.Length; i++) _weight[i] /= 1 + (by / MathF.Sqrt(_square[i] + 1f));
    }

    private double Learn(RankExample example, int[][] rows, Shuffle shuffle)
    {
        var n = rows.Length;
        var (scores, kept) = (new double[n], new List<int>[n]);
        for (var c = 0; c < n; c++)
        {
            kept[c] = new(rows[c].Length);
            var sum = 0f;
            foreach (var row in rows[c])
            {
                if (drop > 0 && shuffle.NextShare() < drop) continue;
                kept[c].Add(row);
                sum += _weight[row];
            }

            scores[c] = (sum / (1 - drop)) + (_trust * example.Log[c]);
        }

        var max = scores.Max();
        var total = scores.Sum(s => Math.Exp(s - max));
        var (loss, trust) = (0.0, 0.0);
        for (var c = 0; c < n; c++)
        {
            var p = Math.Exp(scores[c] - max) / total;
            var g = (float)(example.Share[c] - p);
            if (example.Share[c] > 0) loss -= example.Share[c] * Math.Log(Math.Max(p, 1e-9));
            trust += g * example.Log[c];
            if (Math.Abs(g) < 1e-3f) continue;
            var by = (float)(g / (1 - drop));
            foreach (var row in kept[c])
            {
                _square[row] += by * by;
                _weight[row] += rate * by / MathF.Sqrt(_square[row] + 1f);
            }
        }

        _trustSquare += (float)(trust * trust);
        _trust += rate * (float)trust / MathF.Sqrt(_trustSquare + 1f);
        return loss;
    }

    public WeightList Weights()
    {
        var list = new WeightList();
        foreach (var (feature, row) in _rows.All())
        {
            var weight = _sum[row] / _gathered;
            if (Math.Abs(weight) >= WeightMin) list.Add(feature, 0, weight);
        }

        return list;
    }

    public float Trust => _trustSum / _gathered;

    public ReadingRanker Freeze() => new(Weights().Freeze(), Trust);

    public void Write(BinaryWriter to)
    {
        Weights().Write(to);
        to.Write(Trust);
    }
}

/// <summary>How likely each of a cue's readings is to be the right one.</summary>
internal sealed class ReadingRanker(SparseWeights weights, float trust)
{
    public static ReadingRanker Read(BinaryReader from) => new(WeightList.Read(from), from.ReadSingle());

    /// <summary>What a part of a reading's features adds to its score.</summary>
    public float Part(ReadOnlySpan<uint> features)
    {
        Span<int> score = [0];
        weights.Add(features, score);
        return score[0] * weights.Scale;
    }

    public float Trust => trust;
}
