using System.Globalization;
using System.Text;
using AllSource.Kernel.Pages;
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
    private const int ReasonWidth = (2 * ColumnWidth) + 3;
    private const int DepthMax = 60; // a chain of copies without end

    public static void Write(
        TextWriter output, IReadOnlyList<LineageDocument> documents, IReadOnlyList<Passage> passages)
    {
        if (passages.Count == 0)
        {
            output.WriteLine(documents.Count == 1 ? "1 document: there is no other that it could share a passage with."
                : $"{Counted(documents.Count, "document")} share no passage.");
            return;
        }

        var byId = documents.GroupBy(static d => d.Id, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        WriteOrigins(output, byId, passages);
        foreach (var passage in passages) WritePassage(output, byId, passage);
    }

    /// <summary>Such as "1 document" and "2 documents".</summary>
    public static string Counted(int number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");

    private static void WriteOrigins(
        TextWriter output, Dictionary<string, LineageDocument> byId, IReadOnlyList<Passage> passages)
    {
        var forest = new CopyForest(passages, id => byId[id].Published);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        output.WriteLine("Origins");
        foreach (var root in forest.Roots) Branch(root, 1);
        if (forest.Undirected.Length > 0) output.WriteLine("Undirected");
        foreach (var (a, b) in forest.Undirected) output.WriteLine($"  {Safe(a)} and {Safe(b)}");
        output.WriteLine();

        void Branch(string id, int depth)
        {
            var when = byId[id].Published is { } time ? $" ({PageTime.When(time)})" : "";
            var again = !shown.Add(id);
            var copiers = forest.CopiersOf(id);
            var note = again ? ", see above" : "";
            output.WriteLine($"{new string(' ', 2 * depth)}{Safe(id + when)}{note}");
            if (again || depth > DepthMax) return;
            foreach (var copier in copiers) Branch(copier, depth + 1);
        }
    }

    private static void WritePassage(TextWriter output, Dictionary<string, LineageDocument> byId, Passage passage)
    {
        var (left, right) = passage.Copier == passage.A ? (passage.B, passage.A) : (passage.A, passage.B);
        var turned = left == passage.B;
        var arrow = passage.Copier is null ? "--" : "->";
        var kind = passage.Kind.ToString().ToLowerInvariant();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Safe(left)} {arrow} {Safe(right)}: {kind}, probability {passage.Probability:F2}"));
        foreach (var row in Wrap(passage.Why, ReasonWidth)) output.WriteLine($"  {row}");
        foreach (var row in Wrap(passage.DirectionWhy, ReasonWidth)) output.WriteLine($"  {row}");
        var a = Marked(byId[passage.A].Text, EditMarks.OfA(passage), turned);
        var b = Marked(byId[passage.B].Text, EditMarks.OfB(passage), !turned);
        var columns = turned ? (Wrap(b, ColumnWidth), Wrap(a, ColumnWidth))
            : (Wrap(a, ColumnWidth), Wrap(b, ColumnWidth));
        for (var row = 0; row < Math.Max(columns.Item1.Count, columns.Item2.Count); row++)
        {
            var l = row < columns.Item1.Count ? columns.Item1[row] : "";
            var r = row < columns.Item2.Count ? columns.Item2[row] : "";
            output.WriteLine($"  {l.PadRight(ColumnWidth)} | {r}".TrimEnd());
        }

        output.WriteLine();
    }

    private static string Marked(string text, IEnumerable<MarkedStretch> stretches, bool isCopy)
    {
        var marked = new StringBuilder();
        foreach (var (span, isChanged) in stretches)
        {
            if (isChanged) marked.Append(isCopy ? "{+" : "[-");
            marked.Append(text, span.Start, span.Length);
            if (isChanged) marked.Append(isCopy ? "+}" : "-]");
        }

        return marked.ToString();
    }

    /// <summary>Ids may come from outside: nothing in them reaches the terminal as a command.</summary>
    private static string Safe(string id) => OutsideText.Clean(id);

    private static List<string> Wrap(string text, int width)
    {
        var rows = new List<string>();
        var row = new StringBuilder();
        foreach (var clean in OutsideText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (row.Length > 0 && row.Length + 1 + clean.Length > width)
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
