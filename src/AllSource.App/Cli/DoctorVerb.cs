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
        var verb = new Command("doctor", "Checks this machine and the desk. Example: allsource doctor") { desk };
        verb.SetAction(parsed => Check(terminal, Settings.Read().Find("desk", parsed.GetValue(desk)).Value));
        return verb;
    }

    private static int Check(Terminal terminal, string deskPath)
    {
        var ok = Say(terminal, "Unicode normalisation", NormalisationWorks(),
            "the system's ICU library is missing; install it (Debian: libicu72)");
        if (!File.Exists(deskPath))
        {
            terminal.Out.WriteLine($"none  desk: {deskPath} is not there yet; 'allsource assess' makes it");
            return ok ? ExitCodes.Done : ExitCodes.Failed;
        }

        using var opened = DeskDoor.Open(deskPath);
        var whole = DeskDoor.Guarded(opened.IsWhole);
        Say(terminal, $"desk {deskPath}, schema {opened.SchemaVersion}", whole,
            "it is damaged; restore it from a copy");
        return !whole ? ExitCodes.IntegrityBroken : ok ? ExitCodes.Done : ExitCodes.Failed;
    }

    /// <summary>NFC and NFKC do nothing, and say nothing, where the globalization library is missing.</summary>
    internal static bool NormalisationWorks() =>
        "e\u0301".Normalize(NormalizationForm.FormC) == "\u00e9"
            && "\ufb01".Normalize(NormalizationForm.FormKC) == "fi";

    private static bool Say(Terminal terminal, string what, bool holds, string wayOut)
    {
        terminal.Out.WriteLine(holds ? $"ok    {what}" : $"BAD   {what}: {wayOut}");
        return holds;
    }
}
