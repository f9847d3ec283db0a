using System.Runtime.Intrinsics;

namespace AllSource.Claims.Model;

/// <summary>
/// The scores of the labels of words in the windows of one text's cues. What the features of a part weigh together is
/// kept: windows of neighbouring cues share most of their words, and words of a window most of what surrounds them. A
/// sum that another has displaced is only summed again. For one thread.
/// </summary>
internal sealed class SpanScores(SpanFeatures features, CrfModel spans)
{
    private const int KeptBits = 12;

    private readonly FeatureBuffer _buffer = new();
    private readonly ulong[] _keys = new ulong[1 << KeptBits];
    private readonly Vector256<int>[] _sums = new Vector256<int>[1 << KeptBits];

    /// <summary>The scores of a word of the window at which the features were begun.</summary>
    public Vector256<int> Of(int token)
    {
        features.Look(token);
        var sum = Vector256<int>.Zero;
        for (var part = 0; part < SpanFeatures.Parts; part++)
        {
            var key = features.Key(part);
            if (key == 0)
            {
                sum += Summed(part);
                continue;
            }

            var slot = (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - KeptBits));
            if (_keys[slot] != key) (_keys[slot], _sums[slot]) = (key, Summed(part));
            sum += _sums[slot];
        }

        return sum;
    }

    private Vector256<int> Summed(int part)
    {
        _buffer.Clear();
        features.Gather(part, _buffer);
        Span<int> scores = stackalloc int[Vector256<int>.Count];
        scores.Clear();
        spans.Weights.Add(_buffer.Features, scores);
        return Vector256.Create<int>(scores);
    }
}
