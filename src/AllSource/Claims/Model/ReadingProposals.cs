using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// Readings that grammar proposes beside those that the field thinks likeliest, which often differ in little: the best
/// reading with its content begun or ended at another border of a clause. For one thread.
/// </summary>
internal sealed class ReadingProposals(GrammarIndex index)
{
    private const int BordersMax = 12;

    private readonly ParsedText _text = index.Text;
    private readonly List<int> _starts = [], _ends = [];

    /// <summary>Contents from each start to each end, without the cue, the source and what the best reading leaves out
    /// between.</summary>
    public IEnumerable<List<TokenRun>> Of(TokenRun cue, TokenRun window, IReadOnlyList<SpanReading> listed)
    {
        _starts.Clear();
        _ends.Clear();
        var best = listed[0];
        foreach (var reading in listed.Take(4))
        {
            Put(_starts, reading.Content[0].First);
            Put(_ends, reading.Content[^1].End);
        }

        Borders(cue, window, best);
        foreach (var start in _starts)
        {
            foreach (var end in _ends)
            {
                if (end <= start || (start >= cue.First && end <= cue.End)) continue;
                var content = Runs(start, end, cue, best);
                if (content.Count > 0) yield return content;
            }
        }
    }

    /// <summary>The sources that are listed, the subject's phrase and those with more or less of it.</summary>
    public IEnumerable<List<TokenRun>> Sources(TokenRun cue, TokenRun window, IReadOnlyList<SpanReading> listed)
    {
        var found = new List<TokenRun>();
        void Put(int first, int end)
        {
            while (end > first && _text.Tokens.Form[end - 1] is "." or ",") end--;
            if (end > first && first >= window.First && end <= window.End && found.Count < 10
                && (end <= cue.First || first >= cue.End) && !found.Contains(new(first, end)))
            {
                found.Add(new(first, end));
            }
        }

        foreach (var reading in listed)
        {
            if (reading.Source.Count > 0) Put(reading.Source[0].First, reading.Source[0].End);
        }

        var head = SpanFeatures.HeadOf(cue, _text);
        var subject = index.Subject[head];
        if (subject >= 0) Put(index.First[subject], index.Last[subject] + 1);
        foreach (var source in found.Take(2).ToArray())
        {
            var top = TextView.HeadOf(source, _text);
            Put(index.First[top], index.Last[top] + 1);
            for (var t = top + 1; t < Math.Min(index.Last[top] + 1, top + 40); t++)
            {
                if (IsMark(t) || _text.Tokens.Lower[t] is "who" or "whose" or "which" or "that")
                {
                    Put(source.First, t);
                    break;
                }
            }
        }

        yield return [];
        foreach (var one in found) yield return [one];
    }

    private static void Put(List<int> borders, int at)
    {
        if (borders.Count < BordersMax && !borders.Contains(at)) borders.Add(at);
    }

    private void Borders(TokenRun cue, TokenRun window, SpanReading best)
    {
        var tokens = _text.Tokens;
        var head = SpanFeatures.HeadOf(cue, _text);
        var (first, last) = (best.Content[0].First, best.Content[^1].End - 1);
        var (from, to) = (Math.Max(window.First, tokens.SentenceStart[tokens.SentenceOf[first]]),
            Math.Min(window.End, tokens.SentenceStart[tokens.SentenceOf[last] + 1]));
        Put(_starts, from);
        if (cue.End < to) Put(_starts, cue.End);
        Put(_ends, to > from && tokens.Form[to - 1] is "." ? to - 1 : to);
        for (var t = from; t < to; t++)
        {
            // Clauses and objects of the cue, and what its own clause hangs from.
            var relation = _text.Relation[t];
            if (_text.Head[t] == head && !cue.Contains(t) && (relation == Relations.Ccomp || relation
                == Relations.Xcomp || relation == Relations.Obj || relation == Relations.Parataxis || relation
                == Relations.Advcl || relation == Relations.Obl || relation == Relations.Acl))
            {
                Put(_starts, Math.Max(from, index.First[t]));
                Put(_ends, Math.Min(to, index.Last[t] + 1));
            }
        }

        if (first < cue.First) Put(_ends, best.Source.Count > 0 && best.Source[0].First < cue.First
            && best.Source[0].First > first ? best.Source[0].First : cue.First);
        // The nearest marks and conjunctions on both sides of the end and of the start.
        var left = 4;
        for (var t = last; t > first + 1 && left > 0; t--)
        {
            if (!IsBorder(t)) continue;
            Put(_ends, t);
            left--;
        }

        left = 3;
        for (var t = last + 2; t < to && left > 0; t++)
        {
            if (!IsBorder(t)) continue;
            Put(_ends, t);
            left--;
        }

        left = 2;
        for (var t = first + 1; t < Math.Min(last, first + 15) && left > 0; t++)
        {
            if (!IsMark(t - 1)) continue;
            Put(_starts, t);
            left--;
        }

        if (first > from && tokens.Lower[first - 1] == "that") Put(_starts, first - 1);
        if (tokens.Lower[first] == "that") Put(_starts, first + 1);
    }

    private bool IsMark(int t) => _text.Tokens.Lower[t] is "," or ";" or ":" or "--" or "–" or "—" or "-";

    private bool IsBorder(int t) => IsMark(t) || _text.Tokens.Lower[t] is "and" or "but" or "or" or "as" or "while"
        or "when" or "because" or "after" or "before" or "if" or "who" or "which" or "at" or "in" or "on" or "during"
        or "with" or "for" or "to" or "by" or "about" or "that" or "than" or "since" or "though" or "although"
        or "”" or "''" or "\"" or "from" or "(";

    private List<TokenRun> Runs(int start, int end, TokenRun cue, SpanReading best)
    {
        var runs = new List<TokenRun>();
        var from = -1;
        for (var t = start; t <= end; t++)
        {
            var taken = t < end && !cue.Contains(t) && !best.Source.Exists(s => s.Contains(t)) && !IsGap(best, t);
            if (taken && from < 0) from = t;
            if (taken || from < 0) continue;
            var (first, last) = (from, t);
            while (first < last && _text.Tokens.Form[first] is "," or ".") first++;
            while (last > first && _text.Tokens.Form[last - 1] is "," or ".") last--;
            if (last > first) runs.Add(new(first, last));
            from = -1;
        }

        return runs;
    }

    private static bool IsGap(SpanReading best, int t)
    {
        for (var k = 1; k < best.Content.Count; k++)
        {
            if (t >= best.Content[k - 1].End && t < best.Content[k].First) return true;
        }

        return false;
    }
}
