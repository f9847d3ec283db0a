using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllSource.Access;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Store;

/// <summary>
/// What a shelf keeps of a report beside its text and label. Names are short because every segment repeats them.
/// </summary>
internal sealed record StoredReport(
    ReportFacts Facts,
    ImmutableArray<TextSegment> Segments,
    ImmutableArray<QuotedBlock> Quoted,
    ImmutableArray<Message> Messages,
    ImmutableArray<CallRecord> Calls,
    ImmutableArray<string> Cites,
    ImmutableArray<Finding> Findings,
    ImmutableArray<string> KnownUnknowns);

/// <summary>Writes and reads a report's JSON column, the same for every database.</summary>
internal static class ReportJson
{
    public static string Write(Report r) => JsonSerializer.Serialize(
        new StoredReport(r.Facts, r.Segments, r.Quoted, r.Messages, r.Calls, r.Cites, r.Findings, r.KnownUnknowns),
        StoreJsonContext.Default.StoredReport);

    public static Report Read(ReportId id, ContentHash original, Label label, string text, string about)
    {
        var s = JsonSerializer.Deserialize(about, StoreJsonContext.Default.StoredReport)
            ?? throw new DeskException(DeskTrouble.Broken,
                $"The desk holds report {id} without its facts. Restore it from a copy.");
        return new(id, original, s.Facts, label, text)
        {
            Segments = s.Segments,
            Quoted = s.Quoted,
            Messages = s.Messages,
            Calls = s.Calls,
            Cites = s.Cites,
            Findings = s.Findings,
            KnownUnknowns = s.KnownUnknowns,
        };
    }
}

[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(TextSpanConverter), typeof(SourceIdConverter)])]
[JsonSerializable(typeof(StoredReport))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;

internal sealed class TextSpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return int.TryParse(text.AsSpan(0, Math.Max(0, dash)), out var start)
            && int.TryParse(text.AsSpan(dash + 1), out var end)
            ? new(start, end)
            : throw new JsonException($"'{text}' is not a span");
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class SourceIdConverter : JsonConverter<SourceId>
{
    public override SourceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, SourceId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
