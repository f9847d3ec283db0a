using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Exposure;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;

namespace AllSource.Release;

/// <summary>
/// What the draft speaks about: a row of the matrix, or a proposition where there is none, with the claims on it, and
/// what of them this audience may see.
/// </summary>
internal sealed record Subject(string Id, string Text, bool IsCaseText, ImmutableArray<PropositionClaim> Claims)
{
    public ImmutableArray<DraftFit> Fits { get; init; } = [];

    public int? Credibility { get; init; }

    public IEnumerable<PropositionClaim> Supporting => Claims.Where(c => c.Stance == Stance.Supports);

    public IEnumerable<PropositionClaim> Against =>
        Claims.Where(c => c.Stance is Stance.Denies or Stance.Disputes or Stance.Doubts);

    /// <summary>The claims that carry what is told: those for it, or those against it where nobody is for it.</summary>
    public IEnumerable<PropositionClaim> Carrying => Supporting.Any() ? Supporting : Claims;

    /// <summary>
    /// The label of the text, joined with what the audience may see of it; of all of it, where it may see nothing.
    /// </summary>
    public Label LabelFor(Protection protection, Label caseLabel)
    {
        var labels = Carrying.Select(c => protection.Find(c.Report)?.Label ?? Label.Sealed).ToList();
        var admitted = labels.Where(l => l.Admits(protection.Audience)).ToList();
        var start = IsCaseText ? caseLabel : Label.Clear;
        if (labels.Count == 0) return Label.Sealed;
        if (!IsCaseText && admitted.Count > 0) return admitted.MinBy(l => (l.Level, l.Compartments.Count))!;
        return (admitted.Count > 0 ? admitted : labels).Aggregate(start, (all, label) => all.Join(label));
    }
}

/// <summary>Origins as voices: two origins of one voice are one witness.</summary>
internal sealed class VoiceIndex(OriginMap map)
{
    private readonly Dictionary<OriginId, Origin> _origins = map.Origins.DistinctBy(o => o.Id).ToDictionary(o => o.Id);

    public Origin? Find(OriginId? id) => id is { } known ? _origins.GetValueOrDefault(known) : null;

    /// <summary>The voice of the origin behind a claim; null when its lineage is unknown.</summary>
    public string? Of(PropositionClaim claim) => Find(claim.Origin)?.Voice ?? claim.Origin?.Value;

    public Carrier Carrier(PropositionClaim claim) => new(Of(claim), claim.Voice, claim.Report);

    /// <summary>Independent origins, as the assessment counts them: several voices of one report are one.</summary>
    public int Count(IEnumerable<PropositionClaim> claims) =>
        Witnesses.Groups(claims.Where(c => c.Counts).Select(c => Find(c.Origin)).OfType<Origin>()).Count;
}
