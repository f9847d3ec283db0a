using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// What tells that a word belongs to the source or the content of one cue: itself and its neighbours with what
/// <see cref="SpanView"/> tells of it. The features stand in parts by what they look at; a part gives the same wherever
/// its key is the same, so that its weights need be summed only once.
/// </summary>
internal sealed class SpanFeatures(GrammarIndex index, int[] cueOf)
{
    public const int Parts = 8;

    /// <summary>Templates below name words: training leaves these out now and then.</summary>
    private const int FirstWithoutWords = 330;

    private readonly ParsedText _text = index.Text;
    private readonly SpanView _view = new(index, cueOf);

    /// <summary>Sets the cue and its window.</summary>
    /// <param name="outer">A quotation that the whole window stands in and that therefore tells nothing; -1 for
    /// none.</param>
    public void Begin(TokenRun cue, TokenRun window, int outer = -1) => _view.Begin(cue, window, outer);

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

    /// <summary>All features of a word of the window, in the order of their templates.</summary>
    public void Of(int t, FeatureBuffer f)
    {
        Look(t);
        f.Clear();
        for (var part = 0; part < Parts; part++) Gather(part, f);
        f.Order(FirstWithoutWords);
    }

    /// <summary>Sets the word that the next parts and keys are of.</summary>
    public void Look(int t) => _view.Look(t);

    /// <summary>What a part looks at, in one number; 0 where it has to be gathered anew.</summary>
    public ulong Key(int part)
    {
        var v = _view;
        ulong key = part switch
        {
            0 => v.IsBorder ? 0UL : ((ulong)(uint)v.Token << 25) | (v.Place << 20) | (v.Quote << 10) | v.QuoteBefore,
            1 => v.IsBorder ? 0UL : ((ulong)(uint)v.Token << 20) | (v.Branch << 10) | v.BranchBefore,
            2 => ((ulong)(uint)v.Number << 30) | (v.Branch << 20) | (v.BranchBefore << 10) | v.BranchAfter,
            3 => ((ulong)(uint)v.Number << 15) | (v.Place << 10) | v.Quote,
            4 => ((ulong)v.Place << 29) | (v.Between << 26) | (v.Quote << 16) | (v.Branch << 6) | v.Edge,
            5 => ((ulong)v.Place << 36) | ((ulong)v.Quote << 26) | (v.QuoteBefore << 16) | (v.QuoteAfter << 6) | v.Edge,
            6 => ((v.Rel & 15ul) << 25) | (v.Branch << 15) | (v.Place << 10) | v.BranchBefore,
            _ => 0UL,
        };
        return key == 0 ? 0 : key | ((ulong)(part + 1) << 60);
    }

    /// <summary>Adds the features of a part.</summary>
    public void Gather(int part, FeatureBuffer f)
    {
        switch (part)
        {
            case 0:
                AtPlace(f);
                break;
            case 1:
                InBranch(f);
                break;
            case 2:
                BranchOfCue(f);
                break;
            case 3:
                PlaceOfCue(f);
                break;
            case 4:
                Surroundings(f);
                break;
            case 5:
                f.Add(341, _view.Quote, _view.Place);
                f.Add(342, _view.Quote, _view.QuoteBefore, _view.Place);
                f.Add(343, _view.Quote, _view.QuoteAfter, _view.Place);
                f.Add(365, _view.Edge, _view.Quote, _view.QuoteBefore, _view.Place);
                break;
            case 6:
                f.Add(362, _view.Rel, _view.Place);
                f.Add(363, _view.Rel, _view.Branch, _view.BranchBefore);
                break;
            default:
                AtDistance(f);
                break;
        }
    }

    /// <summary>Of the word, where it stands and its quotation.</summary>
    private void AtPlace(FeatureBuffer f)
    {
        var (v, t) = (_view, _view.Token);
        uint w = v.Word(t), w1 = v.Word(t - 1), v1 = v.Word(t + 1), tag = v.Tag(t), t1 = v.Tag(t - 1),
            u1 = v.Tag(t + 1);
        f.Add(301, w, v.Place);
        f.Add(303, w1, v.Place);
        f.Add(304, v1, v.Place);
        f.Add(305, w1, w);
        f.Add(306, w, v1);
        f.Add(315, index.Stem[t], _text.Relation[t], v.Place);
        f.Add(316, w1, v.Quote, v.QuoteBefore);
        f.Add(335, tag, v.Place);
        f.Add(337, t1, tag, v.Place);
        f.Add(338, tag, u1, v.Place);
        f.Add(344, v.Quote, tag, v.Place);
        f.Add(349, v.Edge, v.Place);
        f.Add(351, v.Edge, tag, v.Place);
        f.Add(360, t1, tag, u1);
    }

    /// <summary>Of the word and its branch.</summary>
    private void InBranch(FeatureBuffer f)
    {
        var (v, t) = (_view, _view.Token);
        uint w = v.Word(t), w1 = v.Word(t - 1), tag = v.Tag(t), t1 = v.Tag(t - 1);
        f.Add(302, w, v.Branch);
        f.Add(311, w1, v.Branch, v.BranchBefore);
        f.Add(312, w, v.BranchBefore, v.Branch);
        f.Add(334, v.Branch, v.BranchBefore, tag);
        f.Add(336, tag, v.Branch);
        f.Add(361, _text.Relation[t], v.Branch, tag);
        f.Add(367, t1, v.Branch, v.BranchBefore);
    }

    /// <summary>Of the cue and the branch.</summary>
    private void BranchOfCue(FeatureBuffer f)
    {
        var v = _view;
        f.Add(307, v.CueStem, v.Branch);
        f.Add(310, v.CueStem, v.Branch, v.BranchBefore);
        f.Add(313, v.CueStem, v.Frame, v.Branch);
        f.Add(314, v.UpStem, v.Up, v.Branch);
        f.Add(331, v.Branch);
        f.Add(332, v.Branch, v.BranchBefore);
        f.Add(333, v.Branch, v.BranchAfter);
        f.Add(352, v.Up, v.Branch);
        f.Add(355, v.Frame, v.Branch, v.CueTag);
        f.Add(358, v.Sides, v.Branch);
        f.Add(366, v.Up, v.Frame, v.Branch);
    }

    /// <summary>Of the cue, the place and its quotation.</summary>
    private void PlaceOfCue(FeatureBuffer f)
    {
        var v = _view;
        f.Add(308, v.CueStem, v.Place, v.Quote);
        f.Add(330, v.Place);
        f.Add(353, v.Up, v.Place, v.Quote);
        f.Add(354, v.Frame, v.Place, v.Quote);
        f.Add(356, v.Frame, v.Up, v.Place, v.Quote);
        f.Add(357, v.Sides, v.Place, v.Quote);
        f.Add(359, v.Sides, v.Up, v.Place);
    }

    /// <summary>Of the quotation, the branch, the other cues and the borders of clauses.</summary>
    private void Surroundings(FeatureBuffer f)
    {
        var v = _view;
        f.Add(345, v.Quote, v.Branch);
        f.Add(346, v.Between, v.Place);
        f.Add(347, v.Between, v.Quote, v.Place);
        f.Add(348, v.Between, v.Branch);
        f.Add(350, v.Edge, v.Branch, v.Quote);
        f.Add(368, v.Between, v.Place, v.Edge);
    }

    /// <summary>Of the cue, the word and how far it stands.</summary>
    private void AtDistance(FeatureBuffer f)
    {
        var (v, t) = (_view, _view.Token);
        var tag = v.Tag(t);
        f.Add(309, v.CueStem, v.Word(t), v.Distance);
        f.Add(317, v.CueStem, v.Place, tag, v.Distance);
        f.Add(339, v.Distance, tag);
        f.Add(340, v.Distance, v.Branch);
        f.Add(364, v.Behind, v.Place, v.Distance);
        f.Add(369, _text.Signs.Shape[t], v.Place, v.Distance);
    }
}
