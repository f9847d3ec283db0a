using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>
/// A window of text as one cue in it sees it: where each word stands from the cue in words, sentences, grammar and
/// quotation marks, and what other cues lie between. For one thread.
/// </summary>
internal sealed class SpanView(GrammarIndex index, int[] cueOf)
{
    private const int ClimbMax = 48;
    private readonly ParsedText _text = index.Text;
    private uint[] _branch = [], _quote = [], _rel = [], _between = [];
    private TokenRun _cue;
    private int _head, _lo, _hi, _cueSentence, _outer;

    /// <summary>The cue's number among those that were looked from, the first being 1.</summary>
    public int Number { get; private set; }

    /// <summary>Of the cue: its head's stem and tag, the relation to what it hangs from and the stem of that, which
    /// dependents it has, what stands behind it, what stands on both sides of it.</summary>
    public uint CueStem, CueTag, Up, UpStem, Frame, Behind, Sides;

    /// <summary>Of the word that is looked at: see <see cref="Look"/>.</summary>
    public uint Branch, BranchBefore, BranchAfter, Quote, QuoteBefore, QuoteAfter, Place, Distance, Between, Rel, Edge;

    /// <summary>The word that is looked at.</summary>
    public int Token { get; private set; }

    /// <summary>Whether the word is the first or the last of the window, and so sees less than in another
    /// one.</summary>
    public bool IsBorder => Token == _lo || Token == _hi - 1;

    /// <summary>Sets the cue and its window.</summary>
    /// <param name="outer">A quotation that the whole window stands in and that therefore tells nothing; -1 for
    /// none.</param>
    public void Begin(TokenRun cue, TokenRun window, int outer = -1)
    {
        Number++;
        (_cue, _lo, _hi, _outer) = (cue, window.First, window.End, outer);
        _cueSentence = _text.Tokens.SentenceOf[cue.First];
        _head = SpanFeatures.HeadOf(cue, _text);
        CueStem = index.Stem[_head];
        CueTag = _text.Tag[_head];
        // A head outside the window is no head: a content is read as if it were a text of its own.
        var parent = _text.Head[_head] is var above && above >= _lo && above < _hi ? above : -1;
        Up = parent < 0 ? Relations.Root : _text.Relation[_head] | (parent < _head ? 64u : 128u);
        UpStem = parent < 0 ? 3u : index.Stem[parent];
        Frame = (index.Subject[_head] >= 0 ? 1u : 0u) | (index.Has(_head, Relations.Ccomp) ? 2u : 0u) | (
            index.Has(_head, Relations.Obj) ? 4u : 0u)
            | (index.Has(_head, Relations.Xcomp) ? 8u : 0u) | (index.Has(_head, Relations.AuxPass) ? 16u : 0u)
            | (index.Has(_head, Relations.Parataxis) ? 32u : 0u);
        Behind = After(cue.End);
        var before = cue.First > _lo ? After(cue.First - 1) : 9u;
        Sides = FeatureHash.Of(5, before, Behind, (uint)Math.Min(cue.Length, 3));
        var n = _hi - _lo;
        if (_branch.Length < n) (_branch, _quote, _rel, _between) = (new uint[n * 2], new uint[n * 2], new uint[n * 2],
            new uint[n * 2]);
        Branches();
        Quotations();
        Betweens();
    }

    /// <summary>
    /// Looks at a word of the window: through which dependent it hangs from the cue, and its neighbours; its quotation
    /// and theirs; where and how far it stands; how many cues lie between; its place in its branch; whether a sentence
    /// or a clause begins or ends here.
    /// </summary>
    public void Look(int t)
    {
        Token = t;
        var at = t - _lo;
        (Branch, Quote, Rel, Between) = (_branch[at], _quote[at], _rel[at], _between[at]);
        (BranchBefore, QuoteBefore) = at > 0 ? (_branch[at - 1], _quote[at - 1]) : (1u, 90u);
        (BranchAfter, QuoteAfter) = t + 1 < _hi ? (_branch[at + 1], _quote[at + 1]) : (2u, 91u);
        (Place, Distance, Edge) = (PlaceOf(t), DistanceOf(t), EdgeOf(t));
    }

    public uint Word(int i) => i < _lo ? 1u : i >= _hi ? 2u : _text.Signs.Word[i];

    public uint Tag(int i) => i < _lo ? 61u : i >= _hi ? 62u : _text.Tag[i];

    private int QuotationOf(int token) => _text.Quotes.Of[token] == _outer ? -1 : _text.Quotes.Of[token];

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
    private uint PlaceOf(int t)
    {
        if (_cue.Contains(t)) return 7;
        var sentences = Math.Min(3, Math.Abs(_text.Tokens.SentenceOf[t] - _cueSentence));
        var samePart = _text.Tokens.ParagraphOf[t] == _text.Tokens.ParagraphOf[_cue.First];
        return (uint)((t < _cue.First ? 8 : 16) + sentences + (samePart ? 0 : 4));
    }

    private uint DistanceOf(int t)
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
    private uint EdgeOf(int t)
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
    private void Betweens()
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
