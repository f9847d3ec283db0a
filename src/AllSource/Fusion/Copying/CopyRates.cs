namespace AllSource.Fusion.Copying;

/// <summary>
/// How much copiers copy: shares of rates, learnt from the links that are already likely. A copier that takes a tenth
/// from one place is rarer than one that takes most, and what the table's copiers do tells which of two linked sources
/// is the copier.
/// </summary>
internal sealed class CopyRates
{
    public static readonly double[] Grid = [.1, .2, .3, .4, .5, .6, .7, .8, .9, .97];

    private const double StartWeight = 8;
    private const double ReachMax = .1;
    private static readonly double[] Start = [.04, .05, .06, .08, .1, .12, .14, .16, .14, .11];
    private readonly double[] _log = [.. Start.Select(share => Math.Log(share))];

    public double Log(int rate) => _log[rate];

    public void Learn(IEnumerable<CopyHabit> habits)
    {
        var seen = new double[Grid.Length];
        foreach (var h in habits)
        {
            if (h.Probability < .3) continue;
            for (var r = 0; r < seen.Length; r++)
                seen[r] += h.Probability * Math.Max(0, 1 - (Math.Abs(Grid[r] - h.Rate) / ReachMax));
        }

        var all = seen.Sum() + StartWeight;
        for (var r = 0; r < seen.Length; r++) _log[r] = Math.Log((seen[r] + (StartWeight * Start[r])) / all);
    }
}
