using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Gives those whom another cites ("the Courier reported, citing two officials") their place in the chain: below the
/// one who cites, with the same content; and a closing outlet ("two officials told CNN that ..., the paper reported")
/// all that stands before it, the inner speaker included.
/// </summary>
internal static class CitedLayer
{
    /// <summary>So many words may stand between a cue and the "citing" that belongs to it.</summary>
    private const int ReachMax = 40;

    public static void Apply(List<Draft> drafts, GrammarIndex index)
    {
        var order = drafts.OrderBy(d => d.First).ToList();
        for (var d = 0; d < order.Count; d++)
        {
            if (IsCited(order[d], index.Text.Tokens)) Join(order, d, index.Text.Tokens);
            else if (d > 0) Widen(order, d, index.Text.Tokens);
        }

        drafts.RemoveAll(static d => d.IsCited && d.Outer is null && d.Content.Count == 0);
    }

    /// <summary>The noun phrase from a token on, with a relative clause that no comma parts from it.</summary>
    public static TokenRun Phrase(int first, int stop, ParsedText text)
    {
        var phrase = NounPhrase.From(first, stop, text);
        if (phrase.Length == 0 || phrase.End >= stop) return phrase;
        var end = phrase.End;
        while (end < stop - 1 && text.Tokens.Lower[end] is "in" or "of" or "at" or "from" or "with" or "familiar"
            or "close"
            && NounPhrase.From(end + (text.Tokens.Lower[end] is "familiar" or "close" ? 2 : 1), stop, text)
                is { Length: > 0 } more)
        {
            end = more.End;
        }

        if (end < stop && text.Tokens.Lower[end] == "who")
        {
            while (end < stop && text.Tokens.Lower[end] is not ("," or "." or ";" or "”" or ":")) end++;
        }

        return new(first, end);
    }

    private static bool IsCited(Draft draft, TokenisedText tokens) => draft.IsCited
        || draft.Cue is [{ Length: 1 } cue] && tokens.Lower[cue.First] is "citing" or "quoting";

    /// <summary>The nearest cue before it in the sentence is the one who cites.</summary>
    private static void Join(List<Draft> order, int d, TokenisedText tokens)
    {
        var cited = order[d];
        var sentence = tokens.SentenceOf[cited.First];
        for (var o = d - 1; o >= 0; o--)
        {
            var outer = order[o];
            if (tokens.SentenceOf[outer.First] != sentence || cited.First - outer.Cue[^1].End > ReachMax) break;
            if (IsCited(outer, tokens) && outer.Outer is not null)
            {
                // "citing a memo and two officials": both below the same one
                (cited.Outer, cited.Content) = (outer.Outer, [.. outer.Content]);
                return;
            }

            PastCited(outer, cited, tokens);
            if (outer.Content.Count == 0 || outer.Content.Any(c => c.Contains(cited.First))) continue;
            cited.Outer = outer;
            if (cited.Content.Count == 0) cited.Content = [.. outer.Content];
            return;
        }

        JoinFronted(order, d, tokens);
    }

    /// <summary>"Citing | two aides |, Radio Sud said": read as Radio Sud's own, with the aides for what it
    /// says.</summary>
    private static void JoinFronted(List<Draft> order, int d, TokenisedText tokens)
    {
        var cited = order[d];
        if (d + 1 >= order.Count || tokens.SentenceStart[tokens.SentenceOf[cited.First]] != cited.First) return;
        var outer = order[d + 1];
        if (tokens.SentenceOf[outer.First] != tokens.SentenceOf[cited.First] || outer.Content.Count == 0) return;
        if (cited.Content is [var named] && cited.Source.TrueForAll(s => s.First > named.First)
            && named.First == cited.Cue[^1].End) cited.Source = [named];
        else if (cited.Source is not [var behind] || behind.First != cited.Cue[^1].End) return;
        (cited.Outer, cited.Content) = (outer, [.. outer.Content]);
    }

    /// <summary>"Reported | on the word of a relief worker, that ...": the content begins behind him.</summary>
    private static void PastCited(Draft outer, Draft cited, TokenisedText tokens)
    {
        var at = outer.Content.FindIndex(c => c.Contains(cited.First) && cited.First - c.First < 2);
        if (at < 0 || cited.Source is not [var source] || source.First < cited.First) return;
        var first = source.End;
        if (first < outer.Content[at].End && tokens.Form[first] == ",") first++;
        if (outer.Content[at].End - first > 2) outer.Content[at] = new(first, outer.Content[at].End);
    }

    /// <summary>A cue that closes its sentence over another's: the other's source and cue belong to its
    /// content.</summary>
    private static void Widen(List<Draft> order, int d, TokenisedText tokens)
    {
        var closing = order[d];
        if (closing.Content is not [var content] || content.End > closing.First) return;
        for (var o = d - 1; o >= Math.Max(0, d - 4); o--)
        {
            var inner = order[o];
            if (tokens.SentenceOf[inner.First] != tokens.SentenceOf[closing.First]) return;
            if (inner.Content.Count == 0 || inner.Source.Count == 0 || inner.First >= content.First) continue;
            if (inner.Content[0].First < content.End && content.First < inner.Content[^1].End)
            {
                closing.Content = [new(Math.Min(inner.Source[0].First, inner.First), content.End)];
                return;
            }
        }
    }
}
