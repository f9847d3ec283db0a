using System.Collections.Immutable;
using System.Globalization;
using AllSource.Assessments;
using AllSource.Exposure;

namespace AllSource.Release;

/// <summary>
/// The desk's sentences on its own judgments: what changed since the last product, and who sees it otherwise. They
/// speak of judgments by their numbers in the product, and fall with them.
/// </summary>
internal sealed class ViewDrafting(
    DraftInput input, Protection protection, Veil veil, Mentions mentions, Told told)
{
    private readonly Assessment _assessment = input.Assessment;

    /// <summary>
    /// A sentence that quotes a report's words stays with the desk: its label is not the case's. Totals and judgments
    /// on hypotheses, whose words are the case's own, may be told.
    /// </summary>
    public ImmutableArray<DraftSentence> Changed() =>
        [.. _assessment.ChangedSinceLast.Where(t => !IsOfReports(t) && (told.IsAllCounted || !IsTotal(t)))
            .Select((t, i) => Sentence(string.Create(CultureInfo.InvariantCulture, $"changed/{i + 1}"), t))];

    public ImmutableArray<DraftSentence> Views()
    {
        var dissents = _assessment.Judgments.SelectMany(j => j.Dissents.Select(d => (Judgment: j, Dissent: d)))
            .Select((x, i) => Sentence(string.Create(CultureInfo.InvariantCulture, $"dissent/{i + 1}"),
                Told(x.Judgment, x.Dissent)));
        return _assessment.Panel is { } panel && told.Withheld.Length == 0
            ? [.. dissents, Sentence("panel", panel.Sentence)] : [.. dissents];
    }

    private static string Told(Judgment judgment, Dissent dissent)
    {
        var instead = dissent.Probability is { } p
            ? string.Create(CultureInfo.InvariantCulture, $" and would say {Math.Round(p * 100)} %") : "";
        return $"{dissent.By} does not share {DraftSentence.Reference(judgment.Id)}{instead}. {dissent.Why}";
    }

    private static bool IsOfReports(string text) => text.Contains('“', StringComparison.Ordinal)
        || text.Contains("p-", StringComparison.Ordinal);

    /// <summary>"2 reports more, no new origin with them": with reports among them that are not told.</summary>
    private static bool IsTotal(string text) => text.EndsWith(" with them.", StringComparison.Ordinal)
        || text.EndsWith(" fewer.", StringComparison.Ordinal);

    private DraftSentence Sentence(string id, string text)
    {
        var referred = _assessment.Hypotheses.OrderByDescending(h => h.Id.Length).Aggregate(text, (t, h) =>
            Referred(t, h.Id, _assessment.Judgments.FirstOrDefault(j => j.About == h.Id)?.Id));
        var judgments = _assessment.Judgments.Select(j => j.Id)
            .Where(j => referred.Contains(DraftSentence.Reference(j), StringComparison.Ordinal));
        return new(id, veil.Over(referred), input.CaseLabel,
            WhoCouldHaveTold.Of(id, ExposedKind.Sentence, [], protection))
        {
            LeansOn = [.. judgments, .. mentions.In(text)],
        };
    }

    /// <summary>A hypothesis' id where it stands as a word of its own becomes the judgment's number.</summary>
    private static string Referred(string text, string id, string? judgment)
    {
        if (judgment is null) return text;
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0;
            at = at + 1 < text.Length ? text.IndexOf(id, at + 1, StringComparison.Ordinal) : -1)
        {
            var end = at + id.Length;
            if ((at > 0 && IsOfWord(text[at - 1])) || (end < text.Length && IsOfWord(text[end]))) continue;
            text = text[..at] + DraftSentence.Reference(judgment) + text[end..];
        }

        return text;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '[';
}
