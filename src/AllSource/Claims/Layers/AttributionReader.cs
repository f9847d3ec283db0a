using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Finds the attributions of a text: those of the model, those by rule that it misses, and within each content, as if it were a
/// text of its own, the claims that it carries from further away ("A said that B had told C that ...").
/// </summary>
internal static class AttributionReader
{
    /// <summary>Deeper nesting than this is an attack on time, not speech.</summary>
    private const int DepthMax = 4;

    public static List<Draft> Read(AttributionModel model, GrammarIndex index)
    {
        var found = model.Cues(index);
        var taken = Taken(index, model.Read(index, found));
        foreach (var cue in RuleCues.Find(index, 0, index.Text.Count, i => taken[i])) found.Add(cue);
        found.Sort(static (a, b) => a.First.CompareTo(b.First));
        var drafts = model.Read(index, found);
        var level = drafts;
        for (var depth = 0; depth < DepthMax && level.Count > 0; depth++)
        {
            level = [.. level.SelectMany(d => Within(model, index, d))];
            drafts = Merge(drafts, level, index.Text.Count);
        }

        return drafts;
    }

    private static bool[] Taken(GrammarIndex index, List<Draft> drafts)
    {
        var taken = new bool[index.Text.Count];
        foreach (var run in drafts.SelectMany(d => d.Content.Concat(d.Cue).Concat(d.Source))) taken.AsSpan(run.First, run.Length).Fill(true);
        return taken;
    }

    private static List<Draft> Within(AttributionModel model, GrammarIndex index, Draft outer)
    {
        var inner = new List<Draft>();
        foreach (var content in outer.Content)
        {
            var cues = model.CuesWithin(index, content).Where(c => IsStrong(c, index) && !outer.Cue.Any(o => o.Contains(c.First))).ToList();
            var taken = new HashSet<int>(cues.SelectMany(c => Enumerable.Range(c.First, c.Length)));
            cues.AddRange(RuleCues.Find(index, content.First, content.End, taken.Contains));
            cues.Sort(static (a, b) => a.First.CompareTo(b.First));
            foreach (var draft in model.ReadWithin(index, cues, content))
            {
                if (draft.Source.Count == 0 && draft.Content.Count == 0) continue;
                if (draft.Source.Count == 0 && !IsPassive(draft, index)) continue;
                draft.Why = "model, within another's words";
                inner.Add(draft);
            }
        }

        return inner;
    }

    private static bool IsPassive(Draft draft, GrammarIndex index) =>
        index.Has(SpanFeatures.HeadOf(draft.Cue[0], index.Text), Relations.AuxPass);

    private static bool IsStrong(TokenRun cue, GrammarIndex index)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (CueWords.Strong.Contains(Stems.Of(index.Text.Tokens.Lower[i])) && (Tags.IsVerb(index.Text.Tag[i]) || index.Text.Tokens.Lower[i] == "according"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds attributions whose cue no earlier one has.</summary>
    private static List<Draft> Merge(List<Draft> drafts, List<Draft> more, int tokens)
    {
        var cues = new bool[tokens];
        foreach (var run in drafts.SelectMany(d => d.Cue)) cues.AsSpan(run.First, run.Length).Fill(true);
        var merged = new List<Draft>(drafts);
        foreach (var draft in more)
        {
            if (draft.Cue.Any(c => Enumerable.Range(c.First, c.Length).Any(i => cues[i]))) continue;
            foreach (var run in draft.Cue) cues.AsSpan(run.First, run.Length).Fill(true);
            merged.Add(draft);
        }

        return merged;
    }
}
