using System.Collections.Immutable;
using AllSource.Sources;

namespace AllSource.Claims;

/// <summary>
/// The mouths that a claim passed through, nearest to the reader first: the report's outlet or source, then the
/// speakers from the
/// outermost in. Nobody adds no link.
/// </summary>
public static class ClaimChain
{
    /// <summary>Nesting deeper than this is no speech of people but an attack on the stack or the screen.</summary>
    private const int DepthMax = 16;

    public static ImmutableArray<Relay> Of(Attribution said, ImmutableArray<Attribution> all) => Of(null, said, all);

    /// <param name="carrier">The source of the report itself, where it is known.</param>
    /// <param name="all">All attributions of the same text: <see cref="Attribution.Parent"/> counts in them.</param>
    public static ImmutableArray<Relay> Of(SourceId? carrier, Attribution said, ImmutableArray<Attribution> all) =>
        Of(carrier, [], said, all);

    /// <param name="writers">Who wrote the stretch of the report in which it is said, the outermost first: the sender
    /// of a message, the author of a quoted mail.</param>
    public static ImmutableArray<Relay> Of(SourceId? carrier, IReadOnlyList<string> writers, Attribution said,
        ImmutableArray<Attribution> all)
    {
        var relays = new List<Relay>();
        Attribution? a = said;
        for (var depth = 0; a is not null && depth < DepthMax; depth++)
        {
            if (a.Canonical.Length > 0) relays.Add(new Relay(a.Canonical, a.SourceKind));
            a = a.Parent is { } parent && parent >= 0 && parent < all.Length ? all[parent] : null;
        }

        bool IsThere(string name) => relays.Exists(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        for (var w = writers.Count - 1; w >= 0; w--)
        {
            if (!IsThere(writers[w]) && carrier?.Name != writers[w]) relays.Add(new Relay(writers[w],
                SourceKind.Person));
        }

        if (carrier is { } source) relays.Add(new Relay(source.Name, SourceKind.Outlet));
        relays.Reverse();
        return [.. relays];
    }
}
