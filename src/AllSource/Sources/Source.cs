using System.Collections.Immutable;

namespace AllSource.Sources;

/// <summary>
/// A source's handle: a cryptonym, or the public name of an outlet, organisation or office. Never the true name of a
/// protected person. Compared without regard to case.
/// </summary>
public readonly record struct SourceId(string Name)
{
    public bool Equals(SourceId other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name ?? "");

    public override string ToString() => Name;
}

public enum SourceKind
{
    Nobody,
    ProtectedPerson,
    Person,
    Office,
    Organisation,
    Outlet,
    Anonymous,
    Device,
    Document,
}

/// <summary>
/// Reliability of a source, STANAG 2511. F means that it cannot be judged: it carries no weight and is never an
/// average.
/// </summary>
public enum Reliability
{
    A,
    B,
    C,
    D,
    E,
    F,
}

/// <summary>
/// Credibility of one item, STANAG 2511, judged apart from the source. 1 needs two independent origins; 6 cannot be
/// judged.
/// </summary>
public enum Credibility
{
    Confirmed = 1,
    ProbablyTrue = 2,
    PossiblyTrue = 3,
    Doubtful = 4,
    Improbable = 5,
    CannotBeJudged = 6,
}

/// <summary>
/// One entry of the desk's register. <paramref name="Describe"/> is what a reader may be told of it (ICD 206
/// descriptor);
/// <paramref name="Aliases"/> are public names only, and empty for a protected person.
/// </summary>
public sealed record Source(
    SourceId Id, SourceKind Kind, Reliability Reliability, string? Describe, ImmutableArray<string> Aliases)
{
    public bool IsProtected => Kind is SourceKind.ProtectedPerson;
}

/// <summary>
/// The desk's register of sources. A name that nobody registered is an unknown source: reliability F.
/// </summary>
public sealed class SourceRegister
{
    private readonly Dictionary<string, Source> _byName = new(StringComparer.OrdinalIgnoreCase);

    public SourceRegister(IEnumerable<Source> sources)
    {
        Sources = [.. sources.OrderBy(s => s.Id.Name, StringComparer.Ordinal)];
        foreach (var source in Sources)
        {
            _byName[source.Id.Name] = source;
            foreach (var alias in source.Aliases) _byName.TryAdd(alias, source);
        }
    }

    public static SourceRegister Empty { get; } = new([]);

    public ImmutableArray<Source> Sources { get; }

    /// <summary>The entry with this handle or alias; null when there is none.</summary>
    public Source? Find(string? name) => name is not null && _byName.TryGetValue(name.Trim(), out var s) ? s : null;
}
