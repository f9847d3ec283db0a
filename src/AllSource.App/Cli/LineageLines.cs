using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>Passages as JSON lines; all offsets count Unicode code points.</summary>
internal static class LineageLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Kinds =
        [.. Enum.GetValues<PassageKind>().Select(static k => k.ToString().ToLowerInvariant())];
    private static readonly string[] Edges =
        [.. Enum.GetValues<EdgeKind>().Select(static e => e.ToString().ToLowerInvariant())];

    public static void Write(
        TextWriter output, IReadOnlyList<LineageDocument> documents, IReadOnlyList<Passage> passages)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents) texts.TryAdd(document.Id, document.Text);
        var maps = new Dictionary<string, CodePointMap>(StringComparer.Ordinal);
        CodePointMap MapOf(string id) => maps.TryGetValue(id, out var map) ? map : maps[id] = new(texts[id]);
        var bytes = new ArrayBufferWriter<byte>(4096);
        var units = new char[4096];
        using var json = new Utf8JsonWriter(bytes, Plain);
        foreach (var passage in passages)
        {
            WriteOne(json, passage, MapOf(passage.A), MapOf(passage.B));
            json.Flush();
            if (units.Length < bytes.WrittenCount) units = new char[2 * bytes.WrittenCount];
            output.Write(units.AsSpan(0, Encoding.UTF8.GetChars(bytes.WrittenSpan, units)));
            output.Write('\n');
            bytes.ResetWrittenCount();
            json.Reset();
        }
    }

    private static void WriteOne(Utf8JsonWriter json, Passage passage, CodePointMap a, CodePointMap b)
    {
        json.WriteStartObject();
        json.WriteString("a", passage.A);
        var (start, end) = a.ToPoints(passage.ASpan);
        json.WriteNumber("a_start", start);
        json.WriteNumber("a_end", end);
        json.WriteString("b", passage.B);
        (start, end) = b.ToPoints(passage.BSpan);
        json.WriteNumber("b_start", start);
        json.WriteNumber("b_end", end);
        json.WriteString("kind", Kinds[(int)passage.Kind]);
        json.WriteString("edge", Edges[(int)passage.Edge]);
        if (passage.CommonSource is not null) json.WriteString("common_source", passage.CommonSource);
        if (passage.EdgeWhy.Length > 0) json.WriteString("edge_why", passage.EdgeWhy);
        if (passage.Copier is not null) json.WriteString("copier", passage.Copier);
        json.WriteNumber("probability", Math.Round(passage.Probability, 4));
        if (passage.OneOf > 0) json.WriteNumber("one_of", passage.OneOf);
        json.WriteString("why", passage.Why);
        json.WriteString("direction_why", passage.DirectionWhy);
        if (passage.Edits.Any(static e => e.IsNegation)) json.WriteBoolean("negation", true);
        json.WriteStartArray("edits");
        foreach (var edit in passage.Edits)
        {
            json.WriteStartArray();
            WriteSpan(json, a.ToPoints(edit.A));
            WriteSpan(json, b.ToPoints(edit.B));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, (int Start, int End) span)
    {
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
    }
}
