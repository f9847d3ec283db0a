using System.CommandLine;
using System.Text;
using AllSource.Access;
using AllSource.App.Acts;
using AllSource.App.Cases;
using AllSource.Desk.Acts;

namespace AllSource.App.Cli;

/// <summary><c>allsource acts</c>: what analysts did in a case; and their corrections as lines to train on.</summary>
internal static class ActsVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("case") { Description = "The case's folder, or its id on the desk." };
        var all = new Option<bool>("--all") { Description = "Also what was undone." };
        var export = new Option<string?>("--export")
        {
            Description = "Write the corrections as lines for 'allsource train claims --more'. They hold the reports' "
                + "own text: keep them where the desk is kept.",
        };
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("acts",
            "Lists what analysts did in a case: corrections, cuts and links, propositions, grades.\n"
            + "Example: allsource acts samples/harbour --all")
        {
            folder, all, export, desk, json,
        };
        verb.SetAction(parsed =>
        {
            using var opened = DeskDoor.OpenExisting(Settings.Read().Find("desk", parsed.GetValue(desk)).Value);
            var work = new ActWork(terminal, opened, CaseDoor.Open(terminal, parsed.GetRequiredValue(folder), opened));
            var acts = DeskDoor.Guarded(() => opened.Acts.OfCase(work.Case.Id, Clearance.DeskOwner));
            if (parsed.GetValue(export) is { } path) return Export(terminal, work, path);
            var shown = acts.Where(a => a.Stands || parsed.GetValue(all)).ToList();
            if (parsed.GetValue(json)) ActLines.Json(terminal.Out, work.Case.Id, shown, work.Reports);
            else ActLines.Write(terminal.Out, shown, work.Reports);
            var undone = acts.Count(a => !a.Stands);
            terminal.Words.WriteLine(shown.Count == 0 ? $"{work.Case.Id}: no act stands." : $"{work.Case.Id}: "
                + $"{acts.Count - undone} stand{(undone > 0 ? $", {undone} undone (--all shows them)" : "")}.");
            return ExitCodes.Done;
        });
        return verb;
    }

    private static int Export(Terminal terminal, ActWork work, string path)
    {
        var lines = work.TrainingLines();
        try
        {
            File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")), new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed, $"{path}: cannot be written ({e.GetType().Name}).");
        }

        terminal.Words.WriteLine($"{path}: {lines.Count} line(s). They hold the reports' own text.");
        return ExitCodes.Done;
    }
}
