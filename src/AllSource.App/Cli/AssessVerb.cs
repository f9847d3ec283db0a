using System.CommandLine;
using AllSource.Access;
using AllSource.App.Cases;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource assess CASE</c>: takes a folder of reports in, and puts out an assessment and a one-page brief.
/// </summary>
internal static class AssessVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Argument<string>("case") { Description = "A folder of reports, with or without a case.yaml." };
        var desk = new Option<string?>("--desk") { Description = "The desk's file (default .allsource/desk.db)." };
        var output = new Option<string?>(
            "--out")
        { Description = "Where the case's folder of results is made (default out)." };
        var scale = new Option<string?>("--scale") { Description = "Words for likelihood: icd203 (default) or phia." };
        var zone = new Option<string?>("--zone") { Description = "The zone of times that name none, such as +02:00." };
        var order = new Option<string?>("--date-order")
        {
            Description = "Which comes first where digits do not tell: day-first, month-first or year-first.",
        };
        var json = new Option<bool>(
            "--json")
        { Description = "assessment.json on standard output, and nothing else there." };
        var since = new Option<string?>("--since")
        {
            Description = "An earlier assessment.json to tell what changed (default: the one that is replaced).",
        };
        var quiet = new Option<bool>("--quiet") { Description = "No progress." };
        var verb = new Command("assess",
            "Takes a folder of reports in; puts out an assessment and a one-page brief.\n"
            + "Example: allsource assess samples/harbour --out out\n"
            + "Exit codes: 0 done, also where files of kinds that are not read yet are listed; 2 bad input; "
            + "5 refused by a rule; "
            + "6 some files failed and are listed; 7 the desk is busy or newer; 8 the desk is broken; 130 interrupted.")
        {
            folder, desk, output, scale, zone, order, json, since, quiet,
        };
        verb.SetAction((parsed, stop) => Task.FromResult(Assess(terminal, new(
            parsed.GetRequiredValue(folder), parsed.GetValue(desk), parsed.GetValue(output), parsed.GetValue(scale),
            parsed.GetValue(zone), parsed.GetValue(order), parsed.GetValue(json), parsed.GetValue(since),
            parsed.GetValue(quiet)), stop)));
        return verb;
    }

    private sealed record Options(
        string Folder, string? Desk, string? Out, string? Scale, string? Zone, string? DateOrder, bool Json,
            string? Since, bool Quiet);

    private static int Assess(Terminal terminal, Options options, CancellationToken stop)
    {
        var settings = Settings.Read();
        var outFolder = settings.Find("out", options.Out).Value;
        var deskPath = settings.Find("desk", options.Desk).Value;
        var scale = CasePapers.ScaleOf(settings.Find("scale", options.Scale).Value);
        var folder = CasePapers.Open(options.Folder, outFolder, deskPath);
        var caseFile = CasePapers.Read(terminal, folder);
        caseFile = caseFile with { Answers = Answered(caseFile.Answers, options) };
        var caseId = caseFile.Id ?? folder.Name;
        if (folder.Files.Count == 0)
        {
            throw new VerbException(ExitCodes.Usage,
                $"{options.Folder} holds no report. Put the reports into it as files, then run again.");
        }

        var earlier = CasePapers.Earlier(terminal, options.Since, Path.Combine(outFolder, caseId));
        using var desk = DeskDoor.Open(deskPath);
        var (batch, assessed) = DeskDoor.Guarded(() => Waiting.For(terminal, options.Quiet, progress =>
        {
            var receive = new ReceiveReports(new ReportReader(), desk.Reports, TimeProvider.System);
            var received = receive.Receive(caseId, folder.Files, caseFile.Answers, progress, stop);
            var assess = new AssessCase(desk.Reports, desk.Acts, DeskDoor.Claims(desk), new PassageFinder())
            {
                Previous = earlier,
            };
            return (received, assess.Assess(caseId, caseFile, scale, Clearance.DeskOwner, progress, stop));
        }));
        BatchWords.Write(terminal.Words, folder, batch, assessed.Findings);
        if (assessed.Reports.IsEmpty)
        {
            throw new VerbException(ExitCodes.Usage,
                $"no report could be read from {options.Folder}; the reasons stand above. Mend them and run again.");
        }

        var exit = CaseOutput.Write(terminal, desk, assessed, Path.Combine(outFolder, caseId), options.Json);
        return exit != ExitCodes.Done ? exit : batch.Count(FileState.Failed) > 0 ? ExitCodes.Partly : ExitCodes.Done;
    }

    private static ReadingAnswers Answered(ReadingAnswers answers, Options options)
    {
        var zone = options.Zone is null ? answers.Zone : ReportedTime.TryOffset(options.Zone)
            ?? throw new VerbException(ExitCodes.Usage, $"--zone {options.Zone}: write it as +02:00, -05:30 or Z.");
        DateOrder? order = options.DateOrder switch
        {
            null => answers.DateOrder,
            "day-first" => DateOrder.DayFirst,
            "month-first" => DateOrder.MonthFirst,
            "year-first" => DateOrder.YearFirst,
            _ => throw new VerbException(
                ExitCodes.Usage, $"--date-order {options.DateOrder}: write day-first, month-first or year-first."),
        };
        return answers with { Zone = zone, DateOrder = order };
    }
}
