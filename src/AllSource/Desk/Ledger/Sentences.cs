using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Reports;

namespace AllSource.Desk.Ledger;

/// <summary>The sentences of a report that a claim's spans stand in. A text is cut once, however many ask.</summary>
internal sealed class Sentences
{
    private readonly Dictionary<ReportId, TokenisedText> _cut = [];

    /// <summary>From the start of the first sentence that a span touches to the end of the last.</summary>
    public TextSpan Around(Report report, Attribution said)
    {
        var spans = said.Source.Concat(said.Cue).Concat(said.Content).Where(s => s.End <= report.Text.Length).ToList();
        if (spans.Count == 0) return default;
        var (start, end) = (spans.Min(s => s.Start), spans.Max(s => s.End));
        if (!_cut.TryGetValue(report.Id, out var tokens)) _cut[report.Id] = tokens = Tokeniser.Read(report.Text);
        var (low, high) = (FirstAfter(tokens, start), LastBefore(tokens, end));
        if (low > high) return new(start, end);
        var (first, last) = (tokens.SentenceStart[tokens.SentenceOf[low]],
            tokens.SentenceStart[tokens.SentenceOf[high] + 1] - 1);
        return new(Math.Min(start, tokens.Start[first]), Math.Max(end, tokens.End[last]));
    }

    /// <summary>The first token that ends after a place.</summary>
    private static int FirstAfter(TokenisedText tokens, int at)
    {
        var found = Array.BinarySearch(tokens.End, at + 1);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The last token that starts before a place.</summary>
    private static int LastBefore(TokenisedText tokens, int at)
    {
        var found = Array.BinarySearch(tokens.Start, at);
        return (found >= 0 ? found : ~found) - 1;
    }
}
