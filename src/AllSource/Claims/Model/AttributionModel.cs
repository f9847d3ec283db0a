using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>
/// The learned part of the ledger: finds cues sentence by sentence, lists for each the likeliest sources and contents
/// in a window around it, and chooses among them. Decoding each cue by itself keeps the contents of neighbours apart.
/// Safe for many threads.
/// </summary>
internal sealed class AttributionModel(CueFinder cues, CrfModel spans, ReadingJudge judge)
{
    /// <summary>A cue is kept that is likelier than this to be one; chosen for exact and whole figures on texts kept
    /// apart.</summary>
    private const float KeptShare = 0.45f;

    /// <summary>A cue of a rule has its words where the field thinks any so likely.</summary>
    private const float RuleFilled = 0.3f;

    /// <summary>A paragraph of a megabyte is read around each cue only so far: work stays linear in the text.</summary>
    internal const int WindowBefore = 150, WindowAfter = 250;

    private const int SpanBatch = 16;

    /// <summary>The cues of a text, and how likely each of its words is in one.</summary>
    public CueCandidates Cues(GrammarIndex index) => cues.Find(index);

    /// <summary>Cues within a content, read as if it were a text of its own.</summary>
    /// <param name="mayBe">Whether a token can be that of a cue which is wanted.</param>
    public List<TokenRun> CuesWithin(GrammarIndex index, TokenRun content, Func<int, bool> mayBe) =>
        cues.FindWithin(index, content, mayBe);

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

    /// <summary>The cues with all the ways to read them.</summary>
    public static CueReadings[] Readings(CrfModel spans, GrammarIndex index, IReadOnlyList<TokenRun> found,
        TokenRun[] windows, int[] cueOf)
    {
        var readings = new CueReadings[found.Count];
        var signs = WindowSigns.Of(index, cueOf);
        Each(found.Count, index, () => new RepeatedWindows(new(spans, index, cueOf), signs), (c, windowed) =>
            readings[c] = windowed.List(found[c], windows[c]));
        return readings;
    }

    /// <summary>The top reading: every cue in its own window. A cue that the field is sure of and that is none by its
    /// readings comes back without content: a refusal may have none.</summary>
    public List<Draft> Read(GrammarIndex index, CueCandidates found, WindowBudget budget)
    {
        var sure = found.Sure.ToHashSet();
        var readings = Readings(spans, index, found.Likely, budget.Windows(found.Likely, index.Text),
            CueOf(index.Text.Count, found.Sure));
        var drafts = new Draft?[readings.Length];
        Choose(index, found.Share, readings, (c, best, none, share) =>
        {
            if (1 - none >= KeptShare) drafts[c] = DraftOf(readings[c].Cue, best, ShareOf(readings[c].Cue), share);
            else if (sure.Contains(readings[c].Cue))
            {
                drafts[c] = DraftOf(readings[c].Cue, null, ShareOf(readings[c].Cue), 0);
            }
        });
        return [.. drafts.Where(d => d is not null).Select(d => d!)];

        float ShareOf(TokenRun cue) => CueShare(cue, found.Share);
    }

    /// <summary>How likely the words of a cue are to be one, as the surest of them is.</summary>
    private static float CueShare(TokenRun cue, float[] share)
    {
        var most = 0f;
        for (var i = cue.First; i < cue.End; i++) most = Math.Max(most, share[i]);
        return most;
    }

    /// <summary>Chooses for each cue: its number, the best reading if there is any, how likely none is, and how likely
    /// the best.</summary>
    private void Choose(GrammarIndex index, float[] cueShare, CueReadings[] readings,
        Action<int, SpanReading?, float, float> take)
    {
        var neighbours = new Neighbours(index.Text.Count, readings, cueShare);
        var weighed = new (CueReadings Readings, ReadingScores Scores)[readings.Length];
        Each(readings.Length, index, () => new ReadingChoice(index, cueShare, readings, neighbours), (c, choice) =>
            weighed[c] = choice.Weigh(c, judge.Linear));
        var view = new TextView(index, [.. weighed.Select(w => w.Readings)], [.. weighed.Select(w => w.Scores)],
            cueShare);
        Each(readings.Length, index, () => (Signs: new ReadingSigns(index, cueShare, view),
            Row: new float[ReadingSigns.Numbers]), (c, tool) =>
        {
            var (best, none, share) = judge.Best(weighed[c].Scores, tool.Signs, c, tool.Row);
            take(c, best < 0 ? null : weighed[c].Readings.Readings[best], none, share);
        });
    }

    private static void Each<T>(int count, GrammarIndex index, Func<T> tool, Action<int, T> work) => Batches.Each(
        (count + SpanBatch - 1) / SpanBatch, index.Text.Count, tool, (batch, one) =>
        {
            for (var c = batch * SpanBatch; c < Math.Min(count, (batch + 1) * SpanBatch); c++) work(c, one);
        });

    /// <param name="cueShare">Null where a rule pointed at the cue.</param>
    private static Draft DraftOf(TokenRun cue, SpanReading? best, float? cueShare, float share)
    {
        var draft = new Draft
        {
            Cue = [cue],
            Why = "model",
            Read = new(cueShare, best is null ? null : share, cueShare is null, best is { IsProposed: true },
                best?.Source ?? [], best?.Content ?? []),
        };
        if (best is not null) (draft.Source, draft.Content) = ([.. best.Source], [.. best.Content]);
        return draft;
    }

    /// <summary>
    /// The top reading of more cues beside those of <paramref name="before"/>: as if all were read together, but a cue
    /// in whose window no new one stands keeps its reading.
    /// </summary>
    public List<Draft> ReadMore(GrammarIndex index, List<Draft> before, IReadOnlyList<TokenRun> more, float[] cueShare,
        WindowBudget budget)
    {
        if (more.Count == 0) return before;
        var cueOf = CueOf(index.Text.Count, [.. before.Select(d => d.Cue[0]), .. more]);
        var firsts = more.Select(m => m.First).ToArray();
        var (kept, again) = (new List<Draft>(before.Count + more.Count), new List<TokenRun>(more));
        foreach (var draft in before)
        {
            var window = Window(draft.Cue[0], index.Text);
            var next = Array.BinarySearch(firsts, window.First);
            next = next < 0 ? ~next : next;
            if (draft.Content.Count > 0 && next < firsts.Length && firsts[next] < window.End) again.Add(draft.Cue[0]);
            else kept.Add(draft);
        }

        var readings = Readings(spans, index, again, budget.Windows(again, index.Text), cueOf);
        var drafts = new Draft[again.Count];
        var byRule = more.ToHashSet();
        Choose(index, cueShare, readings, (c, best, _, share) => drafts[c] = DraftOf(readings[c].Cue,
            readings[c].Filled >= RuleFilled ? best : null,
            byRule.Contains(readings[c].Cue) ? null : CueShare(readings[c].Cue, cueShare), share));
        kept.AddRange(drafts);
        kept.Sort(static (a, b) => a.First.CompareTo(b.First));
        return kept;
    }

    /// <summary>What reads the cues that stand in contents of a text; one for each thread.</summary>
    public InnerReader Inner(GrammarIndex index) => new(spans, index);
}
