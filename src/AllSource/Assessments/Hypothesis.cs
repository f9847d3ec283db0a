using System.Collections.Immutable;

namespace AllSource.Assessments;

/// <summary>
/// One of the answers that compete. <paramref name="Prior"/> (0-1, exclusive) is null where nobody stated one: all are
/// then alike.
/// </summary>
public sealed record Hypothesis(string Id, string Text, double? Prior = null);

/// <summary>A cell of Heuer's matrix: how a row of evidence sits with a hypothesis.</summary>
public enum Consistency
{
    VeryConsistent,
    Consistent,
    Neutral,
    Inconsistent,
    VeryInconsistent,
}

/// <summary>The letters people write in the matrix, as data.</summary>
public static class ConsistencyLetters
{
    private static readonly (Consistency Cell, string Letters)[] Table =
    [
        (Consistency.VeryConsistent, "CC"), (Consistency.Consistent, "C"), (Consistency.Neutral, "N"),
        (Consistency.Inconsistent, "I"), (Consistency.VeryInconsistent, "II"),
    ];

    public static string Letters(this Consistency cell) => Table.First(row => row.Cell == cell).Letters;

    /// <summary>Null when the text is none of CC, C, N, I, II.</summary>
    public static Consistency? TryParse(string text)
    {
        foreach (var row in Table)
        {
            if (row.Letters.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) return row.Cell;
        }

        return null;
    }
}

/// <summary>
/// A row that an analyst wrote into the matrix: something that, if true, tells the hypotheses apart. Its weight comes
/// from what the reports say of it; a row that no report speaks about is a gap. Cells name hypotheses by id; a missing
/// cell is neutral.
/// </summary>
public sealed record EvidenceRow(string Id, string What, ImmutableSortedDictionary<string, Consistency> Cells);
