using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Refusals in other words than "declined to comment": "has yet to respond", "was unavailable for comment", "would not
/// discuss", "was not going to say", "gave no answer", "walked off without answering".
/// </summary>
internal static class SilenceCues
{
    private static readonly FrozenSet<string> Telling = WordList.Of("""
        comment respond reply answer discuss elaborate speculate disclose reveal say confirm talk explain expand
        """);

    /// <summary>What one is asked by and does not answer.</summary>
    public static readonly FrozenSet<string> Asked = WordList.Of("""
        call calls message messages email emails e-mails request requests question questions letter letters inquiries
        enquiries queries voicemails texts
        """);

    private static readonly FrozenSet<string> Particulars = WordList.Of("""
        name names detail details reason reasons comment answer answers figure figures date evidence explanation
        specifics timetable
        """);

    private static readonly FrozenSet<string> Be = WordList.Of("is are was were am 's 're 'm been be");

    /// <summary>The cue that has its telling word at a token; empty when none has.</summary>
    public static TokenRun At(GrammarIndex index, int i, int from, int to)
    {
        var lower = index.Text.Tokens.Lower;
        string W(int k) => k >= from && k < to ? lower[k] : "";
        var none = new TokenRun(i, i);
        switch (W(i))
        {
            case "no" when W(i - 1) is "gave" or "gives" or "offered" or "made" or "had" or "has" or "provided"
                or "issued" or "give":
                var noun = W(i + 1) is "immediate" or "further" or "direct" ? i + 2 : i + 1;
                return W(noun) is "comment" or "answer" or "reply" or "response" or "explanation"
                    ? new(i - 1, noun + 1) : none;
            case "yet" when W(i - 1) is "has" or "have" or "had" or "'ve" && W(i + 1) == "to"
                && Telling.Contains(W(i + 2)):
                return new(i - 1, i + 3);
            case "unavailable" or "available" when W(i + 1) == "for" && W(i + 2) is "comment" or "interview":
                var be = First(i, from, k => Be.Contains(W(k)));
                return be < i && (W(i) == "unavailable" || Negated(be, i, W)) ? new(be, i + 3) : none;
            case "unable" or "unwilling" when Be.Contains(W(i - 1)) && W(i + 1) == "to" && Telling.Contains(W(i + 2)):
                return new(i - 1, i + 3);
            case "going" or "prepared" or "willing" or "able" when W(i + 1) == "to" && Telling.Contains(W(i + 2)):
                var start = First(i, from, k => Be.Contains(W(k)));
                return start < i && Negated(start, i, W) ? new(start, i + 3) : none;
            case "without" when W(i + 1) is "answering" or "commenting" or "replying" or "responding" or "speaking"
                or "comment":
                var went = First(i, from, k => W(k) is "walked" or "left" or "drove" or "turned" or "went");
                return went < i ? new(went, i + 2) : none;
            case "return" or "returned" when Negated(i - 3, i, W) && Near(i + 1, 3, W, Asked):
                return new(RuleCues.Group(index, i, from), i + 1);
            case "ignored" when Near(i + 1, 4, W, Asked):
                return new(RuleCues.Group(index, i, from), i + 1);
            case "silent" or "mum" or "quiet" when W(i - 1) is "kept" or "keeps" or "fell" or "stays" or "remains"
                or "keeping" or "staying":
                return new(i - 1, i + 1);
            case "give" or "provide" when Refused(i, W) && Near(i + 1, 3, W, Particulars):
                return new(RuleCues.Group(index, i, from), i + 1);
            case "reply" or "replied" or "respond" or "responded" or "answer" or "answered" or "comment" or "commented"
                or "spoken" when Refused(i, W) || (RuleCues.IsContracted(W(i - 1))
                    || W(i - 1) is "not" or "n't" or "n’t" && W(i - 2) is "has" or "have"
                    or "had" || SubjectPhrase.NoneBefore(i, from, index.Text) >= 0)
                && !(W(i) == "spoken" && W(i + 1) is "to" or "with"):
                return new(RuleCues.Group(index, i, from), i + 1);
            default:
                return W(i) is "discuss" or "elaborate" or "speculate" or "disclose" or "reveal" or "explain"
                    && Refused(i, W) ? new(RuleCues.Group(index, i, from), i + 1) : none;
        }
    }

    /// <summary>"would not", "wo n't", "will never" right before.</summary>
    private static bool Refused(int i, Func<int, string> w) => RuleCues.IsContracted(w(i - 1))
        || w(i - 1) is "not" or "n't" or "never"
        && w(i - 2) is "would" or "will" or "wo" or "could" or "can" or "ca" or "did" or "does" or "do";

    private static bool Negated(int first, int end, Func<int, string> w)
    {
        for (var k = first; k < end; k++)
        {
            if (RuleCues.IsNegation(w(k))) return true;
        }

        return false;
    }

    private static bool Near(int first, int reach, Func<int, string> w, FrozenSet<string> words)
    {
        for (var k = first; k < first + reach; k++)
        {
            if (words.Contains(w(k))) return true;
        }

        return false;
    }

    /// <summary>The nearest of the four words before that fits; the token itself when none does.</summary>
    private static int First(int i, int from, Func<int, bool> fits)
    {
        for (var k = i - 1; k >= Math.Max(from, i - 4); k--)
        {
            if (fits(k)) return k;
        }

        return i;
    }
}
