using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Sources;

namespace AllSource.Documents.Meta;

/// <summary>The lists in case.yaml: hypotheses, evidence, sources. An item that cannot be used is left out, with a
/// finding.</summary>
internal static class CaseSections
{
    private const int ItemsMax = 10_000; // a register that long came from a machine and belongs elsewhere
    private const string IdShape = "must be letters, digits, dashes or dots, at most 40.";

    private static readonly (string Word, SourceKind Kind)[] Kinds =
    [
        ("nobody", SourceKind.Nobody), ("protected-person", SourceKind.ProtectedPerson), ("person", SourceKind.Person),
        ("office", SourceKind.Office), ("organisation", SourceKind.Organisation), ("outlet", SourceKind.Outlet),
        ("anonymous", SourceKind.Anonymous), ("device", SourceKind.Device), ("document", SourceKind.Document),
    ];

    public static ImmutableArray<Hypothesis> Hypotheses(YamlKeys file)
    {
        var hypotheses = new List<Hypothesis>();
        var items = new List<YamlKeys>();
        foreach (var item in Items(file, "hypotheses", "id", "text", "prior"))
        {
            if (Id(item, hypotheses.Select(h => h.Id)) is not { } id || Needed(item, "text") is not { } text) continue;
            hypotheses.Add(new(id, text, item.Share("prior")));
            items.Add(item);
        }

        foreach (var (earlier, later) in HypothesisOverlap.Find([.. hypotheses.Select(h => h.Text)]))
        {
            items[later].Bad("text", $"says what {hypotheses[earlier].Id} says: both can hold at once, so that their "
                + "probabilities would not add up to 1.", "Word them so that one excludes the other, or drop one.");
        }

        if (hypotheses.Sum(h => h.Prior ?? 0) is var sum and > 1.0001)
        {
            file.Add("bad-value", file.Node("hypotheses")!, "the priors add up to more than 1.",
                "Lower them, or leave them all out.");
        }

        return [.. hypotheses];
    }

    public static ImmutableArray<EvidenceRow> Evidence(YamlKeys file, ImmutableArray<Hypothesis> hypotheses)
    {
        var rows = new List<EvidenceRow>();
        foreach (var item in Items(file, "evidence", "id", "what", "cells"))
        {
            if (Id(item, rows.Select(r => r.Id)) is not { } id || Needed(item, "what") is not { } what) continue;
            rows.Add(new(id, what, Cells(item, hypotheses)));
        }

        return [.. rows];
    }

    public static ImmutableArray<Source> Sources(YamlKeys file)
    {
        var sources = new List<Source>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in Items(file, "sources", "id", "kind", "reliability", "describe", "aliases"))
        {
            if (Needed(item, "id") is not { } id) continue;
            if (!taken.Add(id))
            {
                item.Bad("id", "stands in the register already; this entry is left out.");
                continue;
            }

            var kind = Kind(item);
            sources.Add(new(new(id), kind, Reliability(item), item.Text("describe"), Aliases(item, kind)));
        }

        return [.. sources];
    }

    internal static IEnumerable<YamlKeys> Items(YamlKeys file, string key, params string[] known)
    {
        var count = 0;
        foreach (var node in file.List(key))
        {
            if (++count > ItemsMax)
            {
                file.Add("too-many", node, $"'{key}' has more than 10,000 items; the rest is left out.");
                yield break;
            }

            if (node is YamlMap map) yield return file.Inner(map, known);
            else file.Add("wrong-type", node, $"an item of '{key}' must be keys with values.",
                $"Write '- id: ...' with {string.Join(", ", known)}.");
        }
    }

    internal static string? Needed(YamlKeys item, string key)
    {
        var text = item.Text(key);
        if (text is null) item.Bad(key, "is missing; the item is left out.");
        return text;
    }

    internal static string? Id(YamlKeys item, IEnumerable<string> taken)
    {
        if (Needed(item, "id") is not { } id) return null;
        if (id.Length <= 40 && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            if (!taken.Contains(id, StringComparer.Ordinal)) return id;
            item.Bad("id", "is used by an earlier item; this one is left out.");
            return null;
        }

        item.Bad("id", IdShape);
        return null;
    }

    internal static ImmutableSortedDictionary<string, Consistency> Cells(
        YamlKeys row, ImmutableArray<Hypothesis> hypotheses)
    {
        var cells = ImmutableSortedDictionary.CreateBuilder<string, Consistency>(StringComparer.Ordinal);
        var ids = hypotheses.Select(h => h.Id).ToArray();
        if (row.Mapping("cells", ids) is not { } map) return cells.ToImmutable();
        foreach (var id in ids)
        {
            if (map.Text(id) is not { } letters) continue;
            if (ConsistencyLetters.TryParse(letters) is { } cell) cells[id] = cell;
            else map.Bad(id, "is none of CC, C, N, I, II.");
        }

        return cells.ToImmutable();
    }

    private static SourceKind Kind(YamlKeys item)
    {
        if (item.Text("kind") is not { } word)
        {
            item.Bad("kind", "is missing, so the source counts as anonymous.", $"Write one of {Words()}.");
            return SourceKind.Anonymous;
        }

        foreach (var (known, kind) in Kinds)
        {
            if (known == word) return kind;
        }

        var near = word.Length <= 30 ? YamlKeys.Nearest(word, [.. Kinds.Select(k => k.Word)]) : null;
        // Like a label that cannot be read: until it is mended, nobody is told the name.
        item.Bad("kind",
            "is no kind of source that is known; until it is mended, the source is treated as a protected person.",
            near is null ? $"Write one of {Words()}." : $"Did you mean '{near}'?");
        return SourceKind.ProtectedPerson;
    }

    private static string Words() => string.Join(", ", Kinds.Select(k => k.Word));

    private static Reliability Reliability(YamlKeys item)
    {
        if (item.Text("reliability") is not { } letter) return Unjudged;
        if (letter is [>= 'A' and <= 'F']) return (Reliability)(letter[0] - 'A');
        item.Bad("reliability", "is none of A, B, C, D, E, F; it stays F, which cannot be judged.");
        return Unjudged;
    }

    private const Reliability Unjudged = AllSource.Sources.Reliability.F;

    private static ImmutableArray<string> Aliases(YamlKeys item, SourceKind kind)
    {
        var aliases = item.Texts("aliases").Where(a => a.Length > 0).ToImmutableArray();
        if (kind is not SourceKind.ProtectedPerson || aliases.IsEmpty) return aliases;
        item.Bad("aliases", "must be empty for a protected person; they are left out.",
            "A true name belongs in the vault, never here.");
        return [];
    }
}
