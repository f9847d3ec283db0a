using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// Beliefs about one object after another. For each claimed value the likelihood of its claims is summed over who may
/// have repeated whom three times: the value is the truth, it holds the truth within it, it is false.
/// </summary>
internal sealed class ObjectBeliefs(FactModel model)
{
    /// <summary>
    /// What is thought of a source's precision before it is seen: two true claims in three name the truth itself.
    /// </summary>
    private const double ExactStart = 4, TrueStart = 6;

    /// <summary>What is left of doubt where the truth is known.</summary>
    private const double Doubt = 1e-6;

    private readonly ClaimTable _table = model.Table;
    private readonly OriginForest _forest = new();
    private readonly List<ForestEdge> _edges = [];
    private double[] _weights = new double[3 * 32];
    private double[] _roots = new double[3 * 32];
    private double[] _score = new double[32];
    private double[] _wide = new double[32];
    private double[] _wideRoots = new double[32];
    private int _edge;

    /// <param name="firstObject">The first to be updated.</param>
    /// <param name="endObject">The first that is not.</param>
    /// <param name="moved">Takes each object's change.</param>
    /// <returns>The sum of the changes.</returns>
    public double Update(int firstObject, int endObject, double[] moved)
    {
        _edge = model.Copies?.FirstEdge(_table.ClaimsOfGroup[_table.GroupsOfObject[firstObject]]) ?? 0;
        var change = 0d;
        for (var o = firstObject; o < endObject; o++) change += moved[o] = Update(o);
        return change;
    }

    private double Update(int o)
    {
        var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
        var n = end - first;
        if (_score.Length < n) (_score, _wide, _wideRoots) = (new double[2 * n], new double[2 * n], new double[2 * n]);
        for (var g = first; g < end; g++) Weigh(g, g - first);
        var nested = model.Nesting is null ? [] : model.Nesting.Of(o);
        foreach (var (wide, narrow) in nested)
            _score[narrow - first] += _wide[wide - first] - (
                _wideRoots[wide - first] * Math.Log(model.Nesting!.Depth[narrow]));

        var outcome = model.Known?[o] ?? TableOutcomes.Open;
        var top = 0d;
        for (var k = 0; k < n; k++) top = Math.Max(top, _score[k]);
        var sum = model.Unclaimed(n) * Math.Exp(-top);
        for (var k = 0; k < n; k++) sum += Math.Exp(_score[k] - top);
        var change = 0d;
        for (var k = 0; k < n; k++)
        {
            var p = outcome == TableOutcomes.Open ? Math.Exp(_score[k] - top) / sum
                : first + k == outcome ? 1 - Doubt : Doubt / n;
            change += Math.Abs(p - model.Probability[first + k]);
            model.Probability[first + k] = p;
        }

        if (model.Nesting is null) return change;
        for (var g = first; g < end; g++) model.Supported[g] = model.Probability[g];
        foreach (var (wide, narrow) in nested) model.Supported[wide] += model.Probability[narrow];
        for (var g = first; g < end; g++) model.Supported[g] = Math.Min(1, model.Supported[g]);
        return change;
    }

    /// <summary>
    /// Log-likelihood ratios of a group's claims, true and wide against false, and who of them began it.
    /// </summary>
    private void Weigh(int g, int at)
    {
        var (first, end) = (_table.ClaimsOfGroup[g], _table.ClaimsOfGroup[g + 1]);
        var n = end - first;
        if (_weights.Length < 3 * n) (_weights, _roots) = (new double[6 * n], new double[6 * n]);
        var exact = _weights.AsSpan(0, n);
        var wide = _weights.AsSpan(n, n);
        var wrong = _weights.AsSpan(2 * n, n);
        if (!TakeEdges(first, end))
        {
            if (model.Nesting is null)
            {
                _score[at] = Alone(g, first, n);
                return;
            }

            for (var k = 0; k < n; k++) Skill(first + k, g, out exact[k], out wide[k], out wrong[k]);
            _score[at] = LogRatio(exact, wrong);
            _wide[at] = model.Nesting is null ? 0 : LogRatio(wide, wrong);
            _wideRoots[at] = n;
            model.Root.AsSpan(first, n).Fill(1);
            return;
        }

        for (var k = 0; k < n; k++) Skill(first + k, g, out exact[k], out wide[k], out wrong[k]);
        var falsely = Solve(wrong, 2);
        _score[at] = Solve(exact, 0) - falsely;
        _wide[at] = model.Nesting is null ? 0 : Solve(wide, 1) - falsely;
        var p = model.Probability[g];
        var general = model.Supported[g] - p;
        _wideRoots[at] = 0;
        for (var k = 0; k < n; k++)
        {
            var roots = (p * _roots[k]) + ((1 - p - general) * _roots[(2 * n) + k]);
            if (model.Nesting is not null) roots += general * _roots[n + k];
            model.Root[first + k] = Math.Clamp(roots, 0, 1);
            _wideRoots[at] += model.Nesting is null ? 0 : _roots[n + k];
        }
    }

    /// <summary>Log-likelihood ratio of claims that repeat nobody: what most groups are, in one pass.</summary>
    private double Alone(int g, int first, int n)
    {
        var supported = model.Supported[g];
        var (right, seen) = (model.Right, model.Seen);
        var (prior, strength, spread) = (model.PriorMean * model.PriorStrength, model.PriorStrength, model.FalseValues);
        double log = 0, product = 1;
        for (var c = first; c < first + n; c++)
        {
            var s = _table.SourceOfClaim[c];
            var own = model.Root[c];
            model.Root[c] = 1;
            if (model.Starts is not null) (prior, strength) = model.Start(s);
            var yes = right[s] - (own * supported) + prior;
            var odds = yes / Math.Max(seen[s] - own + strength - yes, 1e-9);
            product *= Math.Clamp(odds, .01 / .99, .995 / .005) * spread;
            if (product is > 1e-250 and < 1e250) continue;
            log += Math.Log(product);
            product = 1;
        }

        return log + Math.Log(product);
    }

    private void Skill(int c, int g, out double exact, out double wide, out double wrong)
    {
        var s = _table.SourceOfClaim[c];
        var own = model.Root[c];
        var right = model.Right[s] - (own * model.Supported[g]);
        var (startRight, startSeen) = model.Start(s);
        var a = (right + startRight) / (model.Seen[s] - own + startSeen);
        a = Math.Clamp(a, .01, .995);
        var share = model.Copies?.Own[s] ?? 1;
        wrong = share * (1 - a) / model.FalseValues;
        (exact, wide) = (share * a, 0);
        if (model.Nesting is null) return;
        var precise = (model.Exact[s] - (own * model.Probability[g]) + ExactStart) / (Math.Max(0, right) + TrueStart);
        precise = Math.Clamp(precise, .02, .98);
        (exact, wide) = (exact * precise, exact * (1 - precise));
    }

    /// <summary>The edges among a group's claims; false when there are none.</summary>
    private bool TakeEdges(int first, int end)
    {
        _edges.Clear();
        if (model.Copies is null) return false;
        var all = model.Copies.Edges;
        for (; _edge < all.Length && all[_edge].Copier < end; _edge++)
            _edges.Add(new(all[_edge].Copier - first, all[_edge].Original - first, all[_edge].Weight));
        return _edges.Count > 0;
    }

    private double Solve(ReadOnlySpan<double> own, int kind)
    {
        var log = _forest.Solve(own, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_edges));
        _forest.Root[..own.Length].CopyTo(_roots.AsSpan(kind * own.Length));
        return log;
    }

    private static double LogRatio(ReadOnlySpan<double> over, ReadOnlySpan<double> under)
    {
        double log = 0, product = 1;
        for (var k = 0; k < over.Length; k++)
        {
            product *= over[k] / under[k];
            if (product is > 1e-250 and < 1e250) continue;
            log += Math.Log(product);
            product = 1;
        }

        return log + Math.Log(product);
    }
}
