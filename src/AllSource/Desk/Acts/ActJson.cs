using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk.Acts;

/// <summary>
/// An act's content as a shelf keeps it and as its id is made from it: the same content gives the same text. Spans are
/// "start-end" in UTF-16 units of the report's text.
/// </summary>
public static class ActJson
{
    public static string Write(ActContent content) =>
        JsonSerializer.Serialize(content, ActJsonContext.Default.ActContent);

    /// <summary>Null where the text is no act that this program knows.</summary>
    public static ActContent? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ActJsonContext.Default.ActContent);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SpanText), typeof(ReportIdText)])]
[JsonSerializable(typeof(ActContent))]
internal sealed partial class ActJsonContext : JsonSerializerContext;

internal sealed class SpanText : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = (reader.GetString() ?? "").Split('-');
        return parts.Length == 2 && Number(parts[0]) is { } start && Number(parts[1]) is { } end && start <= end
            ? new(start, end)
            : throw new JsonException("not a span");
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}

internal sealed class ReportIdText : JsonConverter<ReportId>
{
    public override ReportId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ReportId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
