using AllSource.Desk.Ledger;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Reports;

namespace AllSource.App.Ledgers;

/// <summary>
/// The ledger for people: who does what, in which report, its sentence with the spans marked, and why.
/// </summary>
internal static class LedgerPage
{
    private const int WhyMax = 400;

    public static void Write(TextWriter output, string question, LedgerAnswer answer, bool inColour)
    {
        output.WriteLine($"{question}: {answer.Rows.Length} of {answer.Claims} claims");
        foreach (var row in answer.Rows)
        {
            output.WriteLine();
            output.WriteLine(Head(row));
            output.WriteLine($"  {Where(row.Report)}  {row.Claim.Id}");
            output.WriteLine($"  {MarkedSentence.Of(row, inColour)}");
            var chain = row.Claim.Chain.Select(r => OutsideText.Clean(r.Name)).ToList();
            if (chain.Count > 1) output.WriteLine($"  through: {string.Join(" > ", chain)}");
            foreach (var why in row.Whys) output.WriteLine($"  why: {OutsideText.Shorten(why, WhyMax)}");
        }
    }

    private static string Head(LedgerRow row)
    {
        var (said, text) = (row.Claim.Said, row.Report.Text);
        var voice = OutsideText.Clean(row.Voice);
        var head = $"{(voice.Length > 0 ? voice : "nobody named")} · {ActWords.Of(said, text)}";
        if (row.Stance is { } stance) head += $" · {stance.ToString().ToLowerInvariant()} it";
        return head + Part(" · to ", said.Addressee, text) + Part(" · hedged: ", said.Hedge, text)
            + Part(" · when: ", said.Time, text);
    }

    private static string Part(string word, IReadOnlyCollection<TextSpan> spans, string text)
    {
        var inside = spans.Where(s => s.End <= text.Length).Select(s => OutsideText.Clean(s.Of(text))).ToList();
        return inside.Count == 0 ? "" : word + string.Join(' ', inside);
    }

    private static string Where(Report report)
    {
        var facts = report.Facts;
        var name = OutsideText.Clean(facts.Source?.Name ?? facts.Title ?? facts.Author ?? "a report without a name");
        var at = facts.Published is { } published ? OutsideText.Clean(published.AsWritten) : "undated";
        return $"{name}, {at} ({OutsideText.Clean(facts.File)}) {report.Label}";
    }
}
