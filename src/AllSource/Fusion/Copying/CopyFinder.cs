using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

/// <summary>
/// Finds who copies whom from what they share. Every link is judged by itself and stays soft: there is no transitive
/// closure, and two who copy the same third are explained by the third. Originals that are copied by one are likelier
/// copied by another.
/// </summary>
internal sealed class CopyFinder
{
    private const double GainMin = 1;
    private const double GainHopeless = -8;
    private const int PairsAPart = 256;

    /// <summary>
    /// A direction is told from here on. Two who cannot be told apart stand at one half, and a bound there would let
    /// the last bit of a sum decide.
    /// </summary>
    private const double Clear = .6;

    /// <summary>What is left of a link is nothing when its likelihood ratio falls by so much.</summary>
    private const double GainLost = 30;
    private const int OriginalsMax = 3;

    /// <summary>What one shared claim can add to the log-likelihood ratio: a rare error where nobody else is.</summary>
    private const double EvidenceMax = 6.6;

    /// <summary>
    /// One claim in common is a meeting and no habit: else whoever speaks once would be copied by all.
    /// </summary>
    private const int SharedMin = 2;

    private const double ExistsMin = 1e-3;
    private const double Evenly = 1;

    /// <summary>Two originals of one copier may have a third of their claims in common by chance.</summary>
    private const double OpenMax = .5;

    private readonly ClaimTable _table;
    private readonly Coverage _coverage;
    private readonly CopyRates _rates = new();
    private readonly CopyLikelihood _likelihood;
    private readonly SharedPairs _pairs;
    private readonly double[] _followers;
    private readonly int _sharedMin;
    private double _copierShare = .1;
    private bool _narrowed;

    /// <param name="table">Whose claims.</param>
    /// <param name="model">What is believed of them, and goes on being settled.</param>
    /// <param name="coverage">What it says that two speak of the same; null to work it out from the table.</param>
    public CopyFinder(ClaimTable table, FactModel model, Coverage? coverage = null)
    {
        _table = table;
        _coverage = coverage ?? new(table);
        _sharedMin = Math.Max(SharedMin, 1 + (int)(Math.Log(table.Sources.Length / _copierShare) / EvidenceMax));
        _pairs = new(table, _sharedMin);
        _likelihood = new(table, model, _coverage, _rates);
        _followers = new double[table.Sources.Length];
    }

    public CopyGraph Find()
    {
        _likelihood.Prepare();
        var habits = Rivals(Oriented(Links(null, null)));
        var explained = new bool[_table.ClaimCount];
        var settled = new bool[_table.Sources.Length];
        for (var (more, known) = (0, 0); more < OriginalsMax - 1 && known < habits.Count; more++)
        {
            foreach (var h in habits.Skip(known).Where(h => h.Probability >= .5))
            {
                settled[h.Copier] = true;
                foreach (var (mine, theirs) in _table.SharedClaims(h.Copier, h.Original))
                {
                    if (explained[mine] || !_table.MayRepeat(mine, theirs)) continue;
                    explained[mine] = true;
                    _likelihood.Exclude(mine);
                }
            }

            known = habits.Count;
            habits.AddRange(Rivals(Oriented(Links(explained, settled))));
        }

        _rates.Learn(habits);
        Array.Clear(_followers);
        foreach (var h in habits) _followers[h.Original] += h.Probability;
        _copierShare = Math.Clamp((1 + habits.Sum(h => h.Probability)) / (10 + _table.Sources.Length), .01, .5);
        return CopyGraph.Of(_table, [.. habits], _coverage);
    }

    public double Alone(int source, double supported, double root) => _likelihood.Alone(source, supported, root);

    /// <summary>
    /// What one claim more or less does to the habits of its source and to those of who copies it: each link's
    /// likelihood ratio is worked out with the claim and without it, and the explanations that rival are weighed anew
    /// by the difference. The table stays as it was.
    /// </summary>
    /// <param name="habits">As found.</param>
    /// <param name="source">Whose claim it is.</param>
    /// <param name="group">The group of the claim; negative when nobody else makes it.</param>
    /// <param name="shift">The claim.</param>
    public CopyHabit[] Shifted(CopyHabit[] habits, int source, int group, ClaimShift shift)
    {
        var ready = new HashSet<int>();
        var gains = new Dictionary<(int, int), double>();
        double Gained(int copier, int original, double meeting)
        {
            if (gains.TryGetValue((copier, original), out var known)) return known;
            if (ready.Add(copier)) _likelihood.Prepare(copier);
            int[] before = [.. _table.SharedClaims(copier, original).Select(c => _table.GroupOfClaim[c.Mine])];
            var other = copier == source ? original : copier;
            int[] after = group < 0 || _table.ClaimIn(group, other) < 0 ? before
                : shift.Sign > 0 ? [.. before.Append(group).Order()] : [.. before.Where(g => g != group)];
            if (after.Length < _sharedMin) return gains[(copier, original)] = -GainLost;
            var (old, now) = (_likelihood.Gain(copier, original, before, meeting).Gain,
                _likelihood.Gain(copier, original, after, meeting, shift).Gain);
            var off = double.IsInfinity(old) || double.IsInfinity(now) ? 0 : Math.Clamp(now - old, -GainLost, GainLost);
            return gains[(copier, original)] = off;
        }

        var touched = habits.Where(h => h.Copier == source || h.Original == source).ToList();
        var copiers = touched.Select(h => h.Copier).ToHashSet();
        var shifted = new Dictionary<(int, int), CopyHabit>();
        foreach (var rivals in habits.Where(h => copiers.Contains(h.Copier)).GroupBy(h => h.Copier))
        {
            // Habits beside a likely one explain other claims than it does, and are left as they are.
            if (rivals.Count(h => h.Probability >= .5) > 1) continue;
            var weighed = rivals.Select(h => h.Copier != source && h.Original != source ? (h, 1d)
                : Turned(h, Gained(h.Copier, h.Original, h.Meeting), Gained(h.Original, h.Copier, h.Meeting))).ToList();
            var none = Math.Max(1e-12, 1 - rivals.Sum(h => h.Exists));
            var sum = none + weighed.Sum(w => w.Item1.Exists * w.Item2);
            foreach (var (h, factor) in weighed)
                shifted[(h.Copier, h.Original)] = h with { Exists = h.Exists * factor / sum };
        }

        return [.. habits.Select(h => shifted.GetValueOrDefault((h.Copier, h.Original), h))];
    }

    /// <summary>A habit in its changed direction, and how many times likelier its link has become.</summary>
    private static (CopyHabit Habit, double Factor) Turned(CopyHabit h, double forth, double back)
    {
        var toward = h.Direction * Math.Exp(forth);
        var direction = toward / (toward + ((1 - h.Direction) * Math.Exp(back)));
        return (h with { Direction = direction }, Math.Exp(forth) * direction / Math.Max(h.Direction, 1e-13));
    }

    private List<CopyHabit> Links(bool[]? explained, bool[]? copiers)
    {
        var parts = (_pairs.Count + PairsAPart - 1) / PairsAPart;
        var found = new List<CopyHabit>[parts];
        var kept = new bool[_pairs.Count];
        Parallel.For(0, parts, part =>
        {
            found[part] = [];
            var end = Math.Min(_pairs.Count, (part + 1) * PairsAPart);
            for (var pair = part * PairsAPart; pair < end; pair++) kept[pair] =
                Link(pair, explained, copiers, found[part]);
        });

        if (!_narrowed) _pairs.Keep(kept);
        _narrowed = true;
        return [.. found.SelectMany(links => links)];
    }

    /// <summary>
    /// Judges one pair both ways; false when it is so far from being linked that it need not be looked at again.
    /// </summary>
    private bool Link(int pair, bool[]? explained, bool[]? copiers, List<CopyHabit> links)
    {
        var (a, b) = _pairs.Sources(pair);
        if (copiers is not null && !copiers[a] && !copiers[b]) return true;
        var groups = new int[_pairs.Shared(pair)];
        _pairs.Groups(pair, groups);
        var meeting = 1d;
        var (ab, ba) = (Gain(a, b, groups, 1, explained), Gain(b, a, groups, 1, explained));
        if (Math.Max(ab.Gain, ba.Gain) >= GainMin && (meeting = _coverage.Meeting(a, b, _likelihood.Agree)) > 1)
            (ab, ba) = (Gain(a, b, groups, meeting, explained), Gain(b, a, groups, meeting, explained));
        var best = Math.Max(ab.Gain, ba.Gain);
        if (best < GainMin) return best > GainHopeless;
        var toward = 1 / (1 + Math.Exp(Math.Clamp(ba.Gain + Prior(a) - ab.Gain - Prior(b), -30, 30)));
        var n = groups.Length;
        if (copiers is null || copiers[a]) links.Add(new(a, b, ab.Rate, 0, toward, n, ab.Gain, meeting));
        if (copiers is null || copiers[b]) links.Add(new(b, a, ba.Rate, 0, 1 - toward, n, ba.Gain, meeting));
        return true;
    }

    private (double Gain, double Rate) Gain(
        int copier, int original, int[] groups, double meeting, bool[]? explained)
    {
        if (_table.At.Length > 0)
            groups = Array.FindAll(
                groups, g => _table.MayRepeat(_table.ClaimIn(g, copier), _table.ClaimIn(g, original)));
        if (explained is not null) groups = Array.FindAll(
            groups, g => !explained[_table.ClaimIn(g, copier)] && !explained[_table.ClaimIn(g, original)]);
        if (groups.Length < _sharedMin) return (double.NegativeInfinity, 0);
        var (gain, rate) = _likelihood.Gain(copier, original, groups, meeting);
        return explained is null ? (gain, rate)
            : (gain, rate * _likelihood.Open(copier) / _table.ClaimsOf(copier).Length);
    }

    /// <summary>Log prior that a copier's original is this one.</summary>
    private double Prior(int original) => Math.Log(
        _copierShare * (_followers[original] + Evenly) / ((_copierShare + Evenly) * _table.Sources.Length));

    /// <summary>
    /// Directions, once more, with each source's likeliest original known. One whom many copy has much in common with
    /// each of them, and nearly all that it says may be found with any; but if it took that from one, it did not take
    /// the same claims from the others, and then these are the copiers.
    /// </summary>
    private List<CopyHabit> Oriented(List<CopyHabit> links)
    {
        var best = new Dictionary<int, CopyHabit>();
        var weight = new Dictionary<(int, int), double>();
        foreach (var h in links)
        {
            weight[(h.Copier, h.Original)] = Weight(h);
            if (h.Direction > Clear && (!best.TryGetValue(h.Copier, out var other) || Weight(h) > Weight(other)))
                best[h.Copier] = h;
        }

        var turned = new Dictionary<(int, int), double>();
        foreach (var h in links)
        {
            if (h.Direction <= Clear || best[h.Copier].Original == h.Original
                || !weight.TryGetValue((h.Original, h.Copier), out var back)) continue;
            var open = 1 - _table.Overlap(h.Copier, h.Original, best[h.Copier].Original);
            if (open > OpenMax) continue;
            var toward = 1 / (1 + Math.Exp(Math.Clamp(back - (open * Weight(h)), -30, 30)));
            turned[(h.Copier, h.Original)] = toward;
            turned[(h.Original, h.Copier)] = 1 - toward;
        }

        return [.. links.Select(h =>
            turned.TryGetValue((h.Copier, h.Original), out var toward) ? h with { Direction = toward } : h)];
    }

    private double Weight(in CopyHabit h) => h.Gain + Prior(h.Original);

    /// <summary>The links of one copier rival with one another and with copying from nobody.</summary>
    private List<CopyHabit> Rivals(List<CopyHabit> links)
    {
        var habits = new List<CopyHabit>();
        foreach (var rivals in links.GroupBy(h => h.Copier).OrderBy(g => g.Key))
        {
            var weights =
                rivals.Select(h => h.Gain + Prior(h.Original) + Math.Log(Math.Max(h.Direction, 1e-13))).ToList();
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
