using System.Collections.Immutable;
using AllSource.Fusion.Propositions;

namespace AllSource.Assessments;

/// <summary>
/// An assessment and what the last report changed in it: the propositions and rows that were worked out anew, and the
/// judgments that are new or say something else than before, by id.
/// </summary>
public sealed record AssessmentUpdate(
    Assessment Assessment, ImmutableArray<PropositionId> Propositions, ImmutableArray<string> Rows,
    ImmutableArray<string> Judgments);

/// <summary>
/// An assessment that is kept current while reports come and go: a new report touches the propositions and rows that it
/// speaks of, and no other is worked out again. Always equal to <see cref="Assessor"/>'s answer to the same input; not
/// for several threads at once.
/// </summary>
public sealed class RunningAssessment
{
    private readonly AssessmentMemory _memory = new();
    private Dictionary<string, string> _judged = new(StringComparer.Ordinal);

    public AssessmentUpdate Update(AssessmentInput input)
    {
        var assessment = Assessor.Assess(input, _memory);
        var judged = assessment.Judgments.ToDictionary(j => j.About, Said, StringComparer.Ordinal);
        ImmutableArray<string> changed =
        [
            .. judged.Where(j => !_judged.TryGetValue(j.Key, out var before) || before != j.Value).Select(j => j.Key)
                .Order(StringComparer.Ordinal),
        ];
        _judged = judged;
        return new(assessment, [.. _memory.Touched], [.. _memory.TouchedRows], changed);
    }

    private static string Said(Judgment j) => string.Join('\n',
        [j.LikelihoodSentence, j.Confidence.Sentence, j.RestsOn, .. j.Reasons, .. j.WouldChange]);
}
