using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Of whom a text speaks with "a", "an", "another" or a number before it speaks of "the": a guard so introduced is
/// somebody without a name, not the holder of a post.
/// </summary>
internal sealed class Introductions
{
    private const int PhraseTokensMax = 6;

    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    private readonly HashSet<string> _again = new(StringComparer.Ordinal);

    public Introductions(ParsedText text)
    {
        var lower = text.Tokens.Lower;
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (lower[i] is not ("a" or "an" or "another" or "one" or "two" or "three" or "four" or "several"
                or "some"))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Count && end - i < PhraseTokensMax && (Tags.IsNoun(text.Tag[end])
                || text.Tag[end] == Tags.Jj || text.Tag[end] == Tags.Vbn || text.Tag[end] == Tags.Vbg)) end++;
            if (end == i + 1 || !Tags.IsNoun(text.Tag[end - 1])) continue;
            var head = SourceNouns.Singular(lower[end - 1]);
            if (!_first.TryAdd(head, i)) _again.Add(head);
        }
    }

    /// <summary>Whether the text introduces the noun and never another one.</summary>
    public bool Once(string head) => !_again.Contains(SourceNouns.Singular(head));

    /// <summary>Whether a token before this one introduces the noun.</summary>
    public bool Before(string head, int token) => _first.TryGetValue(SourceNouns.Singular(head), out var at)
        && at < token;
}
