using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>What tells that a word is a cue of attribution: itself, its neighbours, its grammar, the quotation marks
/// around it.</summary>
internal sealed class CueFeatures(GrammarIndex index)
{
    private readonly ParsedText _text = index.Text;
    private int _from, _to, _outer;

    /// <summary>Sets the sentence [from, to) that the next positions are in.</summary>
    /// <param name="outer">A quotation that all of it stands in and that therefore tells nothing; -1 for none.</param>
    public void Begin(int from, int to, int outer = -1) => (_from, _to, _outer) = (from, to, outer);

    private int QuotationOf(int token) => _text.Quotes.Of[token] == _outer ? -1 : _text.Quotes.Of[token];

    public void Of(int i, FeatureBuffer f)
    {
        f.Clear();
        uint w = Word(i), w1 = Word(i - 1), w2 = Word(i - 2), v1 = Word(i + 1), v2 = Word(i + 2), stem = index.Stem[i];
        uint t = Tag(i), t1 = Tag(i - 1), t2 = Tag(i - 2), u1 = Tag(i + 1), u2 = Tag(i + 2);
        var head = _text.Head[i];
        uint relation = _text.Relation[i], headStem = head < 0 ? 3u : index.Stem[head], headTag = head < 0 ? 63u
            : _text.Tag[head];
        var side = head < 0 ? 2u : head < i ? 0u : 1u;
        uint frame = Frame(i), quote = Quote(i), headFrame = head < 0 ? 0 : Frame(head);
        var subject = index.Subject[i];
        uint subjectTag = subject < 0 ? 63u : _text.Tag[subject], subjectWord = subject < 0 ? 3u : index.Stem[subject];

        f.Add(1, w);
        f.Add(2, stem);
        f.Add(3, w1);
        f.Add(4, v1);
        f.Add(5, w2);
        f.Add(6, v2);
        f.Add(7, w1, w);
        f.Add(8, w, v1);
        f.Add(9, w, v1, v2);
        f.Add(10, w2, w1, w);
        f.Add(11, w1, v1);
        f.Add(12, stem, t);
        f.Add(13, stem, frame);
        f.Add(14, stem, quote);
        f.Add(15, stem, relation);
        f.Add(16, stem, subjectTag);
        f.Add(17, stem, u1);
        f.Add(18, stem, t1);
        f.Add(19, headStem, relation, side);
        f.Add(20, headStem, relation, headFrame);
        f.Add(21, stem, index.Has(i, Relations.Ccomp) ? 1u : 0u, index.Has(i, Relations.Obj) ? 1u : 0u, subject >= 0
            ? 1u : 0u);
        f.Add(22, subjectWord, t);
        f.Add(23, stem, headStem);
        f.Add(24, index.Stem[Math.Max(_from, i - 1)], w, relation);
        f.Add(25, _text.Signs.End3[i], t);
        f.Add(26, stem, subjectTag, frame);
        f.Add(27, stem, u1, u2);
        var target = index.Object[i];
        f.Add(28, stem, target < 0 ? 3u : index.Stem[target]);
        f.Add(29, stem, subjectTag, target < 0 ? 63u : _text.Tag[target]);
        f.EndLexical();
        f.Add(40, 0);
        f.Add(41, t);
        f.Add(42, t1, t);
        f.Add(43, t, u1);
        f.Add(44, t1, t, u1);
        f.Add(45, t2, t1, t);
        f.Add(46, t, u1, u2);
        f.Add(47, relation, t);
        f.Add(48, relation, headTag, t);
        f.Add(49, t, frame);
        f.Add(50, t, quote);
        f.Add(51, t, frame, quote);
        f.Add(52, relation, headTag, headFrame);
        f.Add(53, relation, headFrame, Quote(Math.Max(head, _from)));
        f.Add(54, t, subjectTag, frame);
        f.Add(55, _text.Signs.Shape[i], _text.Signs.End2[i]);
        f.Add(56, t, i == _from ? 1u : 0u, i == _to - 1 ? 1u : 0u);
        f.Add(57, t, headTag, HeadSubject(head), relation);
        f.Add(58, t, QuoteAhead(i), QuoteBehind(i));
        f.Add(59, t, subjectTag, target < 0 ? 63u : _text.Tag[target], frame);
        Kinds(i, target, subjectTag, frame, quote, f);
    }

    /// <summary>What kind of word it is, and those that it hangs from and that hang from it.</summary>
    private void Kinds(int i, int target, uint subjectTag, uint frame, uint quote, FeatureBuffer f)
    {
        var head = _text.Head[i];
        uint kind = index.Kind[i], t = _text.Tag[i], headKind = head < 0 ? 99u : index.Kind[head],
            objectKind = target < 0 ? 99u : index.Kind[target];
        uint before = i > _from ? index.Kind[i - 1] : 98u, after = i + 1 < _to ? index.Kind[i + 1] : 98u;
        f.Add(70, kind, t);
        f.Add(71, kind, t, frame);
        f.Add(72, kind, t, subjectTag);
        f.Add(73, kind, t, _text.Relation[i]);
        f.Add(74, kind, quote);
        f.Add(75, kind, objectKind, t);
        f.Add(76, headKind, _text.Relation[i], t);
        f.Add(77, kind, Tag(i + 1), Tag(i + 2));
        f.Add(78, kind, Tag(i - 1), t);
        f.Add(79, before, kind, after);
        f.Add(80, headKind, kind, _text.Relation[i]);
    }

    private uint HeadSubject(int head) => head < 0 || index.Subject[head] < 0 ? 63u : _text.Tag[index.Subject[head]];

    private uint Word(int i) => i < _from ? 1u : i >= _to ? 2u : _text.Signs.Word[i];

    private uint Tag(int i) => i < _from ? 61u : i >= _to ? 62u : _text.Tag[i];

    /// <summary>Which of the dependents that matter a word has.</summary>
    private uint Frame(int i) =>
        (index.Subject[i] >= 0 ? 1u : 0u) | (index.Has(i, Relations.Ccomp) ? 2u : 0u) | (index.Has(i, Relations.Obj)
            ? 4u : 0u)
        | (index.Has(i, Relations.Xcomp) ? 8u : 0u) | (index.Has(i, Relations.Obl) ? 16u : 0u) | (
            index.Has(i, Relations.Parataxis) ? 32u : 0u)
        | (index.Has(i, Relations.AuxPass) ? 64u : 0u) | (index.Has(i, Relations.Mark) ? 128u : 0u) | (
            index.Has(i, Relations.Acl) ? 256u : 0u)
        | (index.Has(i, Relations.Cop) ? 512u : 0u);

    /// <summary>In a quotation, just after one, just before one.</summary>
    private uint Quote(int i)
    {
        var own = QuotationOf(i);
        var here = own >= 0 ? 1u : 0u;
        return here | Beside(i - 1, own, 2u) | Beside(i + 1, own, 4u) | Beside(i + 2, own, 8u);
    }

    private uint Beside(int token, int own, uint sign)
    {
        if (token < 0 || token >= _text.Count) return 0;
        var q = QuotationOf(token);
        return q >= 0 && q != own ? sign : 0;
    }

    private uint QuoteAhead(int i)
    {
        for (var k = i + 1; k < Math.Min(_to, i + 12); k++)
        {
            if (QuotationOf(k) >= 0 && QuotationOf(k) != QuotationOf(i)) return k - i <= 3 ? 1u : 2u;
        }

        return 0;
    }

    private uint QuoteBehind(int i)
    {
        for (var k = i - 1; k >= Math.Max(_from - 2, Math.Max(0, i - 12)); k--)
        {
            if (QuotationOf(k) >= 0 && QuotationOf(k) != QuotationOf(i)) return i - k <= 3 ? 1u : 2u;
        }

        return 0;
    }
}
