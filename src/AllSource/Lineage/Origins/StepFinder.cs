using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Finds for one claim the step back towards its origin: the report that its own copies in a passage; a report that an
/// analyst linked; the outlet that its chain names; an earlier report with the same statement of the same named
/// speaker.
/// </summary>
internal sealed class StepFinder(
    CopyGraph graph, IReadOnlyDictionary<ReportId, List<TracedClaim>> byReport, SourceRegister register)
{
    /// <summary>The share of a claim's content that must lie in passages for it to be a copy.</summary>
    private const double CoveredMin = .5;

    /// <summary>The share of words that two readings of one statement must have in common.</summary>
    private const double LikeMin = .5;

    /// <summary>The share of a claim's words that the original's stretch must hold where no claim was read
    /// there.</summary>
    private const double SaidMin = .7;

    private readonly Dictionary<string, List<TracedClaim>> _byCarrier = byReport.Values.SelectMany(c => c)
        .GroupBy(c => ReportVoice.Carrier(c.Report, register)?.ToLowerInvariant() ?? "")
        .ToDictionary(g => g.Key, g => g.OrderBy(c => c.Rank).ToList(), StringComparer.Ordinal);

    private readonly Confided _confided = new(graph, byReport, register);

    public void Find(TracedClaim claim)
    {
        if (Passage(claim) is { } copied)
        {
            if (copied.Twin is { } twin) claim.Link = (twin, copied.Step);
            else claim.LooseStep = copied.Step;
        }
        else if (Judged(claim) is { } judged)
        {
            claim.Link = judged;
        }
        else
        {
            claim.Link = Cited(claim) ?? _confided.Of(claim) ?? StoodBy(claim);
        }
    }

    /// <summary>The claims that share an undirected passage with this one and take the same side.</summary>
    public IEnumerable<TracedClaim> Tied(TracedClaim claim)
    {
        foreach (var stretch in graph.Of(claim.Report.Id).Where(s => !s.IsDirected))
        {
            if (claim.Content.Sum(c => c.OverlapWith(stretch.Mine)) < CoveredMin * claim.Content.Sum(c =>
                c.Length)) continue;
            if (TwinAt(claim, stretch.Other, [stretch.Theirs]) is not { } twin) continue;
            if (!IsOwnOf(claim, stretch.Other, twin) && !IsOwnOf(twin, claim.Report.Id, claim)) yield return twin;
        }
    }

    private bool IsOwnOf(TracedClaim claim, ReportId other, TracedClaim? twin) =>
        !graph.IsLinked(claim.Report.Id, other) && OwnWitness.Is(
            claim, byReport[other][0].Report, twin,
            [.. graph.Of(claim.Report.Id).Where(s => s.Other == other).Select(s => s.Mine)], register);

    private (TracedClaim? Twin, OriginStep Step)? Passage(TracedClaim claim)
    {
        var length = claim.Content.Sum(s => s.Length);
        var covers = graph.Of(claim.Report.Id).Where(s => s.OtherIsOriginal)
            .Select(s => (Stretch: s, Shared: claim.Content.Sum(c => c.OverlapWith(s.Mine))))
            .Where(x => x.Shared > 0).GroupBy(x => x.Stretch.Other)
            .Where(g => !IsSurelyBefore(claim, g.Key, [.. g.Select(x => x.Stretch.Theirs)])
                && g.Sum(x => x.Shared) >= CoveredMin * length && IsSaidThere(claim, g.Select(x => x.Stretch))
                && !IsOwnOf(claim, g.Key, TwinAt(claim, g.Key, [.. g.Select(x => x.Stretch.Theirs)])))
            .ToDictionary(g => g.Key, g => g.ToList());
        if (covers.Count == 0) return null;

        // Among those that hold the words the nearest one is meant: one that the report names, then one that no other
        // derives from.
        var original = covers.Keys
            .OrderByDescending(o => Names(claim, byReport[o][0].Report))
            .ThenByDescending(o => covers.Keys.Count(other => graph.Repeats(o, other)))
            .ThenByDescending(o => covers[o].Sum(x => x.Shared)).ThenBy(o => o).First();
        var shared = covers[original].MaxBy(x => x.Shared).Stretch;
        var theirs = covers[original].Select(x => x.Stretch.Theirs).ToList();
        var first = byReport[original][0].Report;
        var words = ReportVoice.Words(first, register);
        var twin = TwinAt(claim, original, theirs);

        // A passage may run over a sentence that the copier put in between: then the original does not say it.
        if (twin is null)
        {
            var there = Statement.Of(TracedClaim.Text(first, theirs));
            if (Statement.Share(claim.Statement, there) < SaidMin) return null;
            if (Statement.AreContrary(claim.Statement, there)) return null;
        }

        return (twin, new(
            claim.Report.Id, original, StepEvidence.Passage, shared.Mine, shared.Theirs,
                $"repeats {words}, in a shared passage"));
    }

    /// <summary>
    /// What is denied, doubted or disputed is quoted, not said: such a claim is another's only where the denial stands
    /// in the passage too, its speaker and its verb.
    /// </summary>
    private static bool IsSaidThere(TracedClaim claim, IEnumerable<SharedStretch> stretches) =>
        !claim.IsAgainst
        || (IsCovered(claim.Claim.Said.Source, stretches) && IsCovered(claim.Claim.Said.Cue, stretches));

    private static bool IsCovered(IReadOnlyCollection<TextSpan> spans, IEnumerable<SharedStretch> stretches) =>
        spans.Sum(s => stretches.Sum(x => x.Mine.OverlapWith(s))) >= CoveredMin * spans.Sum(static s => s.Length);

    private TracedClaim? TwinAt(TracedClaim claim, ReportId report, IReadOnlyList<TextSpan> at) => byReport[report]
        .Where(t => t.Side == claim.Side && t.Content.Any(c => at.Any(c.Overlaps)))
        .Select(t => (Twin: t, Like: Statement.Containment(claim.Statement, t.Statement)))
        .Where(x => x.Like >= LikeMin && !Statement.AreContrary(claim.Statement, x.Twin.Statement))
        .OrderByDescending(x => Math.Round(x.Like, 2)).ThenByDescending(x => x.Twin.VoiceKey == claim.VoiceKey)

        // Two voices may speak in one sentence; an unnamed one has another key in every report, but the same name.
        .ThenByDescending(x => x.Twin.Claim.Said.Canonical == claim.Claim.Said.Canonical)
        .ThenByDescending(x => x.Twin.Content.Sum(c => at.Max(a => a.OverlapWith(c)))).ThenBy(x => x.Twin.Rank)
        .Select(x => x.Twin).FirstOrDefault();

    private (TracedClaim, OriginStep)? Judged(TracedClaim claim)
    {
        foreach (var original in graph.OriginalsOf(claim.Report.Id))
        {
            if (graph.Of(claim.Report.Id).Any(s => s.Other == original)) continue;
            if (Likest(claim, byReport[original]) is not { } twin) continue;
            return (twin, new(
                claim.Report.Id, original, StepEvidence.Judgment, null, null,
                $"derives from {ReportVoice.Words(twin.Report, register)}, as an analyst judged"));
        }

        return null;
    }

    /// <summary>
    /// The outlet nearest to the reader that the chain names besides the report's own source, if the case holds it.
    /// </summary>
    private (TracedClaim, OriginStep)? Cited(TracedClaim claim)
    {
        var own = ReportVoice.Carrier(claim.Report, register);
        foreach (var relay in claim.Claim.Chain)
        {
            var known = register.Find(relay.Name) ?? register.Find($"the {relay.Name}");
            var name = known?.Id.Name ?? relay.Name;
            if ((known?.Kind ?? relay.Kind) != SourceKind.Outlet) continue;
            if (string.Equals(name, own, StringComparison.OrdinalIgnoreCase)) continue;
            if (!_byCarrier.TryGetValue(name.ToLowerInvariant(), out var theirs)) continue;
            if (Likest(claim, theirs.Where(t => !graph.IsCut(claim.Report.Id, t.Report.Id)
                && !IsSurelyBefore(claim, t))) is not { } twin
                || twin.Report.Id == claim.Report.Id) continue;
            return (twin, new(
                claim.Report.Id, twin.Report.Id, StepEvidence.Citation, claim.Content.FirstOrDefault(),
                twin.Content.FirstOrDefault(), $"relays {ReportVoice.Words(twin.Report, register)}, which it names"));
        }

        return null;
    }

    /// <summary>Who stands by a report of his own says again what was said in it, and by whose mouth.</summary>
    private (TracedClaim, OriginStep)? StoodBy(TracedClaim claim)
    {
        if (claim.Claim.Said.Act != Act.StandBy) return null;
        var name = claim.Voice.Name.ToLowerInvariant();
        if (!_byCarrier.TryGetValue(name, out var theirs)) return null;
        if (Likest(claim, theirs.Where(t => t.Report.Id != claim.Report.Id && !IsSurelyBefore(claim, t)
            && !graph.IsCut(claim.Report.Id, t.Report.Id))) is not { } twin) return null;
        return (twin, new(
            claim.Report.Id, twin.Report.Id, StepEvidence.Citation, claim.Content.FirstOrDefault(),
            twin.Content.FirstOrDefault(), $"stands by {ReportVoice.Words(twin.Report, register)}"));
    }

    /// <summary>True when the claim was there before the other: it cannot come from it.</summary>
    internal static bool IsSurelyBefore(TracedClaim claim, TracedClaim other) =>
        claim.At is { } own && other.At is { } then && own.IsSurelyBefore(then);

    private bool IsSurelyBefore(TracedClaim claim, ReportId other, TextSpan[] at) =>
        !graph.IsLinked(claim.Report.Id, other) && claim.At is { } own
        && TracedClaim.TimeAt(byReport[other][0].Report, at) is { } then && own.IsSurelyBefore(then);

    private static TracedClaim? Likest(TracedClaim claim, IEnumerable<TracedClaim> among) => among
        .Where(t => t.Side == claim.Side)
        .Select(t => (Twin: t, Like: Likeness(claim, t))).Where(x => x.Like >= LikeMin)
        .OrderByDescending(x => Math.Round(x.Like, 2)).ThenBy(x => x.Twin.Rank).Select(x => x.Twin).FirstOrDefault();

    /// <summary>
    /// Containment, but nothing for statements that share fewer than three words: those meet by chance.
    /// </summary>
    internal static double Likeness(TracedClaim a, TracedClaim b) =>
        Statement.Shared(a.Statement, b.Statement).Take(3).Count() < 3 ? 0 : Statement.Containment(a.Statement,
            b.Statement);

    /// <summary>
    /// True when the report names the other's source: in a chain, as who wrote or forwarded it, or in its text.
    /// </summary>
    private bool Names(TracedClaim claim, Report other)
    {
        if (ReportVoice.Carrier(other, register) is not { Length: > 2 } name) return false;
        if (string.Equals(name, ReportVoice.Carrier(claim.Report, register),
            StringComparison.OrdinalIgnoreCase)) return false;
        var facts = claim.Report.Facts;
        if (Holds(facts.Author) || claim.Report.Messages.Any(m => m.ForwardedFrom is { } f && Same(f))) return true;
        if (claim.Claim.Chain.Any(r => Same(r.Name))) return true;
        if (register.Find(name)?.Kind is not (SourceKind.Outlet or null)) return false;
        return Holds(claim.Report.Text)
            || (register.Find(name)?.Aliases.Any(a => a.Length > 3 && claim.Report.Text.Contains(a,
                StringComparison.Ordinal)) ?? false);

        bool Holds(string? text) => text?.Contains(name, StringComparison.OrdinalIgnoreCase) ?? false;

        bool Same(string relay) => string.Equals(register.Find(relay)?.Id.Name ?? relay, name,
            StringComparison.OrdinalIgnoreCase);
    }
}
