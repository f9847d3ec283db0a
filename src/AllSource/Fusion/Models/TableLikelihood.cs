using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// How well a settled model explains all claims of a table at once: the truths and the ways of copying summed out, the
/// accuracies at their fitted values under their prior. Models that settled on different sides of a doubt are compared
/// by it. Claims foretold one at a time would not do: a member of a clique is foretold by the rest of the clique,
/// whether they are right or copy.
/// </summary>
internal sealed class TableLikelihood
{
    private readonly FactModel _model;
    private readonly ClaimTable _table;
    private readonly OriginForest _forest = new();
    private readonly List<ForestEdge> _edges = [];
    private readonly double _falseValues;
    private int _edge;

    private TableLikelihood(FactModel model, double falseValues) =>
        (_model, _table, _falseValues) = (model, model.Table, falseValues);

    /// <param name="model">Settled, without a hierarchy.</param>
    /// <returns>Natural logarithm; only differences between models of one table mean anything.</returns>
    public static double Of(FactModel model, double falseValues)
    {
        var all = new TableLikelihood(model, falseValues);
        var log = 0d;
        for (var o = 0; o < model.Table.Objects.Length; o++) log += all.OfObject(o);
        return log + Skills(model) + Habits(model);
    }

    private static double Skills(FactModel model)
    {
        var log = 0d;
        for (var s = 0; s < model.Right.Length; s++)
        {
            var (right, seen) = model.Start(s);
            var wrong = seen - right;
            var beta = MathNet.Numerics.SpecialFunctions.BetaLn(right, wrong);
            var a = Math.Clamp(model.Accuracy(s), .01, .995);
            log += ((right - 1) * Math.Log(a)) + ((wrong - 1) * Math.Log(1 - a)) - beta;
            var n = model.Seen[s] + seen;
            log += .5 * Math.Log(2 * Math.PI * a * (1 - a) / n);
        }

        return log;
    }

    /// <summary>
    /// Each habit is one choice among all sources; and who copies from several places has no more than all its claims
    /// to take from them.
    /// </summary>
    private static double Habits(FactModel model)
    {
        if (model.Copies is not { Habits.Length: > 0 } copies) return 0;
        var n = model.Table.Sources.Length;
        var links = copies.Habits.Sum(h => h.Probability);
        var log = links <= 0 ? 0 : links * Math.Log(links / n / n);
        var ways = (double[])copies.Own.Clone();
        foreach (var h in copies.Habits) ways[h.Copier] += h.Strength;
        for (var s = 0; s < n; s++) log -= model.Table.ClaimsOf(s).Length * Math.Log(Math.Max(1, ways[s]));
        return log;
    }

    private double OfObject(int o)
    {
        var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
        double wrong = 0, top = 0;
        var scores = new double[end - first];
        for (var g = first; g < end; g++)
        {
            var (truly, falsely) = Group(g);
            scores[g - first] = truly - falsely;
            wrong += falsely;
            top = Math.Max(top, truly - falsely);
        }

        var unclaimed = _model.Unclaimed(end - first);
        var sum = unclaimed * Math.Exp(-top);
        foreach (var score in scores) sum += Math.Exp(score - top);
        return wrong + top + Math.Log(sum / (unclaimed + scores.Length));
    }

    private (double Truly, double Falsely) Group(int g)
    {
        var (first, end) = (_table.ClaimsOfGroup[g], _table.ClaimsOfGroup[g + 1]);
        var (truly, falsely) = (new double[end - first], new double[end - first]);
        for (var c = first; c < end; c++)
        {
            var s = _table.SourceOfClaim[c];
            var a = Math.Clamp(_model.Accuracy(s), .01, .995);
            var share = _model.Copies?.Own[s] ?? 1;
            truly[c - first] = share * a;
            falsely[c - first] = share * (1 - a) / _falseValues;
        }

        _edges.Clear();
        var all = _model.Copies?.Edges ?? [];
        for (; _edge < all.Length && all[_edge].Copier < end; _edge++)
            _edges.Add(new(all[_edge].Copier - first, all[_edge].Original - first, all[_edge].Weight));
        var edges = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_edges);
        return (_forest.Solve(truly, edges), _forest.Solve(falsely, edges));
    }
}
