using System.Globalization;
using System.Text.Json;

namespace AllSource.Bench;

/// <summary>
/// A passage that a file names: gold (true by construction, of so many words, with such an edit) or judged by a person
/// (no words told).
/// </summary>
internal sealed record Known(
    string A, int StartA, int EndA, string B, int StartB, int EndB, bool IsTrue, double Weight, int Words,
    string? Edit = null)
{
    public bool Touches(Candidate c) =>
        (c.A == A && c.B == B && Meet(c.StartA, c.EndA, StartA, EndA) && Meet(c.StartB, c.EndB, StartB, EndB))
        || (c.A == B && c.B == A && Meet(c.StartA, c.EndA, StartB, EndB) && Meet(c.StartB, c.EndB, StartA, EndA));

    private static bool Meet(int start, int end, int from, int to) => Math.Min(end, to) > Math.Max(start, from);
}

/// <summary>What is known of a set's passages: NAME.gold.jsonl, and files of <c>gold/lineage</c>.</summary>
internal sealed class KnownPassages
{
    private readonly Dictionary<(string, string), List<Known>> _known = [];

    public KnownPassages(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (file.EndsWith(".jsonl", StringComparison.Ordinal)) ReadGold(file);
            else ReadJudged(file);
        }
    }

    /// <summary>Gold passages, each once.</summary>
    public List<Known> Gold { get; } = [];

    public IEnumerable<Known> All => _known.Values.SelectMany(static k => k);

    public IReadOnlyList<Known> Of(Candidate c) =>
        _known.TryGetValue(LineageSet.KeyOf(c.A, c.B), out var list) ? list.FindAll(k => k.Touches(c)) : [];

    private void ReadGold(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            int At(string name) => root.GetProperty(name).GetInt32();
            var gold = new Known(root.GetProperty("a").GetString()!, At("a_start"), At("a_end"),
                root.GetProperty("b").GetString()!, At("b_start"), At("b_end"), IsTrue: true, 1,
                int.Parse(root.GetProperty("kind").GetString()!.Split(' ')[0], CultureInfo.InvariantCulture),
                root.TryGetProperty("edit", out var edit) ? edit.GetString() : null);
            Gold.Add(gold);
            Add(gold);
        }
    }

    private void ReadJudged(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            int At(int cell) => int.Parse(cells[cell], CultureInfo.InvariantCulture);
            if (cells[6] is not ("true" or "false")) continue;
            Add(new(cells[0], At(1), At(2), cells[3], At(4), At(5), cells[6] == "true",
                double.Parse(cells[7], CultureInfo.InvariantCulture), 0));
        }
    }

    private void Add(Known known)
    {
        var key = LineageSet.KeyOf(known.A, known.B);
        if (!_known.TryGetValue(key, out var list)) _known[key] = list = [];
        list.Add(known);
    }
}
