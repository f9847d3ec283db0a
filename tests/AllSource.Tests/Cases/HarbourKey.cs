using System.Text.Json;
using AllSource.Tests.Tidy;

namespace AllSource.Tests.Cases;

internal sealed record KeyOrigin(string Id, string Text, string[] Reports, int Origins, string[] OriginFiles);

internal sealed record KeyCopy(string Copier, string Original, string Note);

internal sealed record KeyPair(string A, string B, string Why);

internal sealed record KeyRow(string[] Reports, int Origins);

internal sealed record KeyAttribution(
    string File, JsonElement Source, JsonElement Cue, JsonElement Content, string Act, string Canonical, string Context)
{
    public string[] SourceParts => Parts(Source);

    public string[] CueParts => Parts(Cue);

    public string[] ContentParts => Parts(Content);

    private static string[] Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => [.. element.EnumerateArray().Select(e => e.GetString()!)],
        _ => [],
    };
}

/// <summary>The answer key of the sample case, made by hand before the program ran on it.</summary>
internal sealed record HarbourKey(
    KeyOrigin[] Origins, KeyCopy[] Copies, string[][] ShareByDescent, KeyPair[] NotCopies,
    KeyAttribution[] Attributions, string[] NotYetRead, Dictionary<string, KeyRow> Evidence)
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Folder { get; } = Path.Combine(Repository.Root, "samples", "harbour");

    public static HarbourKey Read()
    {
        var path = Path.Combine(Repository.Root, "tests", "AllSource.Tests", "Cases", "harbour-key.json");
        return JsonSerializer.Deserialize<HarbourKey>(File.ReadAllText(path), Names)!;
    }
}
