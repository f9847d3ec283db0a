using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Access;

/// <summary>
/// What must hold for someone to see an item. Written <c>TLP:RED//HERON/KILN</c>: a level, then compartments. Labels
/// form a join semilattice: the join of two admits only whom both admit. A label that does not parse admits nobody.
/// </summary>
public sealed record Label
{
    private readonly bool _sealed;

    private Label(Tlp level, ImmutableSortedSet<string> compartments, bool isSealed)
    {
        Level = level;
        Compartments = compartments;
        _sealed = isSealed;
    }

    /// <summary>For everybody.</summary>
    public static Label Clear { get; } = new(Tlp.Clear, [], false);

    /// <summary>For nobody: the meaning of a marking that could not be read.</summary>
    public static Label Sealed { get; } = new(Tlp.Red, [], true);

    public Tlp Level { get; }

    public ImmutableSortedSet<string> Compartments { get; }

    public bool IsSealed => _sealed;

    public static Label Of(Tlp level, params ReadOnlySpan<string> compartments) =>
        new(level, ImmutableSortedSet.CreateRange(StringComparer.Ordinal, compartments.ToArray()), false);

    /// <summary>The compartment of a source that goes by this name.</summary>
    public static string CompartmentOf(string source) => new([.. source.Trim().ToUpperInvariant().Take(40)
        .Select(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) ? c : '-')]);

    public bool Admits(Clearance clearance) =>
        !_sealed && Level <= clearance.Level
        && (clearance.HoldsAllCompartments || Compartments.IsSubsetOf(clearance.Compartments));

    /// <summary>The least label that admits nobody whom either of the two refuses.</summary>
    public Label Join(Label other) => _sealed || other._sealed
        ? Sealed
        : new(Level > other.Level ? Level : other.Level, Compartments.Union(other.Compartments), false);

    /// <summary>Reads a marking. Unread: the finding says why, and the caller uses <see cref="Sealed"/>.</summary>
    public static Parsed<Label> Parse(string text, Locator where)
    {
        var parts = text.Trim().Split("//", StringSplitOptions.TrimEntries);
        if (TlpWords.TryParse(parts[0]) is not { } level || parts.Length > 2)
        {
            return Unread(where, text);
        }

        var compartments = parts.Length == 1 ? [] : parts[1].Split('/', StringSplitOptions.TrimEntries);
        return compartments.All(IsCompartment) ? Parsed<Label>.Read(Of(level, compartments)) : Unread(where, text);
    }

    public bool Equals(Label? other) => other is not null && _sealed == other._sealed && Level == other.Level
        && Compartments.SetEquals(other.Compartments);

    public override int GetHashCode() => HashCode.Combine(_sealed, Level, Compartments.Count);

    public override string ToString() => _sealed ? "SEALED"
        : Compartments.IsEmpty ? TlpWords.Word(Level) : $"{TlpWords.Word(Level)}//{string.Join('/', Compartments)}";

    private static bool IsCompartment(string word) =>
        word.Length is > 0 and <= 40
            && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or ' ');

    private static Parsed<Label> Unread(Locator where, string text) => Parsed<Label>.Unread(new Finding(
        FindingWeight.Doubt, "label-unread", where,
            $"'{Shorten(text)}' is not a marking, so the item is sealed: nobody sees it.",
        "Write TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED, then // and compartments in capitals."));

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
