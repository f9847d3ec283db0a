using AllSource.Claims;
using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// Puts like statements together: each is compared with the earliest statement of the propositions that share a telling
/// word with it. It never chains look-alikes: a statement is in because it is like the first one, not because it is
/// like a like one.
/// </summary>
internal sealed class PropositionBuilder(StatementIndex index)
{
    /// <summary>The least share of the lighter statement's weight that both must have, and of both together.</summary>
    private const double ContainedMin = .5;
    private const double OverlapMin = .28;
    private const int SharedWordsMin = 3;

    /// <summary>A word in more propositions than this finds none: comparing all of them would be quadratic.</summary>
    private const int PostingsMax = 400;

    private const int WordsMin = 2;

    private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
    private readonly List<List<Member>> _groups = [];

    /// <summary>
    /// A statement in a group: +1 where its words and act say what the first one's words say, -1 the contrary, 0
    /// neither.
    /// </summary>
    internal sealed record Member(RootStatement Root, int Sign, string Why);

    /// <summary>Groups in the order of their first statements.</summary>
    public IReadOnlyList<List<Member>> Build()
    {
        foreach (var root in index.Roots)
        {
            if (root.Text.Length == 0 || root.Statement.Words.Length < WordsMin) continue;
            if (Likest(root) is { } found) _groups[found.Group].Add(found.Member);
            else Open(root);
        }

        return _groups;
    }

    private void Open(RootStatement root)
    {
        foreach (var word in root.Statement.Words)
        {
            if (!_postings.TryGetValue(word.Stem, out var list)) _postings[word.Stem] = list = [];
            if (list.Count <= PostingsMax) list.Add(_groups.Count);
        }

        _groups.Add([new(root, SignOf(root.Claim.Said.ActOnContent),
            "it is the earliest statement of this proposition")]);
    }

    private (int Group, Member Member)? Likest(RootStatement root)
    {
        var counts = new Dictionary<int, int>();
        foreach (var word in root.Statement.Words)
        {
            if (!_postings.TryGetValue(word.Stem, out var list) || list.Count > PostingsMax) continue;
            foreach (var group in list) counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        (int Group, Member Member)? best = null;
        var likest = 0.0;
        foreach (var group in counts.Where(c => c.Value >= 2 || root.Statement.Words.Length < SharedWordsMin)
            .Select(c => c.Key).Order())
        {
            var first = _groups[group][0].Root;
            if (!root.Report.Calls.IsEmpty && !first.Report.Calls.IsEmpty && !IsSameCall(root, first)) continue;
            // Two answers to one question are compared by the question: without the numbers and dates of the answers.
            // Where more than one answer differs, it is rather another event.
            Func<StatementWord, bool>? values = RivalValues.Questions(first.Values, root.Values).Count() == 1
                ? ValueWords.IsValue : null;
            var common = index.Compare(root.Statement, first.Statement, values);
            var (shared, _, _, words) = common;
            var (mine, theirs) = (index.Weight(root.Statement, values), index.Weight(first.Statement, values));
            if (Math.Min(mine, theirs) <= 0) continue;
            var like = shared / (mine + theirs - shared);
            var contained = shared / Math.Min(mine, theirs);
            var needed = Math.Min(SharedWordsMin, Math.Min(Words(root, values), Words(first, values)));
            if (contained < ContainedMin || like < OverlapMin || words < needed || like <= likest) continue;
            likest = like;
            var (sign, side) = Side.Of(root.Claim.Said.ActOnContent, root.Statement, first.Statement, common, index);
            best = (group, new(root, sign, Why(root.Statement, first.Statement) + side));
        }

        return best;
    }

    private static int Words(RootStatement root, Func<StatementWord, bool>? without) => without is null
        ? root.Statement.Words.Length : root.Statement.Words.Count(w => !without(w));

    /// <summary>Rows of call records are alike in all but the two lines.</summary>
    private static bool IsSameCall(RootStatement a, RootStatement b) =>
        a.Statement.Words.Select(w => w.Stem).SequenceEqual(b.Statement.Words.Select(w => w.Stem));

    private static string Why(Statement a, Statement b)
    {
        var words = Statement.Shared(a, b).OrderByDescending(s => s.A.Weight).ThenBy(s => s.A.Stem,
            StringComparer.Ordinal)
            .Take(5).Select(s => s.A.Shown ?? s.A.Stem);
        return $"shares {string.Join(", ", words)}";
    }

    internal static int SignOf(Act act) => act switch
    {
        Act.Assert or Act.Affirm or Act.StandBy => 1,
        Act.Deny or Act.Dispute or Act.Doubt or Act.Withdraw => -1,
        Act.Decline => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "not an act"),
    };
}
