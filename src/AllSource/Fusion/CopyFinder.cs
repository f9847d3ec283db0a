namespace AllSource.Fusion;

/// <summary>
/// Finds who copies whom from what they share. Every link is judged by itself and stays soft: there is no transitive closure, and two
/// who copy the same third are explained by the third. Originals that are copied by one are likelier copied by another.
/// </summary>
internal sealed class CopyFinder
{
    private const double GainMin = 1;
    private const double ExistsMin = 1e-3;
    private const double Evenly = 1;

    private readonly ClaimTable _table;
    private readonly Coverage _coverage;
    private readonly CopyRates _rates = new();
    private readonly CopyLikelihood _likelihood;
    private readonly SharedPairs _pairs;
    private readonly double[] _followers;
    private double _copierShare = .1;

    public CopyFinder(ClaimTable table, FactModel model)
    {
        _table = table;
        _coverage = new(table);
        _pairs = new(table);
        _likelihood = new(table, model, _coverage, _rates);
        _followers = new double[table.Sources.Length];
    }

    public CopyGraph Find()
    {
        _likelihood.Prepare(null);
        var habits = Rivals(Links(null));
        var explained = new bool[_table.ClaimCount];
        for (var more = 0; more < 2; more++)
        {
            var before = habits.Count;
            foreach (var h in habits)
            {
                if (h.Probability < .5) continue;
                foreach (var (mine, _) in _table.SharedClaims(h.Copier, h.Original)) explained[mine] = true;
            }

            var settled = habits.Where(h => h.Probability >= .5).Select(h => h.Copier).ToHashSet();
            _likelihood.Prepare(explained);
            habits.AddRange(Rivals(Links(explained, settled)));
            if (habits.Count == before) break;
        }

        _rates.Learn(habits);
        Array.Clear(_followers);
        foreach (var h in habits) _followers[h.Original] += h.Probability;
        _copierShare = Math.Clamp((1 + habits.Sum(h => h.Probability)) / (10 + _table.Sources.Length), .01, .5);
        return CopyGraph.Of(_table, [.. habits], _coverage);
    }

    private List<CopyHabit> Links(bool[]? explained, HashSet<int>? copiers = null)
    {
        var links = new List<CopyHabit>();
        Span<int> buffer = new int[_table.ClaimCount];
        for (var p = 0; p < _pairs.Count; p++)
        {
            var (a, b) = _pairs.Sources(p);
            if (copiers is not null && !copiers.Contains(a) && !copiers.Contains(b)) continue;
            var groups = buffer[.._pairs.Shared(p)];
            _pairs.Groups(p, groups);
            var (ab, ba) = (Gain(a, b, groups, explained), Gain(b, a, groups, explained));
            if (Math.Max(ab.Gain, ba.Gain) < GainMin) continue;
            var toward = 1 / (1 + Math.Exp(Math.Clamp(ba.Gain + Prior(a) - ab.Gain - Prior(b), -30, 30)));
            if (copiers is null || copiers.Contains(a)) links.Add(new(a, b, ab.Rate, 0, toward, groups.Length, ab.Gain));
            if (copiers is null || copiers.Contains(b)) links.Add(new(b, a, ba.Rate, 0, 1 - toward, groups.Length, ba.Gain));
        }

        return links;
    }

    private (double Gain, double Rate) Gain(int copier, int original, Span<int> groups, bool[]? explained)
    {
        if (explained is null) return _likelihood.Gain(copier, original, groups);
        var open = new List<int>();
        foreach (var g in groups)
        {
            if (!explained[_table.ClaimIn(g, copier)] && !explained[_table.ClaimIn(g, original)]) open.Add(g);
        }

        var (gain, rate) = _likelihood.Gain(copier, original, [.. open]);
        return (gain, rate * _likelihood.Open(copier) / _table.ClaimsOf(copier).Length);
    }

    /// <summary>Log prior that a copier's original is this one.</summary>
    private double Prior(int original) => Math.Log(
        _copierShare * (_followers[original] + Evenly) / ((_copierShare + Evenly) * _table.Sources.Length));

    /// <summary>The links of one copier rival with one another and with copying from nobody.</summary>
    private List<CopyHabit> Rivals(List<CopyHabit> links)
    {
        var habits = new List<CopyHabit>();
        foreach (var rivals in links.GroupBy(h => h.Copier).OrderBy(g => g.Key))
        {
            var weights = rivals.Select(h => h.Gain + Prior(h.Original) + Math.Log(Math.Max(h.Direction, 1e-13))).ToList();
            var top = Math.Max(0, weights.Max());
            var sum = ((1 - _copierShare) * Math.Exp(-top)) + weights.Sum(w => Math.Exp(w - top));
            foreach (var (h, w) in rivals.Zip(weights))
            {
                var exists = Math.Exp(w - top) / sum;
                if (exists >= ExistsMin) habits.Add(h with { Exists = exists });
            }
        }

        return habits;
    }
}
