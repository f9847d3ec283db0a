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
internal sealed class CrfTrainer(CrfShape shape, CrfSettings settings)
{
    private const float Ignored = 2e-3f;

    /// <summary>The prior works so many times in a round: seldom enough to cost nothing, often enough to be
    /// smooth.</summary>
    private const int PriorTimes = 8;

    private readonly FeatureRows _rows = new();
    private readonly CrfLattice _lattice = new(shape);
    private float[] _weight = [], _square = [];
    private float[] _edge = new float[shape.Edges.Length], _start = new float[shape.States],
        _end = new float[shape.States];
    private readonly float[] _edgeSquare = new float[shape.Edges.Length], _startSquare = new float[shape.States],
        _endSquare = new float[shape.States];
    private float[] _labels = [], _sum = [];
    private int _gathered;
    private int[] _active = new int[1024], _from = new int[256];

    public int Features => _rows.Count;

    public void Train(IReadOnlyList<CrfExample> examples, Action<int, double>? round = null)
    {
        var rows = Number(examples);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var shuffle = new Shuffle(23);
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

    /// <summary>One part of a round's step against the prior, at the rate that each weight has come to.</summary>
    private void DrawToZero()
    {
        if (settings.Prior <= 0) return;
        var by = settings.Prior * settings.Rate / PriorTimes;
        for (var i = 0; i < _weight.Length; i++)
        {
            if (_weight[i] != 0) _weight[i] /= 1 + (by / MathF.Sqrt(_square[i] + 1f));
        }
    }

    /// <summary>Adds the weights as they stand after a round: the mean of the later rounds is steadier than the
    /// last.</summary>
    private void Gather()
    {
        if (_sum.Length == 0) _sum = new float[_weight.Length];
        for (var i = 0; i < _sum.Length; i++) _sum[i] += _weight[i];
        _gathered++;
    }

    private int[][][] Number(IReadOnlyList<CrfExample> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var position in example.Features)
            {
                foreach (var feature in position)
                {
                    ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                        counts, feature, out _);
                    count++;
                }
            }
        }

        int Row(uint feature) => counts[feature] >= settings.CountMin ? _rows.FindOrAdd(feature) : -1;
        var rows = examples.Select(e => e.Features.Select(p => Array.ConvertAll(p, Row)).ToArray()).ToArray();
        _weight = new float[_rows.Count * shape.Labels];
        _square = new float[_weight.Length];
        return rows;
    }

    private double Learn(CrfExample example, int[][] rows, Shuffle shuffle)
    {
        var (length, labels) = (rows.Length, shape.Labels);
        _lattice.Begin(length);
        if (_labels.Length < length * labels) _labels = new float[length * labels * 2];
        Choose(example, rows, shuffle);
        for (var i = 0; i < length; i++)
        {
            var emission = _lattice.Emission.AsSpan(i * labels, labels);
            for (var k = _from[i]; k < _from[i + 1]; k++)
            {
                var weights = _weight.AsSpan(_active[k] * labels, labels);
                for (var l = 0; l < labels; l++) emission[l] += weights[l];
            }

            for (var l = 0; l < labels; l++)
            {
                emission[l] *= Swell;
                if (example.Allowed is not null && (example.Allowed[i] & (1 << l)) == 0) emission[
                    l] = CrfLattice.Forbidden;
            }
        }

        var gold = Score(example);
        float[] edges = new float[_edge.Length], starts = new float[_start.Length], ends = new float[_end.Length];
        var total = _lattice.Expect(_edge, _start, _end, _labels, edges, starts, ends);
        for (var i = 0; i < length; i++) Move(example, i, labels);
        MoveEdges(example, edges, starts, ends);
        return total - gold;
    }

    /// <summary>The features that this visit sees: those that dropping leaves.</summary>
    private void Choose(CrfExample example, int[][] rows, Shuffle shuffle)
    {
        if (_from.Length <= rows.Length) _from = new int[rows.Length * 2];
        var n = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            _from[i] = n;
            if (_active.Length < n + rows[i].Length) Array.Resize(ref _active, (n + rows[i].Length) * 2);
            for (var k = shuffle.NextShare() < settings.LexicalDrop ? example.Lexical[i] : 0; k < rows[i].Length; k++)
            {
                if (rows[i][k] >= 0 && (settings.Drop <= 0 || shuffle.NextShare() >= settings.Drop)) _active[
                    n++] = rows[i][k];
            }
        }

        _from[rows.Length] = n;
    }

    private float Swell => (float)(1 / (1 - settings.Drop));

    private double Score(CrfExample example)
    {
        double score = _start[example.States[0]] + _end[example.States[^1]];
        for (var i = 0; i < example.States.Length; i++)
        {
            score += _lattice.Emission[(i * shape.Labels) + shape.LabelOf[example.States[i]]];
            if (i > 0) score += _edge[EdgeOf(example.States[i - 1], example.States[i])];
        }

        return score;
    }

    private void Move(CrfExample example, int i, int labels)
    {
        Span<float> step = stackalloc float[labels];
        var any = false;
        var truth = shape.LabelOf[example.States[i]];
        for (var l = 0; l < labels; l++)
        {
            step[l] = ((l == truth ? 1 : 0) - _labels[(i * labels) + l]) * example.Weight * Swell;
            any |= Math.Abs(step[l]) > Ignored;
        }

        if (!any) return;
        for (var k = _from[i]; k < _from[i + 1]; k++)
        {
            var at = _active[k] * labels;
            for (var l = 0; l < labels; l++)
            {
                var g = step[l];
                if (Math.Abs(g) <= Ignored) continue;
                _square[at + l] += g * g;
                _weight[at + l] += settings.Rate * g / MathF.Sqrt(_square[at + l] + 1f);
            }
        }
    }

    private void MoveEdges(CrfExample example, float[] edges, float[] starts, float[] ends)
    {
        for (var e = 0; e < edges.Length; e++) edges[e] = -edges[e];
        for (var s = 0; s < starts.Length; s++) (starts[s], ends[s]) = (-starts[s], -ends[s]);
        starts[example.States[0]]++;
        ends[example.States[^1]]++;
        for (var i = 1; i < example.States.Length; i++) edges[EdgeOf(example.States[i - 1], example.States[i])]++;
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

    private int EdgeOf(int from, int to)
    {
        for (var e = 0; e < shape.Edges.Length; e++)
        {
            if (shape.Edges[e].From == from && shape.Edges[e].To == to) return e;
        }

        throw new InvalidOperationException($"no edge {from} -> {to}");
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
