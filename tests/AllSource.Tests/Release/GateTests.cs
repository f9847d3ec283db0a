using AllSource.Access;
using AllSource.Exposure;
using AllSource.Release;
using AllSource.Tests.Briefs;

namespace AllSource.Tests.Release;

public sealed class GateTests
{
    private static ReleaseRule? RuleFor(ReleaseDecision decision, string item) =>
        decision.Record.Refusals.FirstOrDefault(r => r.Item == item)?.Rule;

    private static Draft With(DraftSentence sentence) =>
        HarbourDraft.For(HarbourDraft.Editors) with { WouldChange = [sentence] };

    private static ReleaseRule? RuleForText(string text, params string[] names) =>
        RuleFor(HarbourDraft.Decide(With(HarbourDraft.Sentence("t", text)), names), "t");

    [Fact]
    public void A_row_that_identifies_a_source_is_refused_and_leaves_no_trace()
    {
        var decision = HarbourDraft.Decide(HarbourDraft.Editors);
        Assert.Equal(ReleaseRules.SourceGivenAway, RuleFor(decision, "E6"));

        var page = BriefGoldenTests.Page(decision.Brief!);
        Assert.DoesNotContain("alarm log", page, StringComparison.Ordinal);
        Assert.DoesNotContain("HERON", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([1, 2, 3, 4, 5, 6], decision.Brief!.Rows.Select(r => r.Number));
    }

    [Fact]
    public void What_is_released_is_the_same_bytes_whether_the_refused_was_there_or_not()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        var without = draft with
        {
            Rows = [.. draft.Rows.Where(r => r.Id != "E6")],
            Ledger = [.. draft.Ledger.Where(e => e.Row != "E6")],
            Gaps = [.. draft.Gaps.Where(g => !g.LeansOn.Contains("E6"))],
            WouldChange = [.. draft.WouldChange.Where(s => !s.Text.Contains("HERON", StringComparison.Ordinal))],
        };
        var (with, bare) = (HarbourDraft.Decide(draft).Brief!, HarbourDraft.Decide(without).Brief!);
        Assert.Equal(BriefGoldenTests.Page(bare), BriefGoldenTests.Page(with));
        Assert.Equal(BriefGoldenTests.Screen(bare), BriefGoldenTests.Screen(with));
    }

    [Fact]
    public void A_sentence_that_speaks_of_a_refused_row_falls_with_it() =>
        Assert.Equal(ReleaseRules.LeansOnRefused, RuleFor(HarbourDraft.Decide(HarbourDraft.Editors), "gap/2"));

    [Fact]
    public void A_cryptonym_is_refused_however_it_is_dressed()
    {
        string[] dressed = ["HERON told it", "the heron, they say", "H\u200DERON told it",
            "\uFF28\uFF25\uFF32\uFF2F\uFF2E told it"];
        Assert.All(dressed, text => Assert.Equal(ReleaseRules.ProtectedName, RuleForText(text)));
        Assert.Null(RuleForText("heronry and Herons are other words"));
    }

    [Fact]
    public void A_name_on_the_desks_list_is_refused() =>
        Assert.Equal(ReleaseRules.ProtectedName, RuleForText("Aurélie Fenmoor wrote it", "Aurélie Fenmoor"));

    [Fact]
    public void Words_of_a_report_that_may_not_be_seen_are_refused_and_public_words_are_not()
    {
        Assert.Equal(ReleaseRules.ProtectedWords,
            RuleForText("a short cable had joined two terminals in the clamp cabinet"));
        Assert.Equal(ReleaseRules.ProtectedWords, RuleForText("He wanted it to be left until daylight."));
        Assert.Null(RuleForText("a sudden gust of 34 metres per second tore crane 4 from its brakes"));
    }

    [Fact]
    public void A_likelihood_and_a_confidence_do_not_stand_in_one_sentence()
    {
        Assert.Equal(ReleaseRules.LikelihoodWithConfidence,
            RuleForText("We are highly confident that it is very likely."));
        Assert.Null(RuleForText("It is very likely. We have high confidence."));
    }

    [Fact]
    public void Nothing_leaves_without_a_finding_of_exposure() => Assert.Equal(ReleaseRules.WithoutFinding,
        RuleFor(HarbourDraft.Decide(With(HarbourDraft.Sentence("t", "harmless") with { Exposure = null })), "t"));

    [Fact]
    public void A_sealed_label_is_refused_to_the_owner_of_the_desk_too()
    {
        var draft = HarbourDraft.For(new("the desk", Clearance.DeskOwner));
        draft = draft with { Rows = [draft.Rows[0] with { Label = Label.Sealed }] };
        Assert.Equal(ReleaseRules.LabelNotAdmitting, RuleFor(HarbourDraft.Decide(draft), "E1"));
    }

    [Fact]
    public void Credibility_1_needs_two_origins()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        draft = draft with
        {
            Rows = [draft.Rows[0] with { Credibility = 1, Origins = 1 },
            draft.Rows[1] with { Credibility = 1 }]
        };
        var decision = HarbourDraft.Decide(draft);
        Assert.Equal(ReleaseRules.ConfirmedByOne, RuleFor(decision, "E1"));
        Assert.Null(RuleFor(decision, "E2"));
    }

    [Fact]
    public void A_judgment_that_rests_on_nothing_is_refused_with_its_reasons()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        var unsourced = draft.Judgments[2] with { Reports = 0, Origins = 0 };
        var decision = HarbourDraft.Decide(draft with { Judgments = [unsourced, draft.Judgments[0]] });
        Assert.Equal(ReleaseRules.JudgmentUnsourced, RuleFor(decision, "J3"));
        Assert.Equal([1], decision.Brief!.Judgments.Select(j => j.Number));
        Assert.All(decision.Brief.Rows, r => Assert.Equal([1], r.Fits.Select(f => f.Judgment)));
    }

    [Fact]
    public void An_audience_below_the_case_gets_a_refusal_of_the_whole()
    {
        var decision = HarbourDraft.Decide(new Audience("the public", Clearance.Public));
        Assert.Null(decision.Brief);
        Assert.Equal(ReleaseRules.LabelNotAdmitting, decision.Refusal!.Rule);
        Assert.All(decision.Record.Items, item => Assert.False(item.IsReleased));
    }

    [Fact]
    public void The_marking_rolls_up_what_is_in_it_and_nothing_else()
    {
        var draft = HarbourDraft.For(new("the office", Clearance.Of(Tlp.Red, "HERON")));
        Assert.Equal("TLP:RED//HERON", HarbourDraft.Decide(draft).Brief!.Marking);
        Assert.Equal("TLP:AMBER", HarbourDraft.Decide(HarbourDraft.Editors).Brief!.Marking);
    }

    [Fact]
    public void Release_never_grows_with_fewer_rights()
    {
        Clearance[] rising =
        [
            Clearance.Public, Clearance.Of(Tlp.Green), Clearance.Of(Tlp.Amber), Clearance.Of(Tlp.AmberStrict),
            Clearance.Of(Tlp.Red), Clearance.Of(Tlp.Red, "HERON"), Clearance.DeskOwner,
        ];
        var told = rising.Select(c => HarbourDraft.Decide(new Audience("somebody", c)).Record.Told.ToHashSet())
            .ToList();
        for (var i = 1; i < told.Count; i++) Assert.Subset(told[i], told[i - 1]);
    }

    [Fact]
    public void Another_audiences_protection_is_a_callers_error()
    {
        var draft = HarbourDraft.For(HarbourDraft.Editors);
        var others = new Protection(HarbourDraft.Reports, HarbourDraft.Register, Clearance.DeskOwner);
        Assert.Throws<ArgumentException>(() => Gate.Decide(draft, others, new(others, [], [])));
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own() =>
        Assert.Equal(ReleaseRules.All.Length, ReleaseRules.All.Select(r => r.Id).Distinct().Count());
}
