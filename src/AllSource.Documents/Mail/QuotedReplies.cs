using System.Text.RegularExpressions;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents.Mail;

/// <summary>
/// Tells what a mail quotes from what its writer wrote: lines with '>' before them, what follows 'On ... wrote:' or 'Am
/// ... schrieb ...:',
/// and what follows a block of From/Sent/To lines as Outlook writes it. Who and when are read from those lines.
/// Quotations within
/// quotations are blocks within blocks.
/// </summary>
internal static partial class QuotedReplies
{
    private const int LinesMax = 200_000; // a reply of more lines is a dump
    private const int LevelMax = 10;      // >>>>>>>>>>: deeper levels are one block

    private const int QuotesMax = 1_000;  // a mail of nothing but leads: each costs several patterns

    private readonly record struct TextLine(int Start, int End, int Level, int Content);

    public static IEnumerable<QuotedBlock> Find(string text, Reading reading)
    {
        var lines = Lines(text);
        var found = new List<QuotedBlock>();
        Marked(text, lines, 0, lines.Count, 1, found, reading);
        Unmarked(text, lines, found, reading);
        return found;
    }

    private static List<TextLine> Lines(string text)
    {
        var lines = new List<TextLine>();
        for (var at = 0; at < text.Length && lines.Count < LinesMax;)
        {
            var end = text.IndexOf('\n', at) is var n and >= 0 ? n : text.Length;
            int level = 0, content = at;
            for (var i = at; i < end
                && (text[i] is '>' || (text[i] == ' ' && level > 0) || (text[i] == ' ' && i == at)); i++)
            {
                if (text[i] != '>') continue;
                level++;
                content = i + 1;
            }

            lines.Add(new(at, end, level, level > 0 ? content : at));
            at = end + 1;
        }

        return lines;
    }

    /// <summary>Runs of lines at a level or deeper; a run's lead is looked for in the lines before it, one level
    /// up.</summary>
    private static void Marked(string text, List<TextLine> lines, int from, int to, int level, List<QuotedBlock> found,
        Reading reading)
    {
        for (var i = from; i < to && found.Count < QuotesMax;)
        {
            if (lines[i].Level < level)
            {
                i++;
                continue;
            }

            var first = i;
            var last = i;
            for (; i < to && (lines[i].Level >= level || IsGap(text, lines, i, to, level)); i++)
            {
                if (lines[i].Level >= level) last = i;
            }

            var (start, who, when) = Lead(text, lines, first, from, reading);
            if (who is null && InnerLead(text, lines, first, last, reading) is { } inner) (who, when) = inner;
            found.Add(new(new(lines[start].Start, lines[last].End), who, when));
            if (level < LevelMax) Marked(text, lines, first, last + 1, level + 1, found, reading);
        }
    }

    /// <summary>One empty line between two quoted ones belongs to the quotation: some programs drop the mark from empty
    /// lines.</summary>
    private static bool IsGap(string text, List<TextLine> lines, int i, int to, int level) =>
        level == 1 && i + 1 < to && lines[i + 1].Level >= 1
            && text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start).IsWhiteSpace();

    /// <summary>The line before a quotation that says who wrote it and when; it may be broken over up to three
    /// lines.</summary>
    private static (int Line, string? Who, ReportedTime? When) Lead(string text, List<TextLine> lines, int first,
        int from, Reading reading)
    {
        var last = first - 1;
        while (last >= from && last >= first - 2 && Content(text, lines[last]).IsWhiteSpace()) last--;
        if (last < from || !Content(text, lines[last]).TrimEnd().EndsWith(":")) return (first, null, null);
        (int, string?, ReportedTime?)? best = null;
        var most = 0;
        for (var start = last; start >= Math.Max(from, last - 2); start--)
        {
            if (start < last && !Opening().IsMatch(Content(text, lines[start]).TrimStart())) continue;
            if (Read(Joined(text, lines, start, last), reading) is not { } read) continue;
            var worth = (read.Verb ? 2 : 0) + (read.When is null ? 0 : 1) + (read.Who is null ? 0 : 1);
            if (worth > most) (best, most) = ((start, read.Who, read.When), worth);
        }

        if (best is { } lead) return lead;
        return (first, null, null);
    }

    /// <summary>The first lines of a quotation that say themselves who wrote it: "> On 8 July, Carrow wrote:" with his
    /// words behind it, as a reply to a reply has them.</summary>
    private static (string? Who, ReportedTime? When)? InnerLead(string text, List<TextLine> lines, int first, int last,
        Reading reading)
    {
        for (var end = first; end <= Math.Min(last - 1, first + 2) && lines[end].Level == lines[first].Level; end++)
        {
            if (!Content(text, lines[end]).TrimEnd().EndsWith(":")) continue;
            return Read(Joined(text, lines, first, end), reading) is { Verb: true, Who: { } who } read
                ? (who, read.When) : null;
        }

        return null;
    }

    /// <summary>Quotations without marks: they run to the end of the text, or to the next such lead.</summary>
    private static void Unmarked(string text, List<TextLine> lines, List<QuotedBlock> found, Reading reading)
    {
        var leads = new List<(int Start, string? Who, ReportedTime? When)>();
        for (var i = 0; i < lines.Count && leads.Count < QuotesMax; i++)
        {
            if (lines[i].Level > 0) continue;
            var content = Content(text, lines[i]);
            if (OutlookLead(text, lines, i, reading) is { } block)
            {
                var start = i > 0 && IsRule(Content(text, lines[i - 1])) ? i - 1 : i;
                leads.Add((lines[start].Start, block.Who, block.When));
                i = block.Last;
            }
            else if (content.TrimEnd().EndsWith(":") && !NextIsMarked(text, lines, i)
                && WholeLead(text, lines, i, reading) is { } lead)
            {
                leads.Add((lines[lead.Start].Start, lead.Who, lead.When));
            }
        }

        for (var k = 0; k < leads.Count; k++)
        {
            var end = k + 1 < leads.Count ? leads[k + 1].Start : text.Length;
            while (end > leads[k].Start && char.IsWhiteSpace(text[end - 1])) end--;
            if (end > leads[k].Start) found.Add(new(new(leads[k].Start, end), leads[k].Who, leads[k].When));
        }
    }

    private static (int Start, string? Who, ReportedTime? When)? WholeLead(string text, List<TextLine> lines, int last,
        Reading reading)
    {
        for (var start = last; start >= Math.Max(0, last - 2) && lines[start].Level == 0; start--)
        {
            // Without marks behind it only a sentence with both a verb and a date is a lead, or every 'she wrote:'
            // would be one.
            if (Read(Joined(text, lines, start, last), reading) is { When: not null, Verb: true } read) return (
                start, read.Who, read.When);
        }

        return null;
    }

    private static bool NextIsMarked(string text, List<TextLine> lines, int i)
    {
        for (var k = i + 1; k < lines.Count && k <= i + 2; k++)
        {
            if (lines[k].Level > 0) return true;
            if (!Content(text, lines[k]).IsWhiteSpace()) return false;
        }

        return false;
    }

    /// <summary>At least two of Outlook's header lines in a row, the sender's among them.</summary>
    private static (int Last, string? Who, ReportedTime? When)? OutlookLead(
        string text, List<TextLine> lines, int first, Reading reading)
    {
        string? who = null;
        ReportedTime? when = null;
        int fields = 0, last = first;
        for (var i = first; i < lines.Count && i < first + 10; i++)
        {
            var line = Content(text, lines[i]).Trim().Trim('*').ToString();
            var m = line.Length <= 500 ? HeaderLine().Match(line) : Match.Empty;
            if (!m.Success)
            {
                if (fields == 0 || line.Length == 0 || i - last > 1) break;
                continue; // a long list of recipients goes on in the next line
            }

            fields++;
            last = i;
            var value = m.Groups["v"].Value.Trim().TrimStart('*').Trim();
            if (m.Groups["from"].Success) who ??= MailAddress.First(value)?.ToString();
            else if (m.Groups["date"].Success) when ??= Time(value, reading);
            else if (fields == 1) break; // 'To:' or 'Subject:' alone begins no header
        }

        return fields >= 2 && who is not null ? (last, who, when) : null;
    }

    private static (string? Who, ReportedTime? When, bool Verb)? Read(string lead, Reading reading)
    {
        if (lead.Length is < 8 or > 400) return null;
        var verb = Verb().IsMatch(lead);
        var address = Address().Match(lead);
        if (!verb && !address.Success) return null;
        var when = Time(lead, reading);
        var stripped = lead.TrimEnd(':', ' ');
        return (Who(stripped, when), when, verb);
    }

    /// <summary>Who wrote, from a lead with its date and its verb taken out.</summary>
    private static string? Who(string lead, ReportedTime? when)
    {
        var rest = DayWithoutYear().Replace(WrittenTime.Without(lead), " ");
        rest = Verb().Replace(rest, " ");
        rest = Small().Replace(rest, " ");
        rest = Spaces().Replace(rest, " ").Trim(' ', ',', '-', ';', '.', ':', '*');
        return rest.Length is > 1 and < 200 ? MailAddress.First(rest)?.ToString() : null;
    }

    private static ReportedTime? Time(string text, Reading reading) =>
        WrittenTime.TryRead(text, reading.Answers.DateOrder) is { } time
        ? reading.Zoned(time with { AsWritten = WrittenTime.Stretch(text) ?? time.AsWritten }, reading.At())
        : null;

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed.Length >= 4
            && (trimmed.IndexOfAnyExcept('_', '-', '=') < 0 || (trimmed.StartsWith("--") && trimmed.EndsWith("--")))
            || trimmed.StartsWith("Begin forwarded message") || trimmed.StartsWith("Anfang der weitergeleiteten");
    }

    private static ReadOnlySpan<char> Content(string text, TextLine line) =>
        text.AsSpan(line.Content, line.End - line.Content);

    private static string Joined(string text, List<TextLine> lines, int start, int last) =>
        last == start ? Content(text, lines[start]).Trim().ToString()
            : string.Join(' ', Enumerable.Range(start, last - start + 1).Select(i =>
                Content(text, lines[i]).Trim().ToString()));

    [GeneratedRegex(
        @"\b(?:wrote|writes|schrieb|a \u00E9crit|escribi\u00F3|ha scritto|schreef|escreveu|pisze"
            + @"|napisa\u0142(?:\(a\)|a)?|skrev|kirjoitti|napsal\(?a?\)?|\u043F\u0438\u0448\u0435\u0442"
            + @"|\u043D\u0430\u043F\u0438\u0441\u0430\u043B(?:\u0430)?)\b\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    /// <summary>"On 7 June, Bob Fox wrote": a day that is no date, and no part of a name.</summary>
    [GeneratedRegex(@"\b(?:\d{1,2}\.? \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2})(?=,)")]
    private static partial Regex DayWithoutYear();

    [GeneratedRegex(@"[^\s<>""()@]{1,64}@[^\s<>""()@]{1,255}")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^(?:(?<from>From|Von|De|Van|Da|Fr\u00E5n|Fra|Od|\u041E\u0442)|(?<date>Sent|Date|Gesendet|Datum"
            + @"|Envoy\u00E9|Enviado(?: el)?|Fecha|Verzonden|Inviato|Data|Skickat|Sendt|Wys\u0142ano"
            + @"|\u0414\u0430\u0442\u0430|\u041E\u0442\u043F\u0440\u0430\u0432\u043B\u0435\u043D\u043E)|(?:To|An"
            + @"|\u00C0|Para|Aan|A|Till|Til|Do|\u041A\u043E\u043C\u0443|Cc|Kopie|Subject|Betreff|Objet|Asunto"
            + @"|Onderwerp|Oggetto|Assunto|\u00C4mne|Emne|Temat|\u0422\u0435\u043C\u0430|Importance|Wichtigkeit"
            + @"|Attachments|Anlagen|Reply-To)) ?:\*?(?<v>.*)$")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(
        @"\b(?:On|Am|Le|El|Il giorno|Il|Op|Em|W dniu|Den|at|um|\u00E0|a las|alle|ore|om|\u00E0s|o|kl\.?|klo|Uhr"
            + @"|heures?|Mon(?:day|tag)?|Tue(?:sday)?|Wed(?:nesday)?|Thu(?:rsday)?|Fri(?:day)?|Sat(?:urday)?"
            + @"|Sun(?:day)?|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So|lundi|mardi"
            + @"|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mi\u00E9|mer|jeu|jue|ven|vie|s\u00E1b|sam|dom|dim"
            + @"|Le)\b\.?(?=[\s,]|$)")]
    private static partial Regex Small();

    /// <summary>How a lead of several lines begins: with a word of time, or a digit.</summary>
    [GeneratedRegex(@"^(?:On|Am|Le|El|Il|Op|Em|W dniu|Den|Dne|\d|\p{Lu}\p{Ll}{1,9},? \d)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s{1,50}")]
    private static partial Regex Spaces();
}
