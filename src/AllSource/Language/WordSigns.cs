using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>Hashes of each token's normalised word, its shape, its ends. One entry a token.</summary>
internal sealed class WordSigns
{
    public readonly uint[] Word, Shape, End2, End3;

    public WordSigns(TokenisedText text)
    {
        var n = text.Count;
        (Word, Shape, End2, End3) = (new uint[n], new uint[n], new uint[n], new uint[n]);
        var first = new int[n]; // of each different form
        var words = 0;
        for (var i = 0; i < n; i++)
        {
            var word = text.Word[i];
            if (word == words)
            {
                first[words++] = i;
                Read(i, text.Form[i], text.Lower[i]);
                continue;
            }

            var same = first[word];
            (Word[i], Shape[i], End2[i], End3[i]) = (Word[same], Shape[same], End2[same], End3[same]);
        }
    }

    private void Read(int i, string form, string lower)
    {
        var word = lower.AsSpan();
        if (word.Length > 40) word = word[..40];
        Word[i] = WordHash(word);
        Shape[i] = ShapeOf(form);
        End2[i] = FeatureHash.OfText(word.Length > 2 ? word[^2..] : word);
        End3[i] = FeatureHash.OfText(word.Length > 3 ? word[^3..] : word);
    }

    /// <summary>Digits are one digit, all double quotation marks one mark, all long dashes one dash.</summary>
    public static uint WordHash(ReadOnlySpan<char> lower)
    {
        if (lower.Length == 1) return lower[0] switch
        {
            '“' or '”' or '«' or '»' or '„' or '"' => FeatureHash.OfText("\""),
            '‘' or '’' or '`' or '\'' => FeatureHash.OfText("'"),
            '–' or '—' => FeatureHash.OfText("--"),
            '…' => FeatureHash.OfText("..."),
            _ => char.IsDigit(lower[0]) ? FeatureHash.OfText("0") : FeatureHash.OfText(lower),
        };
        if (lower is "``" or "''") return FeatureHash.OfText("\"");
        Span<char> copy = stackalloc char[Math.Min(lower.Length, 40)];
        lower[..copy.Length].CopyTo(copy);
        for (var i = 0; i < copy.Length; i++)
        {
            if (char.IsDigit(copy[i])) copy[i] = '0';
            else if (copy[i] == '’') copy[i] = '\'';
        }

        return FeatureHash.OfText(copy);
    }

    /// <summary>Upper, lower, digit and other, runs shortened to two: "McCain" XxXx, "U.S." X.X., "1,000"
    /// 0,00.</summary>
    internal static uint ShapeOf(string form)
    {
        Span<char> shape = stackalloc char[12];
        var n = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (n >= 2 && shape[n - 1] == kind && shape[n - 2] == kind) continue;
            shape[n++] = kind;
            if (n == shape.Length) break;
        }

        return FeatureHash.OfText(shape[..n]);
    }
}
