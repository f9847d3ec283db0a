namespace AllSource.Fusion;

/// <summary>
/// Beliefs over a whole table: which value of each object is true, who copies whom, and how many origins stand behind
/// each value. One setting for everything; what differs between tables (how many values compete, how good sources are,
/// how much copiers copy, how often sources of one field meet) is learnt from the table.
/// </summary>
public static class TableFusion
{
    private const int FirstRounds = 10;
    private const int CopyRounds = 6;
    private const int RoundsEach = 5;
    private const double LinksSettled = .01;

    /// <summary>
    /// In a large table a round costs seconds, and what the last per cent of its links would move is under a thousandth
    /// of the objects.
    /// </summary>
    private const double LinksSettledLarge = .04;
    private const int LargeMin = 300_000;

    /// <summary>
    /// So many distinct values or fewer, each used of many objects, are labels: then every object has the same rivals.
    /// </summary>
    private const int LabelsMax = 100;

    private const int FalseValuesStart = 10;

    /// <param name="table">Who says what.</param>
    /// <param name="hierarchy">Which values lie within which; null where none is known.</param>
    public static FusedTable Fuse(ClaimTable table, Hierarchy? hierarchy = null)
    {
        var labels = hierarchy is null && HasLabels(table) ? LabelBeliefs.Better(table) : null;
        var echoes = Echoes.SetAside(table);
        var model = Model(echoes.Voices, hierarchy, true);
        // Copiers agree as sources do that mix up the same labels: who foretells the claims better has it right.
        return labels is { } found && found.Predicts > HeldOut.Of(model, found.Objects)
            ? FusedTable.Of(table, LabelBeliefs.Of(table)) : FusedTable.Of(table, echoes, model, hierarchy);
    }

    internal static FactModel Model(ClaimTable table, Hierarchy? hierarchy, bool copies)
    {
        var nesting = hierarchy is null ? null : Nesting.Of(table, hierarchy);
        int? domain = nesting is null && HasLabels(table) ? table.Values.Length : null;
        var start =
            domain - 1 ?? (nesting is null ? FalseValuesStart : Math.Max(FalseValuesStart, table.Values.Length - 1));
        var model = new FactModel(table, start, domain, nesting);
        model.Settle(FirstRounds);
        if (!copies || table.Sources.Length == 1) return model;
        var finder = new CopyFinder(table, model);
        var links = 0d;
        for (var round = 0; round < CopyRounds; round++)
        {
            var before = links;
            // Errors that meet because one value holds the other are explained by the hierarchy already.
            if (nesting is null) model.FalseValues = ErrorSpread.Of(model, start);
            model.Copies = finder.Find();
            model.Settle(RoundsEach);
            links = model.Copies.Habits.Sum(h => h.Probability);
            var enough = table.ClaimCount > LargeMin ? LinksSettledLarge : LinksSettled;
            if (Math.Abs(links - before) <= enough * links) break;
        }

        return model;
    }

    private static bool HasLabels(ClaimTable table) =>
        table.Values.Length is > 1 and <= LabelsMax && table.Objects.Length > 3 * table.Values.Length;
}
