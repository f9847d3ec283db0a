using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>One cue's readings to learn from, none first.</summary>
/// <param name="Rows">Of <see cref="ReadingSigns"/>.</param>
/// <param name="Base">Scores that the trees start from.</param>
/// <param name="Share">How right each is; they sum to one.</param>
internal sealed record TreeExample(float[][] Rows, float[] Base, float[] Share);

/// <summary>
/// Learns what trees add to the log-linear choice: one tree over readings and one over "none" in turn, against the
/// likelihood of the right reading among all of its cue.
/// </summary>
internal sealed class TreeChoiceTrainer(TreeSettings settings)
{
    private const float SecondMin = 1e-4f;

    public ReadingTrees Readings { get; private set; } = null!;

    public ReadingTrees None { get; private set; } = null!;

    public void Train(IReadOnlyList<TreeExample> examples, Action<int, double>? round = null)
    {
        List<float[]> rows = [.. examples.SelectMany(e => e.Rows.Skip(1))],
            nones = [.. examples.Select(e => e.Rows[0])];
        TreeTrainer readings = new(rows, settings), none = new(nones, settings);
        var (score, noneScore) = (new float[rows.Count], new float[nones.Count]);
        float[] first = new float[rows.Count], second = new float[rows.Count], noneFirst = new float[nones.Count],
            noneSecond = new float[nones.Count];
        var shuffle = new Shuffle(31);
        for (var r = 0; r < settings.Rounds; r++)
        {
            var (loss, at) = (0.0, 0);
            for (var e = 0; e < examples.Count; e++)
            {
                var example = examples[e];
                var n = example.Rows.Length - 1;
                var scores = new float[n + 1];
                scores[0] = example.Base[0] + noneScore[e];
                for (var k = 0; k < n; k++) scores[k + 1] = example.Base[k + 1] + score[at + k];
                var shares = ReadingScores.SharesOf(scores);
                for (var k = 0; k <= n; k++)
                {
                    var (p, y) = (shares[k], example.Share[k]);
                    if (y > 0) loss -= y * Math.Log(Math.Max(p, 1e-9));
                    var (g, h) = (p - y, Math.Max(p * (1 - p), SecondMin));
                    if (k == 0) (noneFirst[e], noneSecond[e]) = (g, h);
                    else (first[at + k - 1], second[at + k - 1]) = (g, h);
                }

                at += n;
            }

            readings.Grow(first, second, score, shuffle);
            none.Grow(noneFirst, noneSecond, noneScore, shuffle);
            round?.Invoke(r, loss / examples.Count);
        }

        (Readings, None) = (readings.Freeze(), none.Freeze());
    }
}
