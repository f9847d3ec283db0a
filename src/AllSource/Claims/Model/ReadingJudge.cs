namespace AllSource.Claims.Model;

/// <summary>The choice among readings: a log-linear one, and trees that add to it what numbers together show.
/// Read-only; safe for many threads.</summary>
/// <param name="Linear">What every reading is first weighed by.</param>
/// <param name="Readings">What is added to the score of a reading.</param>
/// <param name="None">What is added to the score of there being none.</param>
internal sealed record ReadingJudge(ReadingRanker Linear, ReadingTrees Readings, ReadingTrees None)
{
    public static ReadingJudge Read(BinaryReader from) => new(ReadingRanker.Read(from),
        ReadingTrees.Read(from, ReadingSigns.Numbers), ReadingTrees.Read(from, ReadingSigns.Numbers));

    /// <summary>The best reading but none (-1 where there is no other), how likely none is, and how likely the best
    /// is.</summary>
    /// <param name="row">Scratch, <see cref="ReadingSigns.Numbers"/> long.</param>
    public (int Reading, float None, float Share) Best(ReadingScores scores, ReadingSigns signs, int cue, float[] row)
    {
        if (scores.Score.Length == 1) return (-1, 1, 0);
        var (score, best) = (new float[scores.Score.Length], 1);
        signs.Begin(cue);
        for (var k = 0; k < score.Length; k++)
        {
            signs.Of(k - 1, row);
            score[k] = scores.Score[k] + (k == 0 ? None : Readings).Score(row);
            if (k > 1 && score[k] > score[best]) best = k;
        }

        var shares = ReadingScores.SharesOf(score);
        return (best - 1, shares[0], shares[best]);
    }
}
