using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Turns traced roots into origins with their words, and every claim's way back into steps and a sentence.
/// </summary>
internal sealed class OriginWriter(
    SourceRegister register,
    IReadOnlyDictionary<ReportId, Report> reports,
    IReadOnlyDictionary<TracedClaim, TracedClaim> roots,
    IReadOnlyDictionary<TracedClaim, TracedClaim> ties)
{
    public OriginMap Write(
        IReadOnlyList<TracedClaim> all, ImmutableArray<CopyEdge> edges, ImmutableArray<OriginConflict> conflicts,
        ImmutableArray<Claim> narrated)
    {
        var groups = ties.GroupBy(t => t.Value, t => t.Key).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Rank)
            .ToList());
        var originOf = groups.ToDictionary(g => g.Key, g => OriginOf(g.Key, g.Value) is { } origin
            ? origin with { IsFirstKnown = g.Value.Select(c => c.Report.Id).Distinct().Count() == 1 } : null);
        var quoted = all.GroupBy(c => c.Report.Id).SelectMany(g => Disowned([.. g])).ToHashSet();
        var claims = all.Select(c => Trace(c, originOf[ties[roots[c]]], !quoted.Contains(c)))
            .OrderBy(c => c.Report).ThenBy(c => c.Claim).ToImmutableArray();
        var origins = originOf.Values.OfType<Origin>().DistinctBy(o => o.Id).OrderBy(o => o.Id).ToImmutableArray();
        var byId = origins.ToDictionary(o => o.Id);
        var perReport = claims.ToLookup(c => c.Report);
        return new(
            origins, [.. reports.Keys.Order().Select(id => ReportOf(id, [.. perReport[id]], byId))], claims, edges,
                conflicts)
        {
            Narrated = narrated,
        };
    }

    private Origin? OriginOf(TracedClaim root, List<TracedClaim> tied)
    {
        var named = tied.Where(t => t.Voice.Ground == VoiceGround.Named).DistinctBy(t => t.VoiceKey).ToList();
        if (tied.Select(t => t.VoiceKey).Distinct().Count() > 1 && named.Count != 1) return Shared(root, tied);
        var speaker = named.Count == 1 ? named[0] : root;
        if (root.LooseStep?.To is { } place && speaker.Voice.Ground == VoiceGround.OwnWords)
        {
            var voice = ReportVoice.Of(reports[place], register);
            return Make(OriginKind.OwnWords, voice.Name, voice.Kind, place, ReportVoice.Words(reports[place],
                register));
        }

        var at = root.LooseStep?.To ?? root.Report.Id;
        var (name, kind) = (speaker.Voice.Name, speaker.Voice.Kind);
        var words = ReportVoice.Words(reports[at], register);
        return speaker.Voice.Ground switch
        {
            VoiceGround.OwnWords => Make(OriginKind.OwnWords, name, kind, at, OwnWords(name, at)),
            VoiceGround.Named when IsOf(name, at) => Make(OriginKind.OwnWords, name, kind, at, words),
            VoiceGround.Named => Make(OriginKind.NamedSpeaker, name, kind, at, $"{name}, in {words}"),
            VoiceGround.Unnamed => Make(OriginKind.AnonymousSpeaker, name, kind, at, $"{name}, unnamed, in {words}"),
            VoiceGround.Outlet => Make(OriginKind.NamedOutlet, name, kind, null, $"{name}, as relayed by {words}"),
            VoiceGround.Nobody => null,
            _ => throw new ArgumentOutOfRangeException(nameof(root), speaker.Voice.Ground, "not a ground"),
        };
    }

    private string OwnWords(string name, ReportId at)
    {
        var words = ReportVoice.Words(reports[at], register);
        return IsOf(name, at) || ReportVoice.Carrier(reports[at], register) is null ? words : $"{name}, in {words}";
    }

    private bool IsOf(string name, ReportId at) =>
        string.Equals(ReportVoice.Carrier(reports[at], register), name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A text of several reports with no first: the voice is the best known among them, so that copies change nothing.
    /// </summary>
    private Origin Shared(TracedClaim root, List<TracedClaim> tied)
    {
        var best = tied.OrderBy(t => register.Find(t.Voice.Name)?.Reliability ?? Reliability.F).ThenBy(t => t.Rank)
            .First();
        var names = tied.Select(t => ReportVoice.Words(t.Report, register)).Distinct().Order(StringComparer.Ordinal)
            .ToList();
        var unnamed = tied.All(t => t.Voice.Ground == VoiceGround.Unnamed)
            && tied.Select(t => t.Voice.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
        var listed = names.Count <= 3 ? string.Join(" and ", names)
            : $"{names[0]}, {names[1]} and {names.Count - 2} more";
        return Make(
            unnamed ? OriginKind.AnonymousSpeaker : OriginKind.SharedText, best.Voice.Name, best.Voice.Kind,
                root.Report.Id,
            $"a text shared by {listed}; nothing tells who was first");
    }

    private Origin Make(OriginKind kind, string voice, SourceKind voiceKind, ReportId? root, string words) => new(
        new(FactId.From("o", kind.ToString(), voice.ToLowerInvariant(), root?.Value)), kind, voice, voiceKind, root,
        root is { } id ? reports[id].Facts.Published : null, words);

    private ClaimOrigin Trace(TracedClaim claim, Origin? origin, bool support)
    {
        var path = ImmutableArray.CreateBuilder<OriginStep>();
        var at = claim;
        for (; at.Link is { } link; at = link.Target) path.Add(link.Step);
        if (at.LooseStep is { } loose) path.Add(loose);
        var steps = path.Where(s => s.To != s.From).Select(s => s.Why).ToList();
        var from = origin is null ? "Nobody is named for it: no new origin" : $"Origin: {origin.Words}";
        var way = steps.Count == 0 ? "" : $"; it {string.Join(", which ", steps)}";
        var quoted = support ? ""
            : "; it is asked, said in jest, or quoted to deny, doubt, dispute or withdraw it: no support";
        return new(claim.Id, claim.Report.Id, origin?.Id, support, path.ToImmutable(), $"{from}{way}{quoted}.")
        {
            Root = at.Id,
            Voice = claim.Voice.Name,
        };
    }

    /// <summary>
    /// Questions and jests, and claims that stand inside the content of a denial, doubt, dispute or withdrawal of the
    /// same report.
    /// </summary>
    private static IEnumerable<TracedClaim> Disowned(List<TracedClaim> claims)
    {
        var against = claims.Where(c => c.Claim.Said.Act is Act.Deny or Act.Dispute or Act.Doubt or Act.Withdraw)
            .ToList();
        return claims.Where(c => c.Claim.Said.Kind == UtteranceKind.Question
            || against.Any(a => a != c && c.Claim.Said.Cue.Length > 0
            && a.Content.Any(span => span.Contains(c.Claim.Said.Cue[0]))));
    }

    private static ReportOrigins ReportOf(ReportId id, ClaimOrigin[] claims, Dictionary<OriginId, Origin> origins)
    {
        var mine = claims.Where(c => c.Origin is not null).GroupBy(c => c.Origin!.Value)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        var listed = string.Join("; ", mine.Take(4).Select(g => $"{origins[g.Key].Words} ({g.Count()})"));
        var more = mine.Count > 4 ? $"; and {mine.Count - 4} more" : "";
        var sentence = mine.Count == 0 ? "No claim with a known origin was read in it."
            : $"{Count(claims.Length, "claim")} of {Count(mine.Count, "origin")}: {listed}{more}.";
        return new(id, [.. mine.Select(g => g.Key).Order()], sentence);
    }

    private static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
