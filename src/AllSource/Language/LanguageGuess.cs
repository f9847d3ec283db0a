using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>In which language a text is: "en"; "unread" where it is in another; "mixed" where some paragraphs are in
/// English and some are not.</summary>
/// <param name="IsUnread">Of each paragraph, whether it is to be left unread.</param>
internal sealed record TextLanguage(string Name, bool[] IsUnread)
{
    public bool IsAllUnread => Name == LanguageGuess.Unread;
}

/// <summary>
/// Tells English from other languages by function words and script. A short text without function words of any
/// language is taken for English: a headline has none. Linear in the text.
/// </summary>
internal static class LanguageGuess
{
    public const string Unread = "unread";

    public const string Mixed = "mixed";

    private const string English = "en";

    private static readonly FrozenSet<string> EnglishWords = WordList.Of("""
        the of and to that is was for it with as his he be on by at have are this not but had from or an they which
        were her all there when who
        their said has would been will no if more what so she we its did after about into than could
        you your my me him them our these those any some how why where because before over only just may should does
        says can do out up
        """);

    // No word of these is a common English one ("die", "met", "son"), so that a single sentence can be told by two.
    private static readonly FrozenSet<string> OtherWords = WordList.Of("""
        der das und ist nicht ein eine einen mit von zu dem des sich auf für im dass sie ich werden wurde nach bei oder
        auch wie aus habe haben noch wir wird sind über kein nur
        le la les et est une dans que qui sur au avec ce il elle sont du ne aux été cette ont je nous vous mais leur
        el los las y un una por con para es del se lo como más pero sus al fue ha está sobre esta ser también
        di che è non sono della gli dei nel alla anche più questo della delle dal hanno
        het een dat niet op te zijn voor er maar om ook aan bij door naar uit werd wordt geen heeft
        o os e um uma não em da mais dos das foi ao pelo são
        och att det som på av för inte till är ett om hade har jag vi
        og til med af ikke er jeg fra var
        w na z nie jest że od przez po za jak ale został tym
        v se je ve že jsem byl není které
        bir ve bu için ile ne çok daha gibi olarak
        ja ei että oli hän mutta ovat kun
        az és hogy nem egy volt meg csak
        și în nu este din care pentru cu pe
        yang dan di itu dengan untuk tidak ini dari dalam akan pada adalah bahwa oleh
        và của là không được có cho một
        ang ng mga ay sa
        wa kwa ni katika
        """);

    private static readonly FrozenSet<string> Borrowed = WordList.Of("""
        café cafés résumé cliché clichés fiancé fiancée naïve façade déjà décor communiqué protégé protégée exposé
        attaché émigré émigrés señor señora jalapeño née à vis-à-vis blasé soirée touché crème élite élites débâcle
        coöperate coöperation rôle première première séance naïveté matinée entrée purée sauté passé risqué
        """);

    /// <summary>What a word says of the language that it stands in.</summary>
    private enum Sign : byte
    {
        None,
        English,
        Other,
    }

    /// <summary>What was counted in a stretch of text.</summary>
    private struct Counts
    {
        public int Words, Small, English, Other, Letters, Foreign;

        public void Add(in Counts more)
        {
            Words += more.Words;
            Small += more.Small;
            English += more.English;
            Other += more.Other;
            Letters += more.Letters;
            Foreign += more.Foreign;
        }

        /// <summary>Another script, or words of another language and hardly one of English.</summary>
        public readonly bool IsForeign => Foreign * 2 > Letters
            || (Other >= 2 && Other > (Words < 40 ? English : English * 2));

        public readonly bool IsEnglish => !IsForeign
            && (Words < 40 ? Small < 8 || English > 0 : English * 20 >= Words);

        /// <summary>English beyond doubt: a paragraph that may be read in a text that is not.</summary>
        public readonly bool IsSurelyEnglish => Words >= 6 && English * 4 >= Words && English > Other * 3
            && Foreign * 4 < Letters;
    }

    public static TextLanguage Of(TokenisedText text)
    {
        var signs = new List<Sign>();
        var (all, paragraphs) = (default(Counts), new Counts[text.ParagraphCount]);
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Word[i] == signs.Count) signs.Add(SignOf(text.Form[i], text.Lower[i]));
            if (char.IsLetter(text.Lower[i][0])) Count(ref paragraphs[text.ParagraphOf[i]], i, signs, text);
        }

        foreach (var counts in paragraphs) all.Add(counts);
        var isEnglish = all.IsEnglish;
        var unread = Array.ConvertAll(paragraphs, c => isEnglish ? c.Words >= 3 && c.IsForeign : !c.IsSurelyEnglish);
        var none = Array.TrueForAll(unread, u => u);
        return new(isEnglish ? Array.Exists(unread, u => u) ? Mixed : English : none ? Unread : Mixed, unread);
    }

    private static void Count(ref Counts counts, int i, List<Sign> signs, TokenisedText text)
    {
        var word = text.Lower[i];
        counts.Words++;
        if (!char.IsUpper(text.Form[i][0])) counts.Small++;
        var sign = signs[text.Word[i]];
        if (sign == Sign.English) counts.English++;
        else if (sign == Sign.Other ? !IsInName(i, text) : IsArticle(i, text)) counts.Other++;
        foreach (var c in word.AsSpan(0, Math.Min(word.Length, 20)))
        {
            if (!char.IsLetter(c)) continue;
            counts.Letters++;
            if (c > '\u024F') counts.Foreign++;
        }
    }

    /// <summary>"Ursula von der Leyen", "the Rio de la Plata": a small word between capitals.</summary>
    private static bool IsInName(int i, TokenisedText text)
    {
        bool Capital(int k) => k >= 0 && k < text.Count && char.IsUpper(text.Form[k][0]);
        return Capital(i) || (Capital(i - 1) || Capital(i - 2)) && (Capital(i + 1) || Capital(i + 2));
    }

    /// <summary>"wies die Berichte": a German article that is an English word as well, before a noun's
    /// capital.</summary>
    private static bool IsArticle(int i, TokenisedText text) => text.Form[i] is "die" or "den" or "dem" or "am"
        && i + 1 < text.Count && char.IsUpper(text.Form[i + 1][0]);

    private static Sign SignOf(string form, string lower)
    {
        if (EnglishWords.Contains(lower)) return Sign.English;
        if (OtherWords.Contains(lower)) return Sign.Other;

        // A small word with letters that English does not have ("über", "été", "był") is one of another language; a
        // capital one is a name.
        var isForeign = char.IsLower(form[0]) && lower.AsSpan().IndexOfAnyInRange('\u00DF', '\u024F') >= 0
            && !Borrowed.Contains(lower);
        return isForeign ? Sign.Other : Sign.None;
    }
}
