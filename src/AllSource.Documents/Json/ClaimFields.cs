using System.Text.Json;
using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Documents.Json;

/// <summary>
/// Writes what an attribution says, under the names of the annotation guide: source, cue, content, addressee, hedge,
/// time
/// as lists of [start, end) in Unicode code points, act, mode, source_kind, canonical, parent. All doors write it here.
/// </summary>
public static class ClaimFields
{
    /// <param name="json">Within an object.</param>
    /// <param name="map">Of the text that the spans are of.</param>
    public static void Write(Utf8JsonWriter json, Attribution said, CodePointMap map)
    {
        WriteSpans(json, "source", said.Source, map);
        WriteSpans(json, "cue", said.Cue, map);
        WriteSpans(json, "content", said.Content, map);
        WriteSpans(json, "addressee", said.Addressee, map);
        WriteSpans(json, "hedge", said.Hedge, map);
        WriteSpans(json, "time", said.Time, map);
        json.WriteString("act", Word(said.Act));
        json.WriteString("mode", Word(said.Mode));
        json.WriteString("source_kind", Word(said.SourceKind));
        json.WriteString("canonical", said.Canonical);
        if (said.Parent is { } parent) json.WriteNumber("parent", parent);
        else json.WriteNull("parent");
    }

    /// <summary>A value as the files have it: "stand-by", "protected-person".</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A role by its name: [start, end) in code points of the text.</summary>
    public static void WriteSpans(Utf8JsonWriter json, string name, IEnumerable<TextSpan> spans, CodePointMap map)
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
}
