using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Gives back to a speaker what a second speaker within his words took from him: in "A told us that B had told C that
/// X" training, which knows no claims within claims, leaves A with X alone, with "that" or with "B".
/// </summary>
internal static class OuterContents
{
    private const int GapMax = 25, ClimbMax = 6, AheadMax = 3;

    public static void Apply(List<Draft> drafts, GrammarIndex index)
    {
        for (var k = 0; k < drafts.Count; k++)
        {
            for (var next = k + 1; next < Math.Min(drafts.Count, k + AheadMax); next++)
            {
                if (Apply(drafts[k], drafts[next], index)) break;
            }
        }
    }

    private static bool Apply(Draft outer, Draft inner, GrammarIndex index)
    {
        if (outer.Cue.Count == 0 || inner.Cue.Count == 0 || outer.Content.Count == 0) return true;
        var end = outer.Cue[^1].End;
        var of = index.Text.Tokens.SentenceOf;
        if (inner.First < end || inner.First - end > GapMax || of[inner.First] != of[outer.First]) return true;
        if (!outer.Source.Exists(s => s.First < outer.First)) return true;
        if (SpeaksInside(outer, inner, index)) return TakeSpeaker(outer, inner, index);
        var thatAlone = outer.Content is [{ Length: 1 } only] && index.Text.Tokens.Lower[only.First] == "that";
        return (thatAlone || outer.Content[0].First >= inner.Cue[^1].End) && TakeAll(outer, inner, index);
    }

    /// <summary>"The chair said | a resident |, whose name is known, alleges that ...".</summary>
    private static bool SpeaksInside(Draft outer, Draft inner, GrammarIndex index)
    {
        if (outer.Content is not [var only] || only.First < outer.Cue[^1].End || only.End > inner.First
            || inner.Content.Count == 0) return false;
        if (inner.Source.Count > 0 && inner.Source[0].First >= outer.First) return inner.Source[0] == only;
        var subject = index.Subject[Model.SpanFeatures.HeadOf(inner.Cue[0], index.Text)];
        return subject >= 0 && only.Contains(subject);
    }

    private static bool TakeSpeaker(Draft outer, Draft inner, GrammarIndex index)
    {
        var (first, end) = (outer.Content[0].First, outer.Content[0].End);
        var from = first < end && index.Text.Tokens.Lower[first] == "that" ? first + 1 : first;
        if (from >= end) return false;
        inner.Source = [new(from, end)];
        outer.Content = [new(first, Math.Max(end, inner.Content[^1].End))];
        return true;
    }

    /// <summary>The clause that the inner speaker stands in belongs to the outer one.</summary>
    private static bool TakeAll(Draft outer, Draft inner, GrammarIndex index)
    {
        var lower = index.Text.Tokens.Lower;
        var speaker = inner.Source.Count > 0 && inner.Source[0].First >= outer.Cue[^1].End
            && inner.Source[0].First < inner.First ? inner.Source[0].First : inner.First;
        var that = -1;
        for (var t = outer.Cue[^1].End; t < speaker && that < 0; t++)
        {
            if (lower[t] == "that") that = t;
        }

        if (that < 0 && (speaker == inner.First || !HangsFrom(outer, inner, index))) return false;
        var end = Math.Max(outer.Content[^1].End, inner.Content.Count > 0 ? inner.Content[^1].End : inner.Cue[^1].End);
        outer.Content = [new(that < 0 ? speaker : that, end)];
        return true;
    }

    private static bool HangsFrom(Draft outer, Draft inner, GrammarIndex index)
    {
        var at = Model.SpanFeatures.HeadOf(inner.Cue[0], index.Text);
        for (var climb = 0; climb < ClimbMax && at >= 0; climb++)
        {
            if (outer.Cue[0].Contains(at)) return true;
            at = index.Text.Head[at];
        }

        return false;
    }
}
