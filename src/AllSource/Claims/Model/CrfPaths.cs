using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AllSource.Claims.Model;

/// <summary>
/// The several best paths of a lattice, best first. One pass finds the best score of each state (Viterbi); the paths
/// after the first are then found only where they differ from those before (the lazy third algorithm of Huang and
/// Chiang 2005), so that a dozen cost little more than one. Reused from sequence to sequence; for one thread.
/// </summary>
internal sealed class CrfPaths(CrfShape shape, int most)
{
    private const float Never = -1e30f;

    private readonly int _pad = (shape.States + 3) / 4 * 4;
    private readonly int[][] _inward = shape.Inward;
    private readonly int _widest = shape.Inward.Max(edges => edges.Length);

    // A score for every edge there could be; rows are where it comes from.
    private readonly float[] _matrix = new float[(shape.States + 3) / 4 * 4 * shape.States];

    // For each position and state: the best score up to it, what its label scores there, and its record (-1 for none).
    private float[] _score = [], _emit = [];
    private int[] _record = [];

    // A record keeps the best ways to its state that were asked for: how many are known, and for each its score, its
    // inward edge and its rank at the other end; for each inward edge what it offers next, and of which rank.
    private int[] _known = new int[64];
    private float[] _ways = new float[64 * most], _offer = [];
    private byte[] _edgeOf = new byte[64 * most], _rankOf = new byte[64 * most], _next = [];
    private int _records;

    private readonly CrfSums _sums = new(shape);

    /// <summary>The logarithm of the sum over all paths of a lattice.</summary>
    public double Sum(CrfLattice lattice, float[] edge, float[] start, float[] end) =>
        _sums.Forward(lattice, edge, start, end);

    /// <summary>Reads the best paths of a lattice.</summary>
    /// <param name="scores">Filled with their scores, descending.</param>
    /// <returns>How many there are.</returns>
    public int Find(CrfLattice lattice, float[] edge, float[] start, float[] end, int[][] states, float[] scores)
    {
        Forward(lattice, edge, start);
        var (n, length) = (shape.States, lattice.Length);
        var last = (length - 1) * _pad;
        Span<byte> rank = stackalloc byte[n];
        rank.Clear();
        for (var found = 0; found < most; found++)
        {
            var (best, by) = (-1, Never / 2);
            for (var s = 0; s < n; s++)
            {
                if (!shape.MayEnd[s] || rank[s] >= most) continue;
                var score = (rank[s] == 0 ? _score[last + s] : Way(length - 1, s, rank[s], edge)) + end[s];
                if (score > by) (best, by) = (s, score);
            }

            if (best < 0) return found;
            scores[found] = by;
            Trace(length - 1, best, rank[best]++, states[found], edge);
        }

        return most;
    }

    private void Forward(CrfLattice lattice, float[] edge, float[] start)
    {
        var (n, length) = (shape.States, lattice.Length);
        if (_score.Length < length * _pad)
        {
            var size = length * _pad * 2;
            (_score, _emit, _record) = (new float[size], new float[size], new int[size]);
        }

        if (_offer.Length == 0) (_offer, _next) = (new float[64 * _widest], new byte[64 * _widest]);
        _records = 0;
        _record.AsSpan(0, length * _pad).Fill(-1);
        Array.Fill(_matrix, Never);
        for (var e = 0; e < edge.Length; e++) _matrix[(shape.Edges[e].From * _pad) + shape.Edges[e].To] = edge[e];
        for (var i = 0; i < length; i++)
        {
            var scores = lattice.Emission.AsSpan(i * shape.Labels, shape.Labels);
            for (var s = 0; s < n; s++) _emit[(i * _pad) + s] = scores[shape.LabelOf[s]];
        }

        for (var s = 0; s < n; s++) _score[s] = shape.MayStart[s] ? start[s] + _emit[s] : Never;
        for (var i = 1; i < length; i++)
        {
            var (was, now) = ((i - 1) * _pad, i * _pad);
            for (var v = 0; v < _pad; v += 4)
            {
                var best = Vector128.Create(Never);
                for (var from = 0; from < n; from++)
                {
                    best = Vector128.Max(best, Vector128.Create(_score[was + from]) + At(_matrix, (from * _pad) + v));
                }

                At(_score, now + v) = best + At(_emit, now + v);
            }
        }
    }

    /// <summary>The score of the way of a rank to a state; <see cref="Never"/> where there are not so many. Asked for
    /// rank by rank.</summary>
    private float Way(int at, int state, int rank, float[] edge)
    {
        if (at == 0) return rank == 0 ? _score[state] : Never;
        var record = RecordOf(at, state, edge);
        while (_known[record] <= rank)
        {
            if (_known[record] > 0) Advance(record, at, state, edge);
            if (!Choose(record, at, state)) return Never;
        }

        return _ways[(record * most) + rank];
    }

    private int RecordOf(int at, int state, float[] edge)
    {
        ref var record = ref _record[(at * _pad) + state];
        if (record >= 0) return record;
        record = _records++;
        if (record == _known.Length) Grow();
        _known[record] = 0;
        var inward = _inward[state];
        for (var k = 0; k < inward.Length; k++)
        {
            _offer[(record * _widest) + k] = _score[((at - 1) * _pad) + shape.Edges[inward[k]].From] + edge[inward[k]];
            _next[(record * _widest) + k] = 0;
        }

        Choose(record, at, state);
        return record;
    }

    /// <summary>The edge that gave the last way offers its next one.</summary>
    private void Advance(int record, int at, int state, float[] edge)
    {
        var k = _edgeOf[(record * most) + _known[record] - 1];
        var (e, slot) = (_inward[state][k], (record * _widest) + k);
        var rank = ++_next[slot];
        // read before the assignment: the arrays may have grown meanwhile
        var way = rank < most ? Way(at - 1, shape.Edges[e].From, rank, edge) : Never;
        _offer[slot] = way + edge[e];
    }

    private bool Choose(int record, int at, int state)
    {
        var (best, by) = (-1, Never);
        var count = _emit[(at * _pad) + state] > Never ? _inward[state].Length : 0;
        for (var k = 0; k < count; k++)
        {
            var offer = _offer[(record * _widest) + k];
            if (offer > by) (best, by) = (k, offer);
        }

        if (best < 0) return false;
        var way = (record * most) + _known[record]++;
        _ways[way] = by + _emit[(at * _pad) + state];
        (_edgeOf[way], _rankOf[way]) = ((byte)best, _next[(record * _widest) + best]);
        return true;
    }

    private void Trace(int at, int state, int rank, int[] states, float[] edge)
    {
        for (; at > 0; at--)
        {
            states[at] = state;
            var way = (RecordOf(at, state, edge) * most) + rank;
            (state, rank) = (shape.Edges[_inward[state][_edgeOf[way]]].From, _rankOf[way]);
        }

        states[0] = state;
    }

    private void Grow()
    {
        var size = _known.Length * 2;
        Array.Resize(ref _known, size);
        Array.Resize(ref _ways, size * most);
        Array.Resize(ref _edgeOf, size * most);
        Array.Resize(ref _rankOf, size * most);
        Array.Resize(ref _offer, size * _widest);
        Array.Resize(ref _next, size * _widest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Vector128<float> At(float[] values, int at) =>
        ref Unsafe.As<float, Vector128<float>>(ref values[at]);
}
