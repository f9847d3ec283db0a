using System.IO.Compression;
using System.Reflection;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>
/// All that was learned: tagger, parser, cues, spans, the choice among readings. The shipped one is read from the
/// assembly when it is first needed and shared from then on; nothing in it changes. File: the five letters "ASCM2", then Brotli of the weights in this order.
/// </summary>
internal sealed class ClaimModel
{
    private const string ResourceName = "AllSource.Claims.claims.model";
    private static readonly byte[] Magic = "ASCM2"u8.ToArray();
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
        using var plain = new BrotliStream(stream, CompressionMode.Decompress);
        using var memory = new MemoryStream(1 << 24);
        plain.CopyTo(memory);
        memory.Position = 0;
        using var from = new BinaryReader(memory);
        var tagger = new Tagger(WeightList.Read(from), WeightList.Read(from));
        var parser = new DependencyParser(WeightList.Read(from), WeightList.Read(from));
        return new(
            new GrammarReader(tagger, parser),
            new AttributionModel(new(CrfModel.Read(from, CrfShape.Cues)), CrfModel.Read(from, CrfShape.Spans),
                ReadingRanker.Read(from)));
    }

    /// <summary>Puts trained parts into a file that <see cref="Read"/> takes; the same parts give the same
    /// bytes.</summary>
    public static byte[] Pack(Action<BinaryWriter> parts)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) parts(writer);
        using var packed = new MemoryStream();
        packed.Write(Magic);
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
