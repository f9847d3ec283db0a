using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>One sequence to learn from: features of each position (as hashes, those that name words first) and the true
/// states.</summary>
internal sealed class CrfExample
{
    public required uint[][] Features { get; init; }

    public required byte[] Lexical { get; init; }

    public required byte[] States { get; init; }

    /// <summary>For each position the labels that are possible, one bit each; null when all are everywhere.</summary>
    public byte[]? Allowed { get; init; }

    public float Weight { get; init; } = 1;
}

/// <param name="Prior">The precision of the Gaussian prior on each weight: however often a feature is seen, it is
/// drawn to zero by the same force in a round. 0 for none.</param>
internal sealed record CrfSettings(int Rounds, float Rate, float Prior, double LexicalDrop, double Drop, int CountMin,
    float WeightMin);

/// <summary>
/// Learns a <see cref="CrfModel"/> by its likelihood with AdaGrad (Duchi, Hazan and Singer 2011); in each visit a
/// position loses its word
/// features with a set chance, so that grammar carries what words alone would. Without the prior a model is too sure
/// of itself on texts that it has not seen. Deterministic; for one thread.
/// </summary>
/// <param name="run">Runs over the same examples differ in their order and in what each visit leaves out.</param>
internal sealed class CrfTrainer(CrfShape shape, CrfSettings settings, int run = 0)
{
    private const float Ignored = 2e-3f;

    /// <summary>The prior works so many times in a round: seldom enough to cost nothing, often enough to be
    /// smooth.</summary>
    private const int PriorTimes = 8;

    // Each feature has its weights and beside them their sums of squares, padded to whole vectors: one miss of the
    // cache brings both.
    private readonly int _stride = shape.Labels <= 4 ? 4 : 8;
    private readonly FeatureRows _rows = new();
    private readonly CrfLattice _lattice = new(shape);
    private readonly CrfSums _sums = new(shape);
    private float[] _table = [];
    private float[] _edge = new float[shape.Edges.Length], _start = new float[shape.States],
        _end = new float[shape.States];
    private readonly float[] _edgeSquare = new float[shape.Edges.Length], _startSquare = new float[shape.States],
        _endSquare = new float[shape.States];
    private float[] _labels = [], _sum = [];
    private int _gathered;
    private int[] _active = new int[1024], _from = new int[256];

    /// <summary>An example's features by their numbers, position after position.</summary>
    private sealed record Numbered(int[] Rows, int[] Start, byte[] Lexical);

    public int Features => _rows.Count;

    public void Train(IReadOnlyList<CrfExample> examples, Action<int, double>? round = null)
    {
        var rows = Number(examples);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var shuffle = new Shuffle((ulong)(23 + run));
        for (var r = 0; r < settings.Rounds; r++)
        {
            shuffle.Order(order);
            var loss = 0.0;
            for (var k = 0; k < order.Length; k++)
            {
                loss += Learn(examples[order[k]], rows[order[k]], shuffle);
                if ((k + 1) % Math.Max(1, order.Length / PriorTimes) == 0) DrawToZero();
            }

            if (r >= settings.Rounds / 2) Gather();
            round?.Invoke(r, loss / examples.Count);
        }
    }

    /// <summary>Learns in several runs side by side and takes the mean of their weights: what one run owes to its order
    /// is halved.</summary>
    public static CrfTrainer Mean(CrfShape shape, CrfSettings settings, int runs, IReadOnlyList<CrfExample> examples)
    {
        var trainers = new CrfTrainer[runs];
        Parallel.For(0, runs, run => (trainers[run] = new(shape, settings, run)).Train(examples));
        var mean = trainers[0];
        foreach (var other in trainers.Skip(1))
        {
            // the same examples number their features alike
            for (var i = 0; i < mean._sum.Length; i++) mean._sum[i] += other._sum[i];
            mean._gathered += other._gathered;
        }

        mean._edge = [.. mean._edge.Select((_, e) => trainers.Average(t => t._edge[e]))];
        mean._start = [.. mean._start.Select((_, s) => trainers.Average(t => t._start[s]))];
        mean._end = [.. mean._end.Select((_, s) => trainers.Average(t => t._end[s]))];
        return mean;
    }

    /// <summary>One part of a round's step against the prior, at the rate that each weight has come to.</summary>
    private void DrawToZero()
    {
        if (settings.Prior <= 0) return;
        var by = Vector128.Create(settings.Prior * settings.Rate / PriorTimes);
        for (var at = 0; at < _table.Length; at += 2 * _stride)
        {
            for (var v = 0; v < _stride; v += 4)
            {
                ref var weight = ref At(at + v);
                weight /= Vector128<float>.One + (by / Vector128.Sqrt(At(at + _stride + v) + Vector128<float>.One));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Vector128<float> At(int at) => ref Unsafe.As<float, Vector128<float>>(ref _table[at]);

    /// <summary>Adds the weights as they stand after a round: the mean of the later rounds is steadier than the
    /// last.</summary>
    private void Gather()
    {
        if (_sum.Length == 0) _sum = new float[_rows.Count * shape.Labels];
        for (var row = 0; row < _rows.Count; row++)
        {
            for (var l = 0; l < shape.Labels; l++) _sum[(row * shape.Labels) + l] += _table[(row * 2 * _stride) + l];
        }

        _gathered++;
    }

    private Numbered[] Number(IReadOnlyList<CrfExample> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var position in example.Features)
            {
                foreach (var feature in position)
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _);
                    count++;
                }
            }
        }

        Numbered[] rows = [.. examples.Select(e => Number(e, counts))];
        _table = new float[_rows.Count * 2 * _stride];
        return rows;
    }

    private Numbered Number(CrfExample example, Dictionary<uint, int> counts)
    {
        var n = example.Features.Length;
        var (rows, start, lexical) = (new List<int>(n * 32), new int[n + 1], new byte[n]);
        for (var i = 0; i < n; i++)
        {
            start[i] = rows.Count;
            for (var k = 0; k < example.Features[i].Length; k++)
            {
                var feature = example.Features[i][k];
                if (counts[feature] < settings.CountMin) continue;
                rows.Add(_rows.FindOrAdd(feature));
                if (k < example.Lexical[i]) lexical[i]++;
            }
        }

        start[n] = rows.Count;
        return new([.. rows], start, lexical);
    }

    private double Learn(CrfExample example, Numbered rows, Shuffle shuffle)
    {
        var (length, labels) = (example.States.Length, shape.Labels);
        _lattice.Begin(length);
        if (_labels.Length < length * labels) _labels = new float[length * labels * 2];
        Choose(length, rows, shuffle);
        for (var i = 0; i < length; i++) Emit(example, i, _lattice.Emission.AsSpan(i * labels, labels));
        var gold = Score(example);
        float[] edges = new float[_edge.Length], starts = new float[_start.Length], ends = new float[_end.Length];
        var total = _sums.Expect(_lattice, _edge, _start, _end, _labels, edges, starts, ends);
        for (var i = 0; i < length; i++) Move(example, i, labels);
        MoveEdges(example, edges, starts, ends);
        return total - gold;
    }

    private void Emit(CrfExample example, int i, Span<float> emission)
    {
        var (low, high) = (Vector128<float>.Zero, Vector128<float>.Zero);
        for (var k = _from[i]; k < _from[i + 1]; k++)
        {
            var at = _active[k] * 2 * _stride;
            low += At(at);
            if (_stride > 4) high += At(at + 4);
        }

        for (var l = 0; l < emission.Length; l++)
        {
            var barred = example.Allowed is not null && (example.Allowed[i] & (1 << l)) == 0;
            emission[l] = barred ? CrfLattice.Forbidden : (l < 4 ? low[l] : high[l - 4]) * Swell;
        }
    }

    /// <summary>The features that this visit sees: those that dropping leaves.</summary>
    private void Choose(int length, Numbered rows, Shuffle shuffle)
    {
        if (_from.Length <= length) _from = new int[length * 2];
        if (_active.Length < rows.Rows.Length) _active = new int[rows.Rows.Length * 2];
        var (n, least, chances, left) = (0, (byte)Math.Round(settings.Drop * 256), 0UL, 0);
        for (var i = 0; i < length; i++)
        {
            _from[i] = n;
            var k = rows.Start[i] + (shuffle.NextShare() < settings.LexicalDrop ? rows.Lexical[i] : 0);
            for (; k < rows.Start[i + 1]; k++)
            {
                if (left == 0) (chances, left) = (shuffle.NextRaw(), 8);
                if ((byte)chances >= least) _active[n++] = rows.Rows[k];
                (chances, left) = (chances >> 8, left - 1);
            }
        }

        _from[length] = n;
    }

    private float Swell => (float)(1 / (1 - settings.Drop));

    private double Score(CrfExample example)
    {
        double score = _start[example.States[0]] + _end[example.States[^1]];
        for (var i = 0; i < example.States.Length; i++)
        {
            score += _lattice.Emission[(i * shape.Labels) + shape.LabelOf[example.States[i]]];
            if (i > 0) score += _edge[shape.EdgeOf(example.States[i - 1], example.States[i])];
        }

        return score;
    }

    private void Move(CrfExample example, int i, int labels)
    {
        Span<float> step = stackalloc float[8];
        step.Clear();
        var any = false;
        var truth = shape.LabelOf[example.States[i]];
        for (var l = 0; l < labels; l++)
        {
            var by = ((l == truth ? 1 : 0) - _labels[(i * labels) + l]) * example.Weight * Swell;
            if (Math.Abs(by) <= Ignored) continue;
            step[l] = by;
            any = true;
        }

        if (!any) return;
        for (var v = 0; v < _stride; v += 4)
        {
            var g = Vector128.Create<float>(step.Slice(v, 4));
            if (g == Vector128<float>.Zero) continue;
            var (square, by) = (g * g, g * settings.Rate);
            for (var k = _from[i]; k < _from[i + 1]; k++)
            {
                var at = (_active[k] * 2 * _stride) + v;
                var sum = At(at + _stride) + square;
                At(at + _stride) = sum;
                At(at) += by / Vector128.Sqrt(sum + Vector128<float>.One);
            }
        }
    }

    private void MoveEdges(CrfExample example, float[] edges, float[] starts, float[] ends)
    {
        for (var e = 0; e < edges.Length; e++) edges[e] = -edges[e];
        for (var s = 0; s < starts.Length; s++) (starts[s], ends[s]) = (-starts[s], -ends[s]);
        starts[example.States[0]]++;
        ends[example.States[^1]]++;
        for (var i = 1; i < example.States.Length; i++) edges[shape.EdgeOf(example.States[i - 1],
            example.States[i])]++;
        Step(_edge, _edgeSquare, edges);
        Step(_start, _startSquare, starts);
        Step(_end, _endSquare, ends);
    }

    private void Step(float[] weight, float[] square, float[] by)
    {
        for (var i = 0; i < by.Length; i++)
        {
            square[i] += by[i] * by[i];
            weight[i] = Math.Clamp(weight[i] + (settings.Rate * by[i] / MathF.Sqrt(square[i] + 1f)), -20f, 20f);
        }
    }

    public WeightList Weights()
    {
        var list = new WeightList();
        foreach (var (feature, row) in _rows.All())
        {
            for (var l = 0; l < shape.Labels; l++)
            {
                var weight = _sum[(row * shape.Labels) + l] / _gathered;
                if (Math.Abs(weight) >= settings.WeightMin) list.Add(feature, (byte)l, weight);
            }
        }

        return list;
    }

    public CrfModel Freeze() => new(shape, Weights().Freeze(), [.. _edge], [.. _start], [.. _end]);

    public void Write(BinaryWriter to)
    {
        Weights().Write(to);
        foreach (var values in (float[][])[_edge, _start, _end])
        {
            foreach (var value in values) to.Write(value);
        }
    }
}
