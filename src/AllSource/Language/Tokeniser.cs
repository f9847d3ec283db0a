using System.Text;

namespace AllSource.Language;

/// <summary>
/// Cuts any text into tokens as the English treebanks of Universal Dependencies do: clitics ("n't", "'s") and hyphens
/// apart,
/// numbers, web addresses and abbreviations whole. Takes any UTF-16, lone surrogates included; linear in the text's
/// length.
/// </summary>
internal static class Tokeniser
{
    /// <summary>A "word" of a megabyte would cost its hash again and again: longer ones are cut here.</summary>
    private const int TokenLengthMax = 256;

    public static TokenisedText Read(string text)
    {
        var spans = new List<(int Start, int End)>((text.Length / 5) + 8);
        var at = 0;
        while (at < text.Length)
        {
            if (IsGap(text[at]) || (text[at] == '>' && WrappedLines.IsInnerMark(text, at)))
            {
                at++;
                continue;
            }

            var end = Math.Min(Next(text, at), at + TokenLengthMax);
            if (end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1])) end++;
            Cut(text, at, end, spans);
            at = end;
        }

        return SentenceSplitter.Split(text, spans);
    }

    /// <summary>White space, and characters that show nothing: byte-order marks, zero-width spaces, controls.</summary>
    internal static bool IsGap(char c) => c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u00AD' or '\u2060'
        || char.IsWhiteSpace(c) || char.IsControl(c);

    private static int Next(string text, int at)
    {
        var c = text[at];
        if (IsWord(text, at)) return Address(text, at) is var web && web > at ? web : Word(text, at);
        if (c is '@' or '#' && at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '_'))
        {
            return Run(text, at + 1, static x => char.IsLetterOrDigit(x) || x == '_');
        }

        if (IsApostrophe(c) && Clitic(text, at) is var clitic && clitic > at) return clitic;
        if (c is '.' or '-' or '–' or '—' or '!' or '?' or '_' or '*' or '=' or '•' or '~')
        {
            return Run(text, at, x => x == c);
        }

        if (c is '`' or '\'' && at + 1 < text.Length && text[at + 1] == c) return at + 2;
        var end = at + (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1);
        return Marks(text, end);
    }

    private static int Marks(string text, int at) =>
        Run(text, at, static c => c is '\u200D' or '\uFE0F' || IsMark(c));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsWord(string text, int at) => char.IsLetterOrDigit(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            && Rune.IsLetterOrDigit(new Rune(text[at], text[at + 1])));

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '´';

    private static int Run(string text, int at, Func<char, bool> holds)
    {
        // asked again at every token: unbounded it would read a megabyte each time
        var limit = Math.Min(text.Length, at + TokenLengthMax);
        while (at < limit && holds(text[at])) at++;
        return at;
    }

    /// <summary>The end of a web or mail address that starts here, or <paramref name="at"/> when none does.</summary>
    private static int Address(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(TokenLengthMax, text.Length - at));
        var web = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("hxxp", StringComparison.OrdinalIgnoreCase) && rest.IndexOf("://") is 4 or 5
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (web)
        {
            var stop = rest[0] is 'h' or 'H' && rest[1] is 'x' or 'X' ? Run(text, at, static c => !IsGap(c)
                    && c is not ('"' or '<' or '>' or '”' or '“' or '’'))
                : Run(text, at, static c => !IsGap(c) && c is not ('"' or '<' or '>' or '”' or '“' or ')' or ']'
                    or '’'));
            while (stop > at + 1 && text[stop - 1] is '.' or ',' or ';' or ':' or '!' or '?') stop--;
            return stop;
        }

        var local = Run(text, at, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+');
        if (local >= text.Length || text[local] != '@' || local + 1 >= text.Length) return at;
        var host = Run(text, local + 1, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        while (host > local + 1 && text[host - 1] is '.' or '-') host--;
        return host > local + 1 ? host : at;
    }

    private static int Word(string text, int at)
    {
        var i = at;
        var limit = Math.Min(text.Length, at + TokenLengthMax);
        while (i < limit)
        {
            var c = text[i];
            if (IsWord(text, i))
            {
                i += char.IsHighSurrogate(c) ? 2 : 1;
            }
            else if (IsMark(c) || c is '\u200D')
            {
                i++;
            }
            else if (Joins(text, at, i))
            {
                i++;
            }
            else if (i > at && Defanged(text, i) is var dot && dot > i)
            {
                i = dot;
            }
            else
            {
                break;
            }
        }

        return i < text.Length && text[i] == '.' && KeepsStop(text, at, i) ? i + 1 : i;
    }

    /// <summary>The end of a dot or an at sign that is written so that nobody follows the address: 203[.]0[.]113[.]77,
    /// name[at]example[dot]com. The sign's own place where none stands there.</summary>
    private static int Defanged(string text, int i)
    {
        var close = text[i] switch { '[' => ']', '(' => ')', '{' => '}', _ => '\0' };
        if (close == '\0') return i;
        var end = text.IndexOf(close, i, Math.Min(5, text.Length - i));
        return end > 0 && end + 1 < text.Length && IsWord(text, end + 1)
            && text.AsSpan(i + 1, end - i - 1) is "." or ":" or "dot" or "at" or "@" ? end + 1 : i;
    }

    /// <summary>Whether the sign at i, after a word's letters, goes on with the word: 1,000 · U.S. · O'Brien · e-mail ·
    /// x_y.</summary>
    private static bool Joins(string text, int at, int i)
    {
        if (i + 1 >= text.Length || i == at) return false;
        var (before, c, after) = (text[i - 1], text[i], text[i + 1]);
        if (c == '_') return true;
        if (char.IsDigit(before) && char.IsDigit(after)) return c is '.' or ',' or ':' or '/';
        if (c == '.' && char.IsLetter(after) && char.IsLetter(before))
        {
            // U.S, e.g, example.com; but not "end.Next"
            return i - at <= 1 || text[i - 2] == '.' || char.IsLower(after);
        }

        if (IsApostrophe(c)) return char.IsLetter(before) && char.IsLetter(after);
        return c == '-' && char.IsLetter(after) && i - at <= 7
            && Abbreviations.KeepsHyphen.Contains(text[at..i].ToLowerInvariant());
    }

    private static bool KeepsStop(string text, int at, int stop)
    {
        if (stop + 1 < text.Length && text[stop + 1] == '.') return false;
        var length = stop - at;
        if (length == 1) return char.IsUpper(text[at]) && text[at] != 'I';
        if (length > 7) return false;
        var word = text[at..stop].ToLowerInvariant();
        if (word.Contains('.', StringComparison.Ordinal) && length <= 6 && word.Length % 2 == 1) return true;
        if (Abbreviations.BeforeName.Contains(word))
        {
            return char.IsUpper(text[at]) || word is "vs" or "v" or "eg" or "ie" or "cf" or "al" or "pp" or "p";
        }

        return Abbreviations.MayEnd.Contains(word) && (char.IsUpper(text[at]) || word is "etc" or "approx" or "p.m"
            or "a.m" or "est");
    }

    /// <summary>A clitic that stands alone after a space or a closing mark ("…" 's): only 's, 're, 've, 'll, 'd,
    /// 'm.</summary>
    private static int Clitic(string text, int at)
    {
        if (at == 0 || IsGap(text[at - 1])) return at;
        var end = Run(text, at + 1, char.IsLetter);
        return IsClitic(text.AsSpan(at + 1, end - at - 1)) ? end : at;
    }

    private static bool IsClitic(ReadOnlySpan<char> s) => s.Length is 1 or 2
        && (s.Equals("s", StringComparison.OrdinalIgnoreCase) || s.Equals("re", StringComparison.OrdinalIgnoreCase)
            || s.Equals("ve", StringComparison.OrdinalIgnoreCase) || s.Equals("ll", StringComparison.OrdinalIgnoreCase)
            || s.Equals("d", StringComparison.OrdinalIgnoreCase) || s.Equals("m", StringComparison.OrdinalIgnoreCase));

    /// <summary>Splits clitics off a word: do|n't, Trump|'s, can|not.</summary>
    private static void Cut(string text, int start, int end, List<(int Start, int End)> spans)
    {
        var length = end - start;
        var word = text.AsSpan(start, length);
        var cut = 0;
        if (length > 3 && IsApostrophe(word[^2]) && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N')
        {
            cut = length - 3;
        }
        else if (length > 2 && char.IsLetterOrDigit(word[0]))
        {
            var mark = length > 3 && IsApostrophe(word[^3]) ? length - 3 : IsApostrophe(word[^2]) ? length - 2 : -1;
            if (mark > 0 && IsClitic(word[(mark + 1)..])) cut = mark;
        }

        if (cut == 0 && word.Equals("cannot", StringComparison.OrdinalIgnoreCase)) cut = 3;
        if (cut > 0)
        {
            spans.Add((start, start + cut));
            spans.Add((start + cut, end));
        }
        else
        {
            spans.Add((start, end));
        }
    }
}
