using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// Weighs the readings of each cue of a text by what only whole readings show, and keeps those worth a closer look. All
/// that it looks at is the same in training and in use. For one thread.
/// </summary>
internal sealed class ReadingChoice(GrammarIndex index, float[] cueShare, IReadOnlyList<CueReadings> all,
    Neighbours neighbours)
{
    /// <summary>So many readings of a cue go on to the trees, and none that weighs so much less than the best: what
    /// comes behind is never chosen.</summary>
    private const int Most = 12;

    private const float BehindMax = 3;

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

    /// <summary>A cue with its likeliest readings, best first, and what the log-linear choice thinks of them.</summary>
    public (CueReadings Readings, ReadingScores Scores) Weigh(int cue, ReadingRanker ranker)
    {
        var readings = all[cue].Readings;
        Gather(cue, 0);
        var none = ranker.Part(_buffer.Features);
        var parts = new float[readings.Count][];
        var scores = new float[readings.Count];
        for (var k = 0; k < readings.Count; k++)
        {
            Gather(cue, k + 1);
            scores[k] = ranker.Trust * readings[k].Log;
            parts[k] = new float[RankFeatures.Parts];
            for (var p = 0; p < RankFeatures.Parts; p++)
            {
                parts[k][p] = ranker.Part(_buffer.Features[_features.PartStarts[p].._features.PartStarts[p + 1]]);
                scores[k] += parts[k][p];
            }
        }

        int[] kept = [.. Enumerable.Range(0, readings.Count).Where(k => !IsBare(readings[k]))
            .OrderByDescending(k => scores[k]).Take(Most)];
        kept = [.. kept.TakeWhile(k => scores[k] >= scores[kept[0]] - BehindMax)];
        float[] best = [none, .. kept.Select(k => scores[k])];
        return (all[cue] with { Readings = [.. kept.Select(k => readings[k])] }, new(best,
            [.. kept.SelectMany(k => parts[k])], ReadingScores.SharesOf(best)));
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
