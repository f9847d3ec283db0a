using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// An unnamed source whom a report has from another outlet ("a driver told the Meridian News Agency that ...") is the
/// unnamed source of that outlet's own report, where the case holds it: the same mouth, heard by one reporter.
/// </summary>
internal sealed class Confided
{
    /// <summary>The share of words that two readings of one unnamed statement must have in common.</summary>
    private const double LikeMin = .4;

    /// <summary>Of more outlets no names are looked for: every report is searched for every name.</summary>
    private const int OutletsMax = 400;

    private const int TellingPartMin = 5;

    private static readonly string[] Telling =
    [
        "told", "tells", "telling", "speaking to", "speaking with", "spoke to", "spoke with", "speaks to",
        "talking to", "talked to", "interview with", "interviewed by", "quoted by", "confided to", "confided in",
        "comments to", "remarks to", "statement to",
    ];

    /// <summary>Words for an unnamed source that fit whoever it is.</summary>
    private static readonly HashSet<string> Anybody = new(StringComparer.OrdinalIgnoreCase)
    {
        "source", "sources", "person", "insider", "employee", "worker", "witness", "man", "woman", "somebody",
        "unnamed", "official", "someone",
    };

    private readonly CopyGraph _graph;
    private readonly SourceRegister _register;
    private readonly Dictionary<string, List<TracedClaim>> _byCarrier;
    private readonly List<(string Alias, string Carrier)> _names;
    private readonly Dictionary<ReportId, ILookup<string, string>> _told = [];
    private readonly IReadOnlyDictionary<ReportId, List<TracedClaim>> _byReport;

    public Confided(
        CopyGraph graph, IReadOnlyDictionary<ReportId, List<TracedClaim>> byReport, SourceRegister register)
    {
        (_graph, _byReport, _register) = (graph, byReport, register);
        _byCarrier = byReport.Values.SelectMany(c => c).Where(c => c.Voice.Ground == VoiceGround.Unnamed)
            .GroupBy(c => ReportVoice.Carrier(c.Report, register) ?? "").Where(g => g.Key.Length > 0)
            .ToDictionary(g => g.Key, g => g.OrderBy(c => c.Rank).ToList(), StringComparer.OrdinalIgnoreCase);
        _names = [.. NamesOf([.. byReport.Values.Where(c => c.Count > 0)
            .Select(c => ReportVoice.Carrier(c[0].Report, register)).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Take(OutletsMax)])
            .Where(n => _byCarrier.ContainsKey(n.Carrier))];
    }

    public (TracedClaim Target, OriginStep Step)? Of(TracedClaim claim)
    {
        if (claim.Voice.Ground != VoiceGround.Unnamed || _names.Count == 0) return null;
        foreach (var carrier in ToldIn(claim.Report)[claim.VoiceKey])
        {
            var twin = _byCarrier[carrier]
                .Where(t => t.Side == claim.Side && IsOneMouth(claim, t) && t.Report.Id != claim.Report.Id
                    && !_graph.IsCut(claim.Report.Id, t.Report.Id) && !StepFinder.IsSurelyBefore(claim, t))
                .Select(t => (Twin: t, Like: StepFinder.Likeness(claim, t))).Where(x => x.Like >= LikeMin)
                .OrderByDescending(x => Math.Round(x.Like, 2)).ThenBy(x => x.Twin.Rank).Select(x => x.Twin)
                .FirstOrDefault();
            if (twin is null) continue;
            return (twin, new(
                claim.Report.Id, twin.Report.Id, StepEvidence.Citation, claim.Content.FirstOrDefault(),
                twin.Content.FirstOrDefault(),
                $"is what {ReportVoice.Words(twin.Report, _register)} was told, as it says"));
        }

        return null;
    }

    private static bool IsOneMouth(TracedClaim a, TracedClaim b)
    {
        var (one, other) = (Role(a.Voice.Name), Role(b.Voice.Name));
        return string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || Anybody.Contains(one)
            || Anybody.Contains(other);
    }

    /// <summary>"driver" of "driver 1" and of "a delivery driver".</summary>
    private static string Role(string name) => name.Split(' ')
        .LastOrDefault(w => w.Length > 0 && !char.IsDigit(w[0])) ?? "";

    /// <summary>The outlets of the case to which each unnamed voice of a report has spoken, by the voice.</summary>
    private ILookup<string, string> ToldIn(Report report)
    {
        if (_told.TryGetValue(report.Id, out var known)) return known;
        var own = ReportVoice.Carrier(report, _register);
        var mentions = Mentions(report.Text)
            .Where(m => !string.Equals(m.Carrier, own, StringComparison.OrdinalIgnoreCase)).ToList();
        return _told[report.Id] = _byReport[report.Id].Where(c => c.Voice.Ground == VoiceGround.Unnamed)
            .SelectMany(c => mentions.Where(m => IsBeside(c, m.At))
                .Select(m => (c.VoiceKey, m.Carrier))).Distinct().ToLookup(x => x.VoiceKey, x => x.Carrier);
    }

    /// <summary>True between the first word of the claim and its last, but for what is said in it.</summary>
    private static bool IsBeside(TracedClaim claim, int at)
    {
        var said = claim.Claim.Said;
        TextSpan[] spans = [.. said.Source, .. said.Cue, .. said.Addressee, .. said.Content];
        return spans.Length > 0 && spans.Min(s => s.Start) <= at && at < spans.Max(s => s.End)
            && !said.Content.Any(c => c.Contains(at));
    }

    private IEnumerable<(int At, string Carrier)> Mentions(string text)
    {
        foreach (var verb in Telling)
        {
            for (var at = text.IndexOf(verb, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(verb, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var start = at + verb.Length;
                if ((at > 0 && char.IsLetter(text[at - 1])) || start >= text.Length || text[start] != ' ') continue;
                start++;
                if (text.AsSpan(start).StartsWith("the ", StringComparison.OrdinalIgnoreCase)) start += 4;
                foreach (var (alias, carrier) in _names)
                {
                    if (!text.AsSpan(start).StartsWith(alias, StringComparison.Ordinal)) continue;
                    if (!WholeWords.EndAt(text, start + alias.Length)) continue;
                    if (IsLonger(text, start + alias.Length)) break;
                    yield return (at, carrier);
                    break;
                }
            }
        }
    }

    /// <summary>"Meridian Bank" is not Meridian.</summary>
    private static bool IsLonger(string text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);

    /// <summary>
    /// The carriers' names without their article, aliases, and the first word where no other carrier's name has it:
    /// "Meridian" of Meridian News Agency. The longest first.
    /// </summary>
    private IEnumerable<(string Alias, string Carrier)> NamesOf(string[] carriers)
    {
        var names = carriers.SelectMany(c => (_register.Find(c)?.Aliases ?? []).Append(c).Select(n => (Bare(n), c)));
        var parts = carriers.Select(c => (Part: Bare(c).Split(' ')[0], Carrier: c))
            .Where(x => x.Part.Length >= TellingPartMin && x.Part != Bare(x.Carrier))
            .GroupBy(x => x.Part).Where(g => g.Count() == 1).Select(g => (g.Key, g.First().Carrier));
        return names.Concat(parts).Where(n => n.Item1.Length > 2).Distinct()
            .OrderByDescending(n => n.Item1.Length).ThenBy(n => n.Item1, StringComparer.Ordinal);
    }

    private static string Bare(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
