using System.Collections.Immutable;

namespace AllSource.Kernel;

/// <summary>
/// A place in something received: file, then line, column, byte, row or part, as far as they are known. Lines, columns
/// and rows count from 1; null means "not known", never 0.
/// </summary>
public sealed record Locator(
    string File, int? Line = null, int? Column = null, long? Byte = null, int? Row = null, string? Part = null)
{
    public override string ToString()
    {
        var place = File;
        if (Part is not null) place += $" [{Part}]";
        if (Line is not null) place += $", line {Line}";
        if (Column is not null) place += $", column {Column}";
        if (Row is not null) place += $", row {Row}";
        return Byte is not null && Line is null && Row is null ? $"{place}, byte {Byte}" : place;
    }
}

/// <summary>
/// How much a finding weighs: a note changes nothing, a doubt was resolved by a guess, a loss left something out.
/// </summary>
public enum FindingWeight
{
    Note,
    Doubt,
    Loss,
}

/// <summary>
/// Something a reader of outside text noticed: where, what, and what to do about it. <paramref name="Kind"/> is a
/// stable kebab-case word for scripts. A finding must never hold a protected person's true name: quote the place, not
/// the content.
/// </summary>
public sealed record Finding(FindingWeight Weight, string Kind, Locator Where, string What, string? WayOut = null)
{
    public override string ToString() => WayOut is null ? $"{Where}: {What}" : $"{Where}: {What} {WayOut}";
}

/// <summary>
/// What came of reading outside text: a value, or none, and in both cases what was noticed on the way. Outside text
/// never throws; a caller's bug does.
/// </summary>
public sealed record Parsed<T>(T? Value, ImmutableArray<Finding> Findings)
    where T : class
{
    public bool IsRead => Value is not null;

    public static Parsed<T> Read(T value, params ReadOnlySpan<Finding> findings) => new(value, [.. findings]);

    public static Parsed<T> Unread(params ReadOnlySpan<Finding> findings) => new(null, [.. findings]);
}
