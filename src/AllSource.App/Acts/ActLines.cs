using System.Globalization;
using System.Text.Json;
using AllSource.App.Cli;
using AllSource.Claims;
using AllSource.Desk.Acts;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.App.Acts;

/// <summary>Acts for people, a few lines each, and as one JSON document.</summary>
internal static class ActLines
{
    private const int QuoteMax = 160;

    public static void Write(
        TextWriter output, IReadOnlyCollection<AnalystAct> acts, IReadOnlyCollection<Report> reports)
    {
        foreach (var act in acts)
        {
            output.WriteLine($"{act.Id}  {Day(act.At)}  {act.Content.Kind}  by {OutsideText.Clean(act.By)}");
            foreach (var line in About(act.Content, reports)) output.WriteLine($"    {line}");
            output.WriteLine($"    reason: {OutsideText.Clean(act.Why)}");
            if (act.Undone is not { } undone) continue;
            output.WriteLine(
                $"    undone {Day(undone.At)} by {OutsideText.Clean(undone.By)}: {OutsideText.Clean(undone.Why)}");
        }
    }

    public static void Json(
        TextWriter output, string caseId, IReadOnlyCollection<AnalystAct> acts, IReadOnlyCollection<Report> reports) =>
        JsonPage.Write(output, json =>
        {
            json.WriteString("case", caseId);
            json.WriteStartArray("acts");
            foreach (var act in acts) Write(json, act, reports);
            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, AnalystAct act, IReadOnlyCollection<Report> reports)
    {
        json.WriteStartObject();
        json.WriteString("id", act.Id.Value);
        json.WriteString("kind", act.Content.Kind);
        json.WriteString("by", act.By);
        json.WriteString("at", act.At.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("why", act.Why);
        json.WriteString("label", act.Label.ToString());
        json.WriteStartArray("reports");
        foreach (var report in act.Content.Reports) json.WriteStringValue(report.Value);
        json.WriteEndArray();
        json.WriteStartArray("about");
        foreach (var line in About(act.Content, reports)) json.WriteStringValue(line);
        json.WriteEndArray();
        if (act.Undone is { } undone)
        {
            json.WriteStartObject("undone");
            json.WriteString("by", undone.By);
            json.WriteString("at", undone.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("why", undone.Why);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<string> About(ActContent content, IReadOnlyCollection<Report> reports) => content switch
    {
        RuleOnAttribution { Now: { } now } rule =>
        [
            $"{rule.Where.Report}: {Quoted(rule.Where)}",
            $"now: {(now.Canonical.Length > 0 ? now.Canonical : "nobody named")} · {ClaimFields.Word(now.Act)} · "
                + Content(now, rule.Where.Report, reports),
        ],
        RuleOnAttribution rule => [$"{rule.Where.Report}: {Quoted(rule.Where)}"],
        RuleOnLineage { Verdict: LineageVerdict.Cut } cut => [$"{cut.Copier} does not derive from {cut.Original}"],
        RuleOnLineage link => [$"{link.Copier} derives from {link.Original}"],
        Split split => [.. split.Out.Select(c => $"out: {c.Report}: {Quoted(c)}"), .. Text(split.Text)],
        Join join =>
        [
            $"{join.One.Report}: {Quoted(join.One)}",
            $"{(join.IsContrary ? "the contrary of" : "the same as")} {join.Other.Report}: {Quoted(join.Other)}",
        ],
        Reword reword => [$"{reword.Claim.Report}: {Quoted(reword.Claim)}", .. Text(reword.Text)],
        GradeSource grade => [$"{OutsideText.Clean(grade.Source)}: {grade.Grade}"],
        ResolveJudgment resolved =>
        [
            $"{resolved.About} {(resolved.CameTrue ? "came true" : "did not come true")}; "
                + string.Join(", ", resolved.Said.Select(s =>
                    string.Create(CultureInfo.InvariantCulture, $"{s.By} said {s.Probability:0 %}"))),
        ],
        GradeClaim grade => [$"{grade.Claim.Report}: {Quoted(grade.Claim)}: "
            + ((int)grade.Grade).ToString(CultureInfo.InvariantCulture)],
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.Kind, "not an act"),
    };

    private static string Content(Attribution now, ReportId id, IReadOnlyCollection<Report> reports)
    {
        if (now.Content.IsEmpty) return "no content";
        var text = reports.FirstOrDefault(r => r.Id == id)?.Text;
        return text is null || now.Content.Any(s => s.End > text.Length) ? "words that are there no more"
            : $"\"{OutsideText.Shorten(string.Join(" … ", now.Content.Select(s => s.Of(text))), QuoteMax)}\"";
    }

    private static string Quoted(ClaimAnchor anchor) => $"\"{OutsideText.Shorten(anchor.Words, QuoteMax)}\"";

    private static string[] Text(string? words) => words is null ? [] : [$"text: {OutsideText.Clean(words)}"];

    private static string Day(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z";
}
