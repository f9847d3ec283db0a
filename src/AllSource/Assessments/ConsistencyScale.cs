namespace AllSource.Assessments;

/// <summary>
/// What Heuer's letters say as the probability of a row's statement if the hypothesis is true, as data. The ends stop
/// short of 0 and 1, so that no single row decides alone: CC against II weighs nine to one. N says nothing.
/// </summary>
public static class ConsistencyScale
{
    private static readonly (Consistency Cell, double Likelihood)[] Table =
    [
        (Consistency.VeryConsistent, .90), (Consistency.Consistent, .70), (Consistency.Neutral, .50),
        (Consistency.Inconsistent, .30), (Consistency.VeryInconsistent, .10),
    ];

    /// <summary>Probability (0-1) of the row's statement given the hypothesis.</summary>
    public static double Likelihood(this Consistency cell) => Table.First(row => row.Cell == cell).Likelihood;

    /// <summary>The next letter up or down; null at the end of the scale.</summary>
    public static Consistency? Step(this Consistency cell, bool up)
    {
        var at = Array.FindIndex(Table, row => row.Cell == cell) + (up ? -1 : 1);
        return at >= 0 && at < Table.Length ? Table[at].Cell : null;
    }
}
