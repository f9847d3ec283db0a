using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Ledger;

/// <summary>
/// Asks the ledger of a case: who said what, who denies it, what came through whom. It answers from the case as it
/// stands, with the analysts' acts applied and withdrawn reports gone; the same case and question, the same answer.
/// </summary>
public sealed class AskLedger
{
    private const int NearMax = 5;

    private readonly AssessedCase _case;
    private readonly SourceRegister _register;
    private readonly Dictionary<ReportId, Report> _reports;
    private readonly Dictionary<ClaimId, Claim> _claims;
    private readonly Dictionary<ClaimId, ClaimOrigin> _origins;
    private readonly OutletWays _ways;
    private readonly Sentences _sentences = new();

    public AskLedger(AssessedCase assessed)
    {
        _case = assessed;
        _register = new(assessed.File.Sources);
        _reports = assessed.Reports.ToDictionary(r => r.Id);
        var map = assessed.Assessment.Origins;
        _claims = assessed.Claims.Where(c => c.Said.Kind == UtteranceKind.Speech).Concat(map.Narrated)
            .DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        _origins = map.Claims.DistinctBy(c => c.Claim).ToDictionary(c => c.Claim);
        _ways = new(_register, _reports, _origins);
    }

    public LedgerAnswer Ask(LedgerQuery query)
    {
        var found = _claims.Keys.ToDictionary(id => id, _ => new Found());
        if (query.Denies is { } denied) Keep(found, Against(denied));
        if (query.Withdrawn) Keep(found, Withdrawn());
        if (query.Declined) Keep(found, id => _claims[id].Said.Act == Act.Decline ? new() : null);
        if (query.Source is { } source) Keep(found, id => IsOf(source, id) ? new() : null);
        if (query.Via is { } via) Keep(found, id => _ways.Through(_claims[id], via) is { } why ? new(why) : null);

        // Without a question the ledger is what is attributed: a report's own sentences are its text.
        var shown = found.Where(f => !query.IsEmpty || !_claims[f.Key].Said.Cue.IsEmpty)
            .Select(f => Row(_claims[f.Key], f.Value))
            .OrderBy(r => r.Report.Facts.Published?.Earliest ?? DateTime.MaxValue).ThenBy(r => r.Report.Id)
            .ThenBy(r => r.Sentence).ThenBy(r => r.Claim.Said.Cue.FirstOrDefault()).ThenBy(r => r.Claim.Id);
        var rows = shown.ToImmutableArray();
        return new(rows, _claims.Count, rows.IsEmpty ? Near(query.Source ?? query.Via) : []);
    }

    /// <summary>Why a claim answers, as far as it is more than that it was asked for.</summary>
    private sealed record Found(string? Why = null, Stance? Stance = null);

    private static void Keep(Dictionary<ClaimId, Found> found, Func<ClaimId, Found?> holds)
    {
        foreach (var (id, before) in found.ToList())
        {
            if (holds(id) is not { } now) found.Remove(id);
            else found[id] = new(Joined(before.Why, now.Why), now.Stance ?? before.Stance);
        }
    }

    private static string? Joined(string? a, string? b) => a is null ? b : b is null ? a : $"{a}; {b}";

    private bool IsOf(string source, ClaimId id)
    {
        var name = NameOf(source);
        return Same(NameOf(_claims[id].Said.Canonical), name)
            || (_origins.TryGetValue(id, out var origin) && Same(origin.Voice, name));
    }

    private string NameOf(string name) => _register.Find(name)?.Id.Name ?? name.Trim();

    private static bool Same(string a, string b) =>
        a.Length > 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The claims against a proposition or a row by its id, or against a sentence.</summary>
    private Func<ClaimId, Found?> Against(string denied)
    {
        var assessment = _case.Assessment;
        IEnumerable<PropositionClaim>? claims =
            assessment.Propositions.FirstOrDefault(p => p.Id.Value == denied)?.Claims
            ?? assessment.Matrix.FirstOrDefault(r => !r.IsAssumption && Same(r.Id, denied))?.Claims;
        var against = (claims is null ? ByWords(denied) : claims.Where(c => IsAgainst(c.Stance))
            .Select(c => (c.Claim, new Found(c.Why, c.Stance)))).DistinctBy(x => x.Item1)
            .ToDictionary(x => x.Item1, x => x.Item2);
        return id => against.GetValueOrDefault(id);
    }

    private static bool IsAgainst(Stance stance) => stance is Stance.Denies or Stance.Disputes or Stance.Doubts;

    /// <summary>
    /// As evidence is matched with a row that a person wrote, by weighted words, names and numbers: statements that
    /// stand against the sentence, with all that leads back to them; and of those that lead back to what affirms it,
    /// the ones whose own act or words are against it.
    /// </summary>
    private IEnumerable<(ClaimId, Found)> ByWords(string sentence)
    {
        var index = new StatementIndex(_case.Assessment.Origins, _claims, _reports);
        foreach (var match in new RowMatcher(index).Match([sentence])[0])
        {
            foreach (var led in match.Root.Led.Where(l => _claims.ContainsKey(l.Claim)))
            {
                if (match.Sign >= 0 && !OwnWords.AreAgainst(_claims[led.Claim], _reports, sentence)) continue;
                var stance = _claims[led.Claim].Said.Act switch
                {
                    Act.Doubt => Stance.Doubts,
                    Act.Dispute => Stance.Disputes,
                    _ => Stance.Denies,
                };
                yield return (led.Claim, new(match.Why.Replace("with the row", "with what was asked",
                    StringComparison.Ordinal), stance));
            }
        }
    }

    /// <summary>Who withdraws, and the claims that count no more because their source has withdrawn them.</summary>
    private Func<ClaimId, Found?> Withdrawn()
    {
        var taken = _case.Assessment.Propositions.SelectMany(p => p.Claims).Where(c => c.IsWithdrawn)
            .Select(c => c.Claim).ToHashSet();
        return id => _claims[id].Said.Act == Act.Withdraw ? new("it takes back what was said")
            : taken.Contains(id) ? new("the source that first carried it has withdrawn it") : null;
    }

    private LedgerRow Row(Claim claim, Found found)
    {
        var report = _reports[claim.Report];
        var origin = _origins.GetValueOrDefault(claim.Id);
        var voice = origin?.Voice is { Length: > 0 } known ? known : NameOf(claim.Said.Canonical);
        return new(claim, report, _sentences.Around(report, claim.Said), voice, found.Stance,
            [.. new[] { claim.Said.Why, found.Why, origin?.Sentence }.OfType<string>().Where(w => w.Length > 0)]);
    }

    /// <summary>Names of the case that share a word with a name that nobody bears.</summary>
    private ImmutableArray<string> Near(string? name)
    {
        if (name is null) return [];
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).ToList();
        return
        [
            .. _case.Assessment.Origins.Claims.Select(c => c.Voice).Concat(_ways.Outlets).Where(v => v.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(v => !Same(v, NameOf(name))
                    && words.Any(w => v.Contains(w, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.OrdinalIgnoreCase).Take(NearMax),
        ];
    }
}
