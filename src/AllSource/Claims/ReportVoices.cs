using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Claims;

/// <summary>
/// Who writes each stretch of a report by the report's own account: the sender of a chat message, whom he forwards, the
/// author of a block of quoted mail, who speaks in a turn of a transcript. They say "I", and every claim in their words
/// has come through them.
/// </summary>
internal sealed class ReportVoices
{
    public static readonly ReportVoices None = new([]);

    private readonly List<(TextSpan Span, string Name)> _stretches; // ascending by start, the longer first

    private ReportVoices(List<(TextSpan Span, string Name)> stretches) => _stretches = stretches;

    public static ReportVoices Of(Report report)
    {
        var stretches = new List<(TextSpan Span, string Name)>();
        foreach (var message in report.Messages)
        {
            if (message.Sender.Length > 0) stretches.Add((message.Body, message.Sender));
            if (message.ForwardedFrom is { Length: > 0 } from) stretches.Add((message.Body, from));
        }

        foreach (var block in report.Quoted)
        {
            if (block.WrittenBy is { Length: > 0 } author) stretches.Add((block.Span, author));
        }

        foreach (var turn in Turns.Of(report))
        {
            if (turn.Name is { } speaker) stretches.Add((turn.Body, speaker));
        }

        stretches.RemoveAll(s => s.Span.Length == 0);
        return new([.. stretches.OrderBy(s => s.Span.Start).ThenByDescending(s => s.Span.Length)]);
    }

    /// <summary>The innermost writer at a place of the text; null where the report tells none.</summary>
    public string? At(int position)
    {
        var all = Around(position);
        return all.Count > 0 ? all[^1] : null;
    }

    /// <summary>The writers around a place, the outermost first.</summary>
    public List<string> Around(int position)
    {
        var found = new List<string>();
        var (low, high) = (0, _stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }

        // Messages do not overlap and quotations nest only so deep: what holds the place stands a few before it.
        for (var i = Math.Max(0, low - NestingMax); i < low; i++)
        {
            if (position < _stretches[i].Span.End) found.Add(_stretches[i].Name);
        }

        return found;
    }

    /// <summary>Mail quoted in mail quoted in mail: deeper than this nobody follows.</summary>
    private const int NestingMax = 40;
}
