using System.Collections.Frozen;
using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>
/// Tags words from left to right with an averaged perceptron (Collins 2002). A word that training saw often with one
/// tag
/// only keeps it without being asked.
/// </summary>
internal sealed class Tagger(SparseWeights weights, SparseWeights known)
{
    public const int FeaturesMax = 32;

    /// <summary>Tags the tokens [from, to), which are one sentence.</summary>
    public void Tag(WordSigns signs, int from, int to, byte[] tags)
    {
        Span<uint> features = stackalloc uint[FeaturesMax];
        Span<int> scores = stackalloc int[64];
        for (var i = from; i < to; i++)
        {
            scores.Clear();
            known.Add([signs.Word[i]], scores);
            var sure = Best(scores);
            if (scores[sure] > 0)
            {
                tags[i] = (byte)sure;
                continue;
            }

            var n = Features(signs, from, to, i, tags, features);
            weights.Add(features[..n], scores);
            tags[i] = (byte)Best(scores);
        }
    }

    private static int Best(Span<int> scores)
    {
        var best = 0;
        for (var c = 1; c < Tags.Names.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }

    public static int Features(WordSigns signs, int from, int to, int i, byte[] tags, Span<uint> features)
    {
        uint Word(int at) => at < from ? 1u : at >= to ? 2u : signs.Word[at];
        uint End(int at) => at < from ? 1u : at >= to ? 2u : signs.End3[at];
        uint Shape(int at) => at < from ? 1u : at >= to ? 2u : signs.Shape[at];
        uint t1 = i > from ? tags[i - 1] : Tags.Start, t2 = i > from + 1 ? tags[i - 2] : Tags.Start;
        uint w = signs.Word[i], w1 = Word(i - 1), w2 = Word(i - 2), v1 = Word(i + 1), v2 = Word(i + 2);
        var first = i == from ? 1u : 0u;
        var n = 0;
        features[n++] = FeatureHash.Of(1, w);
        features[n++] = FeatureHash.Of(2, signs.End3[i]);
        features[n++] = FeatureHash.Of(3, signs.End2[i]);
        features[n++] = FeatureHash.Of(4, signs.End1[i], signs.Shape[i]);
        features[n++] = FeatureHash.Of(5, signs.Begin[i]);
        features[n++] = FeatureHash.Of(6, signs.Shape[i], first);
        features[n++] = FeatureHash.Of(7, t1);
        features[n++] = FeatureHash.Of(8, t1, t2);
        features[n++] = FeatureHash.Of(9, t1, w);
        features[n++] = FeatureHash.Of(10, t1, t2, w);
        features[n++] = FeatureHash.Of(11, w1);
        features[n++] = FeatureHash.Of(12, w2);
        features[n++] = FeatureHash.Of(13, v1);
        features[n++] = FeatureHash.Of(14, v2);
        features[n++] = FeatureHash.Of(15, w, v1);
        features[n++] = FeatureHash.Of(16, w1, w);
        features[n++] = FeatureHash.Of(17, End(i - 1));
        features[n++] = FeatureHash.Of(18, End(i + 1));
        features[n++] = FeatureHash.Of(19, t1, signs.End3[i]);
        features[n++] = FeatureHash.Of(20, t1, End(i + 1));
        features[n++] = FeatureHash.Of(21, Shape(i + 1), signs.Shape[i]);
        features[n++] = FeatureHash.Of(22, Shape(i - 1), signs.Shape[i]);
        features[n++] = FeatureHash.Of(23, t1, v1);
        features[n++] = FeatureHash.Of(24, t1, t2, End(i + 1));
        features[n++] = FeatureHash.Of(25, End(i + 1), End(i + 2));
        features[n++] = FeatureHash.Of(26, signs.End2[i], signs.Begin[i], signs.Shape[i]);
        features[n++] = FeatureHash.Of(27, w1, v1);
        return n;
    }
}
