using System.Globalization;
using System.Text;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>
/// For reading: a tree of origins, each with those who repeat it, then the passages side by side. Words that the other
/// side has
/// not are in [-...-] on the left and {+...+} on the right.
/// </summary>
internal static class LineageTree
{
    private const int ColumnWidth = 56;
    private const int DepthMax = 60; // a chain of copies without end

    public static void Write(
        TextWriter output, IReadOnlyList<LineageDocument> documents, IReadOnlyList<Passage> passages)
    {
        if (passages.Count == 0)
        {
            output.WriteLine($"{documents.Count} documents share no passage.");
            return;
        }

        var byId = documents.GroupBy(static d => d.Id, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        WriteOrigins(output, byId, passages);
        foreach (var passage in passages) WritePassage(output, byId, passage);
    }

    private static void WriteOrigins(
        TextWriter output, Dictionary<string, LineageDocument> byId, IReadOnlyList<Passage> passages)
    {
        var copies = passages.Where(static p => p.Copier is not null)
            .GroupBy(static p => p.Copier == p.A ? p.B : p.A, StringComparer.Ordinal)
            .ToDictionary(
                static g => g.Key,
                static g => Sorted(g.Select(static p => p.Copier!)),
                StringComparer.Ordinal);
        var copiers = copies.Values.SelectMany(static c => c).ToHashSet(StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        output.WriteLine("Origins");
        foreach (var root in Sorted(copies.Keys.Where(id => !copiers.Contains(id)))) Branch(root, 1);
        foreach (var rest in Sorted(copies.Keys.Where(id => !shown.Contains(id))))
        {
            if (!shown.Contains(rest)) Branch(rest, 1); // a circle has no root: it is shown from its first id
        }

        var undirected = passages.Where(static p => p.Copier is null)
            .Select(static p => (p.A, p.B)).Distinct().ToArray();
        if (undirected.Length > 0) output.WriteLine("Undirected");
        foreach (var (a, b) in undirected) output.WriteLine($"  {a} and {b}");
        output.WriteLine();

        void Branch(string id, int depth)
        {
            var when = byId[id].Published is { } time ? $" ({time})" : "";
            var again = !shown.Add(id);
            var note = again && copies.ContainsKey(id) ? ", see above" : "";
            output.WriteLine($"{new string(' ', 2 * depth)}{id}{when}{note}");
            if (again || depth > DepthMax || !copies.TryGetValue(id, out var those)) return;
            foreach (var copy in those) Branch(copy, depth + 1);
        }
    }

    private static void WritePassage(TextWriter output, Dictionary<string, LineageDocument> byId, Passage passage)
    {
        var (left, right) = passage.Copier == passage.A ? (passage.B, passage.A) : (passage.A, passage.B);
        var turned = left == passage.B;
        var arrow = passage.Copier is null ? "--" : "->";
        var kind = passage.Kind.ToString().ToLowerInvariant();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{left} {arrow} {right}: {kind}, probability {passage.Probability:F2}"));
        output.WriteLine($"  {passage.Why}");
        output.WriteLine($"  {passage.DirectionWhy}");
        var a = Marked(byId[passage.A].Text, passage.ASpan, passage.Edits.Select(static e => e.A), turned);
        var b = Marked(byId[passage.B].Text, passage.BSpan, passage.Edits.Select(static e => e.B), !turned);
        var columns = turned ? (Wrap(b), Wrap(a)) : (Wrap(a), Wrap(b));
        for (var row = 0; row < Math.Max(columns.Item1.Count, columns.Item2.Count); row++)
        {
            var l = row < columns.Item1.Count ? columns.Item1[row] : "";
            var r = row < columns.Item2.Count ? columns.Item2[row] : "";
            output.WriteLine($"  {l.PadRight(ColumnWidth)} | {r}".TrimEnd());
        }

        output.WriteLine();
    }

    private static string[] Sorted(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Marked(string text, TextSpan span, IEnumerable<TextSpan> edits, bool isCopy)
    {
        var marked = new StringBuilder();
        var at = span.Start;
        foreach (var edit in edits.Where(static e => !e.IsEmpty))
        {
            if (edit.Start < at || edit.End > span.End) continue;
            marked.Append(text, at, edit.Start - at).Append(isCopy ? "{+" : "[-");
            marked.Append(text, edit.Start, edit.Length).Append(isCopy ? "+}" : "-]");
            at = edit.End;
        }

        return marked.Append(text, at, span.End - at).ToString();
    }

    private static List<string> Wrap(string text)
    {
        var rows = new List<string>();
        var row = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var clean = string.Concat(word.Where(static c => !char.IsControl(c)));
            if (row.Length > 0 && row.Length + 1 + clean.Length > ColumnWidth)
            {
                rows.Add(row.ToString());
                row.Clear();
            }

            if (row.Length > 0) row.Append(' ');
            row.Append(clean);
        }

        if (row.Length > 0) rows.Add(row.ToString());
        return rows;
    }
}
