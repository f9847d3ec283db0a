using System.Text.Json;
using AllSource.Access;
using AllSource.Release;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>
/// Takes an assessed case to the gate, and writes down what left. Without an audience in case.yaml the brief is for a
/// desk that may see TLP:AMBER and holds no compartment.
/// </summary>
public sealed class IssueBrief(IDisclosureShelf disclosures, TimeProvider clock)
{
    private static readonly CaseAudience Unnamed = new("The desk", Clearance.Of(Tlp.Amber));

    public ReleaseDecision Issue(AssessedCase assessed, string deskVersion)
    {
        var to = assessed.File.Audience ?? Unnamed;
        var now = clock.GetUtcNow();
        var audience = new Audience(to.Name, to.Clearance)
        {
            ToldBefore = [.. disclosures.To(to.Name).SelectMany(ItemsOf).Distinct(StringComparer.Ordinal)],
        };
        var drafted = Drafting.Of(new(
            assessed.Assessment, assessed.Reports, assessed.Claims, new SourceRegister(assessed.File.Sources),
            assessed.File.Answers.DefaultLabel, assessed.File.Title ?? assessed.CaseId, audience,
                new(now, deskVersion)));
        var decision = drafted.Decide();
        if (decision.Brief is not null)
        {
            var told = decision.Record.Items.Where(i => i.Refusal is null).Select(i => i.Item)
                .Order(StringComparer.Ordinal).ToArray();
            disclosures.Append(new(to.Name, JsonSerializer.Serialize(told, DisclosureJson.Default.StringArray), now));
        }

        return decision;
    }

    private static string[] ItemsOf(Disclosure disclosure) =>
        JsonSerializer.Deserialize(disclosure.Told, DisclosureJson.Default.StringArray) ?? [];
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class DisclosureJson : System.Text.Json.Serialization.JsonSerializerContext;
