using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>Whom a pronoun means: the nearest that agrees, of those who spoke and of the names that the text
/// has.</summary>
internal sealed class Pronouns(GrammarIndex index, DocumentNames names, SpeakerList speakers)
{
    /// <summary>An entity not heard of for so many tokens is not what a pronoun means.</summary>
    private const int PronounReach = 260, MentionReach = 120;

    /// <summary>No heading is longer.</summary>
    private const int HeadingCharactersMax = 200;

    /// <summary>How many words further away somebody counts whose gender nobody tells, who is not the subject there,
    /// who was named a sentence or a paragraph before.</summary>
    private const int UnsurePenalty = 20, AsidePenalty = 40, ThingAsidePenalty = 35, SentencePenalty = 10,
        ParagraphPenalty = 30, DocumentPenalty = 40;

    /// <summary>
    /// The outer speaker if he agrees; else the nearest that agrees, of those who spoke and of the people named:
    /// nearness
    /// counts in words, and one of whom the text does not tell whether he or she counts as further away.
    /// </summary>
    public Speaker? Of(Gender gender, int token, Speaker? outer)
    {
        var quote = index.Text.Quotes.Of[token];
        var spoken = quote >= 0 && outer is { LastToken: >= 0 }
            && index.Text.Quotes.Of[outer.LastToken] != quote; // of himself he would say "I"
        if (!spoken && outer is not null && Agrees(outer, gender, strict: true)) return outer;
        Speaker? best = null;
        var least = int.MaxValue;
        foreach (var speaker in speakers.All)
        {
            if (speaker.LastToken < 0 || speaker.LastToken >= token || spoken && speaker == outer
                || token - speaker.LastToken > PronounReach || !Agrees(speaker, gender, strict: false)) continue;
            var distance = Between(speaker.LastToken, token) + (speaker.Gender == gender || gender is Gender.Thing ? 0
                : UnsurePenalty) + (speaker.Kind == SourceKind.Document ? DocumentPenalty : 0);
            if (distance < least) (best, least) = (speaker, distance);
        }

        if (gender is not Gender.Many && Mentioned(gender, token, least, spoken ? outer : null)
            is { } named) best = named;
        if (best is not null && best.Gender == Gender.Unknown && gender is Gender.Male or Gender.Female) best!.Gender =
            gender;
        return best;
    }

    /// <summary>The nearest name that agrees, nearer than a distance: not a speaker yet, or spoken of since.</summary>
    private Speaker? Mentioned(Gender gender, int token, int least, Speaker? not)
    {
        var spans = names.Spans;
        var text = index.Text;
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].First < token) low = middle + 1;
            else high = middle;
        }

        var found = -1;
        for (var s = low - 1; s >= Math.Max(0, low - 12); s--)
        {
            var span = spans[s];
            var wanted = gender == Gender.Thing ? NameKind.Organisation : NameKind.Person;
            if (token - span.First > MentionReach || span.Kind != wanted
                && (wanted != NameKind.Person || !names.IsCodeName(span.Full))) continue;
            if (span.End < text.Count && text.Tokens.Form[span.End] == ":") continue; // who speaks in a transcript
            if (IsHeading(span, text.Tokens)) continue;
            if (text.Quotes.Of[span.First] >= 0 && text.Quotes.Of[span.First] != text.Quotes.Of[token]) continue;
            var own = GenderOf(span);
            if (wanted == NameKind.Person && own != gender && own != Gender.Unknown) continue;
            if (not is not null && span.Full.Equals(not.Name, StringComparison.OrdinalIgnoreCase)) continue;
            var distance = Between(span.First, token) + (own == gender || gender == Gender.Thing ? 0 : UnsurePenalty)
                + (IsSubject(span, text) ? 0 : gender == Gender.Thing ? ThingAsidePenalty : AsidePenalty);
            if (distance < least) (found, least) = (s, distance);
        }

        if (found < 0) return null;
        var mention = MentionReader.Read(new(spans[found].First, spans[found].End), text, names);
        return mention.Form == MentionForm.Name ? speakers.Named(mention) : null;
    }

    /// <summary>A line in capitals, where every word looks like a name.</summary>
    private static bool IsHeading(NameSpan span, TokenisedText tokens)
    {
        var p = tokens.ParagraphOf[span.First];
        var (from, to) = (tokens.ParagraphStart[p], tokens.ParagraphStart[p + 1]);
        return to - from > span.End - span.First && !tokens.Text.AsSpan(tokens.Start[from],
            Math.Min(tokens.End[to - 1] - tokens.Start[from], HeadingCharactersMax)).ContainsAnyInRange('a', 'z');
    }

    private int Between(int from, int to)
    {
        var t = index.Text.Tokens;
        return to - from + SentencePenalty * (t.SentenceOf[to] - t.SentenceOf[from])
            + (t.ParagraphOf[to] != t.ParagraphOf[from] ? ParagraphPenalty : 0);
    }

    private Gender GenderOf(NameSpan span)
    {
        if (speakers.Find(span.Full) is { } known && known.Gender != Gender.Unknown) return known.Gender;
        if (span.First > 0 && SourceWords.Female.Contains(index.Text.Tokens.Lower[span.First - 1]))
            return Gender.Female;
        if (span.First > 0 && SourceWords.Male.Contains(index.Text.Tokens.Lower[span.First - 1])) return Gender.Male;
        return MentionKind.GenderOfGiven(span.Full.Split(' ')[0].ToLowerInvariant());
    }

    private static bool IsSubject(NameSpan span, ParsedText text)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (IsSubject(i, text) || text.Relation[i] == Relations.Appos && text.Head[i] >= 0
                && IsSubject(text.Head[i], text)) return true;
        }

        return text.Tokens.SentenceStart[text.Tokens.SentenceOf[span.First]] >= span.First - 2;
    }

    private static bool IsSubject(int i, ParsedText text) => text.Relation[i] == Relations.Nsubj
        || text.Relation[i] == Relations.NsubjPass;

    private static bool Agrees(Speaker speaker, Gender gender, bool strict) => gender switch
    {
        Gender.Male or Gender.Female => speaker.Gender == gender || (!strict || speaker.Kind == SourceKind.Person)
            && speaker.Gender == Gender.Unknown
            && speaker.Kind is SourceKind.Person or SourceKind.Office or SourceKind.Anonymous
                && speaker.Gender is not (Gender.Many or Gender.Thing),
        Gender.Thing => speaker.Kind is SourceKind.Organisation or SourceKind.Outlet or SourceKind.Document,
        Gender.Many => speaker.Gender == Gender.Many || speaker.Kind is SourceKind.Organisation or SourceKind.Outlet,
        _ => false,
    };
}
