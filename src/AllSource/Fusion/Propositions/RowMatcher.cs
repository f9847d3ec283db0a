using AllSource.Lineage.Origins;

namespace AllSource.Fusion.Propositions;

/// <summary>A statement that speaks about a row: +1 for it, -1 against it; how much of the row's weight it has (0-1), and why.</summary>
internal sealed record RowMatch(RootStatement Root, int Sign, double Coverage, string Why);

/// <summary>
/// Finds which statements speak about which row, by weighted words, names and numbers. Conservative: a statement that shares only common
/// words, or gives another number for the same thing, is left out. A statement speaks to one row, the one that it is most about.
/// </summary>
internal sealed class RowMatcher(StatementIndex index)
{
    private const double RowCoverageMin = .3;
    private const double StatementCoverageMin = .5;
    private const double UnseenShare = .35;
    private const double OpposedShare = .5;

    public IReadOnlyList<IReadOnlyList<RowMatch>> Match(IReadOnlyList<string> rows)
    {
        var statements = rows.Select(Statement.Of).ToList();
        var weights = statements.Select(RowWeight).ToList();
        var matches = rows.Select(_ => new List<RowMatch>()).ToList();
        foreach (var root in index.Roots)
        {
            var best = (Row: -1, Match: (RowMatch?)null);
            for (var r = 0; r < rows.Count; r++)
            {
                var match = MatchOf(root, statements[r], weights[r]);
                if (match is not null && (best.Match is null || match.Coverage > best.Match.Coverage)) best = (r, match);
            }

            if (best.Match is not null) matches[best.Row].Add(best.Match);
        }

        return matches;
    }

    /// <summary>Words of the row that no report uses weigh little: a person wrote it in words of his own.</summary>
    private double RowWeight(Statement row) => row.Words.Sum(w => index.Weight(w) * (index.IsSeen(w) ? 1 : UnseenShare));

    private RowMatch? MatchOf(RootStatement root, Statement row, double rowWeight)
    {
        var (shared, opposed, words) = index.Compare(root.Statement, row);
        if (words < 2 || rowWeight <= 0) return null;
        var ofRow = shared / rowWeight;
        var ofStatement = shared / index.Weight(root.Statement);
        if (ofRow < RowCoverageMin && (ofStatement < StatementCoverageMin || ofRow < RowCoverageMin / 2)) return null;
        if (Statement.RivalUnit(root.Statement, row) is not null) return null;
        var negated = opposed > shared * OpposedShare;
        var telling = Statement.Shared(root.Statement, row).OrderByDescending(s => index.Weight(s.A))
            .ThenBy(s => s.A.Stem, StringComparer.Ordinal).Take(6).Select(s => s.A.Stem);
        var sign = PropositionBuilder.SignOf(root.Claim.Said.Act) * (negated ? -1 : 1);
        return new(root, sign, ofRow, $"shares {string.Join(", ", telling)} with the row{(negated ? "; one of the two negates it" : "")}");
    }
}
