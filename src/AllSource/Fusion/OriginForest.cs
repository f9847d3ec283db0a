namespace AllSource.Fusion;

/// <summary>
/// Who began a value and who repeated it, summed over every way in which it can have happened without a circle. Each
/// claim either was seen by its source (root weight r) or repeats another claim of the group (edge weight w). The sum
/// over all such forests of the product of weights is a determinant, det(diag(r + Σw) − W) (the matrix-tree theorem,
/// Tutte 1948), and the probability that a claim is a root is r·inverse(M)[i,i]: n pure copies weigh what one claim
/// weighs, and no closure is taken.
/// </summary>
internal sealed class OriginForest
{
    /// <summary>
    /// Above this many claims edges that would close a circle are dropped: 96³ steps a group is what a hostile table
    /// may cost.
    /// </summary>
    public const int DenseMax = 96;

    private double[] _m = [];
    private double[] _root = [];

    /// <summary>Root probabilities of the last call, in the order of the claims.</summary>
    public ReadOnlySpan<double> Root => _root;

    /// <param name="own">Root weight of each claim, positive.</param>
    /// <param name="edges">Copier, original (indices into own) and weight.</param>
    /// <returns>Logarithm of the sum over forests.</returns>
    public double Solve(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges)
    {
        var n = own.Length;
        if (_root.Length < n) Array.Resize(ref _root, Math.Max(n, 16));
        return n <= DenseMax ? Dense(own, edges) : Ordered(own, edges);
    }

    private double Dense(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges)
    {
        var n = own.Length;
        if (_m.Length < 2 * n * n) _m = new double[2 * n * n];
        var m = _m.AsSpan(0, n * n);
        var inverse = _m.AsSpan(n * n, n * n);
        m.Clear();
        inverse.Clear();
        for (var i = 0; i < n; i++)
        {
            m[(i * n) + i] = own[i];
            inverse[(i * n) + i] = 1;
        }

        foreach (var e in edges)
        {
            m[(e.Copier * n) + e.Copier] += e.Weight;
            m[(e.Copier * n) + e.Original] -= e.Weight;
        }

        // Gauss-Jordan without pivoting: the matrix is diagonally dominant by rows, so every pivot stays positive.
        var log = 0d;
        for (var k = 0; k < n; k++)
        {
            var pivot = m[(k * n) + k];
            log += Math.Log(pivot);
            for (var i = 0; i < n; i++)
            {
                var factor = m[(i * n) + k] / pivot;
                if (i == k || factor == 0) continue;
                for (var j = k; j < n; j++) m[(i * n) + j] -= factor * m[(k * n) + j];
                for (var j = 0; j <= k; j++) inverse[(i * n) + j] -= factor * inverse[(k * n) + j];
            }
        }

        for (var i = 0; i < n; i++) _root[i] = Math.Clamp(own[i] * inverse[(i * n) + i] / m[(i * n) + i], 0, 1);
        return log;
    }

    /// <summary>
    /// Without circles the matrix is triangular. An edge stands if its original comes first by total weight received.
    /// </summary>
    private double Ordered(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges)
    {
        var received = new double[own.Length];
        var diagonal = own.ToArray();
        foreach (var e in edges) received[e.Original] += e.Weight;
        foreach (var e in edges)
        {
            var (from, to) = (received[e.Copier], received[e.Original]);
            if (to > from || (to == from && e.Original < e.Copier)) diagonal[e.Copier] += e.Weight;
        }

        var log = 0d;
        for (var i = 0; i < own.Length; i++)
        {
            log += Math.Log(diagonal[i]);
            _root[i] = own[i] / diagonal[i];
        }

        return log;
    }
}

/// <summary>One way in which a claim may repeat another of its group.</summary>
internal readonly record struct ForestEdge(int Copier, int Original, double Weight);
