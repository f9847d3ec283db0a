using System.Collections.Immutable;

namespace AllSource.Fusion;

/// <summary>
/// Beliefs after one claim is added or withdrawn, from a settled table. In a large table the claim moves its source's
/// accuracy, and through it the objects that the source speaks of: these are settled again, with all that the other
/// sources say elsewhere held as it was. Links are those of the settled table.
/// </summary>
internal static class ClaimChange
{
    /// <summary>One claim hardly moves a source with more claims; then its object alone is settled again.</summary>
    private const int ClaimsMax = 1000;

    private const int ClaimsMin = 3;

    /// <returns>Values of the objects that moved; null where everything may move and has to be fused again.</returns>
    public static ImmutableArray<FusedValue>? Of(
        FusedTable fused, FactModel whole, (string Source, string Object, string Value) claim, bool added)
    {
        var voices = whole.Table;
        var source = Number(voices.Sources, claim.Source);
        if (source < 0 || voices.ClaimsOf(source).Length < ClaimsMin) return null;
        var old = Around(voices, source, Number(voices.Objects, claim.Object));
        var rows = old.ToDictionary(c => Names(voices, c), c => c);
        if (rows.ContainsKey(claim) == added) return added ? fused.Of(claim.Object) : null;
        var part = ClaimTable.Of(added ? rows.Keys.Append(claim) : rows.Keys.Where(row => row != claim));
        int[] number = [.. part.Sources.Select(name => Number(voices.Sources, name))];
        var model = FactModel.Part(part, whole, number, old,
            c => rows.TryGetValue(Names(part, c), out var before) ? before : -1);
        return Values(fused, model, claim, added);
    }

    private static List<int> Around(ClaimTable voices, int source, int name)
    {
        var objects = new SortedSet<int>();
        if (name >= 0) objects.Add(name);
        if (voices.ClaimsOf(source).Length <= ClaimsMax)
        {
            foreach (var c in voices.ClaimsOf(source)) objects.Add(voices.ObjectOfGroup[voices.GroupOfClaim[c]]);
        }

        return [.. objects.SelectMany(o => Enumerable.Range(
            voices.ClaimsOfGroup[voices.GroupsOfObject[o]], voices.ClaimsOn(o)))];
    }

    private static ImmutableArray<FusedValue> Values(
        FusedTable fused, FactModel model, (string Source, string Object, string Value) claim, bool added)
    {
        var part = model.Table;
        var reports = part.Objects.SelectMany(o => fused.Of(o)).ToDictionary(v => (v.Object, v.Value), v => v.Reports);
        var at = (claim.Object, claim.Value);
        reports[at] = reports.GetValueOrDefault(at) + (added ? 1 : -1);
        return [.. Enumerable.Range(0, part.GroupCount).Select(g =>
        {
            var (o, v) = (part.Objects[part.ObjectOfGroup[g]], part.Values[part.ValueOfGroup[g]]);
            var roots = 0d;
            for (var c = part.ClaimsOfGroup[g]; c < part.ClaimsOfGroup[g + 1]; c++) roots += model.Root[c];
            return new FusedValue(o, v, model.Probability[g], Math.Max(1, roots), reports[(o, v)]);
        })];
    }

    private static (string Source, string Object, string Value) Names(ClaimTable table, int c)
    {
        var g = table.GroupOfClaim[c];
        return (table.Sources[table.SourceOfClaim[c]], table.Objects[table.ObjectOfGroup[g]],
            table.Values[table.ValueOfGroup[g]]);
    }

    private static int Number(ImmutableArray<string> names, string name) =>
        names.AsSpan().BinarySearch(name, StringComparer.Ordinal);
}
