using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// The forms of verbs that report speech, and whether a word in a text is one of them used as a verb. It looks at the
/// word and its neighbours and only then at the tagger, which takes a rare "asserts" or "denies" for a noun.
/// </summary>
internal static class ReportingVerbs
{
    /// <summary>How a form can be read: no reporting verb; always a verb; a verb or a noun ("reports",
    /// "claim").</summary>
    private enum Reading
    {
        None,
        Verb,
        Either,
    }

    private static readonly string[] Regular =
    [
        .. Split("""
            assert allege insist argue concede acknowledge disclose announce explain caution complain contend
            testify confess confide reveal declare claim report state note warn inform assure notify remind brief
            advise promise
            vow pledge deny dispute contest contradict reject dismiss doubt question decline refuse retract
            recant confirm affirm reaffirm reiterate repeat maintain accept stress emphasize emphasise observe remark
            comment mention indicate suggest predict estimate conclude recall recount record answer reply respond text
            email message tweet post whisper shout boast joke quip lament disagree reassure attest corroborate
            verify clarify specify blast refute repudiate quote cite guess blame criticise criticize denounce accuse
            scoff rubbish query concur reaffirm
            """),
    ];

    /// <summary>Verbs that report only where "that", a colon or a quotation follows: people also sob without saying
    /// why.</summary>
    private static readonly FrozenSet<string> Announced =
    [
        .. Split("""
            relate narrate depose opine aver intimate volunteer posit profess proclaim submit venture hazard hedge relay
            flag log jot scrawl scribble tap type mutter mumble murmur sob sniff wail cry crow gush fume thunder snarl
            chide sneer muse counter retort protest grumble gripe moan groan sigh chuckle giggle laugh shrug beam scowl
            bark bellow roar yell scream hiss drawl pipe chirp interject interrupt continue finish begin persist enthuse
            marvel exult rejoice bluster rage fulminate bristle seethe deadpan crack josh tease taunt jeer plead bleat
            whine carp nag rule stipulate minute decree judge charge prophesy forecast hypothesise
            hypothesize postulate theorise theorize speculate figure blurt leak telegraph cable wire radio ring
            phone blog mail e-mail fax signal hint certify affirm avow vouchsafe divulge impart spill confirm warrant
            guarantee threaten grouse gloat brag preach lecture pronounce ordain 
            detail list note register chronicle shoot fire go
            offer admonish scold rebuke remonstrate expostulate ejaculate stammer stutter splutter croak rasp growl
            grunt hoot squeal shriek trill coo purr
            certify broadcast recollect insinuate imply moot blab spout holler depone
            """).SelectMany(Inflect),
        .. WordList.Of("""
            sang cries cried snap snaps snapped began begun read shot rang rung went goes 
            cut jots jotted flagged logged tapped bragged gagged bet forecast carped nagged
            """),
    ];

    /// <summary>Verbs that report only where "that" is the next word, or follows what a preposition leads: one also
    /// holds a rope and owns a house.</summary>
    private static readonly FrozenSet<string> WithThat =
    [
        .. Split("own grant allow convey plead represent deduce").SelectMany(Inflect),
        .. WordList.Of("hold holds held find finds found"),
    ];

    private static readonly FrozenSet<string> AlsoNouns = WordList.Of("""
        claim claims report reports state states note notes record records doubt doubts dispute disputes answer
        answers comment comments remark remarks promise promises estimate estimates boast boasts reply replies email
        emails text texts post posts tweet tweets joke jokes pledge pledges vow vows question questions protest
        protests message messages brief briefs rule rules phone phones telephone telephones contest contests guess
        decline declines quote quotes recount recounts caution cautions warn whisper whispers shout shouts blame
        reject rejects
        """);

    private static readonly FrozenSet<string> Irregular = WordList.Of("""
        say says said saying tell tells told telling write writes wrote written writing swear swears swore sworn
        admit admits admitted admitting quip quips quipped slam slams slammed rebut rebuts rebutted withdraw withdraws
        withdrew withdrawn withdrawing
        """);

    /// <summary>So many words may stand between such a verb and its "that".</summary>
    private const int HearerMax = 16;

    private static readonly FrozenDictionary<string, Reading> Forms = Table();

    private static readonly FrozenSet<string> Articles = WordList.Of("""
        the a an this these those his her its their my our your no any some each every 's ’s several many most such
        """);

    private static readonly FrozenSet<string> Be = WordList.Of("is are was were be been being 's 're");

    /// <summary>Whether the token is a reporting verb at work in its sentence.</summary>
    public static bool IsAt(GrammarIndex index, int i, int from, int to)
    {
        var text = index.Text;
        var lower = text.Tokens.Lower;
        var word = lower[i];
        if (!Forms.TryGetValue(word, out var reading)) return IsAnnouncing(index, i, from, to);
        var before = i > from ? lower[i - 1] : "";
        if (Articles.Contains(before) && before is not ("'s" or "’s")) return false;
        if (before is "'s" or "’s" && text.Tag[i - 1] == Tags.Pos) return false;
        if (word is "written" or "sworn" or "withdrawn" && !HasHelper(index, i, from)) return false;
        if (reading == Reading.Verb) return !(IsParticiple(word) && IsBareParticiple(index, i, from));
        var after = i + 1 < to ? lower[i + 1] : "";
        if (Tags.IsVerb(text.Tag[i]) && (index.Subject[i] >= 0 || after == "that")) return text.Tag[i] != Tags.Vbn
            || Be.Contains(before);
        return before is "he" or "she" or "they" or "we" or "i" or "it" or "who" or "which" || after == "that"
            && i > from && (Tags.IsNoun(text.Tag[i - 1]) || text.Tag[i - 1] == Tags.Cd || text.Tag[i - 1] == Tags.Jj
                && i - 1 > from && text.Tag[i - 2] != Tags.Dt);
    }

    /// <summary>"She muttered that", "the board let the inquiry know: ...": a rarer verb whose words follow.</summary>
    private static bool IsAnnouncing(GrammarIndex index, int i, int from, int to)
    {
        var text = index.Text;
        var lower = text.Tokens.Lower;
        if (i + 2 >= to) return false;
        if (WithThat.Contains(lower[i]))
        {
            if (text.Tag[i] == Tags.Vbn || lower[i + 1] != "that" && text.Tag[i + 1] != Tags.In
                && text.Tag[i + 1] != Tags.To) return false;
        }
        else if (!Announced.Contains(lower[i])) return false;

        // "the Board protests that it gave none": after a noun, and before a clause, it can only be a verb
        var isNoun = !Tags.IsVerb(text.Tag[i]) && index.Subject[i] < 0;
        if (isNoun && !(lower[i + 1] == "that" && i > from && (Tags.IsNoun(text.Tag[i - 1]) || lower[i - 1] == ",")
            && OpensClause(i + 2, to, text))) return false;
        if (text.Tag[i] == Tags.Vb || text.Tag[i] == Tags.Vbg) return false;
        if (i > from && Articles.Contains(lower[i - 1])) return false;
        var stop = Math.Min(to, text.Tokens.SentenceStart[text.Tokens.SentenceOf[i] + 1]);
        if (!ContentPhrase.Announces(i + 1, stop, text)) return false;
        var that = i + 1;
        while (that < Math.Min(stop, i + HearerMax) && lower[that] != "that") that++;
        return that == Math.Min(stop, i + HearerMax) || OpensClause(that + 1, to, text);
    }

    /// <summary>After "that" somebody does something: not "found that letter".</summary>
    public static bool OpensClause(int first, int to, ParsedText text)
    {
        var subject = NounPhrase.From(first, Math.Min(to, first + 12), text);
        var at = subject.Length > 0 ? subject.End : first;
        for (var i = at; i < Math.Min(to, at + 12); i++)
        {
            var tag = text.Tag[i];
            if (text.Tokens.Form[i] is "." or ";") return false;
            if (tag == Tags.Vbd || tag == Tags.Vbz || tag == Tags.Vbp || tag == Tags.Md) return subject.Length > 1
                || text.Tag[first] != Tags.Nn;
        }

        return false;
    }

    public static bool IsAnnounced(string lower) => Announced.Contains(lower) || WithThat.Contains(lower);

    /// <summary>Whether <see cref="IsAt"/> can hold of a word at all.</summary>
    public static bool MayBe(string lower) => Forms.ContainsKey(lower) || IsAnnounced(lower);

    public static bool IsForm(string lower) => Forms.ContainsKey(lower);

    /// <summary>"is saying", "'re now claiming".</summary>
    private static bool HasBe(GrammarIndex index, int i, int from)
    {
        for (var k = i - 1; k >= Math.Max(from, i - 3); k--)
        {
            if (Be.Contains(index.Text.Tokens.Lower[k])) return true;
        }

        return false;
    }

    private static bool HasHelper(GrammarIndex index, int i, int from)
    {
        for (var k = i - 1; k >= Math.Max(from, i - 4); k--)
        {
            if (Be.Contains(index.Text.Tokens.Lower[k]) || index.Text.Tokens.Lower[k] is "has" or "have" or "had"
                or "'ve"
                or "'d") return true;
        }

        return false;
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("ing", StringComparison.Ordinal) || word is "told" or "written" or "sworn" or "withdrawn";

    /// <summary>"The man accused by ...", "a report signed and dated": a participle that only describes; so is any that
    /// the tagger takes for an adjective between an article and a noun.</summary>
    private static bool IsBareParticiple(GrammarIndex index, int i, int from)
    {
        var text = index.Text;
        if (text.Tokens.Lower[i].EndsWith("ing", StringComparison.Ordinal)) return !HasBe(index, i, from);
        return text.Tag[i] == Tags.Jj && i + 1 < text.Count && Tags.IsNoun(text.Tag[i + 1]) && i > from
            && !Tags.IsNoun(text.Tag[i - 1]) && text.Tag[i - 1] != Tags.Prp;
    }

    private static FrozenDictionary<string, Reading> Table()
    {
        var forms = new Dictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var form in Regular.SelectMany(Inflect).Concat(Irregular))
        {
            forms[form] = AlsoNouns.Contains(form) ? Reading.Either : Reading.Verb;
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[] Split(string words) => words.Split([' ', '\n', '\r'],
        StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Third person, past and -ing of a regular verb.</summary>
    private static string[] Inflect(string verb)
    {
        if (verb[^1] == 'e') return [verb, verb + "s", verb + "d", verb[..^1] + "ing"];
        if (verb[^1] == 'y' && verb[^2] is not ('a' or 'e' or 'o'))
        {
            return [verb, verb[..^1] + "ies", verb[..^1] + "ied", verb + "ing"];
        }

        var es = verb[^1] is 's' or 'x' or 'h';
        return [verb, verb + (es ? "es" : "s"), verb + "ed", verb + "ing"];
    }
}
