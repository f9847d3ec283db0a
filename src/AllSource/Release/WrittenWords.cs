using System.Globalization;
using System.Text;
using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Release;

/// <summary>
/// A word as it is compared with names: after NFKC, in lower case, without accents, apostrophes and format characters,
/// so that "Müller's" is "mullers". <paramref name="Opens"/> where a sentence, a line or a quotation begins with it:
/// there a capital tells nothing.
/// </summary>
internal readonly record struct WrittenWord(string Folded, bool IsCapital, bool Opens)
{
    /// <summary>A capital where a sentence does not ask for one.</summary>
    public bool IsNamed => IsCapital && !Opens;

    /// <summary>The word itself, its genitive or its plural.</summary>
    public bool Is(string name) => Folded.StartsWith(name, StringComparison.Ordinal)
        && (Folded.Length == name.Length || (Folded.Length == name.Length + 1 && Folded[^1] == 's'));
}

/// <summary>Cuts a text into the words by which names are compared.</summary>
internal static class WrittenWords
{
    public static WrittenWord[] Of(string text)
    {
        // A lone surrogate from outside is no Unicode text: normalising it would throw.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        var words = new List<WrittenWord>();
        var word = new StringBuilder();
        var (isCapital, opens, next) = (false, true, true);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length == 0) (isCapital, opens, next) = (char.IsUpper(c), next, false);
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not '\'' and not '\u2019')
            {
                Flush();
                next = c is '.' or '!' or '?' or ':' or '\n' or '"' or '\u201c' or '\u2022' || next;
            }
        }

        Flush();
        return [.. words];

        void Flush()
        {
            if (word.Length > 0) words.Add(new(word.ToString(), isCapital, opens));
            word.Clear();
        }
    }

    /// <summary>
    /// A word of the language that is no name alone ("green", "mark"), so that it tells of nobody unless it is written
    /// as a name is. What was only ever seen as a name, or never, is not one.
    /// </summary>
    public static bool IsOrdinary(string folded)
    {
        var known = ClaimModel.Shipped.Grammar.Lexicon.Find(WordSigns.WordHash(folded));
        return known.Sure > 0 ? !Tags.IsName((byte)(known.Sure - 1)) : known.Class > 0;
    }
}
