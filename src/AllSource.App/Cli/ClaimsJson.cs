using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllSource.Claims;
using AllSource.Documents.Json;
using AllSource.Kernel;
using AllSource.Language.Names;

namespace AllSource.App.Cli;

/// <summary>A document's attributions as one line of JSON; spans are [start, end) in Unicode code points of the
/// text.</summary>
internal static class ClaimsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Line(string id, string text, ClaimReader reader)
    {
        var read = reader.ReadText(text);
        var map = new CodePointMap(text);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("language", read.Language);
            json.WriteStartArray("attributions");
            foreach (var said in read.Attributions) Write(json, said, read.Attributions, map);
            json.WriteEndArray();
            json.WriteStartArray("names");
            foreach (var name in read.Names) WriteName(json, name, map);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A text with its attributions, as a trainer needs it.</summary>
    public static string TrainingLine(string id, string text, ImmutableArray<Attribution> attributions)
    {
        var map = new CodePointMap(text);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("language", ClaimReader.LanguageOf(text));
            json.WriteString("text", text);
            json.WriteStartArray("attributions");
            foreach (var said in attributions) Write(json, said, attributions, map);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Attribution said, ImmutableArray<Attribution> all, CodePointMap map)
    {
        json.WriteStartObject();
        ClaimFields.Write(json, said, map);
        json.WriteStartArray("chain");
        foreach (var relay in ClaimChain.Of(said, all)) json.WriteStringValue(relay.Name);
        json.WriteEndArray();
        json.WriteString("kind", ClaimFields.Word(said.Kind));
        json.WriteString("why", said.Why);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, Name name, CodePointMap map)
    {
        var (start, end) = map.ToPoints(name.Span);
        json.WriteStartObject();
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteString("type", name.Kind switch
        {
            NameKind.Person => "PER",
            NameKind.Organisation => "ORG",
            _ => "LOC",
        });
        json.WriteString("canonical", name.Full);
        json.WriteString("why", name.Why);
        json.WriteEndObject();
    }
}
