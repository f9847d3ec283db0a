using System.Text.Json;

namespace AllSource.App.Cli;

/// <summary>One setting as it stands, and where it came from.</summary>
internal sealed record Setting(string Name, string Value, string From);

/// <summary>
/// Settings: options of the command over environment over <c>allsource.json</c> in the current folder over defaults.
/// </summary>
internal sealed class Settings
{
    public const string FileName = "allsource.json";

    private static readonly (string Name, string Variable, string Default)[] Known =
    [
        ("desk", "ALLSOURCE_DESK", Path.Combine(".allsource", "desk.db")),
        ("out", "ALLSOURCE_OUT", "out"),
        ("scale", "ALLSOURCE_SCALE", "icd203"),
        ("analyst", "ALLSOURCE_ANALYST", ""),
    ];

    private readonly IReadOnlyDictionary<string, string> _file;

    private Settings(IReadOnlyDictionary<string, string> file) => _file = file;

    public static IEnumerable<string> Names => Known.Select(k => k.Name);

    /// <exception cref="VerbException">allsource.json is no JSON object of known names and texts.</exception>
    public static Settings Read()
    {
        if (!File.Exists(FileName)) return new(new Dictionary<string, string>());
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(FileName));
            var values = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "");
            var unknown = values.Keys.FirstOrDefault(k => Known.All(s => s.Name != k));
            return unknown is null
                ? new(values)
                : throw Wrong($"it has an unknown setting '{unknown}'; the known ones are {string.Join(", ", Names)}.");
        }
        catch (JsonException e)
        {
            throw Wrong($"line {e.LineNumber + 1}: it is no JSON.");
        }
        catch (InvalidOperationException)
        {
            throw Wrong("it must be one object whose values are texts.");
        }
    }

    /// <param name="name">A known name.</param>
    /// <param name="option">What the command line gave, or null.</param>
    public Setting Find(string name, string? option = null)
    {
        var known = Known.First(k => k.Name == name);
        if (option is not null) return new(name, option, "option");
        if (Environment.GetEnvironmentVariable(known.Variable) is { Length: > 0 } variable)
        {
            return new(name, variable, known.Variable);
        }

        return _file.TryGetValue(name, out var value) ? new(name, value, FileName)
            : new(name, known.Default, "default");
    }

    private static VerbException Wrong(string why) => new(ExitCodes.Usage, $"{FileName}: {why} Mend or remove it.");
}
