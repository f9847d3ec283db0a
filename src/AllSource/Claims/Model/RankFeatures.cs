using AllSource.Language;
using AllSource.Language.Learning;
using static AllSource.Claims.Model.FeatureSteps;

namespace AllSource.Claims.Model;

/// <summary>
/// What tells that a whole reading of a cue is the right one, which no word by itself can tell: whether the content is
/// a clause that nothing was cut from, ends where a sentence or a quotation does, holds another cue; whether the source
/// is the subject of the cue.
/// </summary>
internal sealed class RankFeatures(GrammarIndex index, float[] cueShare, Neighbours neighbours)
{
    /// <summary>Cuts and loose ends of one reading that are counted; a reading with more is no better known.</summary>
    private const int CutsMax = 6;

    private readonly ParsedText _text = index.Text;
    private readonly ReadingOutline _outline = new(index);
    private TokenRun _cue;
    private int _head, _number;
    private uint _stem, _kind;

    /// <param name="number">The cue's, among those that <see cref="Neighbours"/> know.</param>
    public void Begin(TokenRun cue, int number)
    {
        (_cue, _number) = (cue, number);
        _head = SpanFeatures.HeadOf(cue, _text);
        (_stem, _kind) = (index.Stem[_head], index.Kind[_head]);
    }

    /// <summary>What tells that a cue has no source and content at all, and so is none.</summary>
    /// <param name="filled">How likely the field thinks it that there is any content.</param>
    public void OfNone(float filled, FeatureBuffer f)
    {
        f.Clear();
        var covered = neighbours.At(_cue.First, _number);
        uint share = Share(cueShare[_cue.First]), full = Share(filled), tag = _text.Tag[_head];
        var quoted = _text.Quotes.Of[_cue.First] >= 0 ? 1u : 0u;
        f.Add(600, 0);
        f.Add(601, share);
        f.Add(602, full);
        f.Add(603, share, full);
        f.Add(604, Share(covered), quoted);
        f.Add(605, _stem);
        f.Add(606, _stem, share / 3);
        f.Add(607, tag, share / 2);
        f.Add(608, tag, _text.Relation[_head], quoted);
        f.Add(609, (uint)Math.Min(_cue.Length, 5), share / 2);
        f.Add(610, index.Subject[_head] >= 0 ? 1u : 0u, index.Has(_head, Relations.Ccomp) ? 1u : 0u,
            index.Has(_head, Relations.Obj) ? 1u : 0u, quoted);
        f.Add(611, Next(_cue.End), quoted);
        f.Add(612, Share(covered), share / 2);
        f.Add(613, _kind, tag, share / 2);
        f.Add(614, _kind, tag, Next(_cue.End), quoted);
        f.Add(615, _text.Signs.Word[_cue.First], (uint)Math.Min(_cue.Length, 3));
        f.Add(616, _text.Signs.Word[_cue.End - 1], (uint)Math.Min(_cue.Length, 3));
        f.Add(617, _kind, full, Share(covered));
        var subject = index.Subject[_head];
        f.Add(618, subject < 0 ? 99u : _text.Tag[subject], _kind, share / 2);
        f.Add(619, subject < 0 ? 3u : index.Stem[subject]);
    }

    /// <summary>What tells for or against one reading.</summary>
    /// <param name="rank">From 0, the field's best.</param>
    public void Of(SpanReading reading, int rank, FeatureBuffer f)
    {
        f.Clear();
        var (first, last) = _outline.Borders(reading);
        var side = first > _cue.First ? 1u : last < _cue.First ? 0u : 2u;
        f.Add(620, (uint)rank);
        Ends(first, last, side, f);
        _part[1] = f.Count;
        Beginning(first, side, reading, f);
        _part[2] = f.Count;
        Extent(reading, first, last, side, f);
        _part[3] = f.Count;
        Grammar(reading, first, last, side, f);
        _part[4] = f.Count;
        Marks(reading, first, last, side, f);
        _part[5] = f.Count;
        Source(reading, side, f);
        _part[6] = f.Count;
    }

    /// <summary>What the features of a reading speak of: its end, beginning, extent, grammar, marks, source.</summary>
    public const int Parts = 6;

    private readonly int[] _part = new int[Parts + 1];

    /// <summary>Where among the features of the last reading each part begins; then where they end.</summary>
    public ReadOnlySpan<int> PartStarts => _part;

    private void Ends(int first, int last, uint side, FeatureBuffer f)
    {
        var end = Next(last + 1);
        var quoted = _text.Quotes.Of[last] >= 0 ? 1u : 0u;
        var beyond = last + 2 < _text.Count && _outline.IsStop(last + 1) ? Next(last + 2) : 0u;
        f.Add(630, end, side);
        f.Add(631, end, side, quoted);
        f.Add(632, end, beyond, side);
        f.Add(633, last + 1 < _text.Count ? _text.Signs.Word[last + 1] : 0u, side);
        f.Add(634, end, _text.Tag[last]);
        f.Add(635, beyond, last + 2 < _text.Count ? _text.Signs.Word[last + 2] : 0u, IsStopAt(last + 1));
        f.Add(636, _text.Signs.Word[last], end > 20 ? 1u : end);
        // The phrase that the content ends with, and whether a comma sets it off.
        var (top, from) = _outline.EndPhrase(first, last);
        var comma = from > 0 && _text.Tokens.Form[from - 1] is "," ? 1u : 0u;
        f.Add(637, _text.Relation[top], comma, side, end > 20 ? 1u : end);
        f.Add(638, _text.Relation[top], comma, _text.Tag[from], side);
        f.Add(639, _text.Relation[top], comma, _text.Signs.Word[from]);
    }

    private uint IsStopAt(int t) => t < _text.Count && _outline.IsStop(t) ? 1u : 0u;

    private void Beginning(int first, uint side, SpanReading reading, FeatureBuffer f)
    {
        var before = first > 0 ? Last(first - 1) : 0u;
        f.Add(640, before, side);
        f.Add(641, before, _text.Tag[first], side);
        f.Add(642, _text.Signs.Word[first], side);
        f.Add(643, _stem, _text.Signs.Word[first] is var w && Next(first) is 6 or 7 or 12 ? w : _text.Tag[first], side);
        f.Add(644, _stem, side, reading.Source.Count == 0 ? 1u : 0u);
        f.Add(646, _kind, before, side, _text.Tag[_head]);
        f.Add(647, _kind, _text.Tag[first], side);
        f.Add(648, _kind, side, reading.Source.Count == 0 ? 1u : 0u, _text.Tag[_head]);
        f.Add(645, first > 0 ? _text.Signs.Word[first - 1] : 0u, side);
    }

    private void Extent(SpanReading reading, int first, int last, uint side, FeatureBuffer f)
    {
        var sentences = (uint)Math.Min(3, _text.Tokens.SentenceOf[last] - _text.Tokens.SentenceOf[first]);
        var quoted = _text.Quotes.Of[first] >= 0 ? 1u : 0u;
        var (length, other, shared) = (0, 0f, 0f);
        foreach (var run in reading.Content)
        {
            length += run.Length;
            for (var t = run.First; t < run.End; t++)
            {
                other = Math.Max(other, cueShare[t]);
                shared += neighbours.At(t, _number);
            }
        }

        var near = side == 1 ? first - _cue.End : side == 0 ? _cue.First - last - 1 : 0;
        f.Add(700, Share(shared / length), side);
        f.Add(701, Share(shared / length), quoted, sentences);
        f.Add(702, Share(last + 1 < _text.Count ? neighbours.At(last + 1, _number) : 0), Share(neighbours.At(last,
            _number)));
        f.Add(703, Share(first > 0 ? neighbours.At(first - 1, _number) : 0), Share(neighbours.At(first, _number)));
        f.Add(704, Share(last + 1 < _text.Count ? cueShare[last + 1] : 0) / 2, side, Next(last + 1));
        f.Add(650, Length(length), side, quoted);
        f.Add(651, sentences, side, quoted);
        f.Add(652, (uint)reading.Content.Count, side, quoted, Length(_outline.Gap(reading, _cue)));
        f.Add(653, Length(near), side);
        f.Add(654, Length(near), side, quoted, sentences);
        f.Add(655, Share(other), quoted);
        f.Add(656, Share(other) / 2, sentences, side);
        f.Add(657, _stem, Length(length) / 2);
        f.Add(659, _kind, Length(length), side);
        f.Add(658, (uint)Math.Abs(_text.Tokens.SentenceOf[first] - _text.Tokens.SentenceOf[_cue.First]), side, quoted);
    }

    /// <summary>What the content's borders cut off its phrases, and what in it hangs from elsewhere.</summary>
    private void Grammar(SpanReading reading, int first, int last, uint side, FeatureBuffer f)
    {
        var (cuts, loose) = (0, 0);
        var sentence = _text.Tokens.SentenceOf[last];
        var (from, to) = (_text.Tokens.SentenceStart[_text.Tokens.SentenceOf[first]],
            _text.Tokens.SentenceStart[sentence + 1]);
        for (var t = Math.Max(from, first - 60); t < Math.Min(to, last + 60); t++)
        {
            var relation = _text.Relation[t];
            var head = _text.Head[t];
            if (relation == Relations.Punct) continue;
            var within = ReadingOutline.Within(reading.Content, t);
            if (within == (head >= 0 && ReadingOutline.Within(reading.Content, head))) continue;
            if (within)
            {
                if (++loose > CutsMax) continue;
                var where = head < 0 ? 0u : head == _head ? 1u : _cue.Contains(head) ? 2u
                    : ReadingOutline.Within(reading.Source, head) ? 3u : head < first ? 4u : head > last ? 5u : 6u;
                f.Add(660, relation, where, side);
                if (where == 1) f.Add(669, relation, _kind, side, _text.Tag[_head]);
                f.Add(661, relation, where, side, _text.Tokens.SentenceOf[t] == _text.Tokens.SentenceOf[_cue.First]
                    ? 1u : 0u);
            }
            else if (!_cue.Contains(t) && !ReadingOutline.Within(reading.Source, t))
            {
                if (++cuts > CutsMax) continue;
                var at = index.First[t];
                var comma = at > 0 && _text.Tokens.Form[at - 1] is "," ? 1u : 0u;
                var where = t < first ? 0u : t > last ? 1u : 2u;
                f.Add(662, relation, where, comma, side);
                f.Add(663, relation, where, comma, _text.Tag[at]);
                f.Add(664, relation, where, _text.Signs.Word[at]);
            }
            else if (_cue.Contains(t) && t == _head) f.Add(665, relation, side);
        }

        f.Add(666, (uint)Math.Min(cuts, CutsMax), side);
        f.Add(667, (uint)Math.Min(loose, CutsMax), side);
        f.Add(668, (uint)Math.Min(cuts, 3), (uint)Math.Min(loose, 4), side);
    }

    private void Marks(SpanReading reading, int first, int last, uint side, FeatureBuffer f)
    {
        uint opens = _outline.Opens(first, _cue), closes = _outline.Closes(last, _cue);
        f.Add(670, opens, closes, side);
        f.Add(671, opens, closes, (uint)Math.Min(reading.Content.Count, 3), side);
        // A quotation behind the content that nobody else claims.
        f.Add(672, _outline.IsQuotedBehind(last, _cue) ? 1u : 0u, closes, side);
    }

    private void Source(SpanReading reading, uint side, FeatureBuffer f)
    {
        var subject = index.Subject[_head];
        var frame = (subject >= 0 ? 1u : 0u) | (index.Has(_head, Relations.AuxPass) ? 2u : 0u)
            | (_text.Relation[_head] == Relations.Conj ? 4u : 0u);
        if (reading.Source.Count == 0)
        {
            f.Add(680, frame, side, _text.Tag[_head]);
            f.Add(681, _stem);
            return;
        }

        var source = reading.Source[0];
        var (last, head) = (source.End - 1, source.First);
        for (var t = source.First; t < source.End; t++)
        {
            if (!source.Contains(_text.Head[t]) && _text.Relation[t] != Relations.Punct)
            {
                head = t;
                break;
            }
        }

        var order = source.First > _cue.First ? 1u : 0u;
        var link = _text.Head[head] == _head ? _text.Relation[head] : _cue.Contains(_text.Head[head]) ? 60u : 61u;
        f.Add(682, link, order, side, frame);
        f.Add(683, subject >= 0 && source.Contains(subject) ? 1u : 0u, frame, order, side);
        f.Add(684, Next(source.End), order, source.End == _cue.First ? 1u : 0u);
        f.Add(685, _text.Tag[last], Next(source.End), source.End == _cue.First ? 1u : 0u);
        f.Add(686, source.First > 0 ? Last(source.First - 1) : 0u, _text.Tag[source.First], order);
        f.Add(687, Length(order == 1 ? source.First - _cue.End : _cue.First - source.End), order, side);
        f.Add(688, index.First[head] == source.First ? 1u : 0u, index.Last[head] == last ? 1u
            : index.Last[head] > last ? 2u : 0u, Next(source.End));
        f.Add(689, Length(source.Length), _text.Tag[head]);
        f.Add(690, _text.Tag[head], link, side);
        f.Add(691, _stem, link, order);
        f.Add(695, _kind, link, order, _text.Tag[_head]);
        f.Add(692, _text.Signs.Word[head]);
        var cuts = 0;
        for (var t = source.End; t <= Math.Min(index.Last[head], source.End + 40) && cuts < CutsMax; t++)
        {
            if (!source.Contains(_text.Head[t]) || _text.Relation[t] == Relations.Punct) continue;
            cuts++;
            f.Add(693, _text.Relation[t], _text.Tokens.Form[Math.Max(0, index.First[t] - 1)] is "," ? 1u : 0u);
        }

        f.Add(694, (uint)cuts);
    }

    /// <summary>What kind of token stands at a place, seen from before it.</summary>
    private uint Next(int t)
    {
        if (t >= _text.Count) return 0;
        if (_cue.Contains(t)) return 1;
        var (tokens, form) = (_text.Tokens, _text.Tokens.Form[t]);
        if (t > 0 && tokens.ParagraphOf[t] != tokens.ParagraphOf[t - 1]) return 2;
        if (t > 0 && tokens.SentenceOf[t] != tokens.SentenceOf[t - 1]) return 3;
        return form switch
        {
            "." => 4,
            "," => 5,
            "that" => 6,
            "to" => 7,
            "?" or "!" => 8,
            ":" or ";" => 9,
            "”" or "\"" or "''" or "’" => 10,
            "“" or "‘" or "``" => 11,
            "and" or "but" or "or" => 12,
            "--" or "–" or "—" or "-" => 13,
            "(" => 14,
            ")" => 15,
            _ => 20u + _text.Tag[t],
        };
    }

    private uint Last(int t) => _text.Tokens.SentenceStart[_text.Tokens.SentenceOf[t] + 1] == t + 1 ? 3u
        : Next(t) is var kind && kind is 2 or 3 ? 20u + _text.Tag[t] : kind;
}
