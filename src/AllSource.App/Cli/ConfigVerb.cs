using System.CommandLine;

namespace AllSource.App.Cli;

/// <summary><c>allsource config list</c>: every setting, its value, and where it came from.</summary>
internal static class ConfigVerb
{
    public static Command Build(Terminal terminal)
    {
        var list = new Command("list", "Lists every setting and where it came from. Example: allsource config list");
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        list.Add(json);
        list.SetAction(parsed =>
        {
            var settings = Settings.Read();
            var all = Settings.Names.Select(n => settings.Find(n)).ToList();
            if (parsed.GetValue(json)) Write(terminal.Out, all);
            else foreach (var s in all) terminal.Out.WriteLine($"{s.Name}\t{s.Value}\t{s.From}");
            return ExitCodes.Done;
        });
        return new Command("config", "Shows settings. Example: allsource config list") { list };
    }

    private static void Write(TextWriter output, List<Setting> settings) => JsonPage.Write(output, json =>
    {
        json.WriteString("format", "allsource/config/1");
        json.WriteStartArray("settings");
        foreach (var setting in settings)
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            json.WriteString("value", setting.Value);
            json.WriteString("from", setting.From);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
