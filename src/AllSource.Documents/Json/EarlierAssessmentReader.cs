using System.Collections.Immutable;
using System.Text.Json;
using AllSource.Assessments;
using AllSource.Kernel;

namespace AllSource.Documents.Json;

/// <summary>
/// Reads back, of an assessment.json that the program wrote, what a later assessment compares itself with. A file of
/// another kind, or one that was edited by hand into something else, gives no value and a finding.
/// </summary>
public static class EarlierAssessmentReader
{
    /// <summary>A file given by mistake must not fill the memory.</summary>
    public const long LengthMax = 1L << 30;

    private const int DepthMax = 64;
    private const int JudgmentsMax = 10_000;

    public static Parsed<EarlierAssessment> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DepthMax });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("format", out var format)
                && format.ValueEquals("allsource/assessment/1")
                ? Parsed<EarlierAssessment>.Read(Of(json.RootElement.GetProperty("assessment")))
                : Fail(name, null, "is no assessment.json of this program.");
        }
        catch (JsonException e)
        {
            return Fail(name, e.LineNumber, "is no JSON.");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Fail(name, null, "does not hold what an assessment.json holds.");
        }
    }

    private static EarlierAssessment Of(JsonElement assessment)
    {
        var totals = assessment.GetProperty("totals");
        var leading = assessment.GetProperty("hypotheses").EnumerateArray().Select(h => Text(h, "id")).FirstOrDefault();
        return new(
            totals.GetProperty("reports").GetInt32(), totals.GetProperty("origins").GetInt32(), leading,
            [.. assessment.GetProperty("judgments").EnumerateArray().Take(JudgmentsMax).Select(Judged)],
            [.. assessment.GetProperty("changed_since_last").EnumerateArray().Select(c => c.GetString() ?? "")]);
    }

    private static EarlierJudgment Judged(JsonElement judgment)
    {
        var probability = judgment.GetProperty("likelihood").GetProperty("probability").GetDouble();
        if (probability is not (>= 0 and <= 1)) throw new FormatException("a probability is not in 0..1");
        var level = Text(judgment.GetProperty("confidence"), "level");
        return new(Text(judgment, "about"), Text(judgment, "statement"), probability,
            Enum.TryParse<ConfidenceLevel>(level, ignoreCase: true, out var known) ? known
                : throw new FormatException("not a confidence"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static Parsed<EarlierAssessment> Fail(string name, long? line, string what) =>
        Parsed<EarlierAssessment>.Unread(new Finding(FindingWeight.Doubt, "earlier-unread",
            new(name, (int?)line + 1), what, "What changed since then is not told."));
}
