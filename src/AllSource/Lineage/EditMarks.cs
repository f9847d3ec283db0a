using AllSource.Kernel;

namespace AllSource.Lineage;

/// <summary>A stretch of one side of a passage, and whether the other side has it otherwise or not at all.</summary>
public readonly record struct MarkedStretch(TextSpan Span, bool IsChanged);

/// <summary>Cuts one side of a passage at its edits, so that any page or terminal can show them.</summary>
public static class EditMarks
{
    /// <summary>The stretches of side A of the passage, in the text's order; together they are its span.</summary>
    public static IEnumerable<MarkedStretch> OfA(Passage passage) =>
        Cut(passage.ASpan, passage.Edits.Select(static e => e.A));

    /// <summary>The stretches of side B.</summary>
    public static IEnumerable<MarkedStretch> OfB(Passage passage) =>
        Cut(passage.BSpan, passage.Edits.Select(static e => e.B));

    private static IEnumerable<MarkedStretch> Cut(TextSpan span, IEnumerable<TextSpan> edits)
    {
        var at = span.Start;
        foreach (var edit in edits)
        {
            if (edit.IsEmpty || edit.Start < at || edit.End > span.End) continue;
            if (edit.Start > at) yield return new(new(at, edit.Start), false);
            yield return new(edit, true);
            at = edit.End;
        }

        if (at < span.End) yield return new(new(at, span.End), false);
    }
}
