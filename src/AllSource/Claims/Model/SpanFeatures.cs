using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>
/// What tells that a word belongs to the source or the content of one cue: where it stands from the cue in words,
/// sentences, grammar and
/// quotation marks, and what other cues lie between.
/// </summary>
internal sealed class SpanFeatures(GrammarIndex index, int[] cueOf)
{
    private const int ClimbMax = 48;
    private readonly ParsedText _text = index.Text;
    private uint[] _branch = [], _quote = [], _rel = [], _between = [];
    private TokenRun _cue;
    private int _head, _lo, _hi, _cueSentence, _outer;
    private uint _cueStem, _cueTag, _up, _upStem, _frame, _after, _shape;

    /// <summary>The cue's own number in the array that tells of each token which cue it is in (-1 for none).</summary>
    /// <param name="outer">A quotation that the whole window stands in and that therefore tells nothing; -1 for
    /// none.</param>
    public void Begin(TokenRun cue, TokenRun window, int outer = -1)
    {
        (_cue, _lo, _hi, _outer) = (cue, window.First, window.End, outer);
        _cueSentence = _text.Tokens.SentenceOf[cue.First];
        _head = HeadOf(cue, _text);
        _cueStem = index.Stem[_head];
        _cueTag = _text.Tag[_head];
        // A head outside the window is no head: a content is read as if it were a text of its own.
        var parent = _text.Head[_head] is var above && above >= _lo && above < _hi ? above : -1;
        _up = parent < 0 ? Relations.Root : _text.Relation[_head] | (parent < _head ? 64u : 128u);
        _upStem = parent < 0 ? 3u : index.Stem[parent];
        _frame = (index.Subject[_head] >= 0 ? 1u : 0u) | (index.Has(_head, Relations.Ccomp) ? 2u : 0u) | (
            index.Has(_head, Relations.Obj) ? 4u : 0u)
            | (index.Has(_head, Relations.Xcomp) ? 8u : 0u) | (index.Has(_head, Relations.AuxPass) ? 16u : 0u)
            | (index.Has(_head, Relations.Parataxis) ? 32u : 0u);
        _after = After(cue.End);
        var before = cue.First > _lo ? After(cue.First - 1) : 9u;
        _shape = FeatureHash.Of(5, before, _after, (uint)Math.Min(cue.Length, 3));
        var n = _hi - _lo;
        if (_branch.Length < n) (_branch, _quote, _rel, _between) = (new uint[n * 2], new uint[n * 2], new uint[n * 2],
            new uint[n * 2]);
        Branches();
        Quotations();
        Between();
    }

    /// <summary>The word of a cue that governs it: the last verb whose head lies outside, else the first word with its
    /// head outside.</summary>
    public static int HeadOf(TokenRun cue, ParsedText text)
    {
        var found = -1;
        for (var i = cue.First; i < cue.End; i++)
        {
            if (cue.Contains(text.Head[i])) continue;
            if (found < 0 || (Tags.IsVerb(text.Tag[i]) && !Tags.IsVerb(text.Tag[found]))) found = i;
        }

        return found < 0 ? cue.First : found;
    }

    public void Of(int t, FeatureBuffer f)
    {
        f.Clear();
        var at = t - _lo;
        uint w = Word(t), w1 = Word(t - 1), v1 = Word(t + 1), tag = Tag(t), t1 = Tag(t - 1), u1 = Tag(t + 1);
        uint branch = _branch[at], before = at > 0 ? _branch[at - 1] : 1u, after = t + 1 < _hi ? _branch[at + 1] : 2u;
        uint quote = _quote[at], quoteBefore = at > 0 ? _quote[at - 1] : 90u, quoteAfter = t + 1 < _hi ? _quote[at + 1]
            : 91u;
        uint place = Place(t), distance = Distance(t), between = _between[at];
        uint relation = _text.Relation[t];
        var edge = Edge(t);

        f.Add(301, w, place);
        f.Add(302, w, branch);
        f.Add(303, w1, place);
        f.Add(304, v1, place);
        f.Add(305, w1, w);
        f.Add(306, w, v1);
        f.Add(307, _cueStem, branch);
        f.Add(308, _cueStem, place, quote);
        f.Add(309, _cueStem, w, distance);
        f.Add(310, _cueStem, branch, before);
        f.Add(311, w1, branch, before);
        f.Add(312, w, before, branch);
        f.Add(313, _cueStem, _frame, branch);
        f.Add(314, _upStem, _up, branch);
        f.Add(315, index.Stem[t], relation, place);
        f.Add(316, w1, quote, quoteBefore);
        f.Add(317, _cueStem, place, tag, distance);
        f.EndLexical();
        f.Add(330, place);
        f.Add(331, branch);
        f.Add(332, branch, before);
        f.Add(333, branch, after);
        f.Add(334, branch, before, tag);
        f.Add(335, tag, place);
        f.Add(336, tag, branch);
        f.Add(337, t1, tag, place);
        f.Add(338, tag, u1, place);
        f.Add(339, distance, tag);
        f.Add(340, distance, branch);
        f.Add(341, quote, place);
        f.Add(342, quote, quoteBefore, place);
        f.Add(343, quote, quoteAfter, place);
        f.Add(344, quote, tag, place);
        f.Add(345, quote, branch);
        f.Add(346, between, place);
        f.Add(347, between, quote, place);
        f.Add(348, between, branch);
        f.Add(349, edge, place);
        f.Add(350, edge, branch, quote);
        f.Add(351, edge, tag, place);
        f.Add(352, _up, branch);
        f.Add(353, _up, place, quote);
        f.Add(354, _frame, place, quote);
        f.Add(355, _frame, branch, _cueTag);
        f.Add(356, _frame, _up, place, quote);
        f.Add(357, _shape, place, quote);
        f.Add(358, _shape, branch);
        f.Add(359, _shape, _up, place);
        f.Add(360, t1, tag, u1);
        f.Add(361, relation, branch, tag);
        f.Add(362, _rel[at], place);
        f.Add(363, _rel[at], branch, before);
        f.Add(364, _after, place, distance);
        f.Add(365, edge, quote, quoteBefore, place);
        f.Add(366, _up, _frame, branch);
        f.Add(367, t1, branch, before);
        f.Add(368, between, place, edge);
        f.Add(369, _text.Signs.Shape[t], place, distance);
    }

    private int QuotationOf(int token) => _text.Quotes.Of[token] == _outer ? -1 : _text.Quotes.Of[token];

    private uint Word(int i) => i < _lo ? 1u : i >= _hi ? 2u : _text.Signs.Word[i];

    private uint Tag(int i) => i < _lo ? 61u : i >= _hi ? 62u : _text.Tag[i];

    /// <summary>What kind of token stands at i: end of the window, a mark, "that", "to", a word in or out of
    /// quotation.</summary>
    private uint After(int i)
    {
        if (i >= _hi) return 0;
        if (_text.Tokens.SentenceOf[i] != _cueSentence) return 1;
        var lower = _text.Tokens.Lower[i];
        if (QuotationOf(i) >= 0) return 2;
        return lower switch
        {
            "," => 3,
            "." => 4,
            ":" => 5,
            "that" => 6,
            "to" => 7,
            "in" or "on" or "during" or "at" => 8,
            "--" or "–" or "—" or "-" => 10,
            "of" => 11,
            "how" or "why" or "what" or "whether" or "if" => 12,
            "for" => 13,
            "about" => 14,
            _ => 20u + _text.Tag[i],
        };
    }

    /// <summary>Before or after the cue or in it, how many sentences away, and whether the cue is inside the same
    /// quotation.</summary>
    private uint Place(int t)
    {
        if (_cue.Contains(t)) return 7;
        var sentences = Math.Min(3, Math.Abs(_text.Tokens.SentenceOf[t] - _cueSentence));
        var samePart = _text.Tokens.ParagraphOf[t] == _text.Tokens.ParagraphOf[_cue.First];
        return (uint)((t < _cue.First ? 8 : 16) + sentences + (samePart ? 0 : 4));
    }

    private uint Distance(int t)
    {
        var d = t < _cue.First ? _cue.First - t : t - _cue.End + 1;
        uint bucket = d switch
        {
            <= 4 => (uint)d,
            <= 6 => 5u,
            <= 9 => 6u,
            <= 14 => 7u,
            <= 24 => 8u,
            <= 40 => 9u,
            _ => 10u
        };
        return bucket | (t < _cue.First ? 16u : 32u);
    }

    /// <summary>Whether a sentence or a clause mark begins or ends here.</summary>
    private uint Edge(int t)
    {
        var tokens = _text.Tokens;
        var s = tokens.SentenceOf[t];
        uint edge = 0;
        if (tokens.SentenceStart[s] == t) edge |= 1;
        if (tokens.SentenceStart[s + 1] == t + 1) edge |= 2;
        if (tokens.SentenceStart[s + 1] == t + 2) edge |= 4;
        if (t > _lo && Mark(t - 1)) edge |= 8;
        if (t + 1 < _hi && Mark(t + 1)) edge |= 16;
        if (Mark(t)) edge |= 32;
        return edge;
    }

    private bool Mark(int t) => _text.Tokens.Lower[t]
        is "," or ";" or ":" or "--" or "–" or "—" or "(" or ")" or "-";

    /// <summary>
    /// Where each word hangs, seen from the cue: through which dependent of the cue, or of its head, or of its head's
    /// head; or
    /// in another sentence.
    /// </summary>
    private void Branches()
    {
        Span<int> up = stackalloc int[5];
        var depth = 0;
        for (var a = _head; a >= _lo && a < _hi && depth < up.Length; a = _text.Head[a]) up[depth++] = a;
        for (var t = _lo; t < _hi; t++)
        {
            var at = t - _lo;
            _rel[at] = 0;
            if (_text.Tokens.SentenceOf[t] != _cueSentence)
            {
                _branch[at] = 5u + (uint)Math.Clamp(_text.Tokens.SentenceOf[t] - _cueSentence, -2, 2);
                continue;
            }

            if (_cue.Contains(t))
            {
                _branch[at] = 3;
                continue;
            }

            int below = -1, here = t, level = Level(up[..depth], t);
            for (var climb = 0; level < 0 && here >= 0 && climb < ClimbMax; climb++)
            {
                below = here;
                here = _text.Head[here];
                level = here < 0 ? -1 : Level(up[..depth], here);
            }

            if (level < 0)
            {
                _branch[at] = 4;
                continue;
            }

            var relation = below < 0 ? 63u : _text.Relation[below];
            _branch[at] = 100u + ((uint)level * 128) + (relation * 2) + (below < 0 ? t < _cue.First ? 1u : 0u
                : below < up[level] ? 1u : 0u);
            if (below >= 0) _rel[at] = 1u + (t == index.First[below] ? 1u : 0u) + (t == index.Last[below] ? 2u : 0u) + (
                t == below ? 4u : 0u) + (_branch[at] * 16);
        }
    }

    private static int Level(ReadOnlySpan<int> up, int token)
    {
        for (var k = 0; k < up.Length; k++)
        {
            if (up[k] == token) return k;
        }

        return -1;
    }

    /// <summary>Each word's quotation as the cue sees it: none, its own, the next one before or after it,
    /// another.</summary>
    private void Quotations()
    {
        int own = QuotationOf(_cue.First), left = -1, right = -1;
        for (var t = _cue.First - 1; t >= _lo && left < 0; t--)
        {
            if (QuotationOf(t) != own) left = QuotationOf(t);
        }

        for (var t = _cue.End; t < _hi && right < 0; t++)
        {
            if (QuotationOf(t) != own) right = QuotationOf(t);
        }

        for (var t = _lo; t < _hi; t++)
        {
            var q = QuotationOf(t);
            uint kind = q < 0 ? own >= 0 ? 1u : 0u : q == own ? 2u : q == left ? 3u : q == right ? 4u : 5u;
            if (q >= 0 && q != own)
            {
                var gap = t < _cue.First ? _cue.First - _text.Quotes.End[q] : _text.Quotes.First[q] - _cue.End;
                kind |= (gap <= 0 ? 0u : gap <= 1 ? 1u : gap <= 4 ? 2u : gap <= 9 ? 3u : 4u) << 4;
                if (t == _text.Quotes.First[q]) kind |= 256;
                if (t == _text.Quotes.End[q] - 1) kind |= 512;
            }

            _quote[t - _lo] = kind;
        }
    }

    /// <summary>How many other cues stand between each word and this cue, and whether the word is in one
    /// itself.</summary>
    private void Between()
    {
        Count(_cue.First - 1, -1);
        Count(_cue.End, 1);
        for (var t = _cue.First; t < _cue.End; t++) _between[t - _lo] = 0;
    }

    private void Count(int from, int step)
    {
        uint count = 0;
        var last = -1;
        for (var t = from; t >= _lo && t < _hi; t += step)
        {
            var cue = cueOf[t];
            if (cue >= 0 && cue != last && count < 3) count++;
            last = cue;
            _between[t - _lo] = (count * 2) + (cue >= 0 ? 1u : 0u);
        }
    }
}
