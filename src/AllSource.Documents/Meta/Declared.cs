using AllSource.Access;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Meta;

/// <summary>
/// What is said about a report beside its text: in a sidecar, in front matter, or by the format itself. Null means that
/// this place
/// says nothing. Times are as written; the zone that a person answered is applied later.
/// </summary>
internal sealed record Declared(
    Discipline? Discipline = null,
    string? Source = null,
    string? Title = null,
    string? Author = null,
    ReportedTime? Published = null,
    ReportedTime? Received = null,
    Label? Label = null,
    string? Url = null)
{
    public static Declared Nothing { get; } = new();

    /// <summary>This, with what it leaves open taken from a place that ranks lower.</summary>
    public Declared Over(Declared lower) => new(
        Discipline ?? lower.Discipline, Source ?? lower.Source, Title ?? lower.Title, Author ?? lower.Author,
        Published ?? lower.Published, Received ?? lower.Received, Label ?? lower.Label, Url ?? lower.Url);
}

/// <summary>
/// Reads the keys discipline, source, title, author, published, received, label and url from YAML. What cannot be used
/// is a finding;
/// a label that cannot be read seals the item, and so does a block that is broken where a label may stand.
/// </summary>
internal static class DeclaredYaml
{
    private static readonly string[] Known =
        ["discipline", "source", "title", "author", "published", "received", "label", "url"];

    /// <param name="firstLine">The line of the file on which the block begins.</param>
    public static Declared Read(string yaml, string file, int firstLine, Reading reading)
    {
        var tree = YamlTree.Parse(yaml, file, firstLine);
        if (tree.Value is not YamlMap map)
        {
            foreach (var finding in tree.Findings) reading.Add(
                finding with { Weight = FindingWeight.Doubt, WayOut = LineByLine(finding) });
            if (tree.IsRead)
            {
                reading.Add(FindingWeight.Loss, "wrong-type", new(file, firstLine, 1), "must be keys with values.",
                    "Write lines such as 'source: NAME'.");
            }

            map = Lines(yaml, firstLine);
        }

        var findings = new List<Finding>();
        var keys = new YamlKeys(map, file, findings, Known);
        var declared = Of(keys, reading);
        foreach (var finding in findings) reading.Add(finding);
        // Broken, and no label line could be saved, though one seems to be there: nobody may see it until it is mended.
        return !tree.IsRead && declared.Label is null && yaml.Contains("label", StringComparison.OrdinalIgnoreCase)
            ? declared with { Label = Label.Sealed }
            : declared;
    }

    private static Declared Of(YamlKeys keys, Reading reading) => new(
        DisciplineOf(keys),
        keys.Text("source"),
        keys.Text("title"),
        keys.Text("author"),
        Time(keys, "published", reading),
        Time(keys, "received", reading),
        LabelOf(keys, reading),
        UrlOf(keys));

    private static string LineByLine(Finding broken) =>
        $"Its lines were read one by one instead. {broken.WayOut}".TrimEnd();

    private static Discipline? DisciplineOf(YamlKeys keys)
    {
        if (keys.Text("discipline") is not { } word) return null;
        if (Enum.TryParse<Discipline>(word, ignoreCase: true, out var discipline)
            && !char.IsAsciiDigit(word[0])) return discipline;
        keys.Bad("discipline", "is none that is known, so it stays unknown.",
            "Write HUMINT, SIGINT, OSINT, IMINT or unknown.");
        return null;
    }

    private static ReportedTime? Time(YamlKeys keys, string key, Reading reading)
    {
        if (keys.Text(key) is not { } written) return null;
        if (WrittenTime.TryRead(written, reading.Answers.DateOrder, out var ambiguous)
            is { } time) return reading.Zoned(time, keys.Place(key));
        if (ambiguous) reading.Ask(ReadingQuestions.DateOrder);
        keys.Bad(key, "is no time that can be read, so it stays unknown.", "Write it as 2026-09-17T10:05:00+02:00.");
        return null;
    }

    private static Label? LabelOf(YamlKeys keys, Reading reading)
    {
        if (keys.Node("label") is null) return null;
        if (keys.Text("label") is not { } text) return Label.Sealed;
        var parsed = Label.Parse(text, keys.Place("label"));
        foreach (var finding in parsed.Findings) reading.Add(finding);
        return parsed.Value ?? Label.Sealed;
    }

    private static string? UrlOf(YamlKeys keys)
    {
        if (keys.Text("url") is not { } url) return null;
        if (Links.IsWeb(url)) return url;
        keys.Bad("url", "is no web address.", "Write it with https:// in front.");
        return null;
    }

    /// <summary>Lines of the form 'key: value', for blocks that people wrote with a colon too many.</summary>
    private static YamlMap Lines(string yaml, int firstLine)
    {
        var entries = new List<(YamlScalar, YamlNode)>();
        var line = firstLine;
        foreach (var text in yaml.EnumerateLines())
        {
            var colon = text.IndexOf(':');
            var key = colon > 0 ? text[..colon].Trim().ToString() : "";
            if (Known.Contains(key, StringComparer.Ordinal))
            {
                var value = text[(colon + 1)..].Trim().Trim('"').Trim('\'').ToString();
                entries.Add((new(key, line, 1), new YamlScalar(value.Length == 0 ? null : value, line, colon + 2)));
            }

            line++;
        }

        return new(entries, firstLine, 1);
    }
}
