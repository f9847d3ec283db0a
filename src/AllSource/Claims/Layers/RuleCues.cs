using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Cues that are plain words and that a model of news may miss: refusals, denials, standing by, taking back, "wrote:"
/// over quoted mail, and
/// explicit reporting verbs with a subject. A rule gives the cue alone; source and content come from the model.
/// </summary>
internal static class RuleCues
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Nominal = WordList.Of("""
        allegation allegations claim claims statement report reports rumour rumours rumor rumors suggestion finding
        findings account remark assertion
        charge accusation admission
        confession promise warning denial diagnosis complaint testimony announcement argument insistence
        assurance assurances contention assessment conclusion hint hints complaints concession prediction predictions
        suggestions warnings threat pledge admissions accusations insinuation boast assertions acknowledgement
        acknowledgment
        """);

    /// <summary>What somebody has whose word it is, where a clause says what: "the company's line is that".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Line = WordList.Of("""
        line story version answer explanation advice message theory reply response point refrain defence defense
        evidence excuse verdict
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> Helper = WordList.Of("""
        has have had is are was were be been being do does did will would can could may might should must not n't
        never also again repeatedly
        publicly privately later previously since now immediately already neither reportedly allegedly 's 've 'd wo
        ca 'll wont didnt doesnt dont wouldnt couldnt cant isnt wasnt arent werent hasnt havent hadnt no longer merely
        initially first only ever always consistently still apparently earlier
        """);

    private static readonly System.Collections.Frozen.FrozenSet<string> Telling = WordList.Of(
        "comment say respond reply answer discuss name speak give identify confirm deny explain "
            + "talk elaborate repeat disclose reveal read");

    /// <summary>Rule cues in [from, to) at tokens that no cue covers yet.</summary>
    public static List<TokenRun> Find(GrammarIndex index, int from, int to, Func<int, bool> isTaken)
    {
        var found = new List<TokenRun>();
        for (var i = from; i < to; i++)
        {
            if (isTaken(i)) continue;
            // A cue stands in one sentence: the model reads it in its own paragraph.
            var sentence = index.Text.Tokens.SentenceOf[i];
            var run = At(index, i, Math.Max(from, index.Text.Tokens.SentenceStart[sentence]),
                Math.Min(to, index.Text.Tokens.SentenceStart[sentence + 1]));
            if (run.Length == 0 || Enumerable.Range(run.First, run.Length).Any(isTaken)) continue;
            found.Add(run);
            i = run.End - 1;
        }

        return found;
    }

    private static TokenRun At(GrammarIndex index, int i, int from, int to)
    {
        var t = index.Text.Tokens;
        string W(int k) => k >= from && k < to ? t.Lower[k] : "";
        var none = new TokenRun(i, i);
        var w = t.Lower[i];
        if (w == "no" && W(i + 1) is "comment" or "reply") return new(i, i + 2);
        if (IsNoReply(i, from, to, t)) return new(i, i + 2);
        if (w == "hung" && W(i + 1) == "up") return new(i, i + 2);
        if (w is "denials" or "denial" && (W(i + 1) is "of" or "by" or "from" or "that" or "came" || i > from
            && index.Text.Tag[i - 1] == Tags.Pos)) return new(i, i + 1);
        if (!char.IsLetter(w[0])) return none;
        if (SilenceCues.At(index, i, from, to) is { Length: > 0 } silence) return silence;
        if ((Nominal.Contains(w) || (Line.Contains(w) && W(i + 1) is "is" or "was"))
            && IsNominalClaim(index, i, from, to)) return new(i, i + 1);

        var first = Group(index, i, from);
        if (w is "stands" or "stand" or "stood" or "standing" && W(i + 1) is "by" or "firm"
            && HasSubject(index, first, from)) return new(first, i + 2);
        if (w is "stuck" or "sticks" or "sticking" or "stick" && W(i + 1) is "to" or "by"
            && HasSubject(index, first, from)) return new(first, i + 2);
        if (w is "rule" && W(i + 1) == "out" && W(i - 1) is "not" or "n't") return new(first, i + 2);
        if (w is "drawn" && W(i - 1) == "be" && IsNegation(W(i - 2))) return new(first,
            W(i + 1) is "on" or "into" ? i + 2 : i + 1);
        if (w is "reached" or "contacted" or "traced" or "located" && W(i - 1) == "be" && IsNegation(W(i - 2))
            && W(i + 1) is "for" or "on" or "by" or "." or "," or ";" or "" or "to" or "at")
            return new(Math.Max(first, i - 3), i + 1);
        if (w is "took" or "takes" or "taken" or "walked" && W(i + 1) == "back") return new(first, i + 2);
        if (w is "corrected" && W(i + 1) is "herself" or "himself" or "itself" or "themselves") return new(first,
            i + 2);
        if (w is "went" && W(i + 1) == "back" && W(i + 2) == "on") return new(i, i + 3);
        if (w is "silent" && W(i - 1) is "are" or "is" or "remained" or "was" or "were" or "stayed") return new(i - 1,
            i + 1);
        if (w is "wrote" && W(i + 1) == ":") return new(i, i + 1);
        if (SpeechIdioms.At(index, i, to) is { MakesCue: true, Gap.Length: 0 } idiom
            && HasSubject(index, first, from)) return new(first, idiom.End);
        return Verb(index, i, first, from, to);
    }

    /// <summary>"No answer." by itself, "twice, no response so far".</summary>
    public static bool IsNoReply(int i, int from, int to, TokenisedText t) => t.Lower[i] == "no" && i + 1 < to
        && t.Lower[i + 1] is "answer" or "reply" or "response" or "comment"
        && (i == from || t.Form[i - 1] is "," or "." or ":" or "-" or "–" or "—" or ";" or "]")
        && (i + 2 >= to || t.Form[i + 2] is "." or ";" or "," or "!" || t.Lower[i + 2] is "so" or "yet" or "by"
            or "from" or "either");

    private static TokenRun Verb(GrammarIndex index, int i, int first, int from, int to)
    {
        var text = index.Text;
        var none = new TokenRun(i, i);
        if (!ReportingVerbs.IsAt(index, i, from, to)) return none;
        var stem = Stems.Of(text.Tokens.Lower[i]);
        string W(int k) => k >= from && k < to ? text.Tokens.Lower[k] : "";
        if (stem is "declin" or "refus" && W(i + 1) == "to" && Telling.Contains(W(i + 2)))
        {
            return new(first, W(i + 3) == "on" ? i + 4 : i + 3);
        }

        var negated = first < i && Enumerable.Range(first, i - first).Any(k => text.Tokens.Lower[k] == "neither"
            || IsNegation(text.Tokens.Lower[k]));
        if (negated && Telling.Contains(stem) && stem is not ("confirm" or "deny" or "name" or "say" or "tell" or "giv"
            or "give" or "read" or "repeat" or "answer")) return new(first, i + 1);
        if (negated && stem is "verify" or "accept" or "answer" && HasSubject(index, first, from)) return new(first,
            i + 1);
        if (stem is "declin" or "refus") return none;
        if (!HasSubject(index, first, from) && !SpanFallback.HasClauseSubject(i, first, from, text)) return none;
        var modal = Enumerable.Range(first, i - first).Any(k => text.Tag[k] == Tags.Md && text.Tokens.Lower[k]
            is not ("wo"
            or "'ll") || text.Tokens.Lower[k] == "to") || first > from && text.Tokens.Lower[first - 1] is "to";
        var refuses = negated && stem is "say" or "confirm" or "deny" or "answer" && W(first) is "wo" or "would"
            or "can"
            or "could" or "will";
        refuses |= stem == "confirm" && W(first) is "can" or "could"; // "I can confirm that"
        return modal && !refuses ? none : new(first, i + 1);
    }

    private static bool HasSubject(GrammarIndex index, int first, int from)
    {
        var floor = Math.Max(from, index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[first]]);
        return SubjectPhrase.Before(first, floor, index.Text).Length > 0
            || SubjectPhrase.Shared(first, floor, index.Text).Length > 0;
    }

    private static bool HasOwner(GrammarIndex index, int i)
    {
        while (i > 0 && index.Text.Tag[i - 1] == Tags.Jj) i--;
        return i > 0 && (index.Text.Tag[i - 1] == Tags.Pos || index.Text.Tag[i - 1] == Tags.PrpPoss);
    }

    public static bool IsLine(string lower) => Line.Contains(lower);

    public static bool IsNominal(string lower) => Nominal.Contains(lower) || lower is "denial" or "denials";

    /// <summary>"the union's claim that", "reports that he knew": a noun of saying whose "that" opens a
    /// clause.</summary>
    private static bool IsNominalClaim(GrammarIndex index, int i, int from, int to)
    {
        var text = index.Text;
        if (ReportingVerbs.IsAt(index, i, from, to) || i + 2 >= to) return false;
        var that = i + 1; // "his remark of 5 July that"
        if (text.Tokens.Lower[that] is "of" or "from" && TimePhrase.At(that + 1, to, text)
            is { Length: > 0 } date) that =
            date.End;
        else if (text.Tokens.Lower[that] is "by" or "from" && NounPhrase.From(that + 1, to, text)
            is { Length: > 0 } who) that = who.End; // "claims by the union that"
        else if (text.Tokens.Lower[that] is "is" or "was" && HasOwner(index, i)) that++; // "the union's line is that"
        if (that + 1 >= to || text.Tokens.Lower[that] != "that") return false;
        var next = text.Tag[that + 1]; // "the report that landed" opens no clause
        return next != Tags.Md && next != Tags.Rb
            && (!Tags.IsVerb(next) || next == Tags.Vbg || char.IsUpper(text.Tokens.Form[that + 1][0]));
    }

    /// <summary>"didnt", "wont", as chats have them.</summary>
    public static bool IsContracted(string lower) => lower is "wont" or "didnt" or "doesnt" or "dont" or "wouldnt"
        or "couldnt" or "cant" or "isnt" or "wasnt" or "arent" or "werent" or "hasnt" or "havent" or "hadnt";

    /// <summary>"Not", "n't", "never", or a helper that holds one.</summary>
    public static bool IsNegation(string lower) => lower is "not" or "n't" or "n’t" or "never" || IsContracted(lower);

    /// <summary>The first helper of the verb group that ends with the verb at a token.</summary>
    public static int Group(GrammarIndex index, int verb, int from)
    {
        var first = verb;
        from = Math.Max(from, index.Text.Tokens.SentenceStart[index.Text.Tokens.SentenceOf[verb]]);
        while (first > from && verb - first < 5 && Helper.Contains(index.Text.Tokens.Lower[first - 1])) first--;
        while (first < verb && index.Text.Tokens.Lower[first] is not ("has" or "have" or "had" or "is" or "are"
            or "was" or "were" or "do" or "does" or "did"
            or "will" or "would" or "can" or "could" or "may" or "might" or "'s" or "'ve" or "'d" or "'ll" or "wo"
                or "ca" or "never" or "no") && !IsContracted(index.Text.Tokens.Lower[first])) first++;
        return first;
    }
}
