using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>
/// Whether a text is English, by its function words and script. A short text without function words of any language is
/// taken
/// for English: a headline has none.
/// </summary>
internal static class LanguageGuess
{
    /// <summary>So many tokens tell the language; a megabyte need not be counted through.</summary>
    private const int TokensMax = 4000;

    private static readonly FrozenSet<string> English = Words("""
        the of and to that is was for it with as his he be on by at have are this not but had from or an they which
        were her all there when who
        their said has would been will no if more what so she we its did after about into than could
        """);

    private static readonly FrozenSet<string> Other = Words("""
        der die das und ist nicht ein eine mit von zu den dem des sich auf für im dass sie ich werden wurde nach
        bei oder auch wie aus
        le la les des et est une dans que qui pour pas sur au avec ce il elle sont du ne aux par plus été cette ont
        el los las y en un una por con para es del se lo como más pero sus al fue ha está sobre
        il di che è per non una sono del della con da gli dei nel alla anche più ha questo
        het een en van dat niet op te zijn met voor er maar om ook aan bij door naar uit werd
        o os as e um uma não com do da em por mais dos das foi ao
        och att det som på av för inte den till är var ett om hade
        og at det er på til som med af ikke en jeg har
        w i na z się nie do jest to że od przez po za jak ale
        bir ve bu da için ile ne çok daha gibi
        """);

    public static bool IsEnglish(TokenisedText text)
    {
        int words = 0, english = 0, other = 0, letters = 0, foreign = 0;
        for (var i = 0; i < Math.Min(text.Count, TokensMax); i++)
        {
            var word = text.Lower[i];
            if (!char.IsLetter(word[0])) continue;
            words++;
            if (English.Contains(word)) english++;
            else if (Other.Contains(word)) other++;
            foreach (var c in word.AsSpan(0, Math.Min(word.Length, 20)))
            {
                if (!char.IsLetter(c)) continue;
                letters++;
                if (c > '\u024F') foreign++;
            }
        }

        if (letters > 0 && foreign * 2 > letters) return false;
        if (other >= 3 && other > english * 2) return false;
        return words < 40 || english * 20 >= words;
    }

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
