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
    private double[] _sum = [];

    /// <summary>Root probabilities of the last call, in the order of the claims.</summary>
    public ReadOnlySpan<double> Root => _root;

    /// <param name="own">Root weight of each claim, positive.</param>
    /// <param name="edges">Copier, original (indices into own) and weight.</param>
    /// <returns>Logarithm of the sum over forests.</returns>
    public double Solve(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges)
    {
        var n = own.Length;
        if (_root.Length < n)
        {
            Array.Resize(ref _root, Math.Max(n, 16));
            Array.Resize(ref _sum, _root.Length);
        }

        return n > DenseMax ? Ordered(own, edges) : Exact(own, edges);
    }

    /// <summary>
    /// Whoever repeats only claims that repeat nobody stands in no circle: his row is settled by its diagonal. Such
    /// claims are taken away until none is left; mostly nothing is, and else what is left is small.
    /// </summary>
    private double Exact(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges)
    {
        var n = own.Length;
        own.CopyTo(_sum);
        Span<UInt128> repeats = stackalloc UInt128[n];
        UInt128 copiers = 0;
        foreach (var e in edges)
        {
            _sum[e.Copier] += e.Weight;
            repeats[e.Copier] |= UInt128.One << e.Original;
            copiers |= UInt128.One << e.Copier;
        }

        for (UInt128 before = 0; copiers != before;)
        {
            before = copiers;
            for (var i = 0; i < n; i++)
            {
                if ((repeats[i] & copiers) == 0) copiers &= ~(UInt128.One << i);
            }
        }

        double log = 0, product = 1;
        for (var i = 0; i < n; i++)
        {
            if ((copiers >> i & 1) != 0) continue;
            _root[i] = own[i] / _sum[i];
            product *= _sum[i];
            if (product is > 1e-250 and < 1e250) continue;
            log += Math.Log(product);
            product = 1;
        }

        log += Math.Log(product);
        return copiers == 0 ? log : log + Dense(own, edges, copiers);
    }

    /// <summary>The claims that may stand in circles.</summary>
    private double Dense(ReadOnlySpan<double> own, ReadOnlySpan<ForestEdge> edges, UInt128 which)
    {
        var all = own.Length;
        Span<int> at = stackalloc int[all];
        var n = 0;
        for (var i = 0; i < all; i++) at[i] = (which >> i & 1) != 0 ? n++ : -1;
        if (_m.Length < 2 * n * n) _m = new double[2 * n * n];
        var m = _m.AsSpan(0, n * n);
        var inverse = _m.AsSpan(n * n, n * n);
        m.Clear();
        inverse.Clear();
        for (var i = 0; i < all; i++)
        {
            if (at[i] < 0) continue;
            m[(at[i] * n) + at[i]] = _sum[i];
            inverse[(at[i] * n) + at[i]] = 1;
        }

        foreach (var e in edges)
        {
            var (from, to) = (at[e.Copier], at[e.Original]);
            if (from >= 0 && to >= 0) m[(from * n) + to] -= e.Weight;
        }

        var log = Eliminate(m, inverse, n);
        for (var i = 0; i < all; i++)
        {
            if (at[i] < 0) continue;
            var diagonal = (at[i] * n) + at[i];
            _root[i] = Math.Clamp(own[i] * inverse[diagonal] / m[diagonal], 0, 1);
        }

        return log;
    }

    /// <summary>
    /// Gauss-Jordan without pivoting: the matrix is diagonally dominant by rows, so every pivot stays positive.
    /// </summary>
    private static double Eliminate(Span<double> m, Span<double> inverse, int n)
    {
        double log = 0, product = 1;
        for (var k = 0; k < n; k++)
        {
            var pivot = m[(k * n) + k];
            product *= pivot;
            if (product is <= 1e-250 or >= 1e250)
            {
                log += Math.Log(product);
                product = 1;
            }

            for (var i = 0; i < n; i++)
            {
                var factor = m[(i * n) + k] / pivot;
                if (i == k || factor == 0) continue;
                for (var j = k; j < n; j++) m[(i * n) + j] -= factor * m[(k * n) + j];
                for (var j = 0; j <= k; j++) inverse[(i * n) + j] -= factor * inverse[(k * n) + j];
            }
        }

        return log + Math.Log(product);
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
