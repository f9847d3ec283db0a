using System.Collections.Immutable;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion;

/// <summary>
/// A link between two sources. <paramref name="Probability"/> is that the two are linked so (an original that cannot be
/// told from its twins stands for them), <paramref name="Direction"/> that the copier is the copier and not the other
/// way round, given the link.
/// </summary>
public sealed record CopyLink(string Copier, string Original, double Probability, double Direction, double Rate,
    int Shared);

/// <summary>A value that somebody claimed of an object.</summary>
public readonly record struct FusedValue(string Object, string Value, double Probability, double Origins, int Reports);

/// <summary>What fusion made of a table, by object and value in ordinal order.</summary>
public sealed class FusedTable
{
    private readonly double[] _probability;
    private readonly double[] _origins;
    private readonly FactModel? _model;
    private readonly Echoes? _echoes;

    private FusedTable(ClaimTable table, double[] probability, double[] origins, FactModel? model, Echoes? echoes)
    {
        (Table, _probability, _origins, _model, _echoes) = (table, probability, origins, model, echoes);
        Copies = echoes is null ? [] : CopyLinks.Of(table, echoes, model?.Copies);
    }

    /// <summary>Below this many claims the table is fused again: links may change with a claim.</summary>
    internal const int LargeMin = 200_000;

    public ClaimTable Table { get; }

    /// <summary>What the beliefs were settled in; null where labels' confusions made them.</summary>
    internal FactModel? Model => _model;

    /// <summary>Which values lie within which, where that was given.</summary>
    internal Hierarchy? Hierarchy { get; init; }

    /// <summary>
    /// By how many known outcomes the probabilities are calibrated; 0 where there were none to do it by.
    /// </summary>
    public int CalibratedBy { get; private init; }

    private TableOutcomes? Outcomes { get; init; }

    private SourceStarts? Starts { get; init; }

    /// <summary>Links with a probability of at least .05, the likeliest first.</summary>
    public ImmutableArray<CopyLink> Copies { get; }

    /// <summary>How many values somebody claimed, over all objects.</summary>
    public int Count => _probability.Length;

    public FusedValue this[int i] => new(
        Table.Objects[Table.ObjectOfGroup[i]], Table.Values[Table.ValueOfGroup[i]], _probability[i], _origins[i],
        Table.ClaimsOfGroup[i + 1] - Table.ClaimsOfGroup[i]);

    /// <summary>The values claimed of one object; empty when nobody speaks of it.</summary>
    public ImmutableArray<FusedValue> Of(string name) => [.. Groups(name).Select(g => this[g])];

    /// <summary>
    /// What made the beliefs about one object, a line each: every value with its probability, reports and origins, then
    /// every report of it with its weight in log-odds and, where it may be a copy, of whom. Empty when nobody speaks of
    /// the object.
    /// </summary>
    public ImmutableArray<string> Why(string name) => [.. Groups(name)
        .OrderByDescending(g => _probability[g]).ThenBy(g => g).SelectMany(g =>
            TableReasons.Of(Table, _model, _echoes, this[g], g, CalibratedBy > 0))];

    /// <summary>
    /// Beliefs after one more report. In a large table only the objects that the source speaks of are settled again and
    /// given back; else the table is fused again and all is given back.
    /// </summary>
    public ImmutableArray<FusedValue> After(string source, string name, string value) =>
        Quickly((source, name, value), true)
            ?? Again(Table.Rows().Append((source, name, value)));

    /// <summary>Beliefs after a report is withdrawn, as for one that is added.</summary>
    public ImmutableArray<FusedValue> Without(string source, string name, string value) =>
        Quickly((source, name, value), false)
            ?? Again(Table.Rows().Where(row => row != (source, name, value)));

    private ImmutableArray<FusedValue> Again(IEnumerable<(string, string, string)> rows)
    {
        var table = ClaimTable.Of(rows);
        if (table.ClaimCount == 0) return [];
        table.Declare(Table.Notes());
        var fused = TableFusion.Fuse(table, Hierarchy, Outcomes, Starts);
        return [.. Enumerable.Range(0, fused.Count).Select(i => fused[i])];
    }

    private ImmutableArray<FusedValue>? Quickly((string Source, string, string) claim, bool added)
    {
        if (_model is null || _echoes is null || _model.Nesting is not null || Table.ClaimCount < LargeMin
            || Table.HasNotes || Outcomes is not null || Starts is not null) return null;
        var s = Table.Sources.AsSpan().BinarySearch(claim.Source, StringComparer.Ordinal);
        // Who says what another says throughout ceases to do so with one claim more or less.
        return s < 0 || _echoes.VoiceOf.Count(v => v == s) != 1 ? null : ClaimChange.Of(this, _model, claim, added);
    }

    /// <param name="table">All claims.</param>
    /// <param name="echoes">Which of them are echoes; their groups are those of the table.</param>
    /// <param name="model">Fitted to the voices alone.</param>
    internal static FusedTable Of(
        ClaimTable table, Echoes echoes, FactModel model, Hierarchy? hierarchy = null, SourceStarts? starts = null)
    {
        var voices = model.Table;
        var origins = new double[table.GroupCount];
        for (var c = 0; c < voices.ClaimCount; c++) origins[voices.GroupOfClaim[c]] += model.Root[c];
        for (var g = 0; g < origins.Length; g++) origins[g] = Math.Max(1, origins[g]);
        var isLarge = table.ClaimCount >= LargeMin;
        var probability = model.Nesting is null && !isLarge ? Hardness.Averaged(model) : model.Probability;
        return new(table, probability, origins, model, echoes) { Hierarchy = hierarchy, Starts = starts };
    }

    /// <summary>Beliefs from a model in which nobody copies: every report is its own origin.</summary>
    internal static FusedTable Of(ClaimTable table, double[] probability)
    {
        var origins = new double[table.GroupCount];
        foreach (var g in table.GroupOfClaim) origins[g]++;
        return new(table, probability, origins, null, null);
    }

    /// <summary>The same table with probabilities that outcomes have straightened.</summary>
    internal FusedTable With(double[] probability, TableOutcomes outcomes, int known) =>
        new(Table, probability, _origins, _model, _echoes)
        {
            Hierarchy = Hierarchy,
            Starts = Starts,
            Outcomes = outcomes,
            CalibratedBy = known,
        };

    private IEnumerable<int> Groups(string name)
    {
        var o = Table.Objects.AsSpan().BinarySearch(name, StringComparer.Ordinal);
        return o < 0 ? []
            : Enumerable.Range(Table.GroupsOfObject[o], Table.GroupsOfObject[o + 1] - Table.GroupsOfObject[o]);
    }
}
