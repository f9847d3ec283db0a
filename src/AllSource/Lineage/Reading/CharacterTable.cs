using System.Globalization;
using System.Text;

namespace AllSource.Lineage.Reading;

/// <summary>Which characters make words, and what they fold to.</summary>
internal static class CharacterTable
{
    private static readonly char[] PlainOfLatin = MakePlain();

    /// <summary>For ASCII: the lower-case letter or the digit itself, 0 for all that is no word character.</summary>
    public static ReadOnlySpan<byte> Fold =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
        112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    public static bool IsWord(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 128) return Fold[c] != 0;
        if (char.IsSurrogate(c))
        {
            return char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
                && Rune.IsLetterOrDigit(new(c, text[at + 1]));
        }

        return char.IsLetterOrDigit(c);
    }

    /// <summary>
    /// True for a character that stands between two word characters without parting them: apostrophes (don't), square
    /// brackets
    /// ([W]e), commas between digits.
    /// </summary>
    public static bool JoinsWord(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at + 1 >= text.Length) return false;
        var before = text[at - 1];
        var after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' or '‘' or 'ʼ' or '＇' or '`' => char.IsLetter(before) && char.IsLetter(after),
            '[' or ']' => char.IsLetter(before) && char.IsLetter(after),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }

    /// <summary>True for soft hyphens, zero-width characters and combining marks: a word is the same without.</summary>
    public static bool IsNothing(char c) =>
        c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>
    /// True for letters of scripts that are written without spaces (Han, kana, Thai, Lao, Khmer, Burmese): each is a
    /// word.
    /// </summary>
    public static bool StandsAlone(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0EFF'
            or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';

    /// <summary>Lower case without accents and ligatures; most letters give themselves.</summary>
    public static ReadOnlySpan<char> Plain(char c)
    {
        if (c < PlainOfLatin.Length) return new(ref PlainOfLatin[c]);
        switch (c)
        {
            case 'ﬁ': return "fi";
            case 'ﬂ': return "fl";
            case 'ﬀ': return "ff";
            case >= '！' and <= '～': return char.ToLowerInvariant((char)(c - 0xFEE0)).ToString();
            default: return char.ToLowerInvariant(c).ToString();
        }
    }

    private static char[] MakePlain()
    {
        var plain = new char[0x250];
        for (var c = 0; c < plain.Length; c++)
        {
            var lower = char.ToLowerInvariant((char)c);
            var parts = lower.ToString().Normalize(NormalizationForm.FormD);
            var isAccented = parts.Length > 1
                && CharUnicodeInfo.GetUnicodeCategory(parts[1]) is UnicodeCategory.NonSpacingMark;
            plain[c] = isAccented ? parts[0] : lower;
        }

        return plain;
    }
}
