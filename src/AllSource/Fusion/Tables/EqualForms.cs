namespace AllSource.Fusion.Tables;

/// <summary>
/// Numbers, dates and times that are written differently and are the same are one value of their object, under the
/// way of writing that most sources of the object use. Only kinds of question whose answers nearly all are such values
/// are looked at: a kind is what an object's name says behind its last bar (flight 12|departure), or the whole table.
/// </summary>
internal static class EqualForms
{
    private const double Share = .9;
    private const char Bar = '|';

    public static ClaimTable Merged(ClaimTable table)
    {
        var form = new string?[table.Values.Length];
        var ways = new Dictionary<string, int>(StringComparer.Ordinal);
        var several = false;
        for (var v = 0; v < form.Length; v++)
        {
            form[v] = ValueForm.Of(table.Values[v]);
            if (form[v] is { } same && !ways.TryAdd(same, v)) several = true;
        }

        if (!several) return table;
        var kinds = Kinds(table, form);
        var value = (int[])table.ValueOfGroup.Clone();
        var merged = false;
        for (var o = 0; o < table.Objects.Length; o++)
        {
            var (right, all) = kinds[Kind(table, o)];
            if (right < Share * all) continue;
            merged |= Merge(table, o, form, value);
        }

        return merged ? With(table, value) : table;
    }

    private static Dictionary<string, (int Right, int All)> Kinds(ClaimTable table, string?[] form)
    {
        var kinds = new Dictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        for (var g = 0; g < table.GroupCount; g++)
        {
            var claims = table.ClaimsOfGroup[g + 1] - table.ClaimsOfGroup[g];
            var kind = Kind(table, table.ObjectOfGroup[g]);
            var (right, all) = kinds.GetValueOrDefault(kind);
            kinds[kind] = (right + (form[table.ValueOfGroup[g]] is null ? 0 : claims), all + claims);
        }

        return kinds;
    }

    private static string Kind(ClaimTable table, int o) =>
        table.Objects[o].LastIndexOf(Bar) is >= 0 and var bar ? table.Objects[o][(bar + 1)..] : "";

    private static bool Merge(ClaimTable table, int o, string?[] form, int[] value)
    {
        var groups = Enumerable.Range(table.GroupsOfObject[o], table.GroupsOfObject[o + 1] - table.GroupsOfObject[o]);
        var merged = false;
        foreach (var same in groups.Where(g => form[table.ValueOfGroup[g]] is not null)
            .GroupBy(g => form[table.ValueOfGroup[g]]).Where(same => same.Count() > 1))
        {
            var most = same.MaxBy(g => table.ClaimsOfGroup[g + 1] - table.ClaimsOfGroup[g]);
            foreach (var g in same) value[g] = table.ValueOfGroup[most];
            merged = true;
        }

        return merged;
    }

    private static ClaimTable With(ClaimTable table, int[] value)
    {
        var rows = new (int, int, int)[table.ClaimCount];
        for (var c = 0; c < rows.Length; c++)
        {
            var g = table.GroupOfClaim[c];
            rows[c] = (table.SourceOfClaim[c], table.ObjectOfGroup[g], value[g]);
        }

        var merged = ClaimTable.Of(rows, [.. table.Sources], [.. table.Objects], [.. table.Values]);
        merged.Declare(table.Notes(value));
        return merged;
    }
}
