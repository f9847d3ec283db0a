namespace AllSource.Claims.Model;

/// <summary>What the log-linear choice thinks of one cue's readings, none first.</summary>
/// <param name="Score">Of none, then of each reading.</param>
/// <param name="Parts">Of each reading what each part of its features added (<see cref="RankFeatures.Parts"/>).</param>
/// <param name="Share">How likely each is; they sum to one.</param>
internal sealed record ReadingScores(float[] Score, float[] Parts, float[] Share)
{
    public float None => Share[0];

    public static float[] SharesOf(ReadOnlySpan<float> scores)
    {
        var top = float.NegativeInfinity;
        foreach (var score in scores) top = Math.Max(top, score);
        var (shares, sum) = (new float[scores.Length], 0f);
        for (var k = 0; k < shares.Length; k++) sum += shares[k] = MathF.Exp(scores[k] - top);
        for (var k = 0; k < shares.Length; k++) shares[k] /= sum;
        return shares;
    }
}
