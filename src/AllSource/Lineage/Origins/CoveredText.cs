using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Lineage.Origins;

/// <summary>
/// The stretches of one text that attributions already read, merged and ascending, so that a long text costs no square.
/// </summary>
internal sealed class CoveredText
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<(int At, Claim Claim)> _cues;

    public CoveredText(IReadOnlyCollection<Claim> claims, int textLength)
    {
        var all = claims.SelectMany(c => c.Said.Source.Concat(c.Said.Cue).Concat(c.Said.Content))
            .Where(s => s.End <= textLength && !s.IsEmpty).Order();
        foreach (var span in all)
        {
            if (_spans.Count > 0 && span.Start <= _spans[^1].End)
                _spans[^1] = new(_spans[^1].Start, Math.Max(_spans[^1].End, span.End));
            else _spans.Add(span);
        }

        _cues = [.. claims.Where(c => !c.Said.Cue.IsEmpty).Select(c => (c.Said.Cue[0].Start, c)).OrderBy(c => c.Start)
            .ThenBy(c => c.c.Id)];
    }

    /// <summary>How much of the sentence is read, and its longest stretch that is not.</summary>
    public (int Covered, TextSpan LongestGap) Of(TextSpan sentence)
    {
        var (covered, at) = (0, sentence.Start);
        var longest = new TextSpan(sentence.Start, sentence.Start);
        for (var i = FirstEndingAfter(sentence.Start); i < _spans.Count && _spans[i].Start < sentence.End; i++)
        {
            var (from, to) = (Math.Max(_spans[i].Start, sentence.Start), Math.Min(_spans[i].End, sentence.End));
            if (from - at > longest.Length) longest = new(at, from);
            covered += to - from;
            at = to;
        }

        return (covered, sentence.End - at > longest.Length ? new(at, sentence.End) : longest);
    }

    /// <summary>The first claim whose cue stands in the sentence; null when none does.</summary>
    public Claim? SpokenIn(TextSpan sentence)
    {
        var (low, high) = (0, _cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_cues[middle].At < sentence.Start) low = middle + 1;
            else high = middle;
        }

        return low < _cues.Count && _cues[low].At < sentence.End ? _cues[low].Claim : null;
    }

    private int FirstEndingAfter(int start)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].End <= start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
