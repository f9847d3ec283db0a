using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// A cue's readings as rows of plain numbers, for <see cref="ReadingTrees"/>: what the field and the log-linear choice
/// think of each and of what it shares with others, how it lies in its sentence, and what the rest of the text makes
/// likely. For one thread.
/// </summary>
internal sealed class ReadingSigns(GrammarIndex index, float[] cueShare, TextView view)
{
    private readonly ParsedText _text = index.Text;
    private readonly ReadingOutline _outline = new(index);
    private readonly SignRow _row = new();
    private readonly ContentSigns _content = new(index);
    private float[] _own = [];
    private int _ownFrom;
    private TokenRun _cue;
    private int _head, _number;
    private CueReadings _readings = null!;
    private ReadingScores _scores = null!;

    public void Begin(int number)
    {
        _number = number;
        (_readings, _scores) = (view.All[number], view.Scores[number]);
        _cue = _readings.Cue;
        _head = SpanFeatures.HeadOf(_cue, _text);
        OwnCovers();
    }

    private void Put(float value) => _row.Put(value);

    private void Put(bool value) => _row.Put(value);

    /// <summary>How long a row is.</summary>
    public const int Numbers = 114;

    /// <summary>The numbers of one reading; of none (-1) those of the likeliest reading, beside its own.</summary>
    public void Of(int k, float[] row)
    {
        _row.Begin(row);
        OfCue();
        OfScores(Math.Max(0, k));
        var reading = _readings.Readings[Math.Max(0, k)];
        var (first, last) = _content.Of(reading, _cue, _head, _row);
        OfSource(reading, first);
        OfOthers(reading, first, last);
    }

    private void OfCue()
    {
        var most = 0f;
        for (var t = _cue.First; t < _cue.End; t++) most = Math.Max(most, cueShare[t]);
        Put(cueShare[_cue.First]);
        Put(most);
        Put(_readings.Filled);
        Put(_scores.None);
        Put(_scores.Score[0]);
        Put(_scores.Share[1]);
        Put(index.Kind[_head]);
        Put(_text.Tag[_head]);
        Put(_text.Relation[_head]);
        Put(_cue.Length);
        Put(_text.Quotes.Of[_cue.First] >= 0);
        Put(index.Subject[_head] >= 0);
        Put(index.Has(_head, Relations.Ccomp));
        Put(index.Has(_head, Relations.Obj));
        Put(index.Has(_head, Relations.Xcomp));
        Put(view.Cues);
        Put(view.CueWords);
        Put(TokenCodes.Of(_text, _cue, _cue.End));
        Put(_cue.First > 0 ? TokenCodes.Of(_text, _cue, _cue.First - 1) : 0);
        Put(_readings.Readings.Count);
        // Others that want the same words to be theirs.
        var (inner, sentence) = (0f, _text.Tokens.SentenceOf[_cue.First]);
        for (var d = _number - 1; d >= 0 && _text.Tokens.SentenceOf[view.All[d].Cue.First] == sentence; d--) inner +=
            1 - view.Scores[d].None;
        Put(inner);
        inner = 0;
        for (var d = _number + 1; d < view.All.Count && _text.Tokens.SentenceOf[view.All[d].Cue.First] == sentence;
            d++) inner += 1 - view.Scores[d].None;
        Put(inner);
    }

    private void OfScores(int of)
    {
        var (readings, reading) = (_readings.Readings, _readings.Readings[of]);
        Put(of);
        Put(reading.Log);
        Put(reading.Log - readings[0].Log);
        Put(_scores.Share[of + 1] / Math.Max(1e-6f, 1 - _scores.None));
        Put(_scores.Score[of + 1] - _scores.Score[1]);
        for (var p = 0; p < RankFeatures.Parts; p++) Put(_scores.Parts[(of * RankFeatures.Parts) + p]);
        for (var p = 0; p < RankFeatures.Parts; p++)
        {
            var top = float.NegativeInfinity;
            for (var r = 0; r < readings.Count; r++) top = Math.Max(top, _scores.Parts[(r * RankFeatures.Parts) + p]);
            Put(_scores.Parts[(of * RankFeatures.Parts) + p] - top);
        }

        var (better, field, same) = (0, 0f, default((float Content, float Source, float Start, float End)));
        var fieldSame = default((float Content, float Source, float Start, float End));
        for (var r = 0; r < readings.Count; r++)
        {
            if (_scores.Score[r + 1] > _scores.Score[of + 1]) better++;
            var (share, log) = (_scores.Share[r + 1], MathF.Exp(readings[r].Log));
            field += log;
            if (Same(readings[r].Content, reading.Content)) (same.Content, fieldSame.Content) = (same.Content + share,
                fieldSame.Content + log);
            if (Same(readings[r].Source, reading.Source)) (same.Source, fieldSame.Source) = (same.Source + share,
                fieldSame.Source + log);
            if (Start(readings[r]) == Start(reading)) (same.Start, fieldSame.Start) = (same.Start + share,
                fieldSame.Start + log);
            if (End(readings[r]) == End(reading)) (same.End, fieldSame.End) = (same.End + share,
                fieldSame.End + log);
        }

        var some = Math.Max(1e-6f, 1 - _scores.None);
        Put(better);
        Put(same.Content / some);
        Put(same.Source / some);
        Put(same.Start / some);
        Put(same.End / some);
        Put(fieldSame.Content / field);
        Put(fieldSame.Source / field);
        Put(fieldSame.Start / field);
        Put(fieldSame.End / field);
        Put(field);
    }

    private static int Start(SpanReading reading) => reading.Content[0].First;

    private int End(SpanReading reading)
    {
        var end = reading.Content[^1].End;
        while (end > reading.Content[^1].First + 1 && _outline.IsStop(end - 1)) end--;
        return end;
    }

    private static bool Same(List<TokenRun> one, List<TokenRun> other)
    {
        if (one.Count != other.Count) return false;
        for (var k = 0; k < one.Count; k++)
        {
            if (one[k] != other[k]) return false;
        }

        return true;
    }

    private void OfSource(SpanReading reading, int first)
    {
        var subject = index.Subject[_head];
        Put(reading.Source.Count);
        if (reading.Source.Count == 0)
        {
            for (var k = 0; k < 14; k++) Put(-1);
            return;
        }

        var source = reading.Source[0];
        var head = TextView.HeadOf(source, _text);
        Put(source.First > _cue.First);
        Put(source.First > _cue.First ? source.First - _cue.End : _cue.First - source.End);
        Put(source.Length);
        Put(_text.Tag[head]);
        Put(_text.Head[head] == _head ? _text.Relation[head] : _cue.Contains(_text.Head[head]) ? 60 : 61);
        Put(subject >= 0 && source.Contains(subject));
        Put(TokenCodes.Of(_text, _cue, source.End));
        Put(source.First > 0 ? TokenCodes.Of(_text, _cue, source.First - 1) : 0);
        Put(index.Last[head] - source.End + 1);
        Put(source.First - index.First[head]);
        Put(view.Speaks(index.Stem[head]));
        Put(_text.Quotes.Of[head] >= 0);
        Put(source.First > first ? source.First - first : first - source.End);
        Put(_text.Tag[source.End - 1]);
    }

    private void OfOthers(SpanReading reading, int first, int last)
    {
        var (length, other, covered) = (0, 0f, 0f);
        foreach (var run in reading.Content)
        {
            length += run.Length;
            for (var t = run.First; t < run.End; t++)
            {
                other = Math.Max(other, cueShare[t]);
                covered += OthersAt(t);
            }
        }

        Put(other);
        Put(covered / length);
        Put(last + 1 < _text.Count ? OthersAt(last + 1) : 0);
        Put(first > 0 ? OthersAt(first - 1) : 0);
        Put(last + 1 < _text.Count ? cueShare[last + 1] : 0);
        var (cross, within, around, beside) = (0f, 0f, 0f, 0f);
        for (var d = Math.Max(0, _number - 6); d < Math.Min(view.All.Count, _number + 7); d++)
        {
            if (d == _number) continue;
            for (var r = 0; r < Math.Min(4, view.All[d].Readings.Count); r++)
            {
                var share = view.Scores[d].Share[r + 1];
                var content = view.All[d].Readings[r].Content;
                var (start, end) = (content[0].First, content[^1].End - 1);
                if (end < first || start > last) beside += share;
                else if (start >= first && end <= last) within += share;
                else if (start <= first && end >= last) around += share;
                else cross += share;
            }
        }

        Put(cross);
        Put(within);
        Put(around);
        Put(beside);
    }

    /// <summary>How likely this cue's own content covers each word.</summary>
    private void OwnCovers()
    {
        if (_readings.Readings.Count == 0) return;
        _ownFrom = _readings.Readings.Min(r => r.Content[0].First);
        var length = _readings.Readings.Max(r => r.Content[^1].End) - _ownFrom;
        if (_own.Length < length) _own = new float[length * 2];
        Array.Clear(_own);
        for (var r = 0; r < _readings.Readings.Count; r++)
        {
            foreach (var run in _readings.Readings[r].Content)
            {
                for (var t = run.First; t < run.End; t++) _own[t - _ownFrom] += _scores.Share[r + 1];
            }
        }
    }

    /// <summary>How likely others' contents cover a word.</summary>
    private float OthersAt(int t) => view.Covered[t] - (t >= _ownFrom && t - _ownFrom < _own.Length
        ? _own[t - _ownFrom] : 0);
}
