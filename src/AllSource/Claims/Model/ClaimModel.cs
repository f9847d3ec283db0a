using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>
/// All that was learned: tagger, parser, cues, spans, the choice among readings. The shipped one is read from the
/// assembly when it is first needed and shared from then on; nothing in it changes. File: the five letters "ASCM5",
/// the length of the first part, and two parts in Brotli, which are unpacked side by side.
/// </summary>
internal sealed class ClaimModel
{
    private const string ResourceName = "AllSource.Claims.claims.model";

    /// <summary>A file that claims more is not one of ours: it would make the reader allocate at will.</summary>
    private const int FileMax = 64 << 20;

    private static readonly byte[] Magic = "ASCM5"u8.ToArray();
    private static readonly Lazy<ClaimModel> OfAssembly = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    private ClaimModel(GrammarReader grammar, AttributionModel attributions) => (Grammar, Attributions) = (grammar,
        attributions);

    public static ClaimModel Shipped => OfAssembly.Value;

    public GrammarReader Grammar { get; }

    public AttributionModel Attributions { get; }

    public static ClaimModel Read(Stream stream)
    {
        var magic = new byte[Magic.Length];
        stream.ReadExactly(magic);
        if (!magic.AsSpan().SequenceEqual(Magic)) throw new InvalidDataException(
            "This is no model of claims. Train one: allsource train claims.");
        Span<byte> length = stackalloc byte[sizeof(int)];
        stream.ReadExactly(length);
        var ahead = new byte[Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(length), 0, FileMax)];
        stream.ReadExactly(ahead);
        using var rest = new MemoryStream();
        stream.CopyTo(rest);
        (Tagger Tagger, MoveWeights Moves) first = default;
        (SparseWeights Labels, AttributionModel Attributions) second = default;
        // a loop, not a task that is waited for: readers that wait for the model may hold all of the pool's threads,
        // and a task would wait for the next one, half a second and more
        Parallel.For(0, 2, part =>
        {
            if (part == 0) first = Unpacked(ahead, ahead.Length, from => (new Tagger(WeightList.Read(from),
                Lexicon.Read(from)), WeightList.ReadMoves(from)));
            else second = Unpacked(rest.GetBuffer(), (int)rest.Length, from => (WeightList.Read(from),
                new AttributionModel(new(CrfModel.Read(from, CrfShape.Cues)), CrfModel.Read(from, CrfShape.Spans),
                    ReadingJudge.Read(from))));
        });
        return new(new GrammarReader(first.Tagger!, new DependencyParser(first.Moves!, second.Labels!)),
            second.Attributions!);
    }

    private static T Unpacked<T>(byte[] packed, int length, Func<BinaryReader, T> read)
    {
        using var plain = new BrotliStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        using var memory = new MemoryStream(1 << 23);
        plain.CopyTo(memory);
        memory.Position = 0;
        using var from = new BinaryReader(memory);
        return read(from);
    }

    /// <summary>Puts trained parts into a file that <see cref="Read"/> takes; the same parts give the same
    /// bytes.</summary>
    /// <param name="first">Tagger, lexicon and the parser's moves.</param>
    /// <param name="second">The parser's relations, cues, spans, the choice among readings.</param>
    public static byte[] Pack(Action<BinaryWriter> first, Action<BinaryWriter> second)
    {
        var (one, two) = (Packed(first), Packed(second));
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, one.Length);
        return [.. Magic, .. length, .. one, .. two];
    }

    private static byte[] Packed(Action<BinaryWriter> parts)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) parts(writer);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(
            memory.ToArray());
        return packed.ToArray();
    }

    private static ClaimModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The build left out claims.model.");
        return Read(stream);
    }
}
