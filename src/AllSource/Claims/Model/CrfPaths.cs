namespace AllSource.Claims.Model;

/// <summary>
/// The several best paths of a lattice, best first (Viterbi with a list of the best for each state; Seshadri and
/// Sundberg 1994). Reused from sequence to sequence; for one thread.
/// </summary>
internal sealed class CrfPaths(CrfShape shape, int most)
{
    private const float Never = -1e30f;

    // For each position, state and rank: the score so far, and where it came from (state * most + rank).
    private float[] _score = [];
    private byte[] _from = [];
    private readonly int[][] _inward = [.. Enumerable.Range(0, shape.States).Select(to =>
        Enumerable.Range(0, shape.Edges.Length).Where(e => shape.Edges[e].To == to).ToArray())];

    private readonly int[] _next = new int[64];
    private readonly CrfSums _sums = new(shape);

    /// <summary>The logarithm of the sum over all paths of a lattice.</summary>
    public double Sum(CrfLattice lattice, float[] edge, float[] start, float[] end) =>
        _sums.Forward(lattice, edge, start, end);

    /// <summary>Reads the best paths of a lattice.</summary>
    /// <param name="scores">Filled with their scores, descending.</param>
    /// <returns>How many there are.</returns>
    public int Find(CrfLattice lattice, float[] edge, float[] start, float[] end, int[][] states, float[] scores)
    {
        var (n, length) = (shape.States, lattice.Length);
        var row = n * most;
        if (_score.Length < length * row) (_score, _from) = (new float[length * row * 2], new byte[length * row * 2]);
        _score.AsSpan(0, row).Fill(Never);
        for (var s = 0; s < n; s++)
        {
            if (shape.MayStart[s]) _score[s * most] = start[s] + lattice.Emission[shape.LabelOf[s]];
        }

        for (var i = 1; i < length; i++)
        {
            for (var s = 0; s < n; s++) Extend(i, s, edge, lattice.Emission[(i * shape.Labels) + shape.LabelOf[s]]);
        }

        return Last(length, end, states, scores);
    }

    private void Extend(int i, int to, float[] edge, float emission)
    {
        var (was, now) = ((i - 1) * shape.States * most, ((i * shape.States) + to) * most);
        var inward = _inward[to];
        var next = _next.AsSpan(0, inward.Length);
        next.Clear();
        for (var rank = 0; rank < most; rank++)
        {
            var (best, by) = (-1, Never);
            for (var k = 0; k < inward.Length && emission > Never; k++)
            {
                if (next[k] >= most) continue;
                var score = _score[was + (shape.Edges[inward[k]].From * most) + next[k]] + edge[inward[k]];
                if (score > by) (best, by) = (k, score);
            }

            if (best < 0)
            {
                _score.AsSpan(now + rank, most - rank).Fill(Never);
                return;
            }

            _score[now + rank] = by + emission;
            _from[now + rank] = (byte)((shape.Edges[inward[best]].From * most) + next[best]++);
        }
    }

    private int Last(int length, float[] end, int[][] states, float[] scores)
    {
        var (row, last) = (shape.States * most, (length - 1) * shape.States * most);
        Span<bool> taken = stackalloc bool[row];
        taken.Clear();
        for (var found = 0; found < most; found++)
        {
            var (best, by) = (-1, Never / 2);
            for (var at = 0; at < row; at++)
            {
                var score = _score[last + at] + end[at / most];
                if (!taken[at] && shape.MayEnd[at / most] && score > by) (best, by) = (at, score);
            }

            if (best < 0) return found;
            (taken[best], scores[found]) = (true, by);
            for (var i = length - 1; i >= 0; i--)
            {
                states[found][i] = best / most;
                best = _from[(i * row) + best];
            }
        }

        return most;
    }
}
