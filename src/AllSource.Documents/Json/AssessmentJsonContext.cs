using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Documents.Json;

/// <summary>
/// The parts of an assessment that are written as they are: snake_case names, words in kebab-case, ids as strings.
/// Claims' own spans are written apart, in code points.
/// </summary>
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(WhatIfFinding))]
[JsonSerializable(typeof(OutcomeReport))]
[JsonSerializable(typeof(ReportFacts))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(IReadOnlyCollection<Origin>))]
[JsonSerializable(typeof(IReadOnlyCollection<ReportOrigins>))]
[JsonSerializable(typeof(IReadOnlyCollection<CopyEdge>))]
[JsonSerializable(typeof(IReadOnlyCollection<OriginConflict>))]
internal sealed partial class AssessmentJsonContext : JsonSerializerContext
{
    public static AssessmentJsonContext Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new IdConverter<ReportId>(id => id.Value),
            new IdConverter<ClaimId>(id => id.Value),
            new IdConverter<OriginId>(id => id.Value),
            new IdConverter<PropositionId>(id => id.Value),
            new IdConverter<SourceId>(id => id.Name),
            new TimeConverter(),
            new OriginMapConverter(),
        },
    });

    private sealed class IdConverter<T>(Func<T, string> text) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("an assessment is recomputed, never read back");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(text(value));
    }

    private sealed class TimeConverter : JsonConverter<ReportedTime>
    {
        public override ReportedTime Read(ref Utf8JsonReader reader, Type typeToConvert,
            JsonSerializerOptions options) =>
            throw new NotSupportedException("an assessment is recomputed, never read back");

        public override void Write(Utf8JsonWriter writer, ReportedTime value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("as_written", value.AsWritten);
            writer.WriteString("instant", value.Offset is null ? null : value.Earliest.ToString("O"));
            writer.WriteString("zone", JsonNamingPolicy.KebabCaseLower.ConvertName(value.Zone.ToString()));
            writer.WriteString("precision", JsonNamingPolicy.KebabCaseLower.ConvertName(value.Precision.ToString()));
            writer.WriteEndObject();
        }
    }

    /// <summary>
    /// Claims' origins and narrated claims are written beside the assessment, with code points; the rest here.
    /// </summary>
    private sealed class OriginMapConverter : JsonConverter<OriginMap>
    {
        public override OriginMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("an assessment is recomputed, never read back");

        public override void Write(Utf8JsonWriter writer, OriginMap value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            WriteAll(writer, "origins", value.Origins, options);
            WriteAll(writer, "reports", value.Reports, options);
            WriteAll(writer, "edges", value.Edges, options);
            WriteAll(writer, "conflicts", value.Conflicts, options);
            writer.WriteEndObject();
        }

        private static void WriteAll<T>(
            Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, JsonSerializerOptions options)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, items, options.GetTypeInfo(typeof(IReadOnlyCollection<T>)));
        }
    }
}
