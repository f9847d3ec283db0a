using System.Collections.Immutable;
using System.Globalization;
using AllSource.Access;
using AllSource.Exposure;

namespace AllSource.Release;

/// <summary>
/// The one way out. Every item of a draft is refused unless every rule lets it pass; what is refused leaves no count,
/// no number and no hole in what is told, and stands in the desk's record with the rule. Pure: the same draft, the same
/// answer.
/// </summary>
public static class Gate
{
    /// <param name="protection">Of the draft's own audience; another audience's is a caller's error.</param>
    /// <exception cref="ArgumentException">The protection was computed for another clearance than the draft's audience
    /// holds.</exception>
    public static ReleaseDecision Decide(Draft draft, Protection protection, GuardedText guard)
    {
        if (!protection.Audience.Equals(draft.Audience.Clearance))
            throw new ArgumentException("the protection is another audience's", nameof(protection));

        var refusals = Refusals(draft, guard);
        var whole = Whole(draft, guard, refusals);
        var brief = whole is null ? new BriefMaking(draft, refusals.ContainsKey).Make() : null;
        return new(brief, whole, Record(draft, refusals, whole));
    }

    /// <summary>Whether an item that leans on no other is told.</summary>
    internal static bool Passes(DraftItem item, Clearance clearance, GuardedText guard) =>
        Alone(item, clearance, guard) is null;

    private static Dictionary<string, Refusal> Refusals(Draft draft, GuardedText guard)
    {
        var refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var item in draft.Items)
        {
            if (Alone(item, draft.Audience.Clearance, guard) is { } refusal) refusals[item.Id] = refusal;
        }

        // What leans on a refused item falls with it, and so does what leans on that.
        for (var before = -1; before != refusals.Count;)
        {
            before = refusals.Count;
            foreach (var item in draft.Items.Where(i => !refusals.ContainsKey(i.Id)))
            {
                if (item.LeansOn.FirstOrDefault(refusals.ContainsKey) is { } lost)
                    refusals[item.Id] = new(ReleaseRules.LeansOnRefused, item.Id,
                        $"It speaks of {lost}, which is refused.");
            }
        }

        return refusals;
    }

    private static Refusal? Alone(DraftItem item, Clearance clearance, GuardedText guard)
    {
        if (item.Exposure is not { } exposure)
            return new(ReleaseRules.WithoutFinding, item.Id, "It comes without a finding of exposure.");
        if (exposure.GivesAway) return new(ReleaseRules.SourceGivenAway, item.Id, exposure.Sentence);
        if (!item.Label.Admits(clearance))
            return new(ReleaseRules.LabelNotAdmitting, item.Id, $"Its label is {item.Label}.");
        if (item.Texts.Select(t => InText(item.Id, t, guard))
            .FirstOrDefault(r => r is not null) is { } inText) return inText;
        return item switch
        {
            DraftJudgment { Withheld.Length: > 0 } j => new(ReleaseRules.RestsOnRefused, j.Id, j.Withheld),
            DraftJudgment j when j.Reports < 1 || j.Origins < 1 =>
                new(ReleaseRules.JudgmentUnsourced, j.Id, "It rests on no report."),
            DraftRow { Credibility: 1, Origins: < 2 } r =>
                new(ReleaseRules.ConfirmedByOne, r.Id, $"It is graded 1 with {r.Origins} independent origins to show."),
            DraftOrigin o when !o.Marks.Any(m => m.Label.Admits(clearance)) =>
                new(ReleaseRules.LabelNotAdmitting, o.Id, "No report that carries it may be seen."),
            DraftJudgment or DraftSentence when item.Texts.Select(PlainSentences.MixedIn).OfType<string>()
                .FirstOrDefault() is { } mixed =>
                new(ReleaseRules.LikelihoodWithConfidence, item.Id, $"\"{mixed}\""),
            _ => null,
        };
    }

    private static Refusal? InText(string item, string text, GuardedText guard)
    {
        // What is refused is not repeated: the refusal of a whole brief is shown on a screen and ends in logs.
        if (guard.ProtectedNameIn(text) is not null)
            return new(ReleaseRules.ProtectedName, item, "It writes a name that this audience must not read.");
        if (guard.UnseenNameIn(text) is { } at)
        {
            return new(ReleaseRules.UnseenName, item, string.Create(CultureInfo.InvariantCulture,
                $"Word {at} of its text begins a name that only reports hold which the audience may not see."));
        }

        return guard.ProtectedWordsIn(text) is null ? null
            : new(ReleaseRules.ProtectedWords, item, "It shares words with a report that the audience may not see.");
    }

    private static Refusal? Whole(Draft draft, GuardedText guard, Dictionary<string, Refusal> refusals)
    {
        const string whole = "brief";
        if (!draft.Label.Admits(draft.Audience.Clearance))
            return new(ReleaseRules.LabelNotAdmitting, whole, $"The case's label is {draft.Label}.");
        foreach (var text in (string?[])[draft.Title, draft.Question, draft.Audience.Name])
        {
            if (text is not null && InText(whole, text, guard) is { } refusal) return refusal;
        }

        // A folder in which nobody claims anything still gets its page: it says what is not known.
        var core = draft.Items.Where(i => i is DraftJudgment or DraftRow).ToList();
        return core.Count == 0 || core.Any(i => !refusals.ContainsKey(i.Id)) ? null
            : new(ReleaseRules.NothingLeft, whole, "Every judgment and every row of evidence is refused.");
    }

    private static ReleaseRecord Record(Draft draft, Dictionary<string, Refusal> refusals, Refusal? whole)
    {
        var marking = BriefMaking.Marking(draft, id => refusals.ContainsKey(id) || whole is not null);
        return new(draft.Audience.Name, draft.Audience.Clearance, marking, draft.Making.At,
        [
            .. draft.Items.Select(i => new ItemDecision(i.Id, Kind(i), i.Exposure?.Sentence ?? "",
                refusals.GetValueOrDefault(i.Id) ?? whole, draft.Audience.ToldBefore.Contains(i.Id))),
        ])
        {
            Notes = draft.Notes,
        };
    }

    private static string Kind(DraftItem item) => item switch
    {
        DraftJudgment => "judgment",
        DraftRow => "row",
        DraftOrigin => "origin",
        DraftLedgerEntry => "ledger",
        _ => "sentence",
    };
}
