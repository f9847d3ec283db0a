using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// A report's own unattributed sentences as claims of its own source: the outlet, the protected source, the device, the
/// sender of the message. So a contact report, a row of call records and a readout carry claims too. The desk's own
/// comment, headings and lines of metadata are no claims.
/// </summary>
public static class Narration
{
    private const string Why = "the report's own words: no attribution covers them";

    /// <summary>
    /// A "sentence" longer than this is no sentence; it is cut by nobody and claims nothing that can be compared.
    /// </summary>
    private const int SentenceMax = 900;

    private const int ContentWordsMin = 3;
    private const int PlainWordsMin = 2;

    /// <param name="claims">The attributed claims of this report.</param>
    public static ImmutableArray<Claim> Of(Report report, IReadOnlyCollection<Claim> claims, SourceRegister register)
    {
        var own = ReportVoice.Of(report, register);
        var taken = claims.SelectMany(c => c.Said.Source.Concat(c.Said.Cue).Concat(c.Said.Content))
            .Where(s => s.End <= report.Text.Length).Order().ToArray();
        var told = report.Calls.Length > 0 ? Rows(report, own)
            : report.Messages.Length > 0 ? Messages(report, own) : Sentences(report, new(0, report.Text.Length), own);
        return [.. told.Where(t => !IsTaken(t.Span, taken)).Select(t => Claimed(report, t.Span, t.By)).DistinctBy(c =>
            c.Id)];
    }

    private static IEnumerable<(TextSpan Span, Voice By)> Rows(Report report, Voice own) =>
        report.Calls.Where(c => c.Row.End <= report.Text.Length).Select(c => (c.Row, own));

    private static IEnumerable<(TextSpan Span, Voice By)> Messages(Report report, Voice own)
    {
        foreach (var message in report.Messages.Where(m => m.Body.End <= report.Text.Length))
        {
            var by = message.ForwardedFrom is { Length: > 0 } from ? new(from, SourceKind.Outlet, VoiceGround.Outlet)
                : message.Sender.Length == 0 || report.Facts.MessageId is not null ? own
                : new Voice(message.Sender, SourceKind.Person, VoiceGround.Unnamed);
            foreach (var sentence in Sentences(report, message.Body, by)) yield return sentence;
        }
    }

    private static IEnumerable<(TextSpan Span, Voice By)> Sentences(Report report, TextSpan within, Voice by)
    {
        var tokens = Tokeniser.Read(within.Of(report.Text));
        var commentOf = -1;
        for (var s = 0; s < tokens.SentenceCount; s++)
        {
            var (first, end) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            if (end <= first) continue;
            var span = new TextSpan(tokens.Start[first], tokens.End[end - 1]).Shift(within.Start);
            var text = span.Of(report.Text);
            if (text.TrimStart('*', '#', '_', ' ').StartsWith("Comment", StringComparison.OrdinalIgnoreCase))
            {
                commentOf = tokens.ParagraphOf[first];
            }

            if (tokens.ParagraphOf[first] == commentOf || !IsStatement(text, report.Messages.Length > 0)) continue;
            if (report.Quoted.FirstOrDefault(q => q.Span.Overlaps(span)) is { } quoted)
            {
                if (quoted.WrittenBy is { Length: > 0 } writer) yield return (span, new(writer, SourceKind.Person,
                    VoiceGround.Named));
                continue;
            }

            yield return (span, by);
        }
    }

    /// <summary>
    /// A closed sentence with more in it than names and numbers. Headlines, captions, bylines, datelines and rows of
    /// metadata
    /// are none: they repeat the text below them, and would make a second witness of its writer. In chats nobody
    /// closes.
    /// </summary>
    private static bool IsStatement(string text, bool isMessage)
    {
        if (text.Length > SentenceMax || text[0] == '#' || text[^1] is '?' or ':') return false;
        var bare = text.TrimEnd('"', '”', '’', ')', '*', ' ');
        if (!isMessage && (bare.Length == 0 || bare[^1] is not ('.' or '!' or '…'))) return false;
        var words = Statement.Of(text).Words;
        return words.Length >= ContentWordsMin && words.Count(w => !w.IsName && !w.IsNumber) >= PlainWordsMin;
    }

    /// <summary>True when attributions already read a third of the sentence.</summary>
    private static bool IsTaken(TextSpan sentence, TextSpan[] taken)
    {
        var (covered, end) = (0, sentence.Start);
        foreach (var span in taken)
        {
            var from = Math.Max(end, Math.Max(span.Start, sentence.Start));
            var to = Math.Min(span.End, sentence.End);
            if (to <= from) continue;
            covered += to - from;
            end = to;
        }

        return covered * 3 >= sentence.Length;
    }

    private static Claim Claimed(Report report, TextSpan span, Voice by)
    {
        var said = new Attribution(
            [], [], [span], [], [], [], Act.Assert, Mode.Direct, by.Kind, by.Name, null, Why);
        var chain = new List<Relay>();
        if (report.Facts.Source is { } source) chain.Add(new(source.Name, SourceKind.Outlet));
        if (chain.Count == 0 || chain[^1].Name != by.Name) chain.Add(new(by.Name, by.Kind));
        return new(Claim.IdOf(report.Id, said), report.Id, said, [.. chain]);
    }
}
