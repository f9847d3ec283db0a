using System.CommandLine;
using AllSource.Access;
using AllSource.App.Acts;
using AllSource.Desk;
using AllSource.Reports;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource withdraw</c>: takes reports back. They stay on the desk as withdrawn, and count nowhere.
/// </summary>
internal static class WithdrawVerb
{
    public static Command Build(Terminal terminal)
    {
        var ids = new Argument<string[]>("report")
        {
            Description = "Ids of reports, as assessment.json names them.",
            Arity = ArgumentArity.OneOrMore
        };
        var why = new Option<string>("--why")
        {
            Description = "The reason; it is kept. Never write a true name.",
            Required = true,
        };
        var by = new Option<string>("--by") { Description = "Who says so; it is kept.", Required = true };
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("withdraw",
            "Takes reports back: they stay as withdrawn and count nowhere.\n"
            + "Example: allsource withdraw r-abcdefgh23456789 --by \"analyst 1\" --why \"fabricated\" --yes")
        {
            ids, why, by, desk, yes, json,
        };
        verb.SetAction(parsed => Withdraw(terminal, parsed.GetRequiredValue(ids),
            new(parsed.GetRequiredValue(by).Trim(), parsed.GetRequiredValue(why).Trim(),
                TimeProvider.System.GetUtcNow()),
            Settings.Read().Find("desk", parsed.GetValue(desk)).Value, parsed.GetValue(yes), parsed.GetValue(json)));
        return verb;
    }

    private static int Withdraw(
        Terminal terminal, string[] ids, Withdrawal withdrawal, string deskPath, bool yes, bool json)
    {
        if (!File.Exists(deskPath))
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
                $"{deskPath}: there is no desk. Name it with --desk.");
        }

        using var desk = DeskDoor.Open(deskPath);
        var reports = new WithdrawReports(desk.Reports);
        var refusal = DeskDoor.Guarded(() =>
            reports.Broken([.. ids.Select(id => new ReportId(id))], withdrawal, Clearance.DeskOwner));
        if (refusal is not null) throw ActOptions.Refused(refusal);
        if (!yes && !Agreed(terminal, ids.Length)) return ExitCodes.Usage;
        var (missing, told) = (0, new List<(string Id, bool Done)>());
        foreach (var id in ids)
        {
            var done = DeskDoor.Guarded(() => reports.Withdraw(new ReportId(id), withdrawal, Clearance.DeskOwner));
            if (!done) missing++;
            told.Add((id, done));
            terminal.Words.WriteLine(done ? $"{id}: withdrawn" : $"{id}: there is no such report");
        }

        if (json) Write(terminal.Out, told);
        return missing == 0 ? ExitCodes.Done : missing == ids.Length ? ExitCodes.NotFoundOrNotAllowed
            : ExitCodes.Partly;
    }

    private static void Write(TextWriter output, List<(string Id, bool Done)> told) => JsonPage.Write(output, json =>
    {
        json.WriteString("format", "allsource/withdraw/1");
        json.WriteStartArray("reports");
        foreach (var (id, done) in told)
        {
            json.WriteStartObject();
            json.WriteString("report", id);
            json.WriteBoolean("withdrawn", done);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static bool Agreed(Terminal terminal, int count)
    {
        if (!terminal.WordsAreScreen || Console.IsInputRedirected)
        {
            throw new VerbException(ExitCodes.Usage, "withdrawing asks first, and nobody can answer here. Add --yes.");
        }

        terminal.Words.Write($"Withdraw {count} report(s)? They stay on the desk as withdrawn. [y/N] ");
        return terminal.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
