using System.Runtime.CompilerServices;
using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Alignment;

/// <summary>One text's words as the aligner walks them.</summary>
internal readonly ref struct WordRow(Words words)
{
    public readonly ReadOnlySpan<uint> Codes = words.Codes;
    public readonly ReadOnlySpan<WordMarks> Marks = words.Marks;

    public int Count => Codes.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int word, WordMarks mark) => (Marks[word] & mark) != 0;

    /// <summary>
    /// True when an ellipsis stands in [from, to] of the text: the writer says that something is left out.
    /// </summary>
    public bool IsCut(int from, int to)
    {
        for (var w = from; w <= to && w < Marks.Length; w++) if (Has(w, WordMarks.AfterEllipsis)) return true;
        return false;
    }

    public bool IsWholeLines(int from, int to) =>
        from < to && Has(from, WordMarks.LineStart) && Has(to, WordMarks.LineStart);

    public bool IsWholeParagraph(int from, int to) =>
        from < to && Has(from, WordMarks.ParagraphStart) && to < Count && Has(to, WordMarks.ParagraphStart);

    /// <summary>
    /// True when the word before this one, in the direction of the step, was the last of a quotation.
    /// </summary>
    public bool EndsQuotation(int at, int step) =>
        Has(at - step, WordMarks.Quoted) && (at < 0 || at >= Count || !Has(at, WordMarks.Quoted));
}
