using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Bench;

/// <summary>A passage that a file names, in code units: gold (true by construction) or judged by a person.</summary>
internal sealed record Known(string A, TextSpan ASpan, string B, TextSpan BSpan, bool IsTrue, double Weight)
{
    public bool Touches(Passage p) =>
        (p.A == A && p.B == B && p.ASpan.Overlaps(ASpan) && p.BSpan.Overlaps(BSpan))
        || (p.A == B && p.B == A && p.ASpan.Overlaps(BSpan) && p.BSpan.Overlaps(ASpan));
}

/// <summary>
/// A set of documents with what is known of its passages: NAME.docs.jsonl[.gz], NAME.gold.jsonl beside it if there, and
/// judged passages (see <c>gold/lineage/README.md</c>) if given.
/// </summary>
internal sealed class LineageSet
{
    private readonly Dictionary<string, CodePointMap> _maps = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), List<Known>> _known = [];

    public LineageSet(string file, string? judged)
    {
        Name = Path.GetFileName(file).Split('.')[0];
        Documents = ReadDocuments(file);
        ById = Documents.ToDictionary(static d => d.Id, StringComparer.Ordinal);
        var gold = file.Replace(".docs.jsonl", ".gold.jsonl", StringComparison.Ordinal);
        if (gold != file && File.Exists(gold)) ReadGold(gold);
        if (judged is not null) ReadJudged(judged);
    }

    public string Name { get; }

    public List<LineageDocument> Documents { get; }

    public Dictionary<string, LineageDocument> ById { get; }

    public int GoldCount { get; private set; }

    public static List<LineageDocument> ReadDocuments(string file)
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        var documents = new List<LineageDocument>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string? Of(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
            documents.Add(new(Of("id")!, Of("text")!, ReportedTime.TryIso(Of("published")), Of("author"), Of("title")));
        }

        return documents;
    }

    public IReadOnlyList<Known> KnownOf(Passage p) =>
        _known.TryGetValue(KeyOf(p.A, p.B), out var list) ? list.FindAll(k => k.Touches(p)) : [];

    /// <summary>Different authors, and no title in common.</summary>
    public bool IsAcross(string a, string b)
    {
        var (one, other) = (ById[a], ById[b]);
        var sameAuthor = one.Author is { Length: > 0 } && one.Author == other.Author;
        return !sameAuthor && !HasOneTitle(one, other);
    }

    public static bool HasOneTitle(LineageDocument one, LineageDocument other) =>
        Bare(one.Title) is { Length: > 0 } title && title == Bare(other.Title);

    public CodePointMap MapOf(string id) =>
        _maps.TryGetValue(id, out var map) ? map : _maps[id] = new(ById[id].Text);

    public static (string, string) KeyOf(string a, string b) =>
        string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    private static string Bare(string? title)
    {
        var bare = (title ?? "").Trim();
        for (var colon = bare.IndexOf(':', StringComparison.Ordinal); colon is >= 0 and <= 4;
            colon = bare.IndexOf(':', StringComparison.Ordinal)) bare = bare[(colon + 1)..].Trim();
        return bare.ToLowerInvariant();
    }

    private void ReadGold(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            int At(string name) => root.GetProperty(name).GetInt32();
            Add(root.GetProperty("a").GetString()!, At("a_start"), At("a_end"),
                root.GetProperty("b").GetString()!, At("b_start"), At("b_end"), isTrue: true, 1);
            GoldCount++;
        }
    }

    private void ReadJudged(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!ById.ContainsKey(cells[0]) || !ById.ContainsKey(cells[3])) continue;
            int At(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);
            if (cells[6] is not ("true" or "false")) continue;
            var weight = double.Parse(cells[7], CultureInfo.InvariantCulture);
            Add(cells[0], At(1), At(2), cells[3], At(4), At(5), cells[6] == "true", weight);
        }
    }

    private void Add(string a, int startA, int endA, string b, int startB, int endB, bool isTrue, double weight)
    {
        var key = KeyOf(a, b);
        if (!_known.TryGetValue(key, out var list)) _known[key] = list = [];
        list.Add(new(a, Span(a, startA, endA), b, Span(b, startB, endB), isTrue, weight));
    }

    private TextSpan Span(string id, int start, int end) => MapOf(id).ToUnits(start, end);
}
