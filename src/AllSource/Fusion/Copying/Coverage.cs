using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

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
    private const double FieldQuantile = .985;
    private const double Even = 1.25;
    private const double MeetingWeight = 2;

    private readonly ClaimTable _table;
    private readonly double _claims;
    private readonly double _spread;

    private Coverage(ClaimTable table, double background) => (_table, Background) = (table, background);

    public Coverage(ClaimTable table)
    {
        _table = table;
        double square = 0;
        for (var o = 0; o < table.Objects.Length; o++) square += (double)table.ClaimsOn(o) * table.ClaimsOn(o);
        _spread = (double)table.ClaimCount * table.ClaimCount / square;
        (Background, var fields) = BackgroundOf(table, _spread);
        Tells = 1 - fields;
        _claims = table.ClaimCount / Background;
    }

    /// <summary>Where what is spoken of tells nothing: all were asked about the same things.</summary>
    public static Coverage None(ClaimTable table) => new(table, 1) { Tells = 0 };

    /// <summary>
    /// How far it tells of copying that two speak of the same: 1 where ordinary pairs meet as chance has it, 0 where
    /// sources keep to fields, so that meeting is what tells least.
    /// </summary>
    public double Tells { get; private set; } = 1;

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
    /// <param name="meeting">How many times oftener than others the two meet without copying.</param>
    public double Lift(int copier, int original, int here, double meeting) =>
        LiftOf(_table.ClaimsOf(copier).Length, _table.ClaimsOf(original).Length, here, meeting);

    /// <param name="mine">How many claims the copier makes.</param>
    /// <param name="theirs">How many the original makes.</param>
    /// <param name="here">How many claims speak of the object.</param>
    /// <param name="meeting">How many times oftener than others the two meet without copying.</param>
    public double LiftOf(double mine, double theirs, int here, double meeting)
    {
        if (Tells == 0) return 1;
        var wider = _claims / (Math.Max(mine, theirs) * here);
        var lift = Math.Max(1, Math.Min(1, LiftMax / wider) * _claims / (theirs * here * meeting));
        return Tells == 1 ? lift : Math.Pow(lift, Tells);
    }

    /// <summary>
    /// How many times oftener than others two sources meet, by the objects of which they say different things: there
    /// neither has copied the other, so whatever brought them together is the field that they share.
    /// </summary>
    /// <param name="agree">How often two who do not copy say the same where they meet.</param>
    public double Meeting(int a, int b, double agree)
    {
        if (Tells == 0) return 1;
        var x = _table.ClaimsOf(a);
        var y = _table.ClaimsOf(b);
        var apart = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            var (gx, gy) = (_table.GroupOfClaim[x[i]], _table.GroupOfClaim[y[j]]);
            var (ox, oy) = (_table.ObjectOfGroup[gx], _table.ObjectOfGroup[gy]);
            if (ox == oy && gx != gy) apart++;
            if (ox <= oy) i++;
            if (oy <= ox) j++;
        }

        var expected = x.Length * (double)y.Length / _spread * Background * (1 - agree);
        return Math.Max(1, (apart + MeetingWeight) / (expected + MeetingWeight));
    }

    private static (double Background, double Fields) BackgroundOf(ClaimTable table, double spread)
    {
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
        if (ratios.Count < 10) return (1.5, 0);

        // Where ordinary pairs meet unequally already there are fields, and the few who share all of theirs meet most.
        var ordinary = ratios[(int)(ratios.Count * Quantile)];
        var fields = Math.Clamp((ordinary - Even) / Even, 0, 1);
        return (Math.Max(1, ratios[(int)(ratios.Count * (Quantile + (fields * (FieldQuantile - Quantile))))]), fields);
    }
}
