namespace AllSource.Kernel;

/// <summary>
/// A stretch of one text, [Start, End), in UTF-16 code units of that text. Files and doors for measuring count Unicode
/// code points instead: <see cref="CodePointMap"/> translates. The default is the empty stretch at 0.
/// </summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    public bool IsEmpty => Start == End;

    public string Of(string text) => text[Start..End];

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Contains(int position) => Start <= position && position < End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>How many code units both share; 0 when they do not touch.</summary>
    public int OverlapWith(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    public TextSpan Shift(int by) => new(Start + by, End + by);

    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start)
        : End.CompareTo(other.End);

    public override string ToString() => $"{Start}-{End}";
}

/// <summary>
/// Translates offsets of one text between UTF-16 code units (inside) and Unicode code points (files, doors).
/// </summary>
public sealed class CodePointMap
{
    private readonly int[]? _unitOfPoint; // null when the text has no surrogate pair: both counts are then the same
    private readonly int _length;

    public CodePointMap(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return;
        var units = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            units.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        units.Add(text.Length);
        _unitOfPoint = [.. units];
    }

    /// <summary>How many code points the text has.</summary>
    public int Length => _unitOfPoint is null ? _length : _unitOfPoint.Length - 1;

    /// <summary>The code point at or before a code unit.</summary>
    public int ToPoint(int unit)
    {
        if (_unitOfPoint is null) return unit;
        var at = Array.BinarySearch(_unitOfPoint, unit);
        return at >= 0 ? at : ~at - 1;
    }

    public int ToUnit(int point) => _unitOfPoint is null ? point : _unitOfPoint[point];

    public (int Start, int End) ToPoints(TextSpan span) => (ToPoint(span.Start), ToPoint(span.End));

    public TextSpan ToUnits(int start, int end) => new(ToUnit(start), ToUnit(end));
}
