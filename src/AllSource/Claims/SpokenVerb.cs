using System.Collections.Frozen;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Sources;

namespace AllSource.Claims;

/// <summary>
/// The verb to write before the words of a claim, so that verb and words together say what the source said: "denies"
/// before what is denied, "says" before words that themselves deny ("they had felt no wind at all"). The verb is one of
/// a closed list, never a word of the report's own.
/// </summary>
public static class SpokenVerb
{
    /// <summary>What is added where somebody speaks against the thing in words of his own.</summary>
    private const string AgainstThis = ", against this";

    /// <summary>A negation counts that stands in the cue or so close before it.</summary>
    private const int NegationReach = 2;

    private sealed record Lexeme(Act Act, string Base);

    private static readonly FrozenDictionary<string, Lexeme> Lexemes = new Dictionary<Act, string>
    {
        [Act.Deny] = "deny|denial deny|denials deny|reject|dismiss|rebut|refut refute|repudiat repudiate|disavow"
            + "|rebuff",
        [Act.Dispute] = "disput dispute|contest|contradict|challeng challenge|disagre disagree|counter",
        [Act.Doubt] = "doubt|doubts doubt|question",
        [Act.Affirm] = "confirm|confirmation confirm|admit|admission admit|acknowledg acknowledge|conced concede"
            + "|confess|confession confess|accept|corroborat corroborate|verify|affirm|reaffirm",
        [Act.Withdraw] = "withdraw|retract|retraction retract|recant|disown|correct",
    }.SelectMany(x => x.Value.Split('|').Select(w => w.Split(' ')).Select(w => (w[0], new Lexeme(x.Key, w[^1]))))
        .ToFrozenDictionary(x => x.Item1, x => x.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Saying = WordList.Of("""
        say tell writ insist reply respond tweet add argu claim assert state testify swear maintain shout answer read
        retort snap fir shoot hit bark protest declar announc post reiterat repeat stress warn explain note remark
        accord per :
        """);

    private static readonly FrozenSet<string> Judging = WordList.Of("call describ brand label dub term deem");

    private static readonly FrozenSet<string> Not = WordList.Of("not n't n’t never neither nor no without cannot");

    /// <summary>What one may decline to do, by its stem.</summary>
    private static readonly FrozenDictionary<string, string> Declined =
        ("say|discuss|confirm|deny|nam name|name|explain|identify|disclos disclose|reveal|answer|guess|specify"
            + "|describ describe").Split('|').Select(w => w.Split(' '))
            .ToFrozenDictionary(w => w[0], w => w[^1], StringComparer.Ordinal);

    /// <summary>The verb, without a colon.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="isAgainst">Whether the source speaks against that beside which the words are shown.</param>
    /// <param name="isMany">Whether the source is several people.</param>
    public static string Of(Attribution said, string text, bool isAgainst, bool isMany)
    {
        var cue = Words(string.Join(' ', said.Cue.Where(s => s.End <= text.Length).Select(s => s.Of(text))));
        var isNot = cue.Any(Not.Contains) || IsNegatedBefore(said, text);
        var verb = said.Act switch
        {
            Act.Assert => "say",
            Act.Decline => Declining(said, [.. cue.Select(Stems.Of)], cue, isNot),
            _ => Performing(said, text, [.. cue.Select(Stems.Of)], cue, isNot),
        };
        var written = isMany ? verb : Singular(verb);
        var isPlain = verb is "say" or "affirm" or "stand by" || (!isNot && Lexemes.Values.Any(l =>
            l.Act == Act.Affirm && l.Base == verb));
        return isAgainst && isPlain ? written + AgainstThis : written;
    }

    /// <summary>
    /// Whether a denial, dispute or doubt lies in the words themselves, under a verb that merely says them.
    /// </summary>
    /// <param name="text">The report's text.</param>
    public static bool IsInItsWords(Attribution said, string text) => said.Act is Act.Deny or Act.Dispute or Act.Doubt
        && !said.Content.IsEmpty && Of(said, text, false, true) == "say";

    /// <summary>"Members 1 and 2", "officials": several people, who deny and do not denies.</summary>
    public static bool IsMany(string name, SourceKind kind)
    {
        if (kind is SourceKind.Organisation or SourceKind.Outlet || name.Length == 0) return false;
        var head = name.Split([" of ", " in ", " at ", " for ", " from ", " on ", " with ", " who ", ","],
            StringSplitOptions.None)[0];
        if (head.Contains(" and ", StringComparison.Ordinal)) return true;
        head = head.TrimEnd("0123456789".ToCharArray()).TrimEnd(); // "islanders 1" are one crowd of several
        var last = head[(head.LastIndexOf(' ') + 1)..];
        return last is "they" or "people" or "police" || (char.IsLower(name[0]) && last.Length > 3 && last[^1] == 's'
            && last[^2] is not ('s' or 'u' or 'i'));
    }

    private static string Performing(Attribution said, string text, string[] stems, string[] cue, bool isNot)
    {
        if (stems.Contains("rul") && cue.Contains("out")) return isNot || said.Act == Act.Doubt
            ? "do not rule out" : "rule out";
        var lexeme = stems.Select(Lexemes.GetValueOrDefault)
            .FirstOrDefault(l => l is not null && (isNot || l.Act == said.Act));
        if (lexeme is not null) return isNot ? Negated(lexeme.Base) : OfOwnWords(lexeme.Base, said, text);
        if (isNot && said.Act == Act.Deny && stems.Contains("say")) return "deny saying";
        if (said.DeniesInContent || stems.Any(Saying.Contains)) return "say";
        if (stems.Any(Judging.Contains)) return "call";
        return said.Act switch
        {
            Act.Deny => OfOwnWords("deny", said, text),
            Act.Dispute => OfOwnWords("dispute", said, text),
            Act.Doubt => OfOwnWords("doubt", said, text),
            Act.Affirm => "affirm",
            Act.StandBy => "stand by",
            Act.Withdraw => "withdraw",
            _ => "say",
        };
    }

    private static string Negated(string verb) => verb == "verify" ? "cannot verify" : $"do not {verb}";

    /// <summary>Who denies with a sentence in quotation marks gives his own words, not those that he denies.</summary>
    private static string OfOwnWords(string verb, Attribution said, string text)
    {
        if (said.Content.IsEmpty || said.Content[0].End > text.Length) return verb;
        if (verb is "disagree" or "counter") return $"{verb}, saying";
        if (said.Act is not (Act.Deny or Act.Dispute or Act.Doubt) || said.Mode != Mode.Direct) return verb;
        var first = said.Content[0].Of(text).FirstOrDefault(char.IsLetter);
        return char.IsUpper(first) ? $"{verb} it, saying" : verb;
    }

    private static string Declining(Attribution said, string[] stems, string[] cue, bool isNot)
    {
        if (cue.Contains("neither") && stems.Contains("confirm")) return "neither confirm nor deny";
        if (stems.Any(s => s is "reach" or "trac" or "unreachabl") && isNot) return "could not be reached";
        if (isNot && stems.Any(s => s is "answer" or "respond" or "reply")) return said.Content.IsEmpty
            ? "do not answer" : "do not answer about";
        if (said.Content.IsEmpty) return "decline to comment";
        var what = stems.Select(Declined.GetValueOrDefault).FirstOrDefault(v => v is not null);
        if (isNot && what is "deny" or "confirm") return $"do not {what}";
        if (stems.Any(s => s is "declin" or "refus") && what is not null) return $"decline to {what}";
        return said.Mode == Mode.Direct ? "decline to comment, saying" : "decline to comment on";
    }

    private static bool IsNegatedBefore(Attribution said, string text)
    {
        if (said.Cue.IsEmpty || said.Cue[0].Start > text.Length) return false;
        const int Reach = 24; // characters enough for two words
        var start = Math.Max(0, said.Cue[0].Start - Reach);
        return Words(text[start..said.Cue[0].Start]).TakeLast(NegationReach)
            .Any(w => w is "not" or "n't" or "n’t" or "never" or "neither");
    }

    private static string[] Words(string text) => [.. Tokeniser.Read(text).Lower];

    /// <summary>The third person of the verb that stands first: "decline to say" gives "declines to say".</summary>
    private static string Singular(string verb)
    {
        if (verb.StartsWith("do not ", StringComparison.Ordinal)) return "does not " + verb["do not ".Length..];
        if (verb.StartsWith("neither ", StringComparison.Ordinal)) return "neither confirms nor denies";
        if (verb.StartsWith("could ", StringComparison.Ordinal)
            || verb.StartsWith("cannot ", StringComparison.Ordinal)) return verb;
        var end = verb.AsSpan().IndexOfAny(' ', ',');
        var (head, rest) = end < 0 ? (verb, "") : (verb[..end], verb[end..]);
        if (head[^1] == 'y' && head[^2] is not ('a' or 'e' or 'o')) return head[..^1] + "ies" + rest;
        return head + (head[^1] is 's' or 'h' or 'x' ? "es" : "s") + rest;
    }
}
