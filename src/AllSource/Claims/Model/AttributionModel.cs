using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// The learned part of the ledger: finds cues sentence by sentence, then for each cue its source and its content in a
/// window around it.
/// Decoding each cue by itself keeps the contents of neighbours apart. Safe for many threads.
/// </summary>
internal sealed class AttributionModel(CrfModel cues, CrfModel? spans)
{
    /// <summary>Added to the start of a cue: without it the likeliest reading is silent where two in five would mark
    /// one.</summary>
    private const float CueBias = 0.6f;

    /// <summary>Added to the start of a content: the second stage, which learned to undo false cues, undoes too
    /// many.</summary>
    private const float ContentBias = 0.5f;

    /// <summary>Training knows no claims within claims; a plain reporting verb there needs help.</summary>
    private const float NestedBias = 1.8f;

    /// <summary>A paragraph of a megabyte is read around each cue only so far: work stays linear in the text.</summary>
    private const int WindowBefore = 150, WindowAfter = 250;

    private const int SpanBatch = 16;

    /// <summary>The tokens around a cue in which its source and content may stand: its paragraph, and the next one
    /// where a quotation or a colon leads there.</summary>
    public static TokenRun Window(TokenRun cue, ParsedText text)
    {
        var tokens = text.Tokens;
        var p = tokens.ParagraphOf[cue.First];
        var (from, to) = (tokens.ParagraphStart[p], tokens.ParagraphStart[p + 1]);
        while (p + 2 < tokens.ParagraphStart.Length && to - cue.End < WindowAfter
            && RunsOn(text, to)) to = tokens.ParagraphStart[++p + 1];
        return new(Math.Max(from, cue.First - WindowBefore), Math.Min(to, cue.End + WindowAfter));
    }

    /// <summary>Whether the paragraph that begins at a token goes on with a quotation that the one before opened or
    /// announced.</summary>
    private static bool RunsOn(ParsedText text, int next)
    {
        var last = text.Tokens.Form[next - 1];
        if (last == ":") return true;
        var opens = text.Tokens.Form[next] is "“" or "\"";
        return opens && text.Quotes.Of[next - 1] >= 0 && last is not ("”" or "\"" or "''");
    }

    /// <param name="bias">Added to the start of a cue: more finds more, false ones too.</param>
    public List<TokenRun> Cues(GrammarIndex index, float bias = CueBias)
    {
        var starts = index.Text.Tokens.SentenceStart;
        var found = new List<TokenRun>?[starts.Length - 1];
        Batches.Each(found.Length, index.Text.Count, s =>
        {
            if (starts[s] == starts[s + 1] || !GrammarReader.HasWord(index.Text.Tokens, starts[s],
                starts[s + 1])) return;
            var features = new CueFeatures(index);
            features.Begin(starts[s], starts[s + 1]);
            CuesOf(new(starts[s], starts[s + 1]), features, new FeatureBuffer(), new CrfLattice(cues.Shape), bias,
                found[s] = []);
        });
        return [.. found.Where(f => f is not null).SelectMany(f => f!)];
    }

    private void CuesOf(TokenRun run, CueFeatures features, FeatureBuffer buffer, CrfLattice lattice, float bias,
        List<TokenRun> found)
    {
        lattice.Begin(run.Length);
        for (var i = run.First; i < run.End; i++)
        {
            features.Of(i, buffer);
            cues.Emit(lattice, i - run.First, buffer.Features);
            lattice.Emission[((i - run.First) * cues.Shape.Labels) + 1] += bias;
        }

        var states = new int[run.Length];
        lattice.Best(cues.Edge, cues.Start, cues.End, states);
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i] == 0) continue;
            var end = i + 1;
            while (end < states.Length && states[end] == 2) end++;
            found.Add(new(run.First + i, run.First + end));
            i = end - 1;
        }
    }

    /// <summary>Cues within a content, read as if it were a text of its own: sentence by sentence, without the
    /// quotation that it all stands in.</summary>
    public List<TokenRun> CuesWithin(GrammarIndex index, TokenRun content)
    {
        var (features, buffer, lattice) = (new CueFeatures(index), new FeatureBuffer(), new CrfLattice(cues.Shape));
        var (starts, of, found) = (index.Text.Tokens.SentenceStart, index.Text.Tokens.SentenceOf, new List<TokenRun>());
        var outer = Enclosing(index, content);
        for (var s = of[content.First]; s <= of[content.End - 1]; s++)
        {
            var run = new TokenRun(Math.Max(content.First, starts[s]), Math.Min(content.End, starts[s + 1]));
            if (run.Length < 3) continue;
            features.Begin(run.First, run.End, outer);
            CuesOf(run, features, buffer, lattice, NestedBias, found);
        }

        return found;
    }

    private static int Enclosing(GrammarIndex index, TokenRun content)
    {
        var q = index.Text.Quotes.Of[content.First];
        return q >= 0 && index.Text.Quotes.Of[content.End - 1] == q ? q : -1;
    }

    public static int[] CueOf(int tokens, IReadOnlyList<TokenRun> cues)
    {
        var of = new int[tokens];
        Array.Fill(of, -1);
        for (var c = 0; c < cues.Count; c++)
        {
            for (var i = cues[c].First; i < cues[c].End; i++) of[i] = c;
        }

        return of;
    }

    /// <summary>The top reading: every cue in its own window.</summary>
    public List<Draft> Read(GrammarIndex index) => Read(index, Cues(index), new(index.Text.Count));

    public List<Draft> Read(GrammarIndex index, IReadOnlyList<TokenRun> found, WindowBudget budget) =>
        Spans(index, found, budget.Windows(found, index.Text), -1, CueOf(index.Text.Count, found));

    /// <summary>
    /// The top reading of more cues beside those of <paramref name="before"/>: as if all were read together, but a cue
    /// in whose window no new one stands keeps its reading.
    /// </summary>
    public List<Draft> ReadMore(GrammarIndex index, List<Draft> before, IReadOnlyList<TokenRun> more,
        WindowBudget budget)
    {
        if (more.Count == 0) return before;
        var cueOf = CueOf(index.Text.Count, [.. before.Select(d => d.Cue[0]), .. more]);
        var firsts = more.Select(m => m.First).ToArray();
        var kept = new List<Draft>(before.Count + more.Count);
        List<TokenRun> again = [];
        foreach (var draft in before)
        {
            var window = Window(draft.Cue[0], index.Text);
            var next = Array.BinarySearch(firsts, window.First);
            next = next < 0 ? ~next : next;
            if (next < firsts.Length && firsts[next] < window.End) again.Add(draft.Cue[0]);
            else kept.Add(draft);
        }

        kept.AddRange(Spans(index, again, budget.Windows(again, index.Text), -1, cueOf));
        kept.AddRange(Spans(index, more, budget.Windows(more, index.Text), -1, cueOf));
        kept.Sort(static (a, b) => a.First.CompareTo(b.First));
        return kept;
    }

    /// <summary>Source and content of cues that stand in a content: both are sought in it alone.</summary>
    /// <param name="cueOf">Scratch, -1 for all tokens; left so again.</param>
    /// <param name="share">Of <see cref="WindowBudget.Take"/>, over all contents that are read so.</param>
    public List<Draft> ReadWithin(GrammarIndex index, IReadOnlyList<TokenRun> found, TokenRun content, int[] cueOf,
        double share)
    {
        for (var c = 0; c < found.Count; c++) cueOf.AsSpan(found[c].First, found[c].Length).Fill(c);
        TokenRun[] windows = [.. found.Select(c => new TokenRun(
            Math.Max(content.First, c.First - WindowBefore), Math.Min(content.End, c.End + WindowAfter)))];
        WindowBudget.Narrow(windows, found, share);
        var drafts = Spans(index, found, windows, Enclosing(index, content), cueOf);
        foreach (var cue in found) cueOf.AsSpan(cue.First, cue.Length).Fill(-1);
        return drafts;
    }

    private List<Draft> Spans(GrammarIndex index, IReadOnlyList<TokenRun> found, TokenRun[] windows, int outer,
        int[] cueOf)
    {
        if (found.Count == 0) return [];
        var drafts = new Draft[found.Count];
        Batches.Each((found.Count + SpanBatch - 1) / SpanBatch, index.Text.Count, batch =>
        {
            var (features, buffer, lattice) = (new SpanFeatures(index, cueOf), new FeatureBuffer(),
                new CrfLattice(CrfShape.Spans));
            for (var c = batch * SpanBatch; c < Math.Min(found.Count, (batch + 1) * SpanBatch); c++)
            {
                drafts[c] = SpansOf(found[c], windows[c], outer, features, buffer, lattice);
            }
        });
        return [.. drafts];
    }

    private Draft SpansOf(TokenRun cue, TokenRun window, int outer, SpanFeatures features,
        FeatureBuffer buffer, CrfLattice lattice)
    {
        if (spans is null) throw new InvalidOperationException("This model knows cues alone.");
        features.Begin(cue, window, outer);
        lattice.Begin(window.Length);
        var labels = spans.Shape.Labels;
        for (var i = window.First; i < window.End; i++)
        {
            features.Of(i, buffer);
            spans.Emit(lattice, i - window.First, buffer.Features);
            for (var l = 0; l < labels; l++)
            {
                if ((l == CrfShape.InCue) != cue.Contains(i)) lattice.Emission[
                    ((i - window.First) * labels) + l] = CrfLattice.Forbidden;
            }
        }

        var states = new int[window.Length];
        lattice.Favour(CrfShape.FirstOfContent, ContentBias);
        lattice.Best(spans.Edge, spans.Start, spans.End, states);
        var draft = new Draft { Cue = [cue], Why = "model" };
        Runs(states, window.First, spans.Shape, draft);
        return draft;
    }

    private static void Runs(int[] states, int first, CrfShape shape, Draft draft)
    {
        for (var i = 0; i < states.Length; i++)
        {
            var label = shape.LabelOf[states[i]];
            if (label is not (CrfShape.FirstOfSource or CrfShape.FirstOfContent)) continue;
            var end = i + 1;
            while (end < states.Length && shape.LabelOf[states[end]] == label + 1) end++;
            (label == CrfShape.FirstOfSource ? draft.Source : draft.Content).Add(new(first + i, first + end));
        }
    }
}
