using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>A verb and the words after it say together what the source said.</summary>
public sealed class SpokenVerbTests
{
    [Theory]
    [InlineData("denied that|any lead was there", Act.Deny, "denies")]
    [InlineData("firmly rejects|the report", Act.Deny, "rejects")]
    [InlineData("dismissed|the figures", Act.Deny, "dismisses")]
    [InlineData("ruled out|sabotage", Act.Deny, "rules out")]
    [InlineData("never said that|Ward lied", Act.Deny, "denies saying")]
    [InlineData("brushed aside|the report", Act.Deny, "denies")]
    [InlineData("disputed that|the gate was open", Act.Dispute, "disputes")]
    [InlineData("countered that|the gate was open", Act.Dispute, "counters, saying")]
    [InlineData("questioned whether|the gate was open", Act.Doubt, "questions")]
    public void A_cue_that_denies_is_the_verb_before_what_is_denied(string said, Act act, string verb) =>
        Assert.Equal(verb, Verb(said, act));

    [Theory]
    [InlineData("said|they had felt no wind at all", Act.Deny)]
    [InlineData("told the board that|he had carried no message", Act.Deny)]
    [InlineData("said|the report is false", Act.Deny)]
    [InlineData("replied|\u201cThat is nonsense\u201d", Act.Dispute)]
    [InlineData("according to|there was no message", Act.Deny)]
    public void Words_that_themselves_deny_are_said_and_never_denied(string said, Act act)
    {
        Assert.Equal("says", Verb(said, act));
        Assert.Equal("says, against this", Verb(said, act, isAgainst: true));
    }

    [Fact]
    public void Who_denies_in_a_sentence_of_his_own_is_not_made_to_deny_it()
    {
        Assert.Equal("denies it, saying", Verb("denied|\u201cWe never touched the valve\u201d", Act.Deny));
        Assert.Equal("denies", Verb("denied|\u201chaving touched\u201d the valve", Act.Deny, Mode.Mixed));
    }

    [Theory]
    [InlineData("did not deny that|the dam leaked", Act.Decline, "does not deny")]
    [InlineData("would neither confirm nor deny that|the dam leaked", Act.Decline, "neither confirms nor denies")]
    [InlineData("declined to say|whether the dam leaked", Act.Decline, "declines to say")]
    [InlineData("declined to publish|the log", Act.Decline, "declines to comment on")]
    [InlineData("declined to comment|", Act.Decline, "declines to comment")]
    [InlineData("did not respond|", Act.Decline, "does not answer")]
    [InlineData("could not be reached|", Act.Decline, "could not be reached")]
    [InlineData("did not dispute that|the dam leaked", Act.Affirm, "does not dispute")]
    [InlineData("admitted that|the dam leaked", Act.Affirm, "admits")]
    [InlineData("could not rule out that|the dam leaked", Act.Doubt, "does not rule out")]
    [InlineData("could not verify|the report", Act.Doubt, "cannot verify")]
    [InlineData("stood by|its report", Act.StandBy, "stands by")]
    [InlineData("did not retract|its report", Act.StandBy, "does not retract")]
    [InlineData("withdrew|its report", Act.Withdraw, "withdraws")]
    [InlineData("corrected:|it was forty", Act.Withdraw, "corrects")]
    public void A_negated_cue_is_not_told_as_its_opposite_and_a_refusal_says_what_is_refused(
        string said, Act act, string verb) => Assert.Equal(verb, Verb(said, act));

    [Theory]
    [InlineData("members 1 and 2", SourceKind.Anonymous, "deny")]
    [InlineData("lawyers", SourceKind.Anonymous, "deny")]
    [InlineData("islanders 1", SourceKind.Anonymous, "deny")]
    [InlineData("mayor of Los Angeles", SourceKind.Office, "denies")]
    [InlineData("Orrin Terminals", SourceKind.Organisation, "denies")]
    [InlineData("engineer 1", SourceKind.Anonymous, "denies")]
    public void Several_people_deny_and_one_denies(string voice, SourceKind kind, string verb) =>
        Assert.Equal(verb, Verb("denied that|it leaked", Act.Deny, isMany: SpokenVerb.IsMany(voice, kind)));

    private static string Verb(
        string said, Act act, Mode? mode = null, bool isAgainst = false, bool isMany = false)
    {
        var (cue, content) = (said.Split('|')[0], said.Split('|')[1]);
        var text = $"Orlov {cue} {content}.";
        var start = 7 + cue.Length;
        return SpokenVerb.Of(new([new(0, 5)], [new(6, 6 + cue.Length)],
            content.Length == 0 ? [] : [new(start, start + content.Length)], [], [], [], act,
            mode ?? (content.StartsWith('\u201c') ? Mode.Direct : Mode.Indirect), SourceKind.Person, "Orlov", null, ""),
            text, isAgainst, isMany);
    }
}
