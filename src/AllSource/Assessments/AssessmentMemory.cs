using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AllSource.Claims;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>
/// What was worked out in an earlier run, by all that it was worked out from: a proposition or row whose statements,
/// claims, origins and grades are the same is the same, and is not worked out again. What a run does not ask for is
/// forgotten at its end, so that a withdrawn report leaves no trace here either.
/// </summary>
internal sealed class AssessmentMemory
{
    private Dictionary<string, Proposition> _propositions = new(StringComparer.Ordinal);
    private Dictionary<string, RowEvidence> _rows = new(StringComparer.Ordinal);
    private Dictionary<string, Proposition> _seenPropositions = new(StringComparer.Ordinal);
    private Dictionary<string, RowEvidence> _seenRows = new(StringComparer.Ordinal);
    private Dictionary<OriginId, Origin> _origins = [];
    private IReadOnlySet<OriginId> _silenced = new HashSet<OriginId>();
    private string _register = "";

    /// <summary>The words of claims, read once: a claim's id tells its report and its spans.</summary>
    public Dictionary<ClaimId, StatementWords> Statements { get; } = [];

    /// <summary>The propositions that this run worked out, by id.</summary>
    public SortedSet<PropositionId> Touched { get; } = [];

    /// <summary>The rows that this run worked out, by id.</summary>
    public SortedSet<string> TouchedRows { get; } = new(StringComparer.Ordinal);

    public void Begin(OriginMap map, SourceRegister register, IEnumerable<TrackRecord> records, HiddenLinks links,
        IReadOnlySet<OriginId> silenced)
    {
        _origins = map.Origins.ToDictionary(o => o.Id);
        _silenced = silenced;
        Touched.Clear();
        TouchedRows.Clear();
        var key = string.Join('\n', register.Sources.Select(s =>
            $"{s.Id.Name}|{s.Kind}|{s.Reliability}|{s.Describe}|{string.Join('|', s.Aliases)}")
            .Concat(records.Select(r => $"{r.Source}|{r.Right}|{r.Wrong}")).Append(links.Key));
        if (key == _register) return;
        _register = key;
        _propositions.Clear();
        _rows.Clear();
    }

    public Proposition Proposition(PropositionGroup group, Func<PropositionGroup, Proposition> make)
    {
        var key = new StringBuilder(group.Text).Append('\u001e').AppendJoin('\u001e', group.Edits);
        foreach (var member in group.Members) Write(key, member.Root, member.Sign, member.Why);
        var name = key.ToString();
        if (!_propositions.TryGetValue(name, out var known))
        {
            known = make(group);
            Touched.Add(known.Id);
        }

        _seenPropositions[name] = known;
        return known;
    }

    public RowEvidence Row(EvidenceRow row, ImmutableArray<Hypothesis> hypotheses, IReadOnlyList<RowMatch> matches,
        Func<RowEvidence> make)
    {
        var key = new StringBuilder(row.Id).Append('\u001e').Append(row.What);
        foreach (var h in hypotheses) key.Append('\u001e').Append(h.Id).Append(row.Cells.GetValueOrDefault(h.Id,
            Consistency.Neutral));
        foreach (var match in matches) Write(key, match.Root, match.Sign, match.Why);
        var name = key.ToString();
        if (!_rows.TryGetValue(name, out var known))
        {
            known = make();
            TouchedRows.Add(row.Id);
        }

        _seenRows[name] = known;
        return known;
    }

    public void End(IEnumerable<RootStatement> roots)
    {
        var used = roots.Select(r => r.Claim.Id).ToHashSet();
        foreach (var id in Statements.Keys.Where(id => !used.Contains(id)).ToList()) Statements.Remove(id);
        (_propositions, _seenPropositions) = (_seenPropositions, []);
        (_rows, _seenRows) = (_seenRows, []);
    }

    /// <summary>Everything that claims of a statement, their origins and their grades can depend on.</summary>
    private void Write(StringBuilder key, RootStatement root, int sign, string why)
    {
        key.Append('\u001e').Append(root.Claim.Id.Value).Append('|')
            .Append(sign.ToString(CultureInfo.InvariantCulture)).Append('|').Append(why);
        foreach (var led in root.Led.OrderBy(l => l.Report).ThenBy(l => l.Claim))
        {
            key.Append('\u001f').Append(led.Claim.Value).Append('|').Append(led.Report.Value).Append('|')
                .Append(led.IsSupport ? '+' : '-').Append('|').Append(led.Voice).Append('|').Append(led.Root.Value);
            if (led.Origin is not { } id) continue;
            var origin = _origins[id];
            key.Append('|').Append(_silenced.Contains(id) ? '0' : '1').Append(id.Value).Append('|')
                .Append(origin.Kind).Append('|').Append(origin.Voice).Append('|').Append(origin.VoiceKind).Append('|')
                .Append(origin.Root?.Value).Append('|').Append(origin.Words);
        }
    }
}
