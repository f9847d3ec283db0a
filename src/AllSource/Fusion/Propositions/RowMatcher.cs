using System.Collections.Immutable;
using AllSource.Fusion.Copying;
using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// A statement that speaks about a row: +1 for it, -1 against it; how much of the row's weight it has (0-1), and why.
/// </summary>
internal sealed record RowMatch(RootStatement Root, int Sign, double Coverage, string Why);

/// <summary>
/// Finds which statements speak about which row, by weighted words, names and numbers. Conservative: a statement that
/// shares only common words, or gives another number for the same thing, is left out. A statement speaks to one row,
/// the one that it is most about.
/// </summary>
internal sealed class RowMatcher(StatementIndex index)
{
    /// <summary>
    /// A statement with this share of the row's weight, in three words or more, speaks about it whatever else it says.
    /// </summary>
    private const double WholeRowMin = .38;

    /// <summary>A clause that is mostly about the row needs less of it.</summary>
    private const double PartRowMin = .24;
    private const double ClauseMin = .5;

    /// <summary>"No wind" in both is telling by itself, where it is a good part of the clause.</summary>
    private const double SameDenialMin = .28;

    private const double UnseenShare = .35;

    public IReadOnlyList<IReadOnlyList<RowMatch>> Match(IReadOnlyList<string> rows)
    {
        var statements = rows.Select(Statement.Of).ToList();
        var values = rows.Select(ValueReader.Of).ToList();
        var weights = statements.Select(RowWeight).ToList();
        var matches = rows.Select(_ => new List<RowMatch>()).ToList();
        foreach (var root in index.Roots)
        {
            var best = (Row: -1, Match: (RowMatch?)null);
            for (var r = 0; r < rows.Count; r++)
            {
                var match = MatchOf(root, statements[r], values[r], weights[r]);
                if (match is not null && (best.Match is null || match.Coverage > best.Match.Coverage)) best = (r,
                    match);
            }

            if (best.Match is not null) matches[best.Row].Add(best.Match);
        }

        return matches;
    }

    /// <summary>Words of the row that no report uses weigh little: a person wrote it in words of his own.</summary>
    private double RowWeight(Statement row) => row.Words.Sum(w => index.Weight(w) * (index.IsSeen(w) ? 1
        : UnseenShare));

    private RowMatch? MatchOf(
        RootStatement root, Statement row, ImmutableArray<StatedValue> values, double rowWeight)
    {
        var common = index.Compare(root.Statement, row);
        var (shared, _, _, words) = common;
        if (words == 0 || rowWeight <= 0 || RivalValues.Are(values, root.Values)) return null;
        var agreed = SameValues(root, row, values);
        shared += agreed.Count * index.Unseen;
        words += agreed.Count;
        var ofRow = shared / rowWeight;
        var isWhole = ofRow >= (words > 2 ? WholeRowMin : WholeRowMin * 1.5) && words > 1;
        if (!isWhole && !root.Clauses.Append(root.Statement).Any(c => IsAbout(c, row, rowWeight))) return null;
        var telling = Statement.Shared(root.Statement, row).OrderByDescending(s => index.Weight(s.A))
            .ThenBy(s => s.A.Stem, StringComparer.Ordinal).Take(6).Select(s => s.A.Shown ?? s.A.Stem);
        var (sign, side) = Side.Of(root.Claim.Said.ActOnContent, root.Statement, row, common, index);
        return new(root, sign, ofRow, $"shares {string.Join(", ", telling.Concat(agreed))} with the row{side}");
    }

    /// <summary>
    /// Values that both give in other words: "2 pm" and "14:00", "fourteen men" and "14 men". Those that are written
    /// alike are shared words already.
    /// </summary>
    private static List<string> SameValues(RootStatement root, Statement row, ImmutableArray<StatedValue> values)
    {
        if (values.IsEmpty || root.Values.IsEmpty) return [];
        var numbers = Statement.Shared(root.Statement, row).Count(s => s.A.IsNumber);
        return [.. values.Where(v => v.Low == v.High && root.Values.Any(r => r.Answers(v) && r.Low == v.Low
            && r.High == v.High)).Select(v => v.Shown).Skip(numbers)];
    }

    /// <summary>
    /// True when the clause is mostly about the row. What it denies counts twice: "they felt no wind" is about wind,
    /// not about feeling.
    /// </summary>
    private bool IsAbout(Statement clause, Statement row, double rowWeight)
    {
        if (clause.Words.Length < 2) return false;
        double Of(StatementWord w) => index.Weight(w) * (w.IsDenied ? 2 : 1);
        var (shared, plain, words, denied) = (0.0, 0.0, 0, false);
        foreach (var (mine, theirs) in Statement.Shared(clause, row))
        {
            shared += Of(mine);
            plain += index.Weight(mine);
            words++;
            denied |= mine.IsDenied && theirs.Negated;
        }

        var ofClause = shared / clause.Words.Sum(Of);
        return denied ? ofClause >= SameDenialMin
            : words > 1 && ofClause >= ClauseMin && Math.Max(plain, shared) / rowWeight >= PartRowMin;
    }
}
