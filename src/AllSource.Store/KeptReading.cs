using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Store;

/// <summary>
/// Writes and reads what was read from a report, the same for every database: plain values one behind another, because
/// the descriptions that a JSON reader makes of types first cost a short run more than what it reads.
/// </summary>
internal static class KeptReading
{
    // What one build writes no other reads: another form needs no conversion, and cannot be misread.
    private static readonly string Form = typeof(KeptReading).Module.ModuleVersionId.ToString();

    // Half of a surrogate pair would silently come back as another character.
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// SHA-256 over all that a reading may depend on, and what came of it. The report goes in as a whole, its label and
    /// its file's name with it: a key of those parts that matter today would be wrong the day another one does.
    /// </summary>
    public static string Seal(Report report, string reader, ReadOnlySpan<byte> content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])[Form, reader, report.Id.Value, report.Original.Hex, report.Label.ToString(),
            report.Text, ReportJson.Write(report)])
        {
            sha.AppendData(BitConverter.GetBytes(part.Length));
            sha.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        sha.AppendData(content);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Null where it cannot be written so that it comes back the same.</summary>
    public static byte[]? Write(ReportReading reading)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Strict);
        try
        {
            to.Write(reading.Language);
            to.Write(reading.IsCut);
            to.Write7BitEncodedInt(reading.Attributions.Length);
            foreach (var said in reading.Attributions) Write(to, said);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }

        return bytes.ToArray();
    }

    /// <summary>Null where the seal is not that of this content, this report and this reader.</summary>
    public static ReportReading? Read(Report report, string reader, string seal, byte[] content)
    {
        if (seal != Seal(report, reader, content)) return null;
        using var from = new BinaryReader(new MemoryStream(content), Strict);
        var language = from.ReadString();
        var isCut = from.ReadBoolean();
        var said = new Attribution[from.Read7BitEncodedInt()];
        for (var i = 0; i < said.Length; i++) said[i] = Said(from);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(said), language, isCut);
    }

    private static void Write(BinaryWriter to, Attribution said)
    {
        foreach (var spans in (ImmutableArray<TextSpan>[])[said.Source, said.Cue, said.Content, said.Addressee,
            said.Hedge, said.Time])
        {
            to.Write7BitEncodedInt(spans.Length);
            foreach (var span in spans)
            {
                to.Write7BitEncodedInt(span.Start);
                to.Write7BitEncodedInt(span.End);
            }
        }

        to.Write7BitEncodedInt((int)said.Act);
        to.Write7BitEncodedInt((int)said.Mode);
        to.Write7BitEncodedInt((int)said.SourceKind);
        to.Write7BitEncodedInt((int)said.Kind);
        to.Write(said.DeniesInContent);
        to.Write(said.Canonical);
        to.Write7BitEncodedInt(said.Parent ?? -1);
        to.Write(said.Why);
    }

    private static Attribution Said(BinaryReader from)
    {
        ImmutableArray<TextSpan> source = Spans(from), cue = Spans(from), content = Spans(from);
        ImmutableArray<TextSpan> addressee = Spans(from), hedge = Spans(from), time = Spans(from);
        var act = (Act)from.Read7BitEncodedInt();
        var mode = (Mode)from.Read7BitEncodedInt();
        var sourceKind = (SourceKind)from.Read7BitEncodedInt();
        var kind = (UtteranceKind)from.Read7BitEncodedInt();
        var denies = from.ReadBoolean();
        var canonical = from.ReadString();
        var parent = from.Read7BitEncodedInt();
        return new(source, cue, content, addressee, hedge, time, act, mode, sourceKind, canonical,
            parent < 0 ? null : parent, from.ReadString())
        {
            Kind = kind,
            DeniesInContent = denies,
        };
    }

    private static ImmutableArray<TextSpan> Spans(BinaryReader from)
    {
        var spans = new TextSpan[from.Read7BitEncodedInt()];
        for (var i = 0; i < spans.Length; i++)
        {
            var start = from.Read7BitEncodedInt();
            spans[i] = new(start, from.Read7BitEncodedInt());
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(spans);
    }
}
