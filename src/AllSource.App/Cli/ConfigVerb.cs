using System.CommandLine;

namespace AllSource.App.Cli;

/// <summary><c>allsource config list</c>: every setting, its value, and where it came from.</summary>
internal static class ConfigVerb
{
    public static Command Build(Terminal terminal)
    {
        var list = new Command("list", "Lists every setting and where it came from. Example: allsource config list");
        list.SetAction(_ =>
        {
            var settings = Settings.Read();
            foreach (var name in Settings.Names)
            {
                var setting = settings.Find(name);
                terminal.Out.WriteLine($"{setting.Name}\t{setting.Value}\t{setting.From}");
            }

            return ExitCodes.Done;
        });
        return new Command("config", "Shows settings. Example: allsource config list") { list };
    }
}
