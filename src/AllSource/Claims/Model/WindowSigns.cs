using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// One number for all that a cue's readings depend on in the sentences of its window, relative to where they stand: two
/// windows with the same number are read alike. Sums of signs of tokens, so that a window costs no more than a
/// subtraction. Nothing in it changes; safe for many threads.
/// </summary>
internal sealed class WindowSigns
{
    /// <summary>Shorter texts repeat too little to be worth it.</summary>
    private const int TokensMin = 20_000;

    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>So many tokens beside the sentences of a window are looked at with it.</summary>
    private const int Beside = 2;

    private readonly TokenisedText _tokens;
    private readonly ulong[] _sums, _powers;

    private WindowSigns(GrammarIndex index, int[] cueOf)
    {
        _tokens = index.Text.Tokens;
        var n = _tokens.Count;
        (_sums, _powers) = (new ulong[n + 1], new ulong[n + 1]);
        _powers[0] = 1;
        for (var t = 0; t < n; t++)
        {
            _sums[t + 1] = (_sums[t] * Base) + Sign(t, index, cueOf);
            _powers[t + 1] = _powers[t] * Base;
        }
    }

    /// <summary>The signs of a long text; null for others.</summary>
    public static WindowSigns? Of(GrammarIndex index, int[] cueOf) =>
        index.Text.Count < TokensMin ? null : new(index, cueOf);

    /// <summary>The number of a cue in its window.</summary>
    public ulong Of(TokenRun cue, TokenRun window)
    {
        var first = Math.Max(0, _tokens.SentenceStart[_tokens.SentenceOf[window.First]] - Beside);
        var end = Math.Min(_tokens.Count, _tokens.SentenceStart[_tokens.SentenceOf[window.End - 1] + 1] + Beside);
        var sum = _sums[end] - (_sums[first] * _powers[end - first]);
        sum = Mix(sum, (ulong)(uint)(end - first) | ((ulong)(uint)(cue.First - first) << 32));
        return Mix(Mix(sum, (ulong)(uint)cue.Length), (ulong)(uint)(window.First - first)
            | ((ulong)(uint)(window.End - first) << 32));
    }

    private static ulong Sign(int t, GrammarIndex index, int[] cueOf)
    {
        var (text, tokens, s) = (index.Text, index.Text.Tokens, index.Text.Tokens.SentenceOf[t]);
        var q = text.Quotes.Of[t];
        var borders = (tokens.SentenceStart[s] == t ? 1u : 0u)
            | (tokens.SentenceStart[s + 1] == t + 1 ? 2u : 0u) | (tokens.SentenceStart[s + 1] == t + 2 ? 4u : 0u)
            | (tokens.ParagraphStart[tokens.ParagraphOf[t]] == t ? 8u : 0u) | (cueOf[t] >= 0 ? 16u : 0u)
            | (t > 0 && cueOf[t] == cueOf[t - 1] ? 32u : 0u) | (index.Subject[t] >= 0 ? 64u : 0u)
            | (q >= 0 ? 128u : 0u);
        var sign = Mix((uint)tokens.Word[t], borders | ((ulong)text.Tag[t] << 8) | ((ulong)text.Relation[t] << 16)
            | ((ulong)(uint)(text.Head[t] < 0 ? int.MinValue : text.Head[t] - t) << 32));
        sign = Mix(sign, index.Kids[t]);
        sign = Mix(sign, (uint)(index.First[t] - t) | ((ulong)(uint)(index.Last[t] - t) << 32));
        sign = Mix(sign, (uint)(index.Subject[t] < 0 ? int.MinValue : index.Subject[t] - t)
            | ((ulong)(uint)(index.Object[t] < 0 ? int.MinValue : index.Object[t] - t) << 32));
        return q < 0 ? sign : Mix(sign, (uint)(text.Quotes.First[q] - t)
            | ((ulong)(uint)(text.Quotes.End[q] - t) << 32));
    }

    private static ulong Mix(ulong h, ulong value)
    {
        h = (h ^ value) * 0xD6E8FEB86659FD93;
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93;
        return h ^ (h >> 29);
    }
}
