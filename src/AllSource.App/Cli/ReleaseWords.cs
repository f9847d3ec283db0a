using System.Globalization;
using AllSource.Release;

namespace AllSource.App.Cli;

/// <summary>
/// The desk's own record of what the gate did, in words: every refusal with its rule. It is not for the audience.
/// </summary>
internal static class ReleaseWords
{
    public static void Write(TextWriter words, ReleaseDecision decision)
    {
        var record = decision.Record;
        words.WriteLine("For the desk alone: this names what must not leave.");
        words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Audience: {record.Audience}. Items: {record.Items.Length}, "
            + $"told: {record.Items.Count(i => i.Refusal is null)}."));
        if (decision.Refusal is { } whole) words.WriteLine($"The whole brief is refused: {whole}");
        foreach (var note in record.Notes) words.WriteLine($"note: {note}");
        foreach (var item in record.Items.Where(i => i.Refusal is not null))
        {
            words.WriteLine($"- {item.Kind} {item.Item}: {item.Refusal}");
            if (item.Exposure.Length > 0) words.WriteLine($"    {item.Exposure}");
        }
    }
}
