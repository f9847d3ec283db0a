using System.CommandLine;
using System.Globalization;
using System.Text;
using AllSource.Access;
using AllSource.App.Pages;
using AllSource.Assessments;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Documents.Json;
using AllSource.Kernel.Pages;

namespace AllSource.App.Cli;

/// <summary><c>allsource outcomes</c>: Brier scores and calibration by desk, topic, analyst and source.</summary>
internal static class OutcomesVerb
{
    public static Command Build(Terminal terminal)
    {
        var desk = new Option<string[]>("--desk")
        {
            Description = "A desk's file (default .allsource/desk.db); repeatable, to compare desks.",
        };
        var html = new Option<string?>("--html") { Description = "Write the page with the calibration curve here." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var verb = new Command("outcomes",
            "Scores the judgments that were resolved: Brier score and calibration curve, with 95 % intervals, by desk, "
            + "topic, analyst and source.\n"
            + "Example: allsource outcomes --html out/outcomes.html\n"
            + "Example: allsource outcomes --desk one.db --desk two.db --json")
        {
            desk, html, json,
        };
        verb.SetAction(parsed => Tell(terminal, parsed.GetValue(desk) ?? [], parsed.GetValue(html),
            parsed.GetValue(json)));
        return verb;
    }

    private static int Tell(Terminal terminal, string[] desks, string? html, bool json)
    {
        var paths = desks.Length > 0 ? desks : [Settings.Read().Find("desk").Value];
        var resolved = new List<ResolvedJudgment>();
        var marking = Label.Clear;
        foreach (var path in paths)
        {
            using var opened = DeskDoor.OpenExisting(path);
            var acts = DeskDoor.Guarded(() => opened.Acts.OfAll(Clearance.DeskOwner));
            resolved.AddRange(ResolvedJudgments.Of(acts, Path.GetFileNameWithoutExtension(path)));
            marking = acts.Where(a => a.Content is ResolveJudgment)
                .Aggregate(marking, (label, act) => label.Join(act.Label));
        }

        var report = OutcomeReport.Of(resolved);
        if (html is not null) WritePage(terminal, report, marking, html);
        if (json) OutcomesJson.Write(report, terminal.Out);
        else Write(terminal.Out, report);
        return ExitCodes.Done;
    }

    private static void WritePage(Terminal terminal, OutcomeReport report, Label marking, string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            using var writer = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
            new OutcomesPage(report, marking.ToString()).Write(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed, $"{path}: cannot be written ({e.GetType().Name}).");
        }

        terminal.Words.WriteLine($"page: {path}");
    }

    private static void Write(TextWriter page, OutcomeReport report)
    {
        if (report.Judgments == 0)
        {
            page.WriteLine("No judgment was resolved yet: 'allsource resolve' resolves one.");
            return;
        }

        page.WriteLine($"{"",-34}{"judgments",10}{"Brier",8}{"95 % interval",17}{"apart",8}");
        WriteLine(page, "all", report.All);
        foreach (var dimension in report.By)
        {
            page.WriteLine($"BY {dimension.Name.ToUpperInvariant()}");
            foreach (var (name, calibration) in dimension.Groups) WriteLine(page, name, calibration);
        }

        page.WriteLine("WHAT WAS SAID, AND HOW OFTEN IT CAME TRUE");
        foreach (var bin in report.All.Curve)
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  said {bin.From:0 %} to {bin.To:0 %}: {bin.Count}, mean {bin.MeanSaid:0 %}, "
                + $"came true {bin.ShareTrue:0 %} ({bin.Low:0 %} to {bin.High:0 %})"));
        }
    }

    private static void WriteLine(TextWriter page, string name, Calibration c)
    {
        var range = c.BrierLow is { } low
            ? string.Create(CultureInfo.InvariantCulture, $"{low:0.000} to {c.BrierHigh:0.000}") : "too few";
        page.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {OutsideText.Shorten(name, 31),-32}{c.Count,10}{c.Brier,8:0.000}{range,17}{c.ExpectedError,8:0.000}"));
    }
}
