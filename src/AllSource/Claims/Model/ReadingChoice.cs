using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// Chooses among the readings of each cue of a text by what only whole readings show, and says how likely it is that
/// the cue is none. All that it looks at is the same in training and in use. For one thread.
/// </summary>
internal sealed class ReadingChoice(GrammarIndex index, float[] cueShare, IReadOnlyList<CueReadings> all,
    Neighbours neighbours)
{
    private readonly RankFeatures _features = new(index, cueShare, neighbours);
    private readonly FeatureBuffer _buffer = new();

    /// <summary>The readings of a cue as examples see them: none first.</summary>
    public uint[][] Features(int cue)
    {
        var features = new uint[all[cue].Readings.Count + 1][];
        for (var k = 0; k < features.Length; k++)
        {
            Gather(cue, k);
            features[k] = _buffer.Features.ToArray();
        }

        return features;
    }

    /// <summary>The best reading but none (-1 where there is no other), and how likely none is.</summary>
    public (int Reading, float None) Best(int cue, ReadingRanker ranker)
    {
        var readings = all[cue].Readings;
        if (readings.Count == 0) return (-1, 1);
        Span<float> scores = stackalloc float[readings.Count + 1];
        var best = 1;
        for (var k = 0; k < scores.Length; k++)
        {
            if (k > 0 && IsBare(readings[k - 1]))
            {
                scores[k] = float.NegativeInfinity;
                continue;
            }

            Gather(cue, k);
            scores[k] = ranker.Score(_buffer.Features, k == 0 ? 0 : readings[k - 1].Log);
            if (k > 0 && scores[k] > scores[best]) best = k;
        }

        var (top, sum) = (Math.Max(scores[0], scores[best]), 0f);
        foreach (var score in scores) sum += MathF.Exp(score - top);
        if (float.IsNegativeInfinity(scores[best])) return (-1, 1);
        return (best - 1, MathF.Exp(scores[0] - top) / sum);
    }

    /// <summary>"Denied | that | the bridge was closed": a word that only opens a clause is no content.</summary>
    private bool IsBare(SpanReading reading)
    {
        var text = index.Text;
        return reading.Content is [{ Length: 1 } only] && text.Tokens.Lower[only.First] == "that"
            && only.End < text.Count && text.Tokens.SentenceOf[only.End] == text.Tokens.SentenceOf[only.First]
            && char.IsLetterOrDigit(text.Tokens.Form[only.End][0]);
    }

    private void Gather(int cue, int k)
    {
        if (k == 0)
        {
            _features.Begin(all[cue].Cue, cue);
            _features.OfNone(all[cue].Filled, _buffer);
        }
        else _features.Of(all[cue].Readings[k - 1], k - 1, _buffer);
    }
}
