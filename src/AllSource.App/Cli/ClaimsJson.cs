using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Sources;

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
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Attribution said, ImmutableArray<Attribution> all, CodePointMap map)
    {
        json.WriteStartObject();
        Spans(json, "source", said.Source, map);
        Spans(json, "cue", said.Cue, map);
        Spans(json, "content", said.Content, map);
        Spans(json, "addressee", said.Addressee, map);
        Spans(json, "hedge", said.Hedge, map);
        Spans(json, "time", said.Time, map);
        json.WriteString("act", ActWord(said.Act));
        json.WriteString("mode", said.Mode.ToString().ToLowerInvariant());
        json.WriteString("source_kind", KindWord(said.SourceKind));
        json.WriteString("canonical", said.Canonical);
        if (said.Parent is { } parent) json.WriteNumber("parent", parent);
        else json.WriteNull("parent");
        json.WriteStartArray("chain");
        foreach (var relay in ClaimChain.Of(said, all)) json.WriteStringValue(relay.Name);
        json.WriteEndArray();
        json.WriteString("kind", said.Kind.ToString().ToLowerInvariant());
        json.WriteString("why", said.Why);
        json.WriteEndObject();
    }

    private static void Spans(Utf8JsonWriter json, string name, ImmutableArray<TextSpan> spans, CodePointMap map)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            var (start, end) = map.ToPoints(span);
            json.WriteStartArray();
            json.WriteNumberValue(start);
            json.WriteNumberValue(end);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static string ActWord(Act act) => act == Act.StandBy ? "stand-by" : act.ToString().ToLowerInvariant();

    public static string KindWord(SourceKind kind) =>
        kind == SourceKind.ProtectedPerson ? "protected-person" : kind.ToString().ToLowerInvariant();
}
