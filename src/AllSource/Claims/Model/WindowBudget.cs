using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// How much is read around the cues of one text in all. Where cues stand so thick that their windows together would be
/// many times the text ("said said said ..."), windows are narrowed; work stays linear in the text. News asks for four
/// to five times its tokens, and is never narrowed. For one thread.
/// </summary>
internal sealed class WindowBudget(int tokens)
{
    private long _left = Math.Min(20_000L + (tokens * 12L), 1_000_000L + (tokens * 2L));

    /// <summary>Whether less was read than was asked for.</summary>
    public bool IsNarrowed { get; private set; }

    /// <summary>The windows of cues in a text, narrowed where they have to be.</summary>
    public TokenRun[] Windows(IReadOnlyList<TokenRun> cues, ParsedText text)
    {
        TokenRun[] windows = [.. cues.Select(c => AttributionModel.Window(c, text))];
        Narrow(windows, cues, Take(windows.Sum(w => (long)w.Length)));
        return windows;
    }

    /// <summary>What share of so many tokens may be read; nobody takes more than half of what is left.</summary>
    public double Take(long wanted)
    {
        var most = _left / 2;
        _left -= Math.Min(wanted, most);
        IsNarrowed |= wanted > most;
        return wanted <= most ? 1 : (double)most / wanted;
    }

    public static void Narrow(TokenRun[] windows, IReadOnlyList<TokenRun> cues, double share)
    {
        if (share >= 1) return;
        for (var c = 0; c < windows.Length; c++)
        {
            var (before, after) = (cues[c].First - windows[c].First, windows[c].End - cues[c].End);
            windows[c] = new(cues[c].First - (int)(before * share), cues[c].End + (int)(after * share));
        }
    }
}
