using System.Collections.Immutable;
using AllSource.Claims;
using Member = AllSource.Fusion.Propositions.PropositionBuilder.Member;

namespace AllSource.Fusion.Propositions;

/// <summary>What became of an analyst's edit: applied, or without effect and why.</summary>
public sealed record EditOutcome(string Edit, bool IsApplied, string Why);

/// <summary>
/// Applies analysts' edits to the propositions that the program put together: a pure function of both, whatever order
/// the edits come in. An edit that finds its claims no more, or that asks for nothing, changes nothing and says so.
/// </summary>
internal sealed class PropositionEditing
{
    private readonly List<PropositionGroup> _groups;
    private readonly IReadOnlyCollection<Claim> _claims;
    private readonly Dictionary<ClaimId, int> _place;

    private PropositionEditing(IEnumerable<IReadOnlyList<Member>> groups, IReadOnlyList<RootStatement> roots,
        IReadOnlyCollection<Claim> claims)
    {
        _groups = [.. groups.Select(PropositionGroup.Of)];
        _claims = claims;
        _place = roots.Select((root, i) => (root, i)).ToDictionary(x => x.root.Claim.Id, x => x.i);
    }

    public static (ImmutableArray<PropositionGroup> Groups, ImmutableArray<EditOutcome> Outcomes) Apply(
        IEnumerable<IReadOnlyList<Member>> groups, IReadOnlyList<RootStatement> roots,
        IReadOnlyCollection<Claim> claims, IEnumerable<PropositionEdit> edits)
    {
        var editing = new PropositionEditing(groups, roots, claims);
        var outcomes = edits.DistinctBy(e => e.Id).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Select(editing.Apply).ToImmutableArray();
        return ([.. editing._groups], outcomes);
    }

    private EditOutcome Apply(PropositionEdit edit)
    {
        var refusal = edit switch
        {
            SplitProposition split => Split(split),
            JoinPropositions join => Join(join),
            RewordProposition reword => Reword(reword),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "not an edit"),
        };
        return new(edit.Id, refusal is null, refusal ?? Told(edit));
    }

    private string? Split(SplitProposition split)
    {
        var found = split.Out.Select(Find).ToList();
        if (found.Count == 0 || found.Any(f => f is null)) return Gone;
        var from = found[0]!.Value.Group;
        if (found.Any(f => f!.Value.Group != from)) return "its claims stand in several propositions";
        var gone = found.Select(f => f!.Value.Member.Root.Claim.Id).ToHashSet();
        var (taken, left) = (Of(from, gone.Contains), Of(from, id => !gone.Contains(id)));
        if (left.Count == 0) return "it takes out all that the proposition holds";
        var old = _groups[from];
        _groups[from] = old with { Members = PropositionGroup.Based(left), Edits = old.Edits.Add(Told(split)) };
        _groups.Add(new(PropositionGroup.Based(taken), split.Text, [.. old.Edits, Told(split)]));
        return null;
    }

    private string? Join(JoinPropositions join)
    {
        if (Find(join.One) is not { } one || Find(join.Other) is not { } other) return Gone;
        if (one.Group == other.Group) return "the two are one proposition already";
        var isFirst = First(one.Group) <= First(other.Group);
        var (into, from) = isFirst ? (one.Group, other.Group) : (other.Group, one.Group);
        var (kept, added) = (_groups[into], _groups[from]);
        var turn = join.IsContrary ? -1 : 1;
        var members = kept.Members.Concat(added.Members.Select(m => m with
        {
            Sign = m.Sign * turn,
            Why = $"{m.Why}; joined by {join.Author}",
        }));
        _groups[into] = new([.. members.OrderBy(Rank)], kept.Text ?? added.Text,
            [.. kept.Edits, .. added.Edits.Where(e => !kept.Edits.Contains(e)), Told(join)]);
        _groups.RemoveAt(from);
        return null;
    }

    private string? Reword(RewordProposition reword)
    {
        if (Find(reword.Of) is not { } found) return Gone;
        var old = _groups[found.Group];
        _groups[found.Group] = old with { Text = reword.Text, Edits = old.Edits.Add(Told(reword)) };
        return null;
    }

    private const string Gone = "the claims that it points at are not there any more";

    private static string Told(PropositionEdit edit)
    {
        var done = edit switch
        {
            SplitProposition => "Split",
            JoinPropositions => "Joined",
            RewordProposition => "Re-worded",
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, "not an edit"),
        };
        return edit.Why.Length == 0 ? $"{done} by {edit.Author}."
            : $"{done} by {edit.Author}: {edit.Why.TrimEnd('.')}.";
    }

    private (int Group, Member Member)? Find(ClaimAnchor anchor)
    {
        if (anchor.FindIn(_claims) is not { } claim) return null;
        for (var g = 0; g < _groups.Count; g++)
        {
            foreach (var member in _groups[g].Members)
            {
                if (member.Root.Led.Any(c => c.Claim == claim.Id)) return (g, member);
            }
        }

        return null;
    }

    private List<Member> Of(int group, Func<ClaimId, bool> isOf) =>
        [.. _groups[group].Members.Where(m => isOf(m.Root.Claim.Id))];

    private int Rank(Member member) => _place[member.Root.Claim.Id];

    private int First(int group) => Rank(_groups[group].Members[0]);
}
