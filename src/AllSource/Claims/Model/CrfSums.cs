using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AllSource.Claims.Model;

/// <summary>
/// Sums over all paths of a lattice, forward and backward, scaled position by position: how likely each label and edge
/// is. States are padded to whole vectors of four, and edges stand as a dense matrix: with ten states that is quicker
/// than a list of the edges there are. Reused from sequence to sequence; for one thread.
/// </summary>
internal sealed class CrfSums(CrfShape shape)
{
    private readonly int _pad = (shape.States + 3) / 4 * 4;
    private readonly float[] _forth = new float[(shape.States + 3) / 4 * 4 * shape.States],
        _back = new float[(shape.States + 3) / 4 * 4 * shape.States],
        _pairs = new float[(shape.States + 3) / 4 * 4 * shape.States];

    private float[] _alpha = [], _beta = [], _emit = [], _next = new float[(shape.States + 3) / 4 * 4];

    /// <summary>
    /// The log of the sum over all paths; fills the expected count of each label at each position, and adds the
    /// expected counts of edges, starts and ends.
    /// </summary>
    public double Expect(CrfLattice lattice, float[] edge, float[] start, float[] end, float[] labels, float[] edges,
        float[] starts, float[] ends)
    {
        var (n, length) = (shape.States, lattice.Length);
        Array.Clear(labels, 0, length * shape.Labels);
        var log = Forward(lattice, edge, start, end);
        Backward(labels, length);
        for (var e = 0; e < edges.Length; e++)
        {
            var (from, to) = shape.Edges[e];
            edges[e] += _pairs[(from * _pad) + to] * _forth[(from * _pad) + to];
        }

        for (var s = 0; s < n; s++)
        {
            starts[s] += State(0, s);
            ends[s] += State((length - 1) * _pad, s);
        }

        return log;
    }

    /// <summary>The log of the sum over all paths.</summary>
    public double Forward(CrfLattice lattice, float[] edge, float[] start, float[] end)
    {
        var (n, length) = (shape.States, lattice.Length);
        Prepare(edge, length);
        var log = Emit(lattice);
        for (var s = 0; s < n; s++) _alpha[s] = shape.MayStart[s] ? MathF.Exp(start[s]) * _emit[s] : 0;
        log += Scale(_alpha, 0);
        for (var i = 1; i < length; i++)
        {
            Through(_forth, _alpha, (i - 1) * _pad, _alpha, i * _pad);
            for (var v = 0; v < _pad; v += 4) At(_alpha, (i * _pad) + v) *= At(_emit, (i * _pad) + v);
            log += Scale(_alpha, i * _pad);
        }

        var last = (length - 1) * _pad;
        double total = 0;
        for (var s = 0; s < n; s++)
        {
            _beta[last + s] = shape.MayEnd[s] ? MathF.Exp(end[s]) : 0;
            total += _alpha[last + s] * _beta[last + s];
        }

        return log + Math.Log(total);
    }

    private void Prepare(float[] edge, int length)
    {
        Array.Clear(_pairs);
        for (var e = 0; e < edge.Length; e++)
        {
            var (from, to) = shape.Edges[e];
            _forth[(from * _pad) + to] = _back[(to * _pad) + from] = MathF.Exp(edge[e]);
        }

        if (_alpha.Length < length * _pad)
        {
            var size = length * _pad * 2;
            (_alpha, _beta, _emit) = (new float[size], new float[size], new float[size]);
        }
    }

    private double Emit(CrfLattice lattice)
    {
        double log = 0;
        Span<float> label = stackalloc float[shape.Labels];
        for (var i = 0; i < lattice.Length; i++)
        {
            var scores = lattice.Emission.AsSpan(i * shape.Labels, shape.Labels);
            var max = CrfLattice.Forbidden;
            foreach (var score in scores) max = Math.Max(max, score);
            log += max;
            for (var l = 0; l < label.Length; l++)
            {
                label[l] = scores[l] <= CrfLattice.Forbidden ? 0 : MathF.Exp(scores[l] - max);
            }

            for (var s = 0; s < shape.States; s++) _emit[(i * _pad) + s] = label[shape.LabelOf[s]];
        }

        return log;
    }

    private void Backward(float[] labels, int length)
    {
        for (var i = length - 1; i >= 0; i--)
        {
            var now = i * _pad;
            var sum = Sum(now);
            for (var s = 0; s < shape.States && sum > 0; s++)
            {
                labels[(i * shape.Labels) + shape.LabelOf[s]] += _alpha[now + s] * _beta[now + s] / sum;
            }

            if (i == 0) break;
            var was = now - _pad;
            for (var v = 0; v < _pad; v += 4) At(_next, v) = At(_emit, now + v) * At(_beta, now + v);
            Through(_back, _next, 0, _beta, was);
            var pairs = Sum(was);
            if (pairs > 0) AddPairs(was, 1 / pairs);
            Scale(_beta, was);
        }
    }

    private void AddPairs(int was, float share)
    {
        for (var from = 0; from < shape.States; from++)
        {
            var by = Vector128.Create(_alpha[was + from] * share);
            for (var v = 0; v < _pad; v += 4) At(_pairs, (from * _pad) + v) += by * At(_next, v);
        }
    }

    /// <summary>Each state of one position into all of the next, by a matrix of <see cref="_pad"/> columns.</summary>
    private void Through(float[] matrix, float[] from, int fromAt, float[] to, int toAt)
    {
        for (var v = 0; v < _pad; v += 4)
        {
            var sum = Vector128<float>.Zero;
            for (var s = 0; s < shape.States; s++) sum += Vector128.Create(from[fromAt + s])
                * At(matrix, (s * _pad) + v);
            At(to, toAt + v) = sum;
        }
    }

    private float State(int at, int s)
    {
        var sum = Sum(at);
        return sum <= 0 ? 0 : _alpha[at + s] * _beta[at + s] / sum;
    }

    private float Sum(int at)
    {
        float sum = 0;
        for (var s = 0; s < shape.States; s++) sum += _alpha[at + s] * _beta[at + s];
        return sum;
    }

    /// <summary>Makes the values sum to one, and says the log of what they summed to.</summary>
    private double Scale(float[] values, int at)
    {
        float sum = 0;
        for (var s = 0; s < shape.States; s++) sum += values[at + s];
        if (sum <= 0) return 0;
        var by = Vector128.Create(1 / sum);
        for (var v = 0; v < _pad; v += 4) At(values, at + v) *= by;
        return Math.Log(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Vector128<float> At(float[] values, int at) =>
        ref Unsafe.As<float, Vector128<float>>(ref values[at]);
}
