using System.CommandLine;
using System.Text;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource doctor</c>: checks what the program needs of this machine, and the desk where there is one.
/// </summary>
internal static class DoctorVerb
{
    public static Command Build(Terminal terminal)
    {
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("doctor", "Checks this machine and the desk. Example: allsource doctor") { desk, json };
        verb.SetAction(parsed => Check(
            terminal, Settings.Read().Find("desk", parsed.GetValue(desk)).Value, parsed.GetValue(json)));
        return verb;
    }

    /// <param name="Holds">Null where there is nothing to check yet.</param>
    private sealed record Finding(string What, bool? Holds, string WayOut);

    private static int Check(Terminal terminal, string deskPath, bool json)
    {
        List<Finding> found =
        [
            new("Unicode normalisation", NormalisationWorks(),
                "the system's ICU library is missing; install it (Debian: libicu72)"),
            Desk(deskPath),
        ];
        if (json) Write(terminal.Out, found);
        else foreach (var finding in found) terminal.Out.WriteLine(Line(finding));
        return found[1].Holds == false ? ExitCodes.IntegrityBroken
            : found[0].Holds == false ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static Finding Desk(string deskPath)
    {
        if (!File.Exists(deskPath))
            return new("desk", null, $"{deskPath} is not there yet; 'allsource assess' makes it");
        using var opened = DeskDoor.Open(deskPath);
        return new($"desk {deskPath}, schema {opened.SchemaVersion}", DeskDoor.Guarded(opened.IsWhole),
            "it is damaged; restore it from a copy");
    }

    private static string Line(Finding finding) => finding.Holds switch
    {
        true => $"ok    {finding.What}",
        false => $"BAD   {finding.What}: {finding.WayOut}",
        null => $"none  {finding.What}: {finding.WayOut}",
    };

    private static void Write(TextWriter output, List<Finding> found) => JsonPage.Write(output, json =>
    {
        json.WriteString("format", "allsource/doctor/1");
        json.WriteStartArray("checks");
        foreach (var finding in found)
        {
            json.WriteStartObject();
            json.WriteString("what", finding.What);
            json.WriteString("state", finding.Holds switch { true => "ok", false => "bad", null => "none" });
            json.WriteString("way_out", finding.Holds == true ? null : finding.WayOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>NFC and NFKC do nothing, and say nothing, where the globalization library is missing.</summary>
    internal static bool NormalisationWorks() =>
        "e\u0301".Normalize(NormalizationForm.FormC) == "\u00e9"
            && "\ufb01".Normalize(NormalizationForm.FormKC) == "fi";
}
