using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// A claim at which a way back ended, with its words, its clauses, and all claims of the case that lead back to it.
/// </summary>
internal sealed record RootStatement(
    Claim Claim, Report Report, Statement Statement, string Text, IReadOnlyList<Statement> Clauses,
        IReadOnlyList<ClaimOrigin> Led);

/// <summary>
/// The distinct statements of a case, earliest first, and how rare each word is among origins. Copies lead back to a
/// statement that is there already, so they make no word more common.
/// </summary>
internal sealed class StatementIndex
{
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly double _unseen;

    public StatementIndex(OriginMap map, IReadOnlyDictionary<ClaimId, Claim> claims, IReadOnlyDictionary<ReportId,
        Report> reports)
    {
        Roots = [.. map.Claims.GroupBy(c => c.Root).Where(g => claims.ContainsKey(g.Key))
            .Select(g => Root(claims[g.Key], reports, [.. g]))
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
        _unseen = Math.Log(1 + Math.Max(1, origins.Count));
    }

    /// <summary>By date, report and place: the same in every run.</summary>
    public IReadOnlyList<RootStatement> Roots { get; }

    /// <summary>The word's own weight times its rarity among origins (natural logarithm of 1 + all/holders).</summary>
    public double Weight(StatementWord word) => word.Weight * _rarity.GetValueOrDefault(word.Stem, _unseen);

    public bool IsSeen(StatementWord word) => _rarity.ContainsKey(word.Stem);

    public double Weight(Statement statement) => statement.Words.Sum(Weight);

    /// <summary>
    /// The weight of the words that both have, and the part of it on which a negation stands in one alone.
    /// </summary>
    public (double Shared, double Opposed, int Words) Compare(Statement a, Statement b)
    {
        var (shared, opposed, words) = (0.0, 0.0, 0);
        foreach (var (x, y) in Statement.Shared(a, b))
        {
            var weight = Weight(x);
            shared += weight;
            if (!x.IsForename) words++;
            if (x.Negated != y.Negated) opposed += weight;
        }

        return (shared, opposed, words);
    }

    private static RootStatement Root(Claim claim, IReadOnlyDictionary<ReportId, Report> reports,
        IReadOnlyList<ClaimOrigin> led)
    {
        var report = reports[claim.Report];
        var spans = claim.Said.Content.Where(s => s.End <= report.Text.Length).Order().ToList();
        var text = TracedClaim.Text(report, spans);
        var words = CallNames.Of(report, spans) ?? text;
        return new(claim, report, Statement.Of(words), text, [.. words.Split(ClauseEnds).Select(Statement.Of)], led);
    }

    private static readonly char[] ClauseEnds = [',', ';', ':', '–', '—', '.'];

    private static int First(Claim claim) => claim.Said.Content.IsEmpty ? 0 : claim.Said.Content.Min(s => s.Start);
}
