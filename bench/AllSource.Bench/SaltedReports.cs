using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Segments;

namespace AllSource.Bench;

/// <summary>
/// As many reports as are asked for, from few: copy after copy of the sets, in each of which four of five words of four
/// letters and more have the copy's own ending. So a copy borrows within itself as the set does, and from other copies
/// as texts of one language and subject do; the first is salted as well, so
/// that all have equal work. Made anew each time it is asked for, as a desk reads it from its shelf.
/// </summary>
internal sealed class SaltedReports : IReportTexts
{
    private readonly List<LineageDocument> _base = [];
    private readonly DeskSeal _seal;
    private readonly Dictionary<ReportKey, int> _numbers = [];

    public SaltedReports(IEnumerable<string> files, DeskSeal seal, int reports)
    {
        _seal = seal;
        foreach (var file in files) Read(file);
        _numbers.EnsureCapacity(reports);
        for (var n = 0; n < reports; n++) _numbers[_seal.KeyOf(IdOf(n))] = n;
    }

    /// <summary>Processor time spent in making texts that the index asked for: the shelf's, not the index's.</summary>
    public TimeSpan Spent { get; private set; }

    public int Asked { get; private set; }

    /// <summary>Reports of one copy.</summary>
    public int CopySize => _base.Count;

    public LineageDocument Report(int number)
    {
        var of = _base[number % _base.Count];
        var copy = number / _base.Count;
        var time = of.Published is { } at ? ReportedTime.TryIso(
            at.Earliest.AddDays(copy).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null;
        return new(IdOf(number), Salted(of.Text, copy + 1), time,
            of.Author is null ? null : $"{of.Author} {copy}", of.Title is null ? null : $"{of.Title} {copy}");
    }

    public LineageDocument? Find(ReportKey report)
    {
        var began = ThreadClock.Spent;
        Asked++;
        var found = _numbers.TryGetValue(report, out var number) ? Report(number) : null;
        Spent += ThreadClock.Spent - began;
        return found;
    }

    public static string IdOf(int number) =>
        Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)));

    private static string Salted(string text, int copy)
    {
        const int LettersMin = 4;
        var ending = "";
        for (var rest = copy; rest > 0; rest /= 26) ending += (char)('a' + (rest % 26));
        var salted = new StringBuilder(text.Length * 5 / 4);
        for (int i = 0, end; i < text.Length; i = end)
        {
            var hash = 2166136261u ^ (uint)copy;
            for (end = i; end < text.Length && char.IsAsciiLetter(text[end]); end++)
            {
                hash = (hash ^ (text[end] | 32u)) * 16777619;
            }

            if (end == i)
            {
                salted.Append(text[end++]);
                continue;
            }

            salted.Append(text, i, end - i);
            if (end - i >= LettersMin && (hash >> 8) % 5 != 0) salted.Append(ending);
        }

        return salted.ToString();
    }

    private void Read(string file)
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            string? Of(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            _base.Add(new(Of("id")!, Of("text")!, ReportedTime.TryIso(Of("published")), Of("author"), Of("title")));
        }
    }
}
