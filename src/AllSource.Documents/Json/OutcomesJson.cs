using System.Text.Json;
using AllSource.Assessments;

namespace AllSource.Documents.Json;

/// <summary>Writes how resolved judgments fared, as one JSON document in the words of assessment.json.</summary>
public static class OutcomesJson
{
    public static void Write(OutcomeReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(report, AssessmentJsonContext.Plain.OutcomeReport));
}
