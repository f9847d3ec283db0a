using System.CommandLine;
using AllSource.Access;
using AllSource.App.Acts;
using AllSource.Desk.Acts;

namespace AllSource.App.Cli;

/// <summary><c>allsource undo</c>: takes an analyst's act back. It stays in the journal as undone.</summary>
internal static class UndoVerb
{
    public static Command Build(Terminal terminal)
    {
        var id = new Argument<string>("act") { Description = "The act's id, as 'allsource acts CASE' lists it." };
        var by = new Option<string?>("--by") { Description = "Who says so; kept (default: the setting 'analyst')." };
        var why = new Option<string>("--why") { Description = "The reason; kept.", Required = true };
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("undo",
            "Takes an analyst's act back. It stays in the journal as undone, and counts nowhere; doing it again is a "
            + "new act.\n"
            + "Example: allsource undo a-abcdefgh23456789 --by \"analyst 2\" --why \"the witness was elsewhere\"\n"
            + ActOptions.Codes)
        {
            id, by, why, desk, json,
        };
        verb.SetAction(parsed => Undo(terminal, new(parsed.GetRequiredValue(id)), parsed.GetValue(by),
            parsed.GetRequiredValue(why), parsed.GetValue(desk), parsed.GetValue(json)));
        return verb;
    }

    private static int Undo(Terminal terminal, ActId id, string? by, string why, string? deskPath, bool json)
    {
        var settings = Settings.Read();
        var author = ActOptions.Author(settings, by);
        using var desk = DeskDoor.OpenExisting(settings.Find("desk", deskPath).Value);
        var (act, refusal) = DeskDoor.Guarded(() =>
            new UndoAct(desk.Acts, desk.Reports, TimeProvider.System).Undo(id, author, why, Clearance.DeskOwner));
        if (refusal is not null) throw ActOptions.Refused(refusal);
        if (act is null)
        {
            if (json) Write(terminal, id, false, null);
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
                $"{id}: there is no such act. 'allsource acts CASE' lists them.");
        }

        terminal.Words.WriteLine(act.Stands ? $"{id}: undone" : $"{id}: undone before, by {act.Undone!.By}");
        if (json) Write(terminal, id, act.Stands, act.Stands ? author : act.Undone!.By);
        return ExitCodes.Done;
    }

    /// <summary>Also for an id that nobody has, as a withdrawal answers: nothing was undone, by nobody.</summary>
    private static void Write(Terminal terminal, ActId id, bool now, string? by) =>
        JsonPage.Write(terminal.Out, page =>
        {
            page.WriteString("format", "allsource/undo/1");
            page.WriteString("act", id.Value);
            page.WriteBoolean("undone_now", now);
            page.WriteString("undone_by", by);
        });
}
