using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

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

    /// <summary>So many claims or fewer are reasoned about from several sides.</summary>
    private const int StartsMax = 100_000;
    private const int SpreadHeld = 2;

    /// <param name="table">Who says what.</param>
    /// <param name="hierarchy">Which values lie within which; null where none is known.</param>
    /// <param name="outcomes">What turned out to be true of some objects; null where nothing is known.</param>
    /// <param name="starts">Sources' grades and records elsewhere; null where nothing is known.</param>
    public static FusedTable Fuse(ClaimTable table, Hierarchy? hierarchy = null, TableOutcomes? outcomes = null,
        SourceStarts? starts = null) =>
        outcomes is null ? Fuse(EqualForms.Merged(table), hierarchy, (int[]?)null, starts)
            : CrossFitting.Of(EqualForms.Merged(table), hierarchy, outcomes, starts);

    internal static FusedTable Fuse(ClaimTable table, Hierarchy? hierarchy, int[]? known, SourceStarts? starts)
    {
        (double Predicts, int Objects)? labels = null;
        var echoes = Echoes.SetAside(table);
        FactModel model = null!;
        Parallel.Invoke(
            () => model = Model(echoes.Voices, hierarchy, true, known, starts),
            () => labels = hierarchy is null && starts is null && HasLabels(table) ? LabelBeliefs.Better(table) : null);
        // Copiers agree as sources do that mix up the same labels: who foretells the claims better has it right.
        return labels is { } found && LabelsExplain(found, model)
            ? FusedTable.Of(table, LabelBeliefs.Of(table, known))
            : FusedTable.Of(table, echoes, Likeliest(model), hierarchy, starts);
    }

    /// <summary>
    /// A clique of copiers foretells its members' claims one at a time whether or not that is what happened; so all
    /// claims together are asked too.
    /// </summary>
    private static bool LabelsExplain((double Predicts, int Objects) labels, FactModel model) =>
        labels.Predicts > HeldOut.Of(model, labels.Objects)
        || (model.Table.ClaimCount <= StartsMax && LabelBeliefs.Evidence(model.Table)
            > TableLikelihood.Of(model, model.Table.Values.Length - 1));

    internal static FactModel Model(ClaimTable table, Hierarchy? hierarchy, bool copies, int[]? known = null,
        SourceStarts? starts = null)
    {
        var nesting = hierarchy is null ? null : Nesting.Of(table, hierarchy);
        int? domain = nesting is null && HasLabels(table) ? table.Values.Length : null;
        var start =
            domain - 1 ?? (nesting is null ? FalseValuesStart : Math.Max(FalseValuesStart, table.Values.Length - 1));
        var model = new FactModel(table, start, domain, nesting) { Known = known, Starts = starts?.In(table) };
        model.Settle(FirstRounds);
        if (!copies || table.Sources.Length == 1) return model;
        Refine(model, start, 0);
        return model;
    }

    /// <summary>
    /// A clique that outvotes the rest of a small table makes its errors truths, and no round of reasoning leads out
    /// again. So the reasoning begins from two other places too, the plain vote with copiers looked for at once and
    /// agreement alone, and what explains all claims best is taken.
    /// </summary>
    private static FactModel Likeliest(FactModel model)
    {
        var (table, start) = (model.Table, (double)((model.Domain - 1) ?? FalseValuesStart));
        if (model.Nesting is not null || table.ClaimCount > StartsMax
            || AgreementSkill.Of(table, start) is not { } skill) return model;
        var (best, most) = (model, TableLikelihood.Of(model, start));
        foreach (var agreed in (ReadOnlySpan<bool>)[false, true])
        {
            var other = new FactModel(table, start, model.Domain) { Known = model.Known, Starts = model.Starts };
            if (agreed) other.Believe(skill);
            Refine(other, start, SpreadHeld);
            var likelihood = TableLikelihood.Of(other, start);
            if (likelihood > most) (best, most) = (other, likelihood);
        }

        return best;
    }

    /// <param name="model">With beliefs to begin from.</param>
    /// <param name="start">Over how many values errors spread before anything is known of them.</param>
    /// <param name="held">
    /// For so many rounds that is not learnt: truths taken for errors look like shared errors.
    /// </param>
    private static void Refine(FactModel model, double start, int held)
    {
        var table = model.Table;
        var finder = model.Finder = new CopyFinder(table, model);
        var links = 0d;
        for (var round = 0; round < CopyRounds; round++)
        {
            var before = links;
            // Errors that meet because one value holds the other are explained by the hierarchy already.
            if (model.Nesting is null && round >= held) model.FalseValues = ErrorSpread.Of(model, start);
            model.Copies = finder.Find();
            model.Settle(RoundsEach);
            links = model.Copies.Habits.Sum(h => h.Probability);
            var enough = table.ClaimCount > LargeMin ? LinksSettledLarge : LinksSettled;
            if (Math.Abs(links - before) <= enough * links && round >= held) break;
        }

        model.Polish();
    }

    private static bool HasLabels(ClaimTable table) =>
        table.Values.Length is > 1 and <= LabelsMax && table.Objects.Length > 3 * table.Values.Length;
}
