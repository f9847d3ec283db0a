namespace AllSource.Fusion;

/// <summary>
/// What it says that a source speaks where another speaks: how much likelier a claim on an object is for somebody who
/// reads the original than for somebody who looks around alone. Sources of one field meet without reading each other,
/// so the lift is divided by what the wider sources of the table show among themselves.
/// </summary>
internal sealed class Coverage
{
    private const double LiftMax = 40;
    private const int WidestMax = 120;
    private const double Quantile = .9;

    private readonly ClaimTable _table;
    private readonly double _claims;

    public Coverage(ClaimTable table)
    {
        _table = table;
        Background = BackgroundOf(table);
        _claims = table.ClaimCount / Background;
    }

    /// <summary>How many times oftener than by chance two wide sources meet: at least 1.</summary>
    public double Background { get; }

    /// <summary>
    /// How much likelier a claim on an object is for one who reads the original. The bound holds for the wider of the
    /// two: bounding each by itself would make the narrow one look like the copier wherever a wide one has taken all it
    /// says.
    /// </summary>
    /// <param name="copier">Who may have read.</param>
    /// <param name="original">Who may have been read.</param>
    /// <param name="here">How many claims speak of the object.</param>
    public double Lift(int copier, int original, int here)
    {
        double mine = _table.ClaimsOf(copier).Length;
        double theirs = _table.ClaimsOf(original).Length;
        var wider = _claims / (Math.Max(mine, theirs) * here);
        return Math.Max(1, Math.Min(1, LiftMax / wider) * _claims / (theirs * here));
    }

    private static double BackgroundOf(ClaimTable table)
    {
        double square = 0;
        for (var o = 0; o < table.Objects.Length; o++) square += (double)table.ClaimsOn(o) * table.ClaimsOn(o);
        var spread = (double)table.ClaimCount * table.ClaimCount / square;
        int[] widest = [.. Enumerable.Range(0, table.Sources.Length)
            .OrderByDescending(s => table.ClaimsOf(s).Length).ThenBy(s => s).Take(WidestMax)];
        var seen = new int[table.Objects.Length];
        var ratios = new List<double>();
        for (var i = 0; i < widest.Length; i++)
        {
            foreach (var c in table.ClaimsOf(widest[i])) seen[table.ObjectOfGroup[table.GroupOfClaim[c]]] = i + 1;
            for (var j = 0; j < i; j++)
            {
                var expected = table.ClaimsOf(widest[i]).Length * (double)table.ClaimsOf(widest[j]).Length / spread;
                if (expected < 2) continue;
                var both = 0;
                foreach (var c in table.ClaimsOf(widest[j]))
                {
                    if (seen[table.ObjectOfGroup[table.GroupOfClaim[c]]] == i + 1) both++;
                }

                ratios.Add((both + 4) / (expected + 4));
            }
        }

        ratios.Sort();
        return ratios.Count < 10 ? 1.5 : Math.Max(1, ratios[(int)(ratios.Count * Quantile)]);
    }
}
