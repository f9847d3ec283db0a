namespace AllSource.Claims.Model;

/// <summary>Paths through <see cref="CrfShape.Spans"/> that are given by their labels.</summary>
internal static class SpanPaths
{
    /// <summary>The one path through <see cref="CrfShape.Spans"/> that has these labels; a run cut by the cue begins
    /// anew behind it.</summary>
    public static void Of(ReadOnlySpan<int> labels, Span<byte> states)
    {
        var side = 0;
        var last = CrfShape.Outside;
        for (var i = 0; i < labels.Length; i++)
        {
            var label = labels[i];
            if (label == CrfShape.InContent && last is not (CrfShape.FirstOfContent or CrfShape.InContent)) label =
                CrfShape.FirstOfContent;
            if (label == CrfShape.FirstOfContent && last == CrfShape.FirstOfContent) label = CrfShape.InContent;
            if (label == CrfShape.InSource && last is not (CrfShape.FirstOfSource or CrfShape.InSource))
            {
                label = side == 0 ? CrfShape.FirstOfSource : CrfShape.Outside;
            }

            if (label == CrfShape.FirstOfSource && side > 0) label = CrfShape.Outside;
            if (label is CrfShape.FirstOfSource or CrfShape.InSource)
            {
                (states[i], side) = ((byte)(label == CrfShape.FirstOfSource ? 4 : 5), 6);
            }
            else
            {
                states[i] = (byte)(side + label switch
                {
                    CrfShape.FirstOfContent => 1,
                    CrfShape.InContent => 2,
                    CrfShape.InCue => 3,
                    _ => 0,
                });
            }

            last = label;
        }
    }

    /// <summary>A path's score; nothing where no such path is.</summary>
    public static float? Score(CrfLattice lattice, CrfModel spans, ReadOnlySpan<byte> states)
    {
        var shape = spans.Shape;
        if (!shape.MayStart[states[0]] || !shape.MayEnd[states[^1]]) return null;
        var score = spans.Start[states[0]] + spans.End[states[^1]];
        for (var i = 0; i < states.Length; i++)
        {
            score += lattice.Emission[(i * shape.Labels) + shape.LabelOf[states[i]]];
            if (i == 0) continue;
            var edge = shape.EdgeOf(states[i - 1], states[i]);
            if (edge < 0) return null;
            score += spans.Edge[edge];
        }

        return score > CrfLattice.Forbidden / 2 ? score : null;
    }
}
