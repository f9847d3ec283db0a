using System.Collections.Immutable;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>The released origins as lines of the picture: grouped by the row of evidence they speak to.</summary>
internal static class OriginLines
{
    /// <param name="origins">By row; those of one row stand together.</param>
    /// <param name="more">How many origins of a row stand not in the picture for want of room.</param>
    public static TimePicture Picture(ImmutableArray<ReleasedOrigin> origins, Func<int, int> more)
    {
        var lines = origins.Select((o, i) => new PictureLine(
            o.Row, o.Voice, o.Disputes, i == origins.Length - 1 || origins[i + 1].Row != o.Row ? more(o.Row) : 0,
            [.. o.Marks.Select(m => new PictureMark(m.At, m.IsRoot, $"{m.Report}, {PageTime.When(m.At)}"))]));
        return new([.. lines], string.Join(' ', origins.Select(Describe)));
    }

    private static string Describe(ReleasedOrigin origin)
    {
        var repeats = origin.Marks.Count(m => !m.IsRoot);
        var root = origin.Marks.FirstOrDefault(m => m.IsRoot);
        var from = root is null ? "" : root.At is null ? ", without a date" : $", {PageTime.When(root.At)}";
        var said = repeats == 0 ? "" : root is null ? $", carried by {Wording.Reports(repeats)}"
            : $", repeated by {Wording.Reports(repeats)}";
        return Wording.Invariant(
            $"Evidence {origin.Row}: {origin.Voice}{(origin.Disputes ? " (against it)" : "")}{from}{said}.");
    }
}
