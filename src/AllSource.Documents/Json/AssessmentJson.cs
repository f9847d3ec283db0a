using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Desk.Acts;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Documents.Json;

/// <summary>
/// Writes assessment.json: all that an assessment stands on and says, with all offsets, as the desk itself may see it.
/// Offsets are [start, end) in Unicode code points of the report's text. There is no clock in it: the same facts give
/// the same bytes.
/// </summary>
public static class AssessmentJson
{
    private const string Format = "allsource/assessment/1";

    public static void Write(AssessedCase assessed, Stream output)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        };
        using var json = new Utf8JsonWriter(output, options);
        var maps = assessed.Reports.ToDictionary(r => r.Id, r => new CodePointMap(r.Text));
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("offsets", "unicode code points of the report's text, [start, end)");
        json.WriteString("case", assessed.CaseId);
        json.WriteString("title", assessed.File.Title);
        json.WriteString("label", assessed.Label.ToString());
        WriteList(json, "reports", assessed.Reports, r => WriteReport(json, r, maps[r.Id]));
        WriteList(json, "claims", assessed.Claims, c => WriteClaim(json, c, maps[c.Report]));
        WriteList(json, "narrated", assessed.Assessment.Origins.Narrated, c => WriteClaim(json, c, maps[c.Report]));
        WriteList(json, "passages", assessed.Passages, p => WritePassage(json, p, maps));
        WriteList(json, "claim_origins", assessed.Assessment.Origins.Claims, o => WriteOrigin(json, o, maps));
        WriteList(json, "acts", assessed.Acts, a => WriteAct(json, a));
        json.WritePropertyName("assessment");
        JsonSerializer.Serialize(json, assessed.Assessment, AssessmentJsonContext.Plain.Assessment);
        WriteList(json, "findings", assessed.Findings, f =>
            JsonSerializer.Serialize(json, f, AssessmentJsonContext.Plain.Finding));
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, Report report, CodePointMap map)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id.Value);
        json.WriteString("original_sha256", report.Original.Hex);
        json.WriteString("label", report.Label.ToString());
        json.WriteNumber("length", map.Length);
        json.WritePropertyName("facts");
        JsonSerializer.Serialize(json, report.Facts, AssessmentJsonContext.Plain.ReportFacts);
        WriteList(json, "quoted", report.Quoted, q =>
        {
            json.WriteStartObject();
            WriteSpan(json, "span", q.Span, map);
            json.WriteString("written_by", q.WrittenBy);
            json.WriteString("written_at", q.WrittenAt?.AsWritten);
            json.WriteEndObject();
        });
        WriteList(json, "known_unknowns", report.KnownUnknowns, json.WriteStringValue);
        WriteList(json, "findings", report.Findings, f =>
            JsonSerializer.Serialize(json, f, AssessmentJsonContext.Plain.Finding));
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim, CodePointMap map)
    {
        var said = claim.Said;
        json.WriteStartObject();
        json.WriteString("id", claim.Id.Value);
        json.WriteString("report", claim.Report.Value);
        ClaimFields.Write(json, said, map);
        WriteList(json, "chain", claim.Chain, relay =>
        {
            json.WriteStartObject();
            json.WriteString("name", relay.Name);
            json.WriteString("kind", Word(relay.Kind));
            json.WriteEndObject();
        });
        json.WriteString("why", said.Why);
        json.WriteEndObject();
    }

    private static void WriteAct(Utf8JsonWriter json, AnalystAct act)
    {
        json.WriteStartObject();
        json.WriteString("id", act.Id.Value);
        json.WriteString("kind", act.Content.Kind);
        json.WriteString("by", act.By);
        json.WriteString("at", act.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("why", act.Why);
        WriteList(json, "reports", act.Content.Reports, r => json.WriteStringValue(r.Value));
        json.WriteEndObject();
    }

    private static void WritePassage(Utf8JsonWriter json, Passage passage, Dictionary<ReportId, CodePointMap> maps)
    {
        var (a, b) = (maps[new(passage.A)], maps[new(passage.B)]);
        json.WriteStartObject();
        json.WriteString("a", passage.A);
        WriteSpan(json, "a_span", passage.ASpan, a);
        json.WriteString("b", passage.B);
        WriteSpan(json, "b_span", passage.BSpan, b);
        json.WriteString("kind", Word(passage.Kind));
        json.WriteString("copier", passage.Copier);
        json.WriteNumber("probability", passage.Probability);
        json.WriteString("why", passage.Why);
        json.WriteString("direction_why", passage.DirectionWhy);
        WriteList(json, "edits", passage.Edits, edit =>
        {
            json.WriteStartObject();
            WriteSpan(json, "a", edit.A, a);
            WriteSpan(json, "b", edit.B, b);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, ClaimOrigin origin, Dictionary<ReportId, CodePointMap> maps)
    {
        json.WriteStartObject();
        json.WriteString("claim", origin.Claim.Value);
        json.WriteString("report", origin.Report.Value);
        json.WriteString("origin", origin.Origin?.Value);
        json.WriteBoolean("is_support", origin.IsSupport);
        json.WriteString("sentence", origin.Sentence);
        WriteList(json, "path", origin.Path, step =>
        {
            json.WriteStartObject();
            json.WriteString("from", step.From.Value);
            json.WriteString("to", step.To?.Value);
            json.WriteString("evidence", Word(step.Evidence));
            if (step.FromSpan is { } from) WriteSpan(json, "from_span", from, maps[step.From]);
            if (step is { ToSpan: { } to, To: { } toReport }) WriteSpan(json, "to_span", to, maps[toReport]);
            json.WriteString("why", step.Why);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, TextSpan span, CodePointMap map)
    {
        var (start, end) = map.ToPoints(span);
        json.WriteStartArray(name);
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => ClaimFields.Word(value);
}
