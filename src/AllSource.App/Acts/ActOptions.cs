using System.CommandLine;
using AllSource.App.Cases;
using AllSource.App.Cli;
using AllSource.Desk.Acts;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.App.Acts;

/// <summary>What every act takes (a case, an author, a reason) and what it answers.</summary>
internal sealed class ActOptions
{
    public const string Codes = "Exit codes: 0 done; 2 bad input; 3 not found or not allowed; 5 refused by a rule.";

    private readonly Argument<string> _case = new("case")
    {
        Description = "The case's folder, or its id on the desk.",
    };

    private readonly Option<string?> _by = new("--by")
    {
        Description = "Whose judgment it is; kept (default: the setting 'analyst').",
    };

    private readonly Option<string> _why = new("--why")
    {
        Description = "The reason; kept, and read by all who may see the reports. Never write a true name.",
        Required = true,
    };

    private readonly Option<string?> _desk = new("--desk")
    {
        Description = "The desk's file (default .allsource/desk.db).",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "The act as one JSON document on standard output.",
    };

    /// <summary>A verb that acts: the case first, then its own symbols, then author, reason, desk and form.</summary>
    public static Command Build(
        Terminal terminal, string name, string description, IEnumerable<Symbol> own,
        Func<ActWork, ParseResult, ActContent> make)
    {
        var options = new ActOptions();
        var verb = new Command(name, $"{description}\n{Codes}");
        Symbol[] symbols = [options._case, .. own, options._by, options._why, options._desk, options._json];
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) verb.Add(argument);
            else if (symbol is Option option) verb.Add(option);
        }

        verb.SetAction(parsed => options.Run(terminal, parsed, make));
        return verb;
    }

    /// <summary>Who acts: the option, or the setting 'analyst'.</summary>
    public static string Author(Settings settings, string? by) =>
        settings.Find("analyst", by) is { Value.Length: > 0 } set ? set.Value
        : throw new VerbException(ExitCodes.Usage,
            "an act has an author. Add --by NAME, or set ALLSOURCE_ANALYST or \"analyst\" in allsource.json.");

    public static VerbException Refused(Refusal refusal) => new(ExitCodes.Refused,
        $"refused by {refusal.Rule.Id} ({refusal.Item}): {refusal.What}"
        + (refusal.Rule == ActRules.OneOutcome ? "" : " Write it otherwise."));

    /// <summary>The command as it can be typed.</summary>
    private static string Undoing(AnalystAct act, string? desk) =>
        $"allsource undo {act.Id} --by {Typed(act.By)} --why \"REASON\""
        + (desk is null ? "" : $" --desk {Typed(desk)}");

    private static string Typed(string word)
    {
        var clean = OutsideText.Clean(word);
        return clean.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/') ? clean
            : $"'{clean.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private int Run(Terminal terminal, ParseResult parsed, Func<ActWork, ParseResult, ActContent> make)
    {
        var settings = Settings.Read();
        var by = Author(settings, parsed.GetValue(_by));
        using var desk = DeskDoor.OpenExisting(settings.Find("desk", parsed.GetValue(_desk)).Value);
        var work = new ActWork(terminal, desk, CaseDoor.Open(terminal, parsed.GetRequiredValue(_case), desk));
        var contrary = work.ContraryActs();
        var recorded = work.Record(make(work, parsed), by, parsed.GetRequiredValue(_why));
        if (recorded.Refusal is { } refusal) throw Refused(refusal);
        foreach (var finding in work.ContraryActs().Except(contrary)) terminal.Words.WriteLine($"allsource: {finding}");
        var act = recorded.Act!;
        if (parsed.GetValue(_json)) ActLines.Json(terminal.Out, work.Case.Id, [act], work.Reports);
        else ActLines.Write(terminal.Out, [act], work.Reports);
        terminal.Words.WriteLine(
            $"'allsource assess' counts with it; to take it back: {Undoing(act, parsed.GetValue(_desk))}");
        return ExitCodes.Done;
    }
}
