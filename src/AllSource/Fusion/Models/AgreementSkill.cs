using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// Accuracies from who agrees with whom, without a belief about any object: two who look for themselves agree as their
/// accuracies say (a·b + (1−a)(1−b)/n), so each pair's agreement is a product of what the two are worth. Copying raises
/// the agreement of some pairs and lowers none, and the median over a source's partners passes those over: a clique
/// that outvotes the rest of a small table does not outvote this.
/// </summary>
internal sealed class AgreementSkill
{
    /// <summary>Above this every source meets enough others for the vote to be a good start.</summary>
    public const int SourcesMax = 300;

    private const long StepsMax = 40_000_000;
    private const int PartnersMin = 6;
    private const double MetMin = 4;
    private const int Rounds = 40;
    private const double WorthStart = .6;

    /// <summary>
    /// Standard deviations beyond which agreement is more than chance, with thousands of pairs to look at.
    /// </summary>
    private const double Unlikely = 3.5;

    /// <summary>Pairs that meet seldom say little: so many meetings are worth half of many.</summary>
    private const double HalfWeight = 10;

    /// <summary>An accuracy a source.</summary>
    public double[] Accuracy { get; private init; } = [];

    /// <summary>
    /// For each pair what part of its meetings agrees beyond what the two accuracies explain; 0 where chance might.
    /// </summary>
    public double[] Excess { get; private init; } = [];

    /// <returns>Null where too few sources meet, or so many that the vote is a good start.</returns>
    public static AgreementSkill? Of(ClaimTable table, double falseValues)
    {
        var n = table.Sources.Length;
        if (n > SourcesMax || !Count(table, out var met, out var same)) return null;
        var chance = 1 / (falseValues + 1);
        var worth = Worth(n, met, same, chance);
        if (worth is null) return null;
        var excess = new double[n * n];
        for (var at = 0; at < excess.Length; at++)
        {
            var (s, t) = (at / n, at % n);
            if (t == s || met[at] < MetMin) continue;
            var expected = chance + ((1 - chance) * worth[s] * worth[t]);
            var off = (same[at] - (met[at] * expected)) / Math.Sqrt(met[at] * expected * (1 - expected));
            if (off > Unlikely) excess[at] = ((same[at] / met[at]) - expected) / (1 - expected);
        }

        return new() { Accuracy = [.. worth.Select(w => w + ((1 - w) * chance))], Excess = excess };
    }

    private static double[]? Worth(int n, double[] met, double[] same, double chance)
    {
        var worth = new double[n];
        Array.Fill(worth, WorthStart);
        var ratios = new List<(double Ratio, double Weight)>();
        var judged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            judged = 0;
            for (var s = 0; s < n; s++)
            {
                ratios.Clear();
                for (var t = 0; t < n; t++)
                {
                    var pairs = met[(s * n) + t];
                    if (t == s || pairs < MetMin) continue;
                    var agreed = ((same[(s * n) + t] / pairs) - chance) / (1 - chance);
                    ratios.Add((agreed / worth[t], worth[t] * pairs / (pairs + HalfWeight)));
                }

                if (ratios.Count < PartnersMin) continue;
                judged++;
                worth[s] = Math.Clamp((worth[s] + Median(ratios)) / 2, .05, .98);
            }
        }

        return judged < PartnersMin ? null : worth;
    }

    private static bool Count(ClaimTable table, out double[] met, out double[] same)
    {
        var n = table.Sources.Length;
        (met, same) = (new double[n * n], new double[n * n]);
        var steps = 0L;
        for (var o = 0; o < table.Objects.Length; o++)
        {
            var (first, end) =
                (table.ClaimsOfGroup[table.GroupsOfObject[o]], table.ClaimsOfGroup[table.GroupsOfObject[o + 1]]);
            steps += (long)(end - first) * (end - first);
            if (steps > StepsMax) return false;
            for (var a = first; a < end; a++)
            {
                for (var b = first; b < end; b++)
                {
                    var at = (table.SourceOfClaim[a] * n) + table.SourceOfClaim[b];
                    met[at]++;
                    if (table.GroupOfClaim[a] == table.GroupOfClaim[b]) same[at]++;
                }
            }
        }

        return true;
    }

    private static double Median(List<(double Ratio, double Weight)> ratios)
    {
        ratios.Sort();
        var half = ratios.Sum(r => r.Weight) / 2;
        foreach (var (ratio, weight) in ratios)
        {
            half -= weight;
            if (half <= 0) return ratio;
        }

        return ratios[^1].Ratio;
    }
}
