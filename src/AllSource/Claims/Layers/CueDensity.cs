using AllSource.Claims.Model;

namespace AllSource.Claims.Layers;

/// <summary>
/// How thick cues may stand. News has one in 25 to 30 tokens, a dialogue one in ten. "he said he said he said ..." over
/// a megabyte is an attack on time: there only the first cues of each stretch are read.
/// </summary>
internal static class CueDensity
{
    /// <summary>A text so short is read whole, whatever it is.</summary>
    private const int ShortTokensMax = 20_000;

    /// <summary>In a long text each stretch of so many tokens has at most so many cues read.</summary>
    private const int StretchTokens = 1000;

    /// <summary>Of the model's cues, and of those that rules add to them.</summary>
    public const int CuesMax = 60, RuleCuesMax = 20;

    public static CueCandidates Thin(CueCandidates cues, int tokens, int most) => cues with
    {
        Sure = Thin(cues.Sure, tokens, most),
        Likely = Thin(cues.Likely, tokens, most),
    };

    /// <param name="cues">Ascending.</param>
    /// <param name="tokens">Of the whole text.</param>
    /// <param name="most">In a stretch.</param>
    public static List<TokenRun> Thin(List<TokenRun> cues, int tokens, int most)
    {
        if (tokens <= ShortTokensMax) return cues;
        var kept = new List<TokenRun>(cues.Count);
        var (stretch, count) = (0, 0);
        foreach (var cue in cues)
        {
            var own = cue.First / StretchTokens;
            if (own != stretch) (stretch, count) = (own, 0);
            if (count++ < most) kept.Add(cue);
        }

        return kept;
    }

    /// <summary>Speech within speech: twenty cues and one for every ten tokens.</summary>
    public static List<TokenRun> Within(List<TokenRun> cues, int tokens) =>
        cues.Count <= 20 + (tokens / 10) ? cues : cues[..(20 + (tokens / 10))];
}
