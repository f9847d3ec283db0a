using System.CommandLine;
using System.Globalization;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource whatif CASE</c>: which judgments a source that is withdrawn or discredited would weaken. Nothing is
/// written down.
/// </summary>
internal static class WhatIfVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("case") { Description = "The folder of a case that was assessed before." };
        var without = Many("--without", "A source whose word would count nowhere (handle or alias); repeatable.");
        var discredited = Many("--discredited", "A source that would be heard as unreliable (E); repeatable.");
        var rows = Many("--row-out", "A row or assumption that would be taken out of the matrix (id); repeatable.");
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var scale = new Option<string?>("--scale") { Description = "Words for likelihood: icd203 (default) or phia." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var quiet = new Option<bool>("--quiet") { Description = "No progress." };
        var verb = new Command("whatif",
            "Lists every judgment that a fallen source, row or assumption would weaken, before and after.\n"
            + "Example: allsource whatif samples/harbour --without HERON\n"
            + "Example: allsource whatif samples/harbour --discredited \"Northgate Wire\" --row-out E3 --json")
        {
            folder, without, discredited, rows, desk, scale, json, quiet,
        };
        verb.SetAction((parsed, stop) => Task.FromResult(Tell(terminal, parsed.GetRequiredValue(folder),
            new([.. parsed.GetValue(without) ?? []], [.. parsed.GetValue(discredited) ?? []],
                [.. parsed.GetValue(rows) ?? []]),
            parsed.GetValue(desk), parsed.GetValue(scale), parsed.GetValue(json), parsed.GetValue(quiet), stop)));
        return verb;
    }

    private static Option<string[]> Many(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = false,
    };

    private static int Tell(
        Terminal terminal, string path, Supposition supposed, string? deskOption, string? scaleOption, bool json,
        bool quiet, CancellationToken stop)
    {
        if (supposed.Without.IsEmpty && supposed.Discredited.IsEmpty && supposed.RowsOut.IsEmpty)
        {
            throw new VerbException(ExitCodes.Usage,
                "say what would fall: --without SOURCE, --discredited SOURCE or --row-out ID.");
        }

        var settings = Settings.Read();
        var deskPath = settings.Find("desk", deskOption).Value;
        var folder = CasePapers.Open(path, settings.Find("out").Value, deskPath);
        var file = CasePapers.Read(terminal, folder);
        using var desk = DeskDoor.Open(deskPath);
        var caseId = file.Id ?? folder.Name;
        var assessed = DeskDoor.Guarded(() => Waiting.For(terminal, quiet, progress =>
            new AssessCase(desk.Reports, desk.Acts, DeskDoor.Claims(desk), new PassageFinder()).Assess(caseId, file,
                CasePapers.ScaleOf(settings.Find("scale", scaleOption).Value), Clearance.DeskOwner, progress, stop)));
        if (assessed.Reports.IsEmpty)
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
                $"the desk holds no report of {path}. Run 'allsource assess {path}' first.");
        }

        var finding = WhatIf.Of(assessed.Input, supposed);
        if (!finding.Unknown.IsEmpty)
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
                $"the case knows nothing under {string.Join(", ", finding.Unknown)}. Check the name in case.yaml.");
        }

        if (json) WhatIfJson.Write(finding, terminal.Out);
        else Write(terminal.Out, finding);
        return ExitCodes.Done;
    }

    private static void Write(TextWriter page, WhatIfFinding finding)
    {
        if (finding.LeadingBefore is { } before)
        {
            page.WriteLine(finding.LeadingAfter == before ? $"{before} leads, and still would."
                : $"{before} leads; then {finding.LeadingAfter} would.");
        }

        page.WriteLine(finding.Weakened.IsEmpty ? "No judgment would be weaker." : "WEAKER");
        foreach (var effect in finding.Weakened) WriteEffect(page, effect);
        var other = finding.Judgments.Where(j => !j.IsWeakened && !j.Moves.IsEmpty).ToList();
        if (other.Count > 0) page.WriteLine("OTHERWISE MOVED");
        foreach (var effect in other) WriteEffect(page, effect);
        if (finding.Rows.Length > 0) page.WriteLine("ROWS");
        foreach (var row in finding.Rows)
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Row}  believed {row.BeliefBefore:0 %} -> {row.BeliefAfter:0 %}, "
                + $"origins {row.OriginsBefore} -> {row.OriginsAfter}: {row.What}"));
        }
    }

    private static void WriteEffect(TextWriter page, JudgmentEffect effect)
    {
        page.WriteLine($"{effect.About}  {effect.Statement}");
        foreach (var move in effect.Moves) page.WriteLine($"    {move}");
        if (effect.OriginsBefore != effect.OriginsAfter)
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    Origins: {effect.OriginsBefore} -> {effect.OriginsAfter}."));
        }
    }
}
