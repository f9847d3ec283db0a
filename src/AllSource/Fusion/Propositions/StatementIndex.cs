using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// A claim at which a way back ended, with its words, its clauses, and all claims of the case that lead back to it.
/// </summary>
internal sealed record RootStatement(
    Claim Claim, Report Report, Statement Statement, string Text, IReadOnlyList<Statement> Clauses,
        IReadOnlyList<ClaimOrigin> Led, ImmutableArray<StatedValue> Values);

/// <summary>What one claim says: its words as read, its text, its clauses, and the values that it gives.</summary>
internal sealed record StatementWords(
    Statement Statement, string Text, IReadOnlyList<Statement> Clauses, ImmutableArray<StatedValue> Values);

/// <summary>
/// The distinct statements of a case, earliest first, and how rare each word is among origins. Copies lead back to a
/// statement that is there already, so they make no word more common.
/// </summary>
internal sealed class StatementIndex
{
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);

    /// <param name="known">Words of claims that were read before; those read now are added.</param>
    public StatementIndex(OriginMap map, IReadOnlyDictionary<ClaimId, Claim> claims, IReadOnlyDictionary<ReportId,
        Report> reports, Dictionary<ClaimId, StatementWords>? known = null)
    {
        Roots = [.. map.Claims.GroupBy(c => c.Root).Where(g => claims.TryGetValue(g.Key, out var root)
                && root.Said.Kind != UtteranceKind.Question)
            .SelectMany(g => RootsOf(claims[g.Key], [.. g], claims, reports, known ?? []))
            .OrderBy(r => r.Report.Facts.Published?.Earliest ?? DateTime.MaxValue).ThenBy(r => r.Report.Id)
            .ThenBy(r => First(r.Claim)).ThenBy(r => r.Claim.Id)];
        var origins = new HashSet<OriginId>();
        var holders = new Dictionary<string, HashSet<OriginId>>(StringComparer.Ordinal);
        foreach (var root in Roots)
        {
            if (root.Led[0].Origin is not { } origin) continue;
            origins.Add(origin);
            foreach (var word in root.Statement.Words)
            {
                if (!holders.TryGetValue(word.Stem, out var set)) holders[word.Stem] = set = [];
                set.Add(origin);
            }
        }

        foreach (var (stem, set) in holders) _rarity[stem] = Math.Log(1 + (origins.Count / (double)set.Count));
        Unseen = Math.Log(1 + Math.Max(1, origins.Count));
    }

    /// <summary>By date, report and place: the same in every run.</summary>
    public IReadOnlyList<RootStatement> Roots { get; }

    /// <summary>The rarity of a word that no origin uses.</summary>
    public double Unseen { get; }

    /// <summary>The word's own weight times its rarity among origins (natural logarithm of 1 + all/holders).</summary>
    public double Weight(StatementWord word) => word.Weight * _rarity.GetValueOrDefault(word.Stem, Unseen);

    public bool IsSeen(StatementWord word) => _rarity.ContainsKey(word.Stem);

    /// <param name="statement">Its words, all weighed.</param>
    /// <param name="without">Words that are left out; null for none.</param>
    public double Weight(Statement statement, Func<StatementWord, bool>? without = null) =>
        statement.Words.Where(w => without is null || !without(w)).Sum(Weight);

    /// <summary>
    /// The weight of the words that both have, the part of it on which a negation stands in one alone,
    /// and the part that one alone leaves open.
    /// </summary>
    public (double Shared, double Opposed, double Open, int Words) Compare(
        Statement a, Statement b, Func<StatementWord, bool>? without = null)
    {
        var (shared, opposed, open, words) = (0.0, 0.0, 0.0, 0);
        foreach (var (x, y) in Statement.Shared(a, b))
        {
            if (without is not null && without(x)) continue;
            var weight = Weight(x);
            shared += weight;
            if (!x.IsForename) words++;
            if (x.Turned != y.Turned && !x.IsMixed && !y.IsMixed) opposed += weight;
            if (x.IsOpen != y.IsOpen) open += weight;
        }

        return (shared, opposed, open, words);
    }

    /// <summary>
    /// A copy that gives another number or date than what it repeats is a statement of its own, of the same origin.
    /// </summary>
    private static IEnumerable<RootStatement> RootsOf(
        Claim root, IReadOnlyList<ClaimOrigin> led, IReadOnlyDictionary<ClaimId, Claim> claims,
        IReadOnlyDictionary<ReportId, Report> reports, Dictionary<ClaimId, StatementWords> known)
    {
        var own = Root(root, reports, led, known);
        if (own.Values.IsEmpty || led.Count == 1) return [own];
        var changed = led.Where(l => l.Claim != root.Id && claims.ContainsKey(l.Claim))
            .Select(l => Root(claims[l.Claim], reports, [l], known))
            .Where(r => RivalValues.Are(own.Values, r.Values)).ToList();
        return changed.Count == 0 ? [own]
            : [own with { Led = [.. led.Where(l => changed.All(c => c.Claim.Id != l.Claim))] }, .. changed];
    }

    private static RootStatement Root(Claim claim, IReadOnlyDictionary<ReportId, Report> reports,
        IReadOnlyList<ClaimOrigin> led, Dictionary<ClaimId, StatementWords> known)
    {
        if (!known.TryGetValue(claim.Id, out var words)) known[claim.Id] = words = Read(claim, reports[claim.Report]);
        return new(claim, reports[claim.Report], words.Statement, words.Text, words.Clauses, led, words.Values);
    }

    private static StatementWords Read(Claim claim, Report report)
    {
        var spans = claim.Said.Content.Where(s => s.End <= report.Text.Length).Order().ToList();
        var text = TracedClaim.Text(report, spans);
        var call = CallNames.Of(report, spans);
        var words = call ?? text;
        return new(Statement.Of(words), text, [.. words.Split(ClauseEnds).Select(Statement.Of)],
            call is null ? ValueReader.Of(text) : []);
    }

    private static readonly char[] ClauseEnds = [',', ';', ':', '–', '—', '.'];

    private static int First(Claim claim) => claim.Said.Content.IsEmpty ? 0 : claim.Said.Content.Min(s => s.Start);
}
