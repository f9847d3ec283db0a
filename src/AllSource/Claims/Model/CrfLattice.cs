namespace AllSource.Claims.Model;

/// <summary>
/// One sequence's scores: a score for each position and label, for each edge, start and end. Finds the best path
/// (Viterbi); <see cref="CrfSums"/> finds what each label and edge is expected to be. Reused from sequence to sequence;
/// for one thread.
/// </summary>
internal sealed class CrfLattice(CrfShape shape)
{
    private const float Never = -1e30f;
    private float[] _score = [];
    private int[] _back = [];

    public CrfShape Shape => shape;

    /// <summary>Position-major label scores; a label that is not allowed at a position holds <see
    /// cref="Forbidden"/>.</summary>
    public float[] Emission { get; private set; } = [];

    public const float Forbidden = Never;

    public int Length { get; private set; }

    public void Begin(int length)
    {
        Length = length;
        if (Emission.Length < length * shape.Labels) Emission = new float[Math.Max(256, length * 2) * shape.Labels];
        Array.Clear(Emission, 0, length * shape.Labels);
    }

    /// <summary>Allows one label alone at a position.</summary>
    public void Only(int position, int label)
    {
        Emission.AsSpan(position * shape.Labels, shape.Labels).Fill(Forbidden);
        Emission[(position * shape.Labels) + label] = 0;
    }

    /// <summary>Adds to a label's score at every position.</summary>
    public void Favour(int label, float by)
    {
        for (var i = 0; i < Length; i++) Emission[(i * shape.Labels) + label] += by;
    }

    /// <summary>The best states; its score comes back too.</summary>
    public float Best(float[] edge, float[] start, float[] end, Span<int> states)
    {
        var n = shape.States;
        Ensure(Length * n);
        var (score, back) = (_score, _back);
        for (var s = 0; s < n; s++) score[s] = shape.MayStart[s] ? start[s] + Emission[shape.LabelOf[s]] : Never;
        for (var i = 1; i < Length; i++)
        {
            var (now, was) = (i * n, (i - 1) * n);
            for (var s = 0; s < n; s++) score[now + s] = Never * 2;
            for (var e = 0; e < shape.Edges.Length; e++)
            {
                var (from, to) = shape.Edges[e];
                var by = score[was + from] + edge[e];
                if (by > score[now + to]) (score[now + to], back[now + to]) = (by, from);
            }

            for (var s = 0; s < n; s++) score[now + s] += Emission[(i * shape.Labels) + shape.LabelOf[s]];
        }

        var best = 0;
        var last = (Length - 1) * n;
        for (var s = 0; s < n; s++)
        {
            if (!shape.MayEnd[s]) score[last + s] = Never * 2;
            if (score[last + s] + end[s] > score[last + best] + end[best]) best = s;
        }

        var total = score[last + best] + end[best];
        for (var i = Length - 1; i >= 0; i--)
        {
            states[i] = best;
            if (i > 0) best = back[(i * n) + best];
        }

        return total;
    }

    private void Ensure(int size)
    {
        if (_score.Length >= size) return;
        (_score, _back) = (new float[size * 2], new int[size * 2]);
    }
}
