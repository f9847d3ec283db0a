using System.Collections.Frozen;
using System.Collections.Immutable;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Turns of phrase that do what a verb of saying does, with the act that each performs: "brushed the figure aside"
/// denies, "clammed up" declines, "let slip" asserts. A model of news has seen few of them.
/// </summary>
internal static class SpeechIdioms
{
    /// <summary>So many words may stand where a phrase is open: "waved the auditors' second letter aside".</summary>
    private const int GapMax = 6;

    // A phrase is a verb and the words after it. A bar parts words of one place, ~ is a word of possession or an
    // article that may be left out, two dots are what the verb is done to. One with a star says what a cue does that
    // was found otherwise; it makes none, since people do it with more than words.
    private const string Phrases = """
        Deny
        rubbish; knock down ~ report|reports|claim|claims|version|story|suggestion|rumours|rumors
        brush .. aside; wave .. aside; wave .. away; bat .. away; laugh .. off; *shoot|shot down; rule out
        pour cold water on; give|gave the lie to; plead|pled not guilty; debunk; disclaim
        Dispute
        beg to differ; beg leave to differ; take|took issue with; take|took exception to; push back; have none of it
        have none of that; have none of this; pour scorn on; heap scorn on; quarrel with; see it differently
        remember it differently; remember things differently; recall it differently; recall things differently
        demur; dissent; see it otherwise; tell it differently; say otherwise; put it differently; remember it otherwise
        tell|told a different story; tell|told another story; give|gave a different account; scoff at; sneer at
        pick holes in; find|found fault with; shrug .. off; pooh-pooh; *cry foul; contest; gainsay
        Doubt
        wonder aloud; query; cast doubt on; throw|threw doubt on; raise doubts; *raise eyebrows; raise questions about
        call .. into question
        voice doubts|doubt|misgivings|reservations|scepticism|skepticism
        express doubts|doubt|misgivings|reservations|scepticism|skepticism
        *have ~ doubts|misgivings|reservations; harbour doubts; harbor doubts; profess doubts
        take|took .. with a pinch of salt; take|took .. with a grain of salt
        Affirm
        own to; swear|swore|sworn to it|this|that; second ~ account|accusation|claim|version|story|charge
        bear|bore|borne .. out; own up; fess up; 'fess up; *come|came clean; *back .. up; vouch for; concur
        back ~ account|version|story|claim; support ~ account|version|story; plead|pled guilty
        tell|told the same story; give|gave the same account; say the same; authenticate; validate
        StandBy
        double down; adhere to ~ version|account|story|statement|finding|findings|position|line|figures
        cling|clung to ~ version|account|story|claim|line|figures; hold|held fast to ~ version|account|story|claim|line
        reaffirm ~ account|version|statement|story|figures|it|this
        stand ~ ground; *hold fast; *hold firm; *hold ~ ground; *adhere to; *cling|clung to; insist on ~ version|account
        stick|stuck to ~ guns; defend ~ account|version|story|report|reporting|figures|findings|statement|numbers
        maintain ~ version|account|story|figures|position; *dig in; *stand|stood pat
        Withdraw
        eat|ate|eaten that; qualify ~ account|statement|remark|remarks|claim|story|version|testimony; climb down from
        resile from; walk .. back; row .. back; roll .. back; *climb down; eat|ate ~ words; *back down; *back away
        *back off; backpedal; back-pedal; backtrack; unsay|unsaid; *budge; *retreat from; stand|stood corrected
        pull ~ story|post|article|report|piece|statement|claim|tweet|video; delete ~ post|tweet|message|claim
        take|took down ~ post|tweet|story|article|video; *drop ~ claim|allegation|accusation|charge
        abandon ~ claim|allegation|story|version|account; change ~ story|account|version|tune|testimony
        amend ~ statement|account|evidence|testimony|figure|figures|estimate; rescind; disown
        revise ~ statement|account|evidence|testimony|figure|figures|estimate
        correct ~ statement|account|evidence|testimony|figure|figures|story|record
        issue a correction|retraction; run|ran a correction|retraction; publish a correction|retraction
        print a correction|retraction
        Decline
        say no more; make no comment|statement; make no further comment|statement; pass no judgment|judgement|comment
        assert ~ right; exercise ~ right
        clam up; say nothing; keep schtum; keep shtum; keep mum; keep silent; keep quiet; keep ~ counsel; keep silence
        hold ~ tongue; stay mum; stay silent; stay tight-lipped; remain mum; remain silent; remain tight-lipped
        remain quiet; *fall|fell silent; *go|went quiet; stonewall; take|took no questions; hang|hung up
        dodge ~ question|questions; sidestep ~ question|questions; duck ~ question|questions
        deflect ~ question|questions; evade ~ question|questions; parry ~ question|questions
        offer no comment|explanation|view|reason|answer; give|gave nothing away; plead|pled the fifth
        invoke ~ right; reserve ~ comment|judgment|judgement|position; withhold comment; stop answering|replying
        stop responding; give|gave no comment|answer|reply|explanation|details|reason; voice no; express no
        change the subject; leave|left .. unanswered
        Assert
        point out; sing|sang out that; chip in that; chime in that; let fall; let drop; let .. know; hint at; holler out
        give|gave an assurance|undertaking; serve notice; say as much; say so much; have it on good authority
        put it on record; place it on record; come|came out with; report back; write back; text back; pass on word
        let on; let slip; let it be known; make it known; make it clear; make it plain; make known; make clear
        make plain; put it about; have it that; give|gave .. to understand; put it to; go on record
        blurt out; spell out; tip .. off; pass word; send word; bring|brought word; swear blind; go on to say
        """;

    private sealed record Idiom(Act Act, bool MakesCue, ImmutableArray<ImmutableArray<string>> Rest);

    private static readonly FrozenDictionary<string, ImmutableArray<Idiom>> ByVerb = Table();

    private static readonly FrozenSet<string> Possessive = WordList.Of(
        "his her its their my our your the a an any all this that these those both earlier previous");

    /// <summary>The phrase that begins with the verb at a token.</summary>
    /// <param name="Act">What it does when it is not negated.</param>
    /// <param name="MakesCue">Whether the phrase alone shows that something is said.</param>
    /// <param name="Gap">What the verb is done to, between it and its particle; empty where they are one.</param>
    /// <param name="End">One past the last token.</param>
    public readonly record struct Found(Act Act, bool MakesCue, TokenRun Gap, int End);

    public static Found? At(GrammarIndex index, int i, int to)
    {
        if (!ByVerb.TryGetValue(index.StemOf(i), out var idioms) || !IsVerb(index, i)) return null;
        Found? best = null;
        foreach (var idiom in idioms)
        {
            if (Match(idiom, index, i, to) is { } found && (best is null || found.End > best.Value.End)) best = found;
        }

        return best;
    }

    private static bool IsVerb(GrammarIndex index, int i) => Tags.IsVerb(index.Text.Tag[i]) || index.Subject[i] >= 0
        || (i + 1 < index.Text.Count && index.Text.Tag[i + 1] == Tags.Prp)
        || (i > 0 && index.Text.Tag[i - 1] is var before && (before == Tags.Prp || before == Tags.Md
            || Tags.IsName(before)));

    private static Found? Match(Idiom idiom, GrammarIndex index, int i, int to)
    {
        var lower = index.Text.Tokens.Lower;
        var stop = Math.Min(to, index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[i] + 1]);
        var (at, gap, isOpen) = (i + 1, new TokenRun(i + 1, i + 1), false);
        foreach (var place in idiom.Rest)
        {
            if (place[0] == "..")
            {
                isOpen = true;
                continue;
            }

            if (place[0] == "~")
            {
                for (var k = 0; k < 2 && at < stop && Possessive.Contains(lower[at]); k++) at++;
                continue;
            }

            var first = at;
            var reach = isOpen ? GapMax : 0;
            while (at < stop && at - first < reach && !place.Contains(lower[at])
                && (char.IsLetterOrDigit(lower[at][0]) || index.Text.Tag[at] == Tags.Pos))
            {
                at++;
            }

            if (at >= stop || !place.Contains(lower[at])) return null;
            if (isOpen) (gap, isOpen) = (new(first, at), false);
            at++;
        }

        return new(idiom.Act, idiom.MakesCue, gap, at);
    }

    /// <summary>The stems that the forms of a verb come to, which differ where it doubles a letter.</summary>
    private static IEnumerable<string> Forms(string verb) => [verb, Stems.Of(verb), Stems.Of(verb + "ed"),
        Stems.Of(verb + "ing"), Stems.Of(verb + verb[^1] + "ed")];

    private static FrozenDictionary<string, ImmutableArray<Idiom>> Table()
    {
        var table = new Dictionary<string, List<Idiom>>(StringComparer.Ordinal);
        var act = Act.Assert;
        foreach (var line in Phrases.Split('\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<Act>(line, out var named))
            {
                act = named;
                continue;
            }

            foreach (var phrase in line.Split(';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = phrase.TrimStart('*').Split(' ');
                var idiom = new Idiom(act, phrase[0] != '*',
                    [.. words.Skip(1).Select(w => w.Split('|').ToImmutableArray())]);
                foreach (var stem in words[0].Split('|').SelectMany(Forms).Distinct())
                {
                    if (!table.TryGetValue(stem, out var list)) table[stem] = list = [];
                    list.Add(idiom);
                }
            }
        }

        return table.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal);
    }
}
