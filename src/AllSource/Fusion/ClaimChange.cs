using System.Collections.Immutable;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion;

/// <summary>
/// Beliefs after one claim is added or withdrawn, from a settled table. In a large table the claim moves its source's
/// accuracy, and through it the objects that the source speaks of; these, and those of narrow sources who speak of the
/// claim's object, are settled again, with all that the other sources say elsewhere held as it was. The source's links
/// are judged anew with the claim, all others are those of the settled table.
/// </summary>
internal static class ClaimChange
{
    /// <summary>One claim hardly moves a source with more claims; then its object alone is settled again.</summary>
    private const int ClaimsMax = 1000;

    private const int ClaimsMin = 3;

    /// <summary>
    /// Who has so few claims is moved by what becomes of the object, and moves what else it speaks of.
    /// </summary>
    private const int NarrowMax = 60;

    /// <summary>How likely it is that what nobody else says is true.</summary>
    private const double Unsaid = .05;

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
        var habits = Habits(whole, source, claim, added);
        var model = FactModel.Part(part, whole, habits, number, old,
            c => rows.TryGetValue(Names(part, c), out var before) ? before : -1);
        return Values(fused, model, claim, added);
    }

    /// <summary>Links of the source with the claim in mind.</summary>
    private static CopyHabit[] Habits(
        FactModel whole, int source, (string Source, string Object, string Value) claim, bool added)
    {
        if (whole.Finder is null || whole.Copies is null) return whole.Copies?.Habits ?? [];
        var table = whole.Table;
        var (o, v) = (Number(table.Objects, claim.Object), Number(table.Values, claim.Value));
        var group = o < 0 || v < 0 ? -1 : Array.BinarySearch(table.ValueOfGroup, table.GroupsOfObject[o],
            table.GroupsOfObject[o + 1] - table.GroupsOfObject[o], v);
        var mine = group < 0 ? -1 : table.ClaimIn(group, source);
        var alone = added ? group < 0 ? Unsaid : whole.Supported[group]
            : whole.Finder.Alone(source, whole.Supported[group], whole.Root[mine]);
        return whole.Finder.Shifted(whole.Copies.Habits, source, group, new(source + 1, o, alone, added ? 1 : -1));
    }

    private static List<int> Around(ClaimTable voices, int source, int name)
    {
        var objects = new SortedSet<int>();
        void AddOf(int s)
        {
            foreach (var c in voices.ClaimsOf(s)) objects.Add(voices.ObjectOfGroup[voices.GroupOfClaim[c]]);
        }

        if (voices.ClaimsOf(source).Length <= ClaimsMax) AddOf(source);
        if (name >= 0)
        {
            objects.Add(name);
            var first = voices.ClaimsOfGroup[voices.GroupsOfObject[name]];
            foreach (var s in voices.SourceOfClaim.AsSpan(first, voices.ClaimsOn(name)))
            {
                if (voices.ClaimsOf(s).Length <= NarrowMax) AddOf(s);
            }
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
