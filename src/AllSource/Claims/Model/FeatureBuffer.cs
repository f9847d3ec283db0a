using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>Features of one position as they are gathered: those that name words first (training leaves them out now
/// and then), then the rest.</summary>
internal sealed class FeatureBuffer
{
    private readonly uint[] _features = new uint[256];

    public int Count { get; private set; }

    /// <summary>How many of the features, from the first, name words.</summary>
    public int Lexical { get; private set; }

    public ReadOnlySpan<uint> Features => _features.AsSpan(0, Count);

    public void Clear() => (Count, Lexical) = (0, 0);

    public void EndLexical() => Lexical = Count;

    public void Add(int template, uint a) => _features[Count++] = FeatureHash.Of(template, a);

    public void Add(int template, uint a, uint b) => _features[Count++] = FeatureHash.Of(template, a, b);

    public void Add(int template, uint a, uint b, uint c) => _features[Count++] = FeatureHash.Of(template, a, b, c);

    public void Add(int template, uint a, uint b, uint c, uint d) => _features[Count++] = FeatureHash.Of(template, a,
        b, c, d);
}
