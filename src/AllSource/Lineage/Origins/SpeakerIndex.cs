using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Leads each further report of a statement back to the earliest report in which the same named speaker makes it. A
/// person who repeats himself, or is quoted by two outlets, is one origin.
/// </summary>
internal static class SpeakerIndex
{
    private const double LikeMin = .6;

    private const int SharedMin = 3;

    /// <summary>
    /// A word that a voice uses in every statement leads to all of them: past this many it is not followed.
    /// </summary>
    private const int PostingsMax = 200;

    public static void Lead(IEnumerable<TracedClaim> claims, SourceRegister register)
    {
        var publicity = new Publicity(register);
        var voices = claims.Where(c => c.Voice.Ground is VoiceGround.Named or VoiceGround.OwnWords && c.Side < 2
            && c.Report.Calls.IsEmpty) // two rows of call records look alike and are two events
            .GroupBy(c => (c.VoiceKey, c.Side));
        foreach (var voice in voices)
        {
            var leaders = new Dictionary<string, List<TracedClaim>>(StringComparer.Ordinal);
            foreach (var claim in voice.OrderBy(c => c.Rank))
            {
                if (claim.Statement.Words.Length < SharedMin) continue;
                if (claim.Link is not null || claim.LooseStep is not null) continue; // a copy is nobody's root
                var leader = Earliest(claim, leaders, publicity);
                if (leader is null) Keep(claim, leaders);
                else claim.Link = (leader, Step(claim, leader, register));
            }
        }
    }

    private static void Keep(TracedClaim claim, Dictionary<string, List<TracedClaim>> leaders)
    {
        foreach (var word in claim.Statement.Words)
        {
            if (!leaders.TryGetValue(word.Stem, out var list)) leaders[word.Stem] = list = [];
            if (list.Count < PostingsMax) list.Add(claim);
        }
    }

    private static TracedClaim? Earliest(
        TracedClaim claim, Dictionary<string, List<TracedClaim>> leaders, Publicity publicity)
    {
        TracedClaim? best = null;
        foreach (var word in claim.Statement.Words)
        {
            if (!leaders.TryGetValue(word.Stem, out var list)) continue;
            foreach (var leader in list)
            {
                if (best is not null && leader.Rank.CompareTo(best.Rank) >= 0) continue;
                if (Statement.Shared(claim.Statement, leader.Statement).Take(SharedMin).Count() < SharedMin) continue;
                if (Statement.Containment(claim.Statement, leader.Statement) < LikeMin) continue;
                if (publicity.MayRepeat(claim.Report, leader.Report)) best = leader;
            }
        }

        return best;
    }

    private static OriginStep Step(TracedClaim claim, TracedClaim leader, SourceRegister register)
    {
        ReportId from = claim.Report.Id, to = leader.Report.Id;
        var words = from == to
            ? $"repeats what {claim.Voice.Name} says in the same report already"
            : $"repeats the statement of {claim.Voice.Name} in {ReportVoice.Words(leader.Report, register)}";
        return new(from, to, StepEvidence.SameSpeaker, claim.Content.FirstOrDefault(), leader.Content.FirstOrDefault(),
            words);
    }
}
