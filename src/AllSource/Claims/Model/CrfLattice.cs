namespace AllSource.Claims.Model;

/// <summary>
/// One sequence's scores: a score for each position and label, for each edge, start and end. Finds the best path
/// (Viterbi) or what
/// each label and edge is expected to be (forward and backward sums, scaled). Reused from sequence to sequence; for one
/// thread.
/// </summary>
internal sealed class CrfLattice(CrfShape shape)
{
    private const float Never = -1e30f;
    private float[] _alpha = [], _beta = [], _emit = [];
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
        var (score, back) = (_alpha, _back);
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

    /// <summary>
    /// The log of the sum over all paths; fills the expected count of each label at each position, and adds the
    /// expected counts of
    /// edges, starts and ends.
    /// </summary>
    public double Expect(float[] edge, float[] start, float[] end, float[] labels, float[] edges, float[] starts,
        float[] ends)
    {
        var n = shape.States;
        Ensure(Length * n);
        Array.Clear(labels, 0, Length * shape.Labels);
        Span<float> weight = stackalloc float[shape.Edges.Length];
        for (var e = 0; e < weight.Length; e++) weight[e] = MathF.Exp(edge[e]);
        double log = 0;
        for (var i = 0; i < Length; i++)
        {
            var max = Never;
            for (var l = 0; l < shape.Labels; l++) max = Math.Max(max, Emission[(i * shape.Labels) + l]);
            log += max;
            for (var s = 0; s < n; s++)
            {
                var score = Emission[(i * shape.Labels) + shape.LabelOf[s]];
                _emit[(i * n) + s] = score <= Never ? 0 : MathF.Exp(score - max);
            }
        }

        for (var s = 0; s < n; s++) _alpha[s] = shape.MayStart[s] ? MathF.Exp(start[s]) * _emit[s] : 0;
        log += Scale(_alpha, 0, n);
        for (var i = 1; i < Length; i++)
        {
            var (now, was) = (i * n, (i - 1) * n);
            Array.Clear(_alpha, now, n);
            for (var e = 0; e < weight.Length; e++)
            {
                var (from, to) = shape.Edges[e];
                _alpha[now + to] += _alpha[was + from] * weight[e];
            }

            for (var s = 0; s < n; s++) _alpha[now + s] *= _emit[now + s];
            log += Scale(_alpha, now, n);
        }

        var last = (Length - 1) * n;
        double total = 0;
        for (var s = 0; s < n; s++)
        {
            _beta[last + s] = shape.MayEnd[s] ? MathF.Exp(end[s]) : 0;
            total += _alpha[last + s] * _beta[last + s];
        }

        log += Math.Log(total);
        Backward(weight, labels, edges, n);
        for (var s = 0; s < n; s++)
        {
            starts[s] += labels.Length > 0 ? State(0, s, n) : 0;
            ends[s] += State(Length - 1, s, n);
        }

        return log;
    }

    private float State(int i, int s, int n)
    {
        float sum = 0;
        for (var k = 0; k < n; k++) sum += _alpha[(i * n) + k] * _beta[(i * n) + k];
        return sum <= 0 ? 0 : _alpha[(i * n) + s] * _beta[(i * n) + s] / sum;
    }

    private void Backward(Span<float> weight, float[] labels, float[] edges, int n)
    {
        for (var i = Length - 1; i >= 0; i--)
        {
            var now = i * n;
            float sum = 0;
            for (var s = 0; s < n; s++) sum += _alpha[now + s] * _beta[now + s];
            for (var s = 0; s < n && sum > 0; s++)
            {
                labels[(i * shape.Labels) + shape.LabelOf[s]] += _alpha[now + s] * _beta[now + s] / sum;
            }

            if (i == 0) break;
            var was = now - n;
            Array.Clear(_beta, was, n);
            float pairs = 0;
            for (var e = 0; e < weight.Length; e++)
            {
                var (from, to) = shape.Edges[e];
                var inward = weight[e] * _emit[now + to] * _beta[now + to];
                _beta[was + from] += inward;
                pairs += _alpha[was + from] * inward;
            }

            for (var e = 0; e < weight.Length && pairs > 0; e++)
            {
                var (from, to) = shape.Edges[e];
                edges[e] += _alpha[was + from] * weight[e] * _emit[now + to] * _beta[now + to] / pairs;
            }

            Scale(_beta, was, n);
        }
    }

    /// <summary>Makes the values sum to one, and says the log of what they summed to.</summary>
    private static double Scale(float[] values, int at, int n)
    {
        float sum = 0;
        for (var s = 0; s < n; s++) sum += values[at + s];
        if (sum <= 0) return 0;
        for (var s = 0; s < n; s++) values[at + s] /= sum;
        return Math.Log(sum);
    }

    private void Ensure(int size)
    {
        if (_alpha.Length >= size) return;
        size *= 2;
        (_alpha, _beta, _emit, _back) = (new float[size], new float[size], new float[size], new int[size]);
    }
}
