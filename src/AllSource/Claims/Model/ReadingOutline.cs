using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>Where a reading's content begins and ends and what lies there: what both the log-linear choice and the
/// trees look at. Safe for many threads.</summary>
internal sealed class ReadingOutline(GrammarIndex index)
{
    private readonly ParsedText _text = index.Text;

    public bool IsStop(int t) => _text.Tokens.Form[t] is "," or ".";

    /// <summary>First and last token of a content, stops aside.</summary>
    public (int First, int Last) Borders(SpanReading reading)
    {
        var (first, last) = (reading.Content[0].First, reading.Content[^1].End - 1);
        while (last > first && IsStop(last)) last--;
        while (first < last && IsStop(first)) first++;
        return (first, last);
    }

    /// <summary>The head of the phrase that a content ends with, and where in the content the phrase begins.</summary>
    public (int Top, int From) EndPhrase(int first, int last)
    {
        var top = last;
        for (var climb = 0; climb < 40; climb++)
        {
            var head = _text.Head[top];
            if (head < first || head > last || index.Last[head] > last) break;
            top = head;
        }

        return (top, Math.Max(index.First[top], first));
    }

    /// <summary>How many words a content leaves out between its runs, cue and source aside.</summary>
    public int Gap(SpanReading reading, TokenRun cue)
    {
        var gap = 0;
        for (var k = 1; k < reading.Content.Count; k++)
        {
            for (var t = reading.Content[k - 1].End; t < reading.Content[k].First; t++)
            {
                if (!cue.Contains(t) && !Within(reading.Source, t) && !IsStop(t)) gap++;
            }
        }

        return gap;
    }

    /// <summary>Whether a content begins outside of quotations (0), where one does (1), within one (2), within the
    /// cue's own (3).</summary>
    public uint Opens(int first, TokenRun cue)
    {
        var q = _text.Quotes.Of[first];
        return q < 0 ? 0u : q == _text.Quotes.Of[cue.First] ? 3u : _text.Quotes.First[q] == first ? 1u : 2u;
    }

    /// <summary>As <see cref="Opens"/> for a content's end; 4 where only the closing mark follows.</summary>
    public uint Closes(int last, TokenRun cue)
    {
        var q = _text.Quotes.Of[last];
        return q < 0 ? 0u : q == _text.Quotes.Of[cue.First] ? 3u : _text.Quotes.End[q] - 1 == last ? 1u
            : _text.Quotes.End[q] - 2 == last ? 4u : 2u;
    }

    /// <summary>Whether a quotation that is neither the content's nor the cue's stands close behind.</summary>
    public bool IsQuotedBehind(int last, TokenRun cue)
    {
        var of = _text.Quotes.Of;
        for (var t = last + 1; t < Math.Min(_text.Count, last + 4); t++)
        {
            if (of[t] >= 0 && of[t] != of[last] && of[t] != of[cue.First]) return true;
        }

        return false;
    }

    public static bool Within(List<TokenRun> runs, int t)
    {
        foreach (var run in runs)
        {
            if (run.Contains(t)) return true;
        }

        return false;
    }
}
