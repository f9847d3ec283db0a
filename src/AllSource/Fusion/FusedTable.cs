using System.Collections.Immutable;

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

    public ClaimTable Table { get; }

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
            TableReasons.Of(Table, _model, _echoes, this[g], g))];

    /// <summary>
    /// The beliefs about one object after one more report, without fusing the table again: within .001 of what that
    /// would give, because one claim hardly moves a source's accuracy. Null where it might (a source of whom less than
    /// three claims are known, or that was set aside as an echo, or a table of labels or with a hierarchy): then fuse
    /// again.
    /// </summary>
    public ImmutableArray<FusedValue>? After(string source, string name, string value)
    {
        if (_model is null || _echoes is null || _model.Nesting is not null) return null;
        var voices = _model.Table;
        var s = voices.Sources.AsSpan().BinarySearch(source, StringComparer.Ordinal);
        if (s < 0 || voices.ClaimsOf(s).Length < 3) return null;
        var here = Groups(name).ToList();
        var claims = here.SelectMany(g => Enumerable.Range(
                voices.ClaimsOfGroup[g], voices.ClaimsOfGroup[g + 1] - voices.ClaimsOfGroup[g])
            .Select(c =>
                (voices.Sources[voices.SourceOfClaim[c]], name, voices.Values[voices.ValueOfGroup[g]]))).ToList();
        if (claims.Contains((source, name, value))) return Of(name);
        var part = ClaimTable.Of(claims.Append((source, name, value)));
        int[] number = [.. part.Sources.Select(n => voices.Sources.AsSpan().BinarySearch(n, StringComparer.Ordinal))];
        var model = FactModel.Part(part, _model, number);
        model.AddAndSettle(part.Sources.AsSpan().BinarySearch(source, StringComparer.Ordinal));
        var reports =
            here.ToDictionary(g => Table.Values[Table.ValueOfGroup[g]], g => this[g].Reports, StringComparer.Ordinal);
        reports[value] = reports.GetValueOrDefault(value) + 1;
        return [.. Enumerable.Range(0, part.GroupCount).Select(g => new FusedValue(
            name, part.Values[part.ValueOfGroup[g]], model.Probability[g],
            Math.Max(1, model.Root[part.ClaimsOfGroup[g]..part.ClaimsOfGroup[g + 1]].Sum()),
                reports[part.Values[part.ValueOfGroup[g]]]))];
    }

    /// <param name="table">All claims.</param>
    /// <param name="echoes">Which of them are echoes; their groups are those of the table.</param>
    /// <param name="model">Fitted to the voices alone.</param>
    internal static FusedTable Of(ClaimTable table, Echoes echoes, FactModel model)
    {
        var voices = model.Table;
        var origins = new double[table.GroupCount];
        for (var c = 0; c < voices.ClaimCount; c++) origins[voices.GroupOfClaim[c]] += model.Root[c];
        for (var g = 0; g < origins.Length; g++) origins[g] = Math.Max(1, origins[g]);
        return new(table, model.Probability, origins, model, echoes);
    }

    /// <summary>Beliefs from a model in which nobody copies: every report is its own origin.</summary>
    internal static FusedTable Of(ClaimTable table, double[] probability)
    {
        var origins = new double[table.GroupCount];
        foreach (var g in table.GroupOfClaim) origins[g]++;
        return new(table, probability, origins, null, null);
    }

    private IEnumerable<int> Groups(string name)
    {
        var o = Table.Objects.AsSpan().BinarySearch(name, StringComparer.Ordinal);
        return o < 0 ? []
            : Enumerable.Range(Table.GroupsOfObject[o], Table.GroupsOfObject[o + 1] - Table.GroupsOfObject[o]);
    }
}
