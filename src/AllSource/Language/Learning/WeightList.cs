using System.Runtime.InteropServices;

namespace AllSource.Language.Learning;

/// <summary>Weights by feature and class, between training and shipping: sorts, rounds to 8 bits, writes and reads
/// them.</summary>
internal sealed class WeightList
{
    /// <summary>A file that claims more features than this is not one of ours: it would make the reader allocate at
    /// will.</summary>
    private const int FeaturesMax = 8_000_000;

    /// <summary>One weight in ten thousand may be cut off at the end of the 8-bit scale.</summary>
    private const double ClippedShare = 1e-4;

    private readonly List<(uint Feature, byte Class, float Weight)> _weights = [];

    public int Count => _weights.Count;

    public void Add(uint feature, byte @class, float weight) => _weights.Add((feature == 0 ? 1u : feature, @class,
        weight));

    /// <summary>Writes features ascending as differences, so that the whole compresses well.</summary>
    public void Write(BinaryWriter to)
    {
        var sizes = _weights.Select(w => Math.Abs(w.Weight)).Order().ToArray();
        var top = sizes.Length == 0 ? 1f : sizes[(int)((sizes.Length - 1) * (1 - ClippedShare))];
        var scale = top / 127f;
        var kept = new List<(uint Feature, byte Class, sbyte Weight)>(_weights.Count);
        foreach (var (feature, @class, weight) in _weights)
        {
            var rounded = (sbyte)Math.Clamp(Math.Round(weight / scale), -127, 127);
            if (rounded != 0) kept.Add((feature, @class, rounded));
        }

        kept.Sort(static (a, b) => a.Feature != b.Feature ? a.Feature.CompareTo(b.Feature)
            : a.Class.CompareTo(b.Class));
        var groups = new List<(uint Feature, int Count)>();
        foreach (var (feature, _, _) in kept)
        {
            if (groups.Count > 0 && groups[^1].Feature == feature) groups[^1] = (feature, groups[^1].Count + 1);
            else groups.Add((feature, 1));
        }

        to.Write(scale);
        to.Write(groups.Count);
        to.Write(kept.Count);
        var last = 0u;
        foreach (var (feature, _) in groups)
        {
            to.Write7BitEncodedInt64(feature - last);
            last = feature;
        }

        foreach (var (_, count) in groups) to.Write((byte)count);
        foreach (var (_, @class, _) in kept) to.Write(@class);
        foreach (var (_, _, weight) in kept) to.Write(weight);
    }

    /// <param name="from">Over a stream in memory whose buffer may be seen: a model is read in one go.</param>
    public static SparseWeights Read(BinaryReader from) => Read(from, static p => new SparseWeights(p.Features,
        p.Counts, p.Classes, p.Weights, p.Scale));

    /// <summary>Reads weights of the classes 0 and 1.</summary>
    public static MoveWeights ReadMoves(BinaryReader from) => Read(from, static p => new MoveWeights(p.Features,
        p.Counts, p.Classes, p.Weights));

    private readonly ref struct Parts(ReadOnlySpan<uint> features, ReadOnlySpan<byte> counts,
        ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> weights, float scale)
    {
        public readonly ReadOnlySpan<uint> Features = features;
        public readonly ReadOnlySpan<byte> Counts = counts, Classes = classes;
        public readonly ReadOnlySpan<sbyte> Weights = weights;
        public readonly float Scale = scale;
    }

    private delegate T Maker<T>(Parts parts);

    private static T Read<T>(BinaryReader from, Maker<T> make)
    {
        var scale = from.ReadSingle();
        var (features, entries) = (from.ReadInt32(), from.ReadInt32());
        if (features is < 0 or > FeaturesMax || entries is < 0 or > FeaturesMax * 4) throw new InvalidDataException(
            "not a model");
        var memory = (MemoryStream)from.BaseStream;
        var rest = memory.GetBuffer().AsSpan((int)memory.Position, (int)(memory.Length - memory.Position));
        var keys = new uint[features];
        var (at, last) = (0, 0L);
        for (var i = 0; i < features; i++)
        {
            long step = 0;
            byte part;
            var shift = 0;
            do
            {
                part = rest[at++];
                step |= (long)(part & 127) << shift;
                shift += 7;
            }
            while (part >= 128 && shift < 63);
            keys[i] = (uint)(last += step);
        }

        var counts = rest.Slice(at, features);
        var classes = rest.Slice(at + features, entries);
        var weights = MemoryMarshal.Cast<byte, sbyte>(rest.Slice(at + features + entries, entries));
        memory.Position += at + features + (2L * entries);
        return make(new(keys, counts, classes, weights, scale));
    }

    /// <summary>The weights as they will be after shipping, without going through a file.</summary>
    public SparseWeights Freeze() => Frozen(Read);

    public MoveWeights FreezeMoves() => Frozen(ReadMoves);

    private T Frozen<T>(Func<BinaryReader, T> read)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        Write(writer);
        writer.Flush();
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        return read(reader);
    }
}
