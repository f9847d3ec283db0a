using System.Globalization;
using System.Reflection;

namespace AllSource.Store.Schema;

/// <summary>One numbered step of the schema, from an embedded file <c>Schema/0001_name.sql</c>.</summary>
internal sealed record Migration(int Number, string Name, string Sql);

/// <summary>
/// All steps of the schema in order. A step that was released is never edited; a change is a new step.
/// </summary>
internal static class Migrations
{
    public static IReadOnlyList<Migration> All { get; } = Load();

    public static int Latest => All[^1].Number;

    private static List<Migration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var name = resource[(resource.LastIndexOf('.', resource.Length - 5) + 1)..^4];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            steps.Add(new(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name[5..], reader.ReadToEnd()));
        }

        return [.. steps.OrderBy(s => s.Number)];
    }
}
