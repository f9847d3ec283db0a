using System.Globalization;
using System.Reflection;
using AllSource.Lineage;
using AllSource.Lineage.Weighing;

namespace AllSource.Bench;

/// <summary>A passage that may be borrowed, in code points, with all that was seen of it.</summary>
internal sealed record Candidate(
    string A, int StartA, int EndA, string B, int StartB, int EndB, bool IsAcross, double Prior, Signs Signs);

/// <summary>
/// A file of candidates: a line each, with every field of <see cref="Signs"/>. Finding them takes minutes, fitting
/// seconds, so that they are kept between.
/// </summary>
internal static class Candidates
{
    private const double BitsMin = 24;
    private const int PlainColumns = 8;

    private static readonly FieldInfo[] Fields = [.. typeof(Signs).GetFields().OrderBy(static f => f.MetadataToken)];

    public static void Write(string file, TextWriter output)
    {
        var data = new LineageSet(file);
        WriteHead(output);
        Write(data, data.Documents, output);
    }

    /// <summary>
    /// The candidates of small desks: so many of so many documents each, the half of them of pairs that are known
    /// (gold and judged in turn), the rest at random. Where little is read, rarity tells less: fitting must see that.
    /// </summary>
    public static void WriteDesks(string set, int size, int count, TextWriter output)
    {
        var parts = set.Split('=');
        var data = new LineageSet(parts[0]);
        var known = new KnownPassages(parts[1].Split(','));
        Known[] gold = [.. known.All.Where(static k => k.Words > 0)];
        Known[] judged = [.. known.All.Where(static k => k.Words == 0)];
        var random = new Random(size);
        WriteHead(output);
        for (var desk = 0; desk < count; desk++)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            while (ids.Count < size / 2)
            {
                var from = gold.Length == 0 || random.Next(2) == 0 ? judged : gold;
                var pair = from[random.Next(from.Length)];
                ids.Add(pair.A);
                ids.Add(pair.B);
            }

            while (ids.Count < size) ids.Add(data.Documents[random.Next(data.Documents.Count)].Id);
            Write(data, data.Documents.FindAll(d => ids.Contains(d.Id)), output);
        }
    }

    /// <summary>The candidates of <see cref="SyntheticDesks"/>.</summary>
    public static void WriteSynthetic(int ofEach, TextWriter output)
    {
        WriteHead(output);
        foreach (var desk in new SyntheticDesks(1).All(ofEach)) Write(new(desk), desk, output);
    }

    private static void WriteHead(TextWriter output) => output.WriteLine(string.Join('\t',
        ["a", "a0", "a1", "b", "b0", "b1", "across", "prior", .. Fields.Select(static f => f.Name)]));

    private static void Write(LineageSet data, List<LineageDocument> documents, TextWriter output)
    {
        var prior = Evidence.PriorOf(documents.Count);
        var found = new PassageFinder(new(1, KeepPassedOver: true)).Find(documents, null, CancellationToken.None);
        foreach (var p in found)
        {
            if (p.Signs is not { } signs || signs.Bits < BitsMin) continue;
            object boxed = signs;
            var (a, b) = (data.MapOf(p.A).ToPoints(p.ASpan), data.MapOf(p.B).ToPoints(p.BSpan));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{p.A}\t{a.Start}\t{a.End}\t{p.B}\t{b.Start}\t{b.End}\t{(data.IsAcross(p.A, p.B) ? 1 : 0)}\t{prior}\t")
                + string.Join('\t', Fields.Select(f => Cell(f.GetValue(boxed)!))));
        }
    }

    public static IEnumerable<Candidate> Read(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split('\t');
            int At(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);
            object signs = default(Signs);
            for (var f = 0; f < Fields.Length; f++)
            {
                Fields[f].SetValue(signs, Value(Fields[f], cells[PlainColumns + f]));
            }

            yield return new(cells[0], At(1), At(2), cells[3], At(4), At(5), cells[6] == "1",
                double.Parse(cells[7], CultureInfo.InvariantCulture), (Signs)signs);
        }
    }

    private static string Cell(object value) => value is bool yes
        ? yes ? "1" : "0"
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.####}");

    private static object Value(FieldInfo field, string cell) =>
        field.FieldType == typeof(bool)
            ? cell == "1"
            : Convert.ChangeType(cell, field.FieldType, CultureInfo.InvariantCulture);
}
