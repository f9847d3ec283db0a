using System.Runtime.CompilerServices;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>Features of one position as they are gathered: those that name words first (training leaves them out now
/// and then), then the rest.</summary>
internal sealed class FeatureBuffer
{
    private readonly uint[] _features = new uint[256];
    private readonly int[] _template = new int[256];

    public int Count { get; private set; }

    /// <summary>How many of the features, from the first, name words.</summary>
    public int Lexical { get; private set; }

    public ReadOnlySpan<uint> Features => _features.AsSpan(0, Count);

    public void Clear() => (Count, Lexical) = (0, 0);

    public void EndLexical() => Lexical = Count;

    /// <summary>Puts the features into the order of their templates, those below a number being those that name
    /// words: training depends on the order in which it meets them.</summary>
    public void Order(int firstWithoutWords)
    {
        _template.AsSpan(0, Count).Sort(_features.AsSpan(0, Count));
        Lexical = _template.AsSpan(0, Count).BinarySearch(firstWithoutWords) is var at && at < 0 ? ~at : at;
    }

    public void Add(int template, uint a) => Put(template, FeatureHash.Of(template, a));

    public void Add(int template, uint a, uint b) => Put(template, FeatureHash.Of(template, a, b));

    public void Add(int template, uint a, uint b, uint c) => Put(template, FeatureHash.Of(template, a, b, c));

    public void Add(int template, uint a, uint b, uint c, uint d) =>
        Put(template, FeatureHash.Of(template, a, b, c, d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int template, uint feature) => (_template[Count], _features[Count++]) = (template, feature);
}
