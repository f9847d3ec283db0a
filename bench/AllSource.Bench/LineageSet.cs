using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Bench;

/// <summary>
/// A set of documents, NAME.docs.jsonl[.gz]: one to a line, with id, text, and published, author, title where known.
/// </summary>
internal sealed class LineageSet
{
    private readonly Dictionary<string, CodePointMap> _maps = new(StringComparer.Ordinal);

    public LineageSet(string file)
        : this(ReadDocuments(file))
    {
    }

    public LineageSet(List<LineageDocument> documents)
    {
        Documents = documents;
        ById = Documents.ToDictionary(static d => d.Id, StringComparer.Ordinal);
    }

    public List<LineageDocument> Documents { get; }

    public Dictionary<string, LineageDocument> ById { get; }

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
}
