using System.CommandLine;
using AllSource.App.Acts;
using AllSource.App.Cases;
using AllSource.App.Ledgers;
using AllSource.Assessments;
using AllSource.Desk.Ledger;

namespace AllSource.App.Cli;

/// <summary><c>allsource ledger</c>: what a desk asks of the ledger of a case.</summary>
internal static class LedgerVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("case") { Description = "The case's folder, or its id on the desk." };
        var source = new Option<string?>("--source") { Description = "All that a source said, under whatever name." };
        var denies = new Option<string?>("--denies")
        {
            Description = "All who deny, dispute or doubt it: a sentence, or the id of a proposition or evidence row.",
        };
        var via = new Option<string?>("--via") { Description = "Every claim that came through an outlet." };
        var declined = new Option<bool>("--declined") { Description = "Who was asked and declined, and when." };
        var withdrawn = new Option<bool>("--withdrawn") { Description = "What was withdrawn, and by whom." };
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var quiet = new Option<bool>("--quiet") { Description = "No progress." };
        var verb = new Command("ledger",
            "Asks who said what in a case. Conditions narrow one another; without any it lists all attributed claims.\n"
            + "Example: allsource ledger samples/harbour --denies \"a bridging lead was in the cabinet\"\n"
            + "Example: allsource ledger samples/harbour --source \"Orrin Terminals\" --via \"Northgate Wire\"\n"
            + "Exit codes: 0 done, also when nothing was found; 2 no word in the question; 3 no such case or "
            + "row.")
        {
            folder, source, denies, via, declined, withdrawn, desk, json, quiet,
        };
        verb.SetAction(parsed => Ask(terminal, parsed.GetRequiredValue(folder), parsed.GetValue(desk),
            new(parsed.GetValue(source), parsed.GetValue(denies), parsed.GetValue(via), parsed.GetValue(declined),
                parsed.GetValue(withdrawn)),
            parsed.GetValue(json), parsed.GetValue(quiet)));
        return verb;
    }

    /// <summary>A question longer than this is a whole report: it would be compared with every claim.</summary>
    private const int QuestionMax = 2000;

    private static int Ask(
        Terminal terminal, string folder, string? deskPath, LedgerQuery query, bool json, bool quiet)
    {
        Check("--source", query.Source);
        Check("--denies", query.Denies);
        Check("--via", query.Via);
        using var desk = DeskDoor.OpenExisting(Settings.Read().Find("desk", deskPath).Value);
        var work = new ActWork(terminal, desk, CaseDoor.Open(terminal, folder, desk), quiet);
        CheckId(query.Denies, work.Assessed.Assessment);
        var answer = new AskLedger(work.Assessed).Ask(query);
        if (json) LedgerJson.Write(terminal.Out, work.Assessed, query, answer);
        else LedgerPage.Write(terminal.Out, Question(work.Case.Id, query), answer, terminal.HasColour);
        foreach (var finding in work.ContraryActs()) terminal.Words.WriteLine($"allsource: {finding}");
        if (answer.Near.Length > 0)
        {
            terminal.Words.WriteLine($"Nobody of that name speaks here. Near it: {string.Join(", ", answer.Near)}.");
        }

        return ExitCodes.Done;
    }

    private static void Check(string option, string? words)
    {
        if (words is null) return;
        if (!words.Any(char.IsLetterOrDigit))
        {
            throw new VerbException(ExitCodes.Usage, $"{option}: there is no word in it. Write a name or a sentence.");
        }

        if (words.Length > QuestionMax)
        {
            throw new VerbException(ExitCodes.Usage,
                $"{option}: {words.Length} characters are more than one sentence. Write at most {QuestionMax}.");
        }
    }

    /// <summary>What looks like an id and is none of this case would be sought as a sentence, and nobody denies
    /// it.</summary>
    private static void CheckId(string? denied, Assessment assessment)
    {
        if (denied is null || !LooksLikeId(denied.Trim())) return;
        var id = denied.Trim();
        bool Is(string other) => string.Equals(other, id, StringComparison.OrdinalIgnoreCase);
        List<string> rows = [.. assessment.Matrix.Where(r => !r.IsAssumption).Select(r => r.Id)];
        if (rows.Exists(Is) || assessment.Propositions.Any(p => Is(p.Id.Value))) return;
        var what = assessment.Hypotheses.Any(h => Is(h.Id)) ? "is a hypothesis: reports speak about rows of evidence"
            : assessment.Matrix.Any(r => Is(r.Id)) ? "is an assumption: no report speaks about it"
            : "is no row of evidence and no proposition of this case";
        throw new VerbException(ExitCodes.NotFoundOrNotAllowed, $"--denies: {id} {what}. "
            + (rows.Count == 0 ? "" : $"Its rows are {string.Join(", ", rows.Take(RowsMax))}"
                + (rows.Count > RowsMax ? " and more. " : ". ")) + "Or write a sentence.");
    }

    private const int RowsMax = 20;

    /// <summary>"E99", "H1", "p-abcdefgh23456789": a short word with a number, or a proposition's id.</summary>
    private static bool LooksLikeId(string words)
    {
        if (words.StartsWith("p-", StringComparison.Ordinal) && words.Length == 18) return !words.Contains(' ',
            StringComparison.Ordinal);
        var letters = words.TakeWhile(char.IsAsciiLetter).Count();
        return letters is > 0 and <= 3 && letters < words.Length && words.Length <= 8
            && words[letters..].TrimStart('-').All(char.IsAsciiDigit);
    }

    private static string Question(string caseId, LedgerQuery query)
    {
        string?[] parts =
        [
            query.Source is { } source ? $"said by {source}" : null,
            query.Denies is { } denied ? $"against \"{denied}\"" : null,
            query.Via is { } via ? $"through {via}" : null,
            query.Declined ? "declined" : null,
            query.Withdrawn ? "withdrawn" : null,
        ];
        return string.Join(", ", parts.OfType<string>().Prepend(caseId));
    }
}
