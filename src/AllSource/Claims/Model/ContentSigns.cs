using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>What of a reading's content alone tells for or against it: where it begins and ends, how far it reaches,
/// what it cuts. For one thread.</summary>
internal sealed class ContentSigns(GrammarIndex index)
{
    private readonly ParsedText _text = index.Text;
    private readonly ReadingOutline _outline = new(index);
    private SignRow _row = new();
    private TokenRun _cue;
    private int _head;

    /// <summary>Puts the numbers of one reading into a row.</summary>
    /// <returns>First and last token of the content, stops aside.</returns>
    public (int First, int Last) Of(SpanReading reading, TokenRun cue, int head, SignRow row)
    {
        (_cue, _head, _row) = (cue, head, row);
        var (first, last) = _outline.Borders(reading);
        OfEnds(first, last);
        OfExtent(reading, first, last);
        OfGrammar(reading, first, last);
        return (first, last);
    }

    private void OfEnds(int first, int last)
    {
        var (tokens, sentence) = (_text.Tokens, _text.Tokens.SentenceOf[last]);
        _row.Put(TokenCodes.Of(_text, _cue, last + 1));
        _row.Put(last + 2 < _text.Count && last + 1 < _text.Count && _outline.IsStop(last + 1)
            ? TokenCodes.Of(_text, _cue, last + 2) : -1);
        _row.Put(_text.Tag[last]);
        _row.Put(tokens.SentenceStart[sentence + 1] - 1 - last);
        _row.Put(first - tokens.SentenceStart[tokens.SentenceOf[first]]);
        _row.Put(first > 0 ? TokenCodes.Of(_text, _cue, first - 1) : 0);
        _row.Put(TokenCodes.Of(_text, _cue, first));
        _row.Put(_text.Tag[first]);
        _row.Put(tokens.Lower[first] == "that" ? 1 : tokens.Lower[first] == "to" ? 2 : 0);
        _row.Put(first > 0 && tokens.Lower[first - 1] == "that");
        var (top, from) = _outline.EndPhrase(first, last);
        _row.Put(_text.Relation[top]);
        _row.Put(from > 0 && tokens.Form[from - 1] == ",");
        _row.Put(last - from + 1);
        var head2 = _text.Head[top];
        _row.Put(head2 < 0 ? -1 : _text.Tag[head2]);
        _row.Put(head2 < 0 ? 0 : head2 < first || head2 > last ? 1 : 2);
        _row.Put(_outline.Opens(first, _cue));
        _row.Put(_outline.Closes(last, _cue));
        _row.Put(_outline.IsQuotedBehind(last, _cue));
    }

    private void OfExtent(SpanReading reading, int first, int last)
    {
        var tokens = _text.Tokens;
        var (length, quoted, verbs) = (0, 0, 0);
        foreach (var run in reading.Content)
        {
            length += run.Length;
            for (var t = run.First; t < run.End; t++)
            {
                if (_text.Quotes.Of[t] >= 0) quoted++;
                if (IsFinite(t)) verbs++;
            }
        }

        var (behind, ahead) = (0, 0);
        var sentenceEnd = tokens.SentenceStart[tokens.SentenceOf[last] + 1];
        for (var t = last + 1; t < sentenceEnd; t++)
        {
            if (IsFinite(t) && !_cue.Contains(t)) behind++;
        }

        for (var t = tokens.SentenceStart[tokens.SentenceOf[first]]; t < first; t++)
        {
            if (IsFinite(t) && !_cue.Contains(t)) ahead++;
        }

        _row.Put(first > _cue.First ? 1 : last < _cue.First ? 0 : 2);
        _row.Put(first > _cue.First ? first - _cue.End : last < _cue.First ? _cue.First - last - 1 : 0);
        _row.Put(length);
        _row.Put(reading.Content.Count);
        _row.Put(_outline.Gap(reading, _cue));
        _row.Put((float)quoted / length);
        _row.Put(verbs);
        _row.Put(behind);
        _row.Put(ahead);
        _row.Put(tokens.SentenceOf[last] - tokens.SentenceOf[first]);
        _row.Put(tokens.SentenceOf[first] - tokens.SentenceOf[_cue.First]);
        _row.Put((float)length / Math.Max(1, sentenceEnd - tokens.SentenceStart[tokens.SentenceOf[first]]));
    }

    private bool IsFinite(int t) => _text.Tag[t] is var g
        && (g == Tags.Vbd || g == Tags.Vbp || g == Tags.Vbz || g == Tags.Md);

    /// <summary>What the content's borders cut off its phrases, and what in it hangs from elsewhere.</summary>
    private void OfGrammar(SpanReading reading, int first, int last)
    {
        var (before, after, inside, loose, fromCue) = (0, 0, 0, 0, 0);
        var (looseRelation, looseWhere, cutRelation, cutLength) = (-1, -1, -1, 0);
        var (from, to) = (_text.Tokens.SentenceStart[_text.Tokens.SentenceOf[first]],
            _text.Tokens.SentenceStart[_text.Tokens.SentenceOf[last] + 1]);
        for (var t = Math.Max(from, first - 60); t < Math.Min(to, last + 60); t++)
        {
            var head = _text.Head[t];
            if (_text.Relation[t] == Relations.Punct) continue;
            var within = ReadingOutline.Within(reading.Content, t);
            if (within == (head >= 0 && ReadingOutline.Within(reading.Content, head))) continue;
            if (within)
            {
                loose++;
                if (head >= 0 && _cue.Contains(head)) fromCue++;
                if (looseRelation >= 0) continue;
                looseRelation = _text.Relation[t];
                looseWhere = head < 0 ? 0 : head == _head ? 1 : _cue.Contains(head) ? 2
                    : ReadingOutline.Within(reading.Source, head) ? 3 : head < first ? 4 : head > last ? 5 : 6;
            }
            else if (!_cue.Contains(t) && !ReadingOutline.Within(reading.Source, t))
            {
                if (t < first) before++;
                else if (t > last)
                {
                    after++;
                    if (cutRelation < 0) (cutRelation, cutLength) = (_text.Relation[t], index.Last[t] - index.First[t]);
                }
                else inside++;
            }
        }

        _row.Put(before);
        _row.Put(after);
        _row.Put(inside);
        _row.Put(loose);
        _row.Put(fromCue);
        _row.Put(looseRelation);
        _row.Put(looseWhere);
        _row.Put(cutRelation);
        _row.Put(cutLength);
        // Words beside the content that hang from the cue as it does.
        var (leftOut, taken) = (0, 0);
        for (var t = _cue.End; t < Math.Min(to, _cue.End + 60); t++)
        {
            if (_text.Head[t] < 0 || !_cue.Contains(_text.Head[t]) || _text.Relation[t] == Relations.Punct) continue;
            if (ReadingOutline.Within(reading.Content, t)) taken++;
            else if (!ReadingOutline.Within(reading.Source, t)) leftOut++;
        }

        _row.Put(leftOut);
        _row.Put(taken);
    }
}
