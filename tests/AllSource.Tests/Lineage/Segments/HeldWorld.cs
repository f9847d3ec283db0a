using System.Security.Cryptography;
using System.Text;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// Reports of invented words that borrow from each other, repeat signatures, and are sometimes the same; ids are
/// content hashes. Their texts are the port's.
/// </summary>
internal sealed class HeldWorld : IReportTexts
{
    private static readonly string[] Syllables = ["ba", "ke", "lo", "mir", "tun", "sa", "vel", "gor", "phi", "da",
        "rus", "en"];

    private readonly Dictionary<ReportKey, LineageDocument> _byKey = [];

    public HeldWorld(int seed, int count)
    {
        var random = new Random(seed);
        var sentences = new List<string>();
        for (var d = 0; d < count; d++) Documents.Add(Report(random, d, sentences));
        foreach (var document in Documents) _byKey[Seal.KeyOf(document.Id)] = document;
    }

    public static DeskSeal Seal { get; } = new(SHA256.HashData("a desk's key"u8));

    public List<LineageDocument> Documents { get; } = [];

    public LineageDocument? Find(ReportKey report) => _byKey.GetValueOrDefault(report);

    public static string Told(Passage p) =>
        $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Kind} {p.Copier} {p.Probability:R} {p.Why} {p.DirectionWhy}";

    /// <summary>
    /// What an index finds of some reports that has them all in one table in memory, inserted in one order and never
    /// settled, merged or withdrawn.
    /// </summary>
    public string[] InOneTable(IReadOnlyList<LineageDocument> documents)
    {
        using var index = SegmentIndex.Open(
            new FolderInMemory(), Seal, this, new(YoungReportsMax: int.MaxValue)).Value!;
        foreach (var document in documents) index.Insert(document);
        return InIndex(index, documents);
    }

    /// <summary>What an index finds of all these reports, each pair told once.</summary>
    public static string[] InIndex(SegmentIndex index, IEnumerable<LineageDocument> documents)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var found = index.Find(document);
            Assert.Empty(found.Findings);
            foreach (var passage in found.Passages) told.Add(Told(passage));
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }

    private LineageDocument Report(Random random, int number, List<string> sentences)
    {
        var author = random.Next(4) == 0 ? null : $"author {random.Next(12)}";
        var text = new StringBuilder();
        if (Documents.Count > 8 && random.Next(6) == 0)
        {
            text.Append(Documents[random.Next(8)].Text); // the same words again: soon more of them than are compared
        }
        else
        {
            for (var part = 0; part < 5; part++)
            {
                var borrows = sentences.Count > 0 && random.Next(3) == 0;
                var sentence = borrows ? sentences[random.Next(sentences.Count)] : Sentence(random, 11);
                if (!borrows) sentences.Add(sentence);
                text.Append(random.Next(6) == 0 ? $"\"{sentence}\"" : sentence).Append(". ");
            }

            if (author is not null) text.Append("\n\nWritten at the desk of ").Append(author).Append(" in Lowport. ");
            if (random.Next(3) > 0) text.Append("It remains to be seen what comes of it all in the end.");
        }

        var time = random.Next(10) == 0 ? null : ReportedTime.TryIso(
            $"2024-0{1 + random.Next(3)}-{1 + random.Next(28):00}T{random.Next(24):00}:{random.Next(60):00}:00Z");
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {text}")));
        return new(id, text.ToString(), time, author, random.Next(5) == 0 ? $"Re: subject {random.Next(6)}" : null);
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
        string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Syllables[random.Next(Syllables.Length)]))));
}
