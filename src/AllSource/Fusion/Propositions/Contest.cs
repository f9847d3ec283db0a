using System.Collections.Immutable;
using Member = AllSource.Fusion.Propositions.PropositionBuilder.Member;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// The questions of one proposition to which its statements give different answers ("how many people were killed", "on
/// what date"). Answers that agree are one ("about thirty" and "31"); where none differ, nothing is contested.
/// </summary>
internal sealed class Contest
{
    private readonly RootStatement _first;
    private readonly ImmutableArray<StatedValue> _asked;

    private Contest(RootStatement first, ImmutableArray<StatedValue> asked) => (_first, _asked) = (first, asked);

    public bool IsOpen => !_asked.IsEmpty;

    /// <summary>The questions, each with the answer of the first statement.</summary>
    public IEnumerable<(string Question, string Value)> Questions =>
        _asked.Select(a => (a.Question, Shown(_first, a)!));

    public static Contest Of(ImmutableArray<Member> members)
    {
        var first = members[0].Root;
        var keys = members.Where(m => m.Sign > 0).SelectMany(m => RivalValues.Questions(first.Values, m.Root.Values))
            .ToHashSet(StringComparer.Ordinal);
        return new(first, [.. first.Values.Where(v => keys.Contains(v.Key)).DistinctBy(v => v.Key)]);
    }

    public bool IsRival(RootStatement root) => IsOpen && root != _first
        && RivalValues.Are(_first.Values, root.Values);

    /// <summary>What the statement answers to the contested questions; null where to none.</summary>
    public string? ValueOf(RootStatement root)
    {
        var answers = _asked.Select(a => Shown(root, a)).OfType<string>().ToList();
        return answers.Count == 0 ? null : string.Join("; ", answers);
    }

    /// <summary>The answer to one question as written, and as a stretch from the least to the most of it.</summary>
    public (string Shown, double Low, double High)? AnswerOf(RootStatement root, string question)
    {
        var asked = _asked.First(a => a.Question == question);
        var answers = RivalValues.To(root.Values, asked).ToList();
        return answers.Count == 0 ? null
            : (Shown(root, asked)!, answers.Min(a => a.Low), answers.Max(a => a.High));
    }

    private static string? Shown(RootStatement root, StatedValue asked)
    {
        var shown = RivalValues.To(root.Values, asked).Select(a => a.Shown).Distinct(StringComparer.Ordinal).ToList();
        return shown.Count == 0 ? null : string.Join(" or ", shown);
    }
}
