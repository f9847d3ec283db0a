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

    /// <summary>Among so many words "nobody" has its verb of saying.</summary>
    private const int SayingReach = 8;

    /// <param name="claims">The attributed claims of this report.</param>
    public static ImmutableArray<Claim> Of(Report report, IReadOnlyCollection<Claim> claims, SourceRegister register)
    {
        var own = ReportVoice.Of(report, register);
        var covered = new CoveredText(claims, report.Text.Length);
        var told = report.Calls.Length > 0 ? Rows(report, own)
            : report.Messages.Length > 0 ? Messages(report, own) : Spoken(report, own);
        var unread = UnreadIn(report.Text);
        told = told.Where(t => !IsIn(unread, t.Span));
        return [.. told.Select(t => Read(report, t.Span, t.By, covered)).OfType<Claim>().DistinctBy(c => c.Id)];
    }

    /// <param name="spans">Ascending, none within another.</param>
    private static bool IsIn(List<TextSpan> spans, TextSpan sentence)
    {
        var (low, high) = (0, spans.Count); // the first span that ends behind the sentence's start
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End > sentence.Start) high = middle;
            else low = middle + 1;
        }

        return low < spans.Count && spans[low].Overlaps(sentence);
    }

    /// <summary>Paragraphs in a language that nobody here reads: what is said or denied in them is not known.</summary>
    private static List<TextSpan> UnreadIn(string text)
    {
        var tokens = Tokeniser.Read(text);
        var isUnread = LanguageGuess.Of(tokens).IsUnread;
        var spans = new List<TextSpan>();
        for (var p = 0; p < isUnread.Length; p++)
        {
            var (first, end) = (tokens.ParagraphStart[p], tokens.ParagraphStart[p + 1]);
            if (isUnread[p] && end > first) spans.Add(new(tokens.Start[first], tokens.End[end - 1]));
        }

        return spans;
    }

    /// <summary>
    /// The whole sentence where attributions read less than a third of it. Where they read more and yet left a great
    /// part, that part is of whoever speaks in the sentence ("the link was cut in July, he pointed out, because ...").
    /// Null where nothing is left.
    /// </summary>
    private static Claim? Read(Report report, TextSpan sentence, Voice by, CoveredText covered)
    {
        var (read, gap) = covered.Of(sentence);
        if (covered.SpokenIn(sentence) is not { Said.Act: Act.Assert or Act.Affirm } speaker
            || gap.Length * 5 < sentence.Length * 2)
            return read * 3 < sentence.Length ? Claimed(report, sentence, by) : null;
        var rest = Trimmed(report.Text, gap);
        if (rest.IsEmpty || !HasSubstance(Statement.Of(rest.Of(report.Text)))) return null;
        var said = speaker.Said with { Content = [rest], Why = "the rest of a sentence in which this voice speaks" };
        return new(Claim.IdOf(report.Id, said), report.Id, said, speaker.Chain);
    }

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return new(start, end);
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

    /// <summary>Of a transcript each turn by who speaks in it, none of him who asks; what stands between by the report.
    /// </summary>
    private static IEnumerable<(TextSpan Span, Voice By)> Spoken(Report report, Voice own)
    {
        var at = 0;
        foreach (var turn in Turns.Of(report))
        {
            foreach (var told in Sentences(report, new(at, LineStart(report.Text, turn.Body.Start)), own))
                yield return told;
            at = turn.Body.End;
            if (turn.IsQuestion) continue;
            var by = turn.Name is { } name ? new(name, SourceKind.Person, VoiceGround.Named) : own;
            foreach (var told in Sentences(report, turn.Body, by)) yield return told;
        }

        foreach (var told in Sentences(report, new(at, report.Text.Length), own)) yield return told;
    }

    private static int LineStart(string text, int at) => text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    private static IEnumerable<(TextSpan Span, Voice By)> Sentences(Report report, TextSpan within, Voice by)
    {
        var tokens = Tokeniser.Read(within.Of(report.Text));
        var commentOf = -1;
        for (var s = 0; s < tokens.SentenceCount; s++)
        {
            var (first, end) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            while (first < end - 1 && tokens.Form[first][0] == '>') first++; // marks of quoted mail are nobody's words
            if (end <= first) continue;
            var span = new TextSpan(tokens.Start[first], tokens.End[end - 1]).Shift(within.Start);
            var text = span.Of(report.Text);
            if (text.TrimStart('*', '#', '_', ' ').StartsWith("Comment", StringComparison.OrdinalIgnoreCase))
            {
                commentOf = tokens.ParagraphOf[first];
            }

            if (tokens.ParagraphOf[first] == commentOf || !IsStatement(text, report.Messages.Length > 0)) continue;
            if (report.Quoted.Where(q => q.Span.Overlaps(span)).MinBy(q => q.Span.Length) is { } quoted)
            {
                if (quoted.WrittenBy is { Length: > 0 } writer) yield return (span, new(writer, SourceKind.Person,
                    VoiceGround.Named));
                continue;
            }

            yield return (span, by);
        }
    }

    /// <summary>
    /// A closed sentence (or one that a line break cut at a comma) with more in it than names and numbers. Headlines,
    /// captions, bylines, datelines and rows of metadata are none: they repeat the text below them, and would make a
    /// second witness of its writer. In chats nobody closes.
    /// </summary>
    private static bool IsStatement(string text, bool isMessage)
    {
        if (text.Length > SentenceMax || text[0] == '#' || text[^1] is '?' or ':' || IsUnsaid(text)) return false;
        var bare = text.TrimEnd('"', '”', '’', ')', '*', ' ');
        if (!isMessage && (bare.Length == 0 || bare[^1] is not ('.' or '!' or '…' or ',' or ';'))) return false;
        return HasSubstance(Statement.Of(text));
    }

    /// <summary>"If he says that ...", "Nobody has claimed that ...": supposed, or said by nobody; neither states what
    /// stands in it.</summary>
    private static bool IsUnsaid(string text)
    {
        var words = text.Split([' ', '\n', '\u00A0'], SayingReach + 1, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return false;
        var first = words[0].TrimStart('"', '“', '‘', '(').ToLowerInvariant();
        return first is "if" or "unless"
            || (first is "no" or "nobody" or "none" or "neither" && words.Take(SayingReach).Any(WordForms.IsSaying));
    }

    private static bool HasSubstance(Statement statement) => statement.Words.Length >= ContentWordsMin
        && statement.Words.Count(w => !w.IsName && !w.IsNumber) >= PlainWordsMin;

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
