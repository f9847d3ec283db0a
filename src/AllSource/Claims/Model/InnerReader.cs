using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>Reads source and content of cues that stand in a content: both are sought in it alone. Reused from content
/// to content of one text; for one thread.</summary>
internal sealed class InnerReader
{
    /// <summary>Added to the start of a content within another's: the second stage, which learned to undo false cues,
    /// undoes too many.</summary>
    private const float ContentBias = 0.5f;

    private readonly GrammarIndex _index;
    private readonly int[] _cueOf;
    private readonly ReadingFinder _finder;

    public InnerReader(CrfModel spans, GrammarIndex index)
    {
        (_index, _cueOf) = (index, AttributionModel.CueOf(index.Text.Count, []));
        _finder = new(spans, index, _cueOf);
    }

    /// <param name="share">Of <see cref="WindowBudget.Take"/>, over all contents that are read so.</param>
    public List<Draft> Read(IReadOnlyList<TokenRun> found, TokenRun content, double share)
    {
        for (var c = 0; c < found.Count; c++) _cueOf.AsSpan(found[c].First, found[c].Length).Fill(c);
        TokenRun[] windows = [.. found.Select(c => new TokenRun(
            Math.Max(content.First, c.First - AttributionModel.WindowBefore),
            Math.Min(content.End, c.End + AttributionModel.WindowAfter)))];
        WindowBudget.Narrow(windows, found, share);
        var outer = CueFinder.Enclosing(_index, content);
        var drafts = new List<Draft>(found.Count);
        for (var c = 0; c < found.Count; c++) drafts.Add(_finder.Best(found[c], windows[c], outer, ContentBias));
        foreach (var cue in found) _cueOf.AsSpan(cue.First, cue.Length).Fill(-1);
        return drafts;
    }
}
