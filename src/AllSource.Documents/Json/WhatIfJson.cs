using System.Text.Json;
using AllSource.Assessments;

namespace AllSource.Documents.Json;

/// <summary>Writes what a supposition would change, as one JSON document in the words of assessment.json.</summary>
public static class WhatIfJson
{
    public static void Write(WhatIfFinding finding, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(finding, AssessmentJsonContext.Plain.WhatIfFinding));
}
