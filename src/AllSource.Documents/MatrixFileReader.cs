using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Desk;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents;

/// <summary>
/// Reads one analyst's matrix (<c>matrix-NAME.yaml</c>) strictly against the case: an unknown row or hypothesis, a row
/// of the case that is missing, a cell that is none of CC C N I II, or a prior outside 0-1 is a finding of weight Loss
/// with line and column.
/// </summary>
public static class MatrixFileReader
{
    public const string Prefix = "matrix-";
    public const string Ending = ".yaml";

    /// <summary>The analyst of a file of that name; null when the name is another's.</summary>
    public static string? AnalystOf(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && name.Length > Prefix.Length + Ending.Length
        ? name[Prefix.Length..^Ending.Length] : null;

    /// <param name="name">The file's name, such as <c>matrix-mara.yaml</c>.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="file">The case whose rows and hypotheses it speaks of.</param>
    public static Parsed<AnalystMatrix> Read(string name, ReadOnlyMemory<byte> bytes, CaseFile file)
    {
        var tree = YamlTree.Parse(DecodedText.Of(bytes).Text, name);
        if (!tree.IsRead) return new(null, tree.Findings);
        var findings = new List<Finding>();
        if (tree.Value is not YamlMap map)
        {
            findings.Add(new(FindingWeight.Loss, "wrong-type", new(name, tree.Value!.Line, tree.Value.Column),
                "must hold keys with values: analyst, rows.", "See docs/operating.md."));
            return new(null, [.. findings]);
        }

        var keys = new YamlKeys(map, name, findings, "analyst", "with", "priors", "rows");
        var cells = Rows(keys, file);
        return new(new(keys.Text("analyst") ?? AnalystOf(name) ?? name, cells, Priors(keys, file.Hypotheses),
            [.. keys.Texts("with").Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)]), [.. findings]);
    }

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, Consistency>> Rows(
        YamlKeys keys, CaseFile file)
    {
        var rows = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, Consistency>>(
            StringComparer.Ordinal);
        var known = file.Evidence.Select(e => e.Id).Concat(file.Assumptions.Select(a => a.Id)).ToList();
        foreach (var item in CaseSections.Items(keys, "rows", "id", "cells"))
        {
            if (CaseSections.Id(item, rows.Keys) is not { } id) continue;
            if (!known.Contains(id, StringComparer.Ordinal))
            {
                item.Bad("id", "is no row of this case; it is left out.", $"Known are: {string.Join(", ", known)}.");
                continue;
            }

            rows[id] = CaseSections.Cells(item, file.Hypotheses);
        }

        var missing = file.Evidence.Select(e => e.Id).Where(id => !rows.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            keys.Bad("rows", $"has no row for {string.Join(", ", missing)}.",
                "Write every row of the case, with N where it tells nothing apart.");
        }

        return rows.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, double> Priors(
        YamlKeys keys, ImmutableArray<Hypothesis> hypotheses)
    {
        var priors = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var ids = hypotheses.Select(h => h.Id).ToArray();
        if (keys.Mapping("priors", ids) is not { } map) return priors.ToImmutable();
        foreach (var id in ids)
        {
            if (map.Share(id) is { } prior) priors[id] = prior;
        }

        if (priors.Values.Sum() > 1.0001) keys.Bad("priors", "add up to more than 1.", "Lower them.");
        return priors.ToImmutable();
    }
}
