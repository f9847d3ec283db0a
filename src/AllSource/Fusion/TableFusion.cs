namespace AllSource.Fusion;

/// <summary>
/// Beliefs over a whole table: which value of each object is true, who copies whom, and how many origins stand behind each value. One
/// setting for everything; what differs between tables (how many values compete, how good sources are, how much copiers copy, how
/// often sources of one field meet) is learnt from the table.
/// </summary>
public static class TableFusion
{
    private const int FirstRounds = 10;
    private const int CopyRounds = 6;
    private const int RoundsEach = 5;
    private const double Settled = 1e-4;

    /// <summary>So many distinct values or fewer, each used of many objects, are labels: then every object has the same rivals.</summary>
    private const int LabelsMax = 100;

    public static FusedTable Fuse(ClaimTable table)
    {
        var domain = DomainOf(table);
        if (domain == table.Values.Length && LabelBeliefs.Of(table) is { } labels) return FusedTable.Of(table, labels);
        var model = new FactModel(table, domain - 1, domain);
        Settle(model, FirstRounds);
        if (table.Sources.Length == 1) return FusedTable.Of(table, model);
        var finder = new CopyFinder(table, model);
        for (var round = 0; round < CopyRounds; round++)
        {
            model.Copies = finder.Find();
            Settle(model, RoundsEach);
        }

        return FusedTable.Of(table, model);
    }

    internal static void Settle(FactModel model, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            model.Skills();
            model.Prior();
            if (model.Beliefs() < Settled) break;
        }
    }

    /// <summary>How many values compete for an object, claimed or not.</summary>
    internal static int DomainOf(ClaimTable table) =>
        table.Values.Length <= LabelsMax && table.Objects.Length > 3 * table.Values.Length
            ? Math.Max(2, table.Values.Length) : 11;
}
