namespace AllSource.Fusion.Models;

/// <summary>
/// Over how many values errors spread: of the objects on which two sources are both wrong, in what share do they say
/// the same? Where that is common everywhere (an old name, a wider place, a rounding) a shared error proves little. The
/// median over pairs of sources is taken, so that a few copiers do not make shared errors look ordinary.
/// </summary>
internal static class ErrorSpread
{
    private const int WidestMax = 100;
    private const double PairWeight = 2;
    private const double ErrorsMin = 2;
    private const double OthersMin = .5;
    private const double StartWeight = 40;
    private const long StepsMax = 40_000_000;

    /// <returns>Number of equally likely false values that would collide as often, 1 to 2000; the start where no two
    /// sources err together.</returns>
    public static double Of(FactModel model, double start)
    {
        var table = model.Table;
        int[] widest = [.. Enumerable.Range(0, table.Sources.Length)
            .OrderByDescending(s => table.ClaimsOf(s).Length).ThenBy(s => s).Take(WidestMax)];
        var rank = new int[table.Sources.Length];
        for (var i = 0; i < widest.Length; i++) rank[widest[i]] = i + 1;
        var both = new double[widest.Length * widest.Length];
        var same = new double[widest.Length * widest.Length];
        var here = new List<(int Rank, int Claim)>();
        var steps = 0L;
        for (var o = 0; o < table.Objects.Length && steps < StepsMax; o++)
        {
            here.Clear();
            for (var c =
                table.ClaimsOfGroup[table.GroupsOfObject[o]]; c < table.ClaimsOfGroup[table.GroupsOfObject[o + 1]]; c++)
            {
                if (rank[table.SourceOfClaim[c]] > 0) here.Add(
                    (rank[table.SourceOfClaim[c]] - 1, c));
            }

            if (here.Count < 2) continue;
            var claimed = 0d;
            for (var g = table.GroupsOfObject[o]; g < table.GroupsOfObject[o + 1]; g++)
                claimed += model.Probability[g];

            for (var a = 0; a < here.Count; a++)
            {
                for (var b = a + 1; b < here.Count; b++)
                {
                    var (ga, gb) = (table.GroupOfClaim[here[a].Claim], table.GroupOfClaim[here[b].Claim]);
                    var wrong = BothWrong(model, ga, gb, claimed)
                        * model.Root[here[a].Claim] * model.Root[here[b].Claim];
                    var at = (Math.Min(here[a].Rank, here[b].Rank) * widest.Length)
                        + Math.Max(here[a].Rank, here[b].Rank);
                    both[at] += wrong;
                    if (ga == gb) same[at] += wrong;
                }
            }

            steps += (long)here.Count * here.Count;
        }

        return Median(both, same, start);
    }

    /// <summary>
    /// Probability that two claims are both wrong, counted only where another claimed value is likelier than theirs:
    /// on an object of which nobody else speaks nothing can be learnt about errors, and shares of a doubt that add up
    /// over many objects would explain all agreement away.
    /// </summary>
    private static double BothWrong(FactModel model, int ga, int gb, double claimed)
    {
        var others = claimed - model.Supported[ga] - (ga == gb ? 0 : model.Supported[gb]);
        return others > OthersMin ? others : 0;
    }

    private static double Median(double[] both, double[] same, double start)
    {
        var rates = new List<(double Rate, double Weight)>();
        for (var at = 0; at < both.Length; at++)
        {
            if (both[at] >= ErrorsMin)
                rates.Add(((same[at] + (PairWeight / start)) / (both[at] + PairWeight), Math.Min(both[at], 20)));
        }

        if (rates.Count < 3) return start;
        rates.Add((1 / start, StartWeight));
        rates.Sort();
        var half = rates.Sum(r => r.Weight) / 2;
        foreach (var (rate, weight) in rates)
        {
            half -= weight;
            if (half <= 0) return Math.Clamp(1 / rate, 1, 2000);
        }

        return start;
    }
}
