using System.Text.Json;
using AllSource.App.Cli;
using AllSource.Desk;
using AllSource.Desk.Ledger;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.App.Ledgers;

/// <summary>
/// The ledger as one JSON document; spans are [start, end) in Unicode code points of the report's text.
/// </summary>
internal static class LedgerJson
{
    public static void Write(TextWriter output, AssessedCase assessed, LedgerQuery query, LedgerAnswer answer) =>
        JsonPage.Write(output, json =>
        {
            json.WriteString("format", "allsource/ledger/1");
            json.WriteString("case", assessed.CaseId);
            json.WriteStartObject("query");
            json.WriteString("source", query.Source);
            json.WriteString("denies", query.Denies);
            json.WriteString("via", query.Via);
            json.WriteBoolean("declined", query.Declined);
            json.WriteBoolean("withdrawn", query.Withdrawn);
            json.WriteEndObject();
            json.WriteNumber("claims", answer.Claims);
            json.WriteStartArray("rows");
            var maps = new Dictionary<ReportId, CodePointMap>();
            foreach (var row in answer.Rows)
            {
                if (!maps.TryGetValue(row.Report.Id, out var map)) maps[row.Report.Id] = map = new(row.Report.Text);
                Write(json, row, map);
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, LedgerRow row, CodePointMap map)
    {
        var said = row.Claim.Said;
        json.WriteStartObject();
        json.WriteString("claim", row.Claim.Id.Value);
        json.WriteString("report", row.Report.Id.Value);
        json.WriteString("file", row.Report.Facts.File);
        json.WriteString("published", row.Report.Facts.Published?.AsWritten);
        json.WriteString("label", row.Report.Label.ToString());
        json.WriteString("voice", row.Voice);
        json.WriteString("stance", row.Stance?.ToString().ToLowerInvariant());
        json.WriteString("text", row.Sentence.Of(row.Report.Text));
        ClaimFields.WriteSpans(json, "sentence", [row.Sentence], map);
        ClaimFields.Write(json, said, map);
        json.WriteStartArray("chain");
        foreach (var relay in row.Claim.Chain) json.WriteStringValue(relay.Name);
        json.WriteEndArray();
        json.WriteStartArray("why");
        foreach (var why in row.Whys) json.WriteStringValue(why);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
