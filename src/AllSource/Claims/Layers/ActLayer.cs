using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// What the speaker does: words of the cue set the act, negation turns it ("did not deny" declines, "did not dispute"
/// affirms), and a
/// content that flatly negates, under a neutral cue, denies. Answers with the rule, for the ledger's "why".
/// </summary>
internal static class ActLayer
{
    private static readonly FrozenSet<string> Deny = WordList.Of(
        "deny denial denials reject dismiss rebut refut repudiat disavow rubbish blast rebuff");
    private static readonly FrozenSet<string> Dispute = WordList.Of(
        "disput contest contradict disagre disagr challeng scoff counter");
    private static readonly FrozenSet<string> Doubt = WordList.Of(
        "doubt doubts question query skeptical sceptical doubtful unconvinced");
    private static readonly FrozenSet<string> Affirm = WordList.Of(
        "confirm admit acknowledg conced confess accept allow corroborat admission confession "
            + "confirmation verify vouch attest affirm grant own");
    private static readonly FrozenSet<string> Withdraw = WordList.Of(
        "retract withdraw recant retraction backtrack disown walk-back");
    private static readonly FrozenSet<string> Not = WordList.Of("""
        not n't never neither nor no without wont didnt doesnt dont wouldnt couldnt cant isnt wasnt arent werent hasnt
        havent hadnt
        """);
    private static readonly FrozenSet<string> Silent = WordList.Of(
        "silent silence unreachable unavailable mum tight-lipped");
    private static readonly FrozenSet<string> Telling = WordList.Of("""
        comment say respond reply answer discuss name speak give identify disclos elaborat confirm deny reveal
        provid talk return drawn explain
        address detail specify release share read tell repeat offer put remark weigh giv give
        """);

    /// <summary>Without one of these words, or of <see cref="Marked"/>, no cue is more than plain.</summary>
    private static readonly FrozenSet<string> MarkedWords = WordList.Of("""
        comment reply answer response hung drawn nothing neither reached traced back backed longer corrected rule cast
        casts casting called stuck stick sticks sticking explanation yet unavailable available unable unwilling ignored
        quiet
        """);

    private static readonly FrozenSet<string> Marked =
    [
        .. Deny, .. Dispute, .. Doubt, .. Affirm, .. Withdraw, .. Not, .. Silent, .. WordList.Of("stand declin refus"),
    ];

    public static (Act Act, string Rule) Of(Draft draft, GrammarIndex index)
    {
        var stems = new List<string>();
        if (FromIdiom(draft, index) is { } idiom) return idiom;
        var isMarked = NegatedBefore(draft, index);
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                var lower = index.Text.Tokens.Lower[i];
                stems.Add(index.StemOf(i));
                isMarked |= MarkedWords.Contains(lower) || Marked.Contains(lower) || Marked.Contains(stems[^1]);
            }
        }

        if (IsNoLonger(draft, index.Text.Tokens)) return (Act.Withdraw, "no longer says");
        if (DeclineLayer.IsShortOf(draft, index.Text.Tokens)) return (Act.Decline, "stops short of it");
        if (NeitherNor.About(draft.Cue.Count == 0 ? 0 : draft.Cue[^1].End - 1, index.Text).Length > 0)
            return (Act.Decline, "will not say");
        if (isMarked && FromCue(draft, index, stems) is { } act) return act;
        return FromContent(draft, index, stems) ?? (Act.Assert, "plain reporting cue");
    }

    /// <summary>Whether a denial stands in the content alone: its cue would assert.</summary>
    public static bool IsInContent(Draft draft, GrammarIndex index) => draft.Content.Count > 0
        && FromIdiom(draft, index) is null
        && (FromCue(draft, index, [.. draft.Cue.SelectMany(c => Enumerable.Range(c.First, c.Length))
            .Select(index.StemOf)]) is null)
        && (DenialLayer.Negates(draft, index) || IsCalledUntrue(FirstWords(draft, index)));

    /// <summary>The act of a turn of phrase that begins in the cue, turned by a negation before it.</summary>
    private static (Act, string)? FromIdiom(Draft draft, GrammarIndex index)
    {
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                if (SpeechIdioms.At(index, i, index.Text.Count) is not { } found || found.Act == Act.Assert) continue;
                var negated = NegatedBefore(draft, index) || Enumerable.Range(cue.First, i - cue.First)
                    .Any(k => Not.Contains(index.Text.Tokens.Lower[k]));
                var words = string.Join(' ', Enumerable.Range(i, found.End - i).Where(k => !found.Gap.Contains(k))
                    .Select(k => index.Text.Tokens.Lower[k]));
                if (!negated) return (found.Act, words);
                return found.Act == Act.Deny && words.StartsWith("rul", StringComparison.Ordinal)
                    ? (Act.Doubt, "cannot rule out") : (Turned(found.Act), $"not: {words}");
            }
        }

        return null;
    }

    private static Act Turned(Act act) => act switch
    {
        Act.Deny => Act.Decline,
        Act.Dispute => Act.Affirm,
        Act.Withdraw => Act.StandBy,
        Act.StandBy => Act.Withdraw,
        Act.Affirm => Act.Dispute,
        Act.Doubt => Act.Affirm,
        _ => Act.Assert,
    };

    private static (Act, string)? FromCue(Draft draft, GrammarIndex index, List<string> stems)
    {
        var words = Words(draft, index.Text);
        var negated = words.Any(Not.Contains) || NegatedBefore(draft, index);
        return Phrase(words, stems, negated) ?? Word(stems, negated);
    }

    private static string[] Words(Draft draft, ParsedText text) =>
        [.. draft.Cue.SelectMany(c => Enumerable.Range(c.First, c.Length)).Select(i => text.Tokens.Lower[i])];

    private static bool NegatedBefore(Draft draft, GrammarIndex index)
    {
        if (draft.Cue.Count == 0) return false;
        var first = draft.Cue[0].First;
        var start = index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[first]];
        for (var i = Math.Max(start, first - 2); i < first; i++)
        {
            if (index.Text.Tokens.Lower[i] is "neither" || RuleCues.IsNegation(index.Text.Tokens.Lower[i])) return true;
        }

        return SubjectPhrase.NoneBefore(first, start, index.Text) >= 0;
    }

    /// <summary>"No longer | contends that".</summary>
    private static bool IsNoLonger(Draft draft, TokenisedText tokens)
    {
        var first = draft.First;
        return first >= 2 && tokens.Lower[first - 1] == "longer" && tokens.Lower[first - 2] == "no";
    }

    private static (Act, string)? Phrase(string[] words, List<string> stems, bool negated)
    {
        var joined = ' ' + string.Join(' ', words) + ' ';
        bool Has(string phrase) => joined.Contains(' ' + phrase + ' ', StringComparison.Ordinal);
        bool Any(FrozenSet<string> set) => stems.Any(set.Contains);
        if (Has("unavailable for") || Has("available for") || Has("unable to") || Has("unwilling to") || Has("ignored")
            || Has("no explanation") || Has("has yet to") || Has("have yet to") || Has("had yet to")
            || words is [_, "quiet"])
        {
            return (Act.Decline, "says nothing");
        }

        if (Has("no comment") || Has("no immediate") || Has("no further") || Has("no reply") || Has("no answer")
            || Has("no response") || Has("hung up")
            || words.Any(Silent.Contains))
        {
            return (Act.Decline, "says nothing");
        }

        if (Has("be drawn") || (Has("nothing") && !words.Any(Knowing.Contains)) || Has("neither confirm nor")
            || Has("neither confirmed nor")) return (Act.Decline, "will not say");
        if (Has("could not be reached") || Has("could n't be reached") || Has("be traced")) return (Act.Decline,
            "could not be reached");
        if (stems.Contains("stand") && (Has("by") || Has("firm") || Has("behind"))) return negated
            ? (Act.Withdraw, "does not stand by") : (Act.StandBy, "stands by");
        if (Has("stuck to") || Has("stuck by") || Has("stick to") || Has("stick by") || Has("sticks to")
            || Has("sticks by") || Has("sticking to")
            || Has("sticking by") || (Has("down") && stems.Contains("back") && negated)) return (Act.StandBy,
                "stays with what was said");
        if ((stems.Contains("tak") || stems.Contains("take") || stems.Contains("walk") || stems.Contains("row")
            || stems.Contains("roll")) && Has("back")
            || Has("went back on") || Has("backed away") || Has("backed off") || Has("no longer")
                || Has("corrected herself")
            || Has("corrected himself") || Has("corrected itself") || Has("backed down") || Has("backed away from"))
        {
            return negated && !Has("no longer") ? (Act.StandBy, "does not take back") : (Act.Withdraw, "takes back");
        }

        if (stems.Contains("declin") || stems.Contains("refus"))
        {
            return Any(Telling) || stems.Count <= 3 && stems.Contains("declin") ? (Act.Decline, "declines to say")
                : stems.Contains("refus") && (Any(Affirm) || stems.Contains("believ"))
                    ? (Act.Dispute, "refuses to accept") : (Act.Decline, "declines");
        }

        if (Has("rule out") && (negated || Has("could"))) return (Act.Doubt, "cannot rule out");
        if (Has("cast doubt") || Has("casts doubt") || Has("casting doubt")) return (Act.Doubt, "casts doubt");
        if (Has("called into question")) return (Act.Doubt, "calls into question");
        return null;
    }

    private static (Act, string)? Word(List<string> stems, bool negated)
    {
        bool Any(FrozenSet<string> set) => stems.Any(set.Contains);
        if (Any(Deny)) return negated ? (Act.Decline, "does not deny") : (Act.Deny, "denial");
        if (Any(Withdraw)) return negated ? (Act.StandBy, "does not withdraw") : (Act.Withdraw, "withdrawal");
        if (Any(Dispute)) return negated ? (Act.Affirm, "does not dispute") : (Act.Dispute, "dispute");
        if (Any(Affirm))
        {
            if (!negated) return (Act.Affirm, "confirmation");
            return stems.Contains("accept") || stems.Contains("acknowledg") || stems.Contains("admit")
                ? (Act.Dispute, "does not accept")
                : stems.Contains("verify") ? (Act.Doubt, "could not verify") : (Act.Decline, "does not confirm");
        }

        if (negated && stems.Any(s => s is "answer" or "respond" or "reply" or "comment")) return (Act.Decline,
            "does not answer");
        if (Any(Doubt)) return negated ? (Act.Affirm, "does not doubt") : (Act.Doubt, "doubt");
        if (!negated) return null;
        if (stems.Contains("say") && stems.Contains("never")) return (Act.Deny, "never said");
        // Who has not read the newspapers withholds nothing.
        return Any(Telling) && !stems.Contains("read") ? (Act.Decline, "does not say") : null;
    }

    /// <summary>Who knows nothing of a thing need not be asked about it.</summary>
    private static readonly FrozenSet<string> Knowing = WordList.Of("know knows knew known knowing");

    private static readonly FrozenSet<string> False = WordList.Of("""
        false untrue baseless unfounded fabricated fabrication nonsense lie lies rubbish invention invented hoax
        groundless slander libel
        """);

    private static readonly FrozenSet<string> Belittling = WordList.Of("""
        fairy tale tales fiction fantasy fantasies myth smear smears absurd ridiculous laughable preposterous bogus
        far-fetched malicious scurrilous premature guesswork speculation gossip hearsay exaggeration distortion
        distorted overblown mistaken incorrect erroneous flawed unreliable incomplete unproven spin propaganda
        caricature garbled sloppy lazy dishonest shameful outrageous
        """);

    private static readonly FrozenSet<string> Neutral = WordList.Of("""
        say tell writ write insist reply respond tweet add argu claim assert state testify swear maintain shout answer
        read retort snap counter fir shoot hit bark protest declar announc post reiterat repeat :
        """);

    private static readonly FrozenSet<string> Judging = WordList.Of("call describ brand label dub term deem");

    private static List<string> FirstWords(Draft draft, GrammarIndex index)
    {
        var text = index.Text.Tokens;
        var words = new List<string>();
        foreach (var run in draft.Content)
        {
            for (var i = run.First; i < run.End && words.Count < 14; i++)
            {
                if (char.IsLetter(text.Lower[i][0]) || text.Lower[i] == "n't") words.Add(text.Lower[i]);
            }
        }

        return words;
    }

    /// <summary>"It is untrue that the valve was shut", "it was simply not true that", however much follows.</summary>
    private static bool IsCalledUntrue(List<string> words)
    {
        if (words.Count < 4 || words[0] is not ("it" or "its" or "it's")) return false;
        var that = words.IndexOf("that");
        if (that is < 2 or > 6) return false;
        var frame = words[..that];
        var isNot = frame.Contains("not") || frame.Contains("n't") || frame.Contains("never");
        return Untruth.IsCalled(frame[^1], isNot);
    }

    /// <summary>"No comment" declines; "that is false" and "I never saw it" deny; "called it inaccurate"
    /// disputes.</summary>
    private static (Act, string)? FromContent(Draft draft, GrammarIndex index, List<string> stems)
    {
        if (draft.Content.Count == 0) return null;
        var words = FirstWords(draft, index);
        if (index.Text.Quotes.Of[draft.Content[0].First] >= 0
            && words is ["there", "is" or "are" or "was" or "were", "no", ..] && stems.Any(Neutral.Contains)) return (
            Act.Deny, "says that there is none");
        if (words is ["no", "comment", ..]) return (Act.Decline, "no comment");
        if (stems.Any(Neutral.Contains) && IsCalledUntrue(words)) return (Act.Deny, "says that it is untrue");
        var judged = words.Any(False.Contains) || words.Contains("inaccurate") || words.Contains("wrong")
            || words.Contains("liar")
            || words.Contains("forgery") || words.Contains("fake") || words.Contains("misleading")
                || words.Contains("exaggerated");
        if (stems.Any(Judging.Contains)) return judged || words.Any(Belittling.Contains)
            ? (Act.Dispute, "calls it untrue") : null;
        if (!stems.Any(Neutral.Contains)) return null;
        var at = words.IndexOf("nothing");
        if (at >= 0 && at + 3 < words.Count && words[at + 1] == "of" && words[at + 2] is "the"
            && words[at + 3] is "sort" or "kind") return (Act.Deny, "nothing of the sort");
        if (words.Count > 3 && words[0] == "no" && words[^3] == "of" && words[^2] == "any" && words[^1] is "kind"
            or "sort") return (Act.Deny, "nothing of any kind");
        var isNot = words.Contains("not") || words.Contains("n't");
        if (words.Count <= 9 && words.Any(w => w is "nonsense" or "rubbish")) return (Act.Dispute, "calls it nonsense");
        if (words.Count <= 3 && isNot) return (Act.Deny, "flat negation");
        if (words.Count <= 9 && words.Any(False.Contains) && !isNot) return (Act.Deny, "says that it is untrue");
        if (words.Count <= 6 && isNot && (words.Contains("true") || words.Contains("so"))) return (Act.Deny,
            "says that it is not true");
        if (words.Count > 1 && words[0] is "no" && words[1] is "such" or "truth") return (Act.Deny,
            "says that there is none");
        if (stems.Contains("insist") && isNot && words.IndexOf("not") is >= 0 and < 5) return (Act.Deny,
            "insists that not");
        return words.Take(4).Contains("never") && words[0] is "i" or "he" or "she" or "we" or "they" or "it"
            ? (Act.Deny, "flat negation") : null;
    }
}
