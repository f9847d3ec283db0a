using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Finds the attributions of a text: those of the model, those by rule that it misses, and within each content, as if
/// it were a
/// text of its own, the claims that it carries from further away ("A said that B had told C that ...").
/// </summary>
internal static class AttributionReader
{
    /// <summary>Deeper nesting than this is an attack on time, not speech.</summary>
    private const int DepthMax = 4;

    /// <summary>A text where one token in so many is a cue without words is "said said said ...", not news.</summary>
    private const int WordlessShare = 50;

    /// <param name="isCut">Whether cues stood so thick that some were left out, or read with less around them.</param>
    public static List<Draft> Read(AttributionModel model, GrammarIndex index, out bool isCut)
    {
        var cues = model.Cues(index);
        var found = CueDensity.Thin(cues, index.Text.Count, CueDensity.CuesMax);
        var budget = new WindowBudget(index.Text.Count);
        var sure = model.Read(index, found, budget);
        sure.RemoveAll(d => (d.Content.Count == 0 && !IsSilence(d, index)) || IsLook(d, index)
            || NoClaim.IsAsking(d, index.Text.Tokens));
        var taken = Taken(index, sure);
        var ruled = RuleCues.Find(index, 0, index.Text.Count, i => taken[i]);
        var more = CueDensity.Thin(ruled, index.Text.Count, CueDensity.RuleCuesMax);
        var byRule = more.ToHashSet();
        var drafts = model.ReadMore(index, sure, more, cues.Share, budget);
        foreach (var draft in drafts) SpanRepair.Apply(draft, index);
        drafts = OfOneCue(drafts);
        OuterContents.Apply(drafts, index);
        WroteLine.Apply(drafts, index.Text.Tokens);
        foreach (var draft in drafts.Where(d => byRule.Contains(d.Cue[0]) || d.Source.Count == 0
            || d.Content.Count == 0))
        {
            if (!byRule.Contains(draft.Cue[0]) && draft.Source.Count > 0 && IsSilence(draft, index)) continue;
            SpanFallback.Complete(draft, index, AttributionModel.Window(draft.Cue[0], index.Text));
        }

        // A plain "he told" whose words the reader cannot find is kept as a belief, which no ledger shows, where the
        // model saw a cue; a rule's needs words, or an act that stands without.
        drafts.RemoveAll(d => d.Source.Count == 0 && index.Text.Tokens.Lower[d.First] == "asked");
        var many = drafts.Count(d => d.Content.Count == 0) * WordlessShare > index.Text.Count + 1000;
        drafts.RemoveAll(d => d.Content.Count == 0 && (many || byRule.Contains(d.Cue[0]))
            && !StandsAlone(d, index) && (d.Source.Count == 0
                || !IsSilence(d, index) && !AddresseeLayer.TellsSomebody(d, index)));
        drafts = Merge(drafts, WholeRules.Find(index, new(0, index.Text.Count), Covered(drafts, index.Text.Count)),
            index.Text.Count);
        SpeakerLabels.Remove(drafts, index.Text.Tokens);
        NoClaim.Remove(drafts, index);
        ContentBorders.Apply(drafts, index);
        var level = drafts;
        for (var depth = 0; depth < DepthMax && level.Count > 0; depth++)
        {
            // Contents that together outgrow the text are no longer speech within speech but an input made to take
            // time.
            if (level.Sum(d => d.Content.Sum(c => (long)c.Length)) > index.Text.Count + 2000L) break;
            level = Within(model, index, level, budget);
            drafts = Merge(drafts, level, index.Text.Count);
        }

        isCut = found.Likely.Count < cues.Likely.Count || more.Count < ruled.Count || budget.IsNarrowed;
        return drafts;
    }

    /// <summary>Both halves of "neither confirms nor denies" may have been found, and are one cue now: the reading
    /// with most content stays.</summary>
    private static List<Draft> OfOneCue(List<Draft> drafts) => [.. drafts
        .GroupBy(static d => d.Cue.Count == 0 ? new(-1 - d.First, 0) : d.Cue[0])
        .Select(static g => g.MaxBy(static d => d.Content.Sum(static c => c.Length))!)];

    /// <summary>"Open clamps showed as shut": how a thing looks is no claim of it.</summary>
    private static bool IsLook(Draft draft, GrammarIndex index) => draft.Content.Count > 0
        && draft.Content[0].First == draft.Cue[^1].End && index.Text.Tokens.Lower[draft.Content[0].First] == "as"
        && index.StemOf(draft.Cue[^1].End - 1) == "show";

    private static bool[] Taken(GrammarIndex index, List<Draft> drafts)
    {
        var taken = new bool[index.Text.Count];
        foreach (var run in drafts.SelectMany(d => d.Content.Concat(d.Cue).Concat(d.Source))) taken.AsSpan(run.First,
            run.Length).Fill(true);
        return taken;
    }

    private static List<Draft> Within(AttributionModel model, GrammarIndex index, List<Draft> level,
        WindowBudget budget)
    {
        (Draft Outer, TokenRun Content)[] contents = [.. level.SelectMany(o => o.Content.Select(c => (o, c)))];
        var cues = new List<TokenRun>[contents.Length];
        Batches.Each(contents.Length, index.Text.Count, c => cues[c] = CuesWithin(model, index, contents[c].Outer,
            contents[c].Content));
        var share = budget.Take(contents.Select((c, k) => (long)cues[k].Count * c.Content.Length).Sum());
        var found = new List<Draft>[contents.Length];
        Batches.Each(contents.Length, index.Text.Count, () => model.Inner(index), (c, reader) => found[c] =
            cues[c].Count == 0 ? [] : reader.Read(cues[c], contents[c].Content, share));
        var inner = new List<Draft>();
        for (var c = 0; c < contents.Length; c++)
        {
            var (outer, content) = contents[c];
            foreach (var draft in found[c])
            {
                SpanRepair.Apply(draft, index);
                SpanFallback.Complete(draft, index, content);
                if (draft.Content.Count == 0 && !IsSilence(draft, index)) continue;
                if (IsScrap(draft, outer, index) || NoClaim.IsCommand(draft, index)) continue;
                if (draft.Source.Count == 0 ? !IsPassive(draft, index) : !IsPlain(draft, index)) continue;
                draft.Why = "model, within another's words";
                inner.Add(draft);
            }

            inner.AddRange(WholeRules.Find(index, content, null));
        }

        NoClaim.Remove(inner, index);

        return inner;
    }

    /// <summary>"Somebody says what", "said in a | statement | that": no claim of its own within another's.</summary>
    private static bool IsScrap(Draft draft, Draft outer, GrammarIndex index)
    {
        if (draft.Content is [{ Length: 1 } only] && (index.Text.Tag[only.First] == Tags.Wp
            || !char.IsLetterOrDigit(index.Text.Tokens.Form[only.First][0]))) return true;
        var (cue, lower, end) = (draft.Cue[0], index.Text.Tokens.Lower, outer.Cue[^1].End);
        return cue.First >= end && cue.First - end < 4 && RuleCues.IsNominal(lower[cue.First])
            && (lower[end - 1] == "in" || lower[end] == "in");
    }

    private static List<TokenRun> CuesWithin(AttributionModel model, GrammarIndex index, Draft outer, TokenRun content)
    {
        var cues = model.CuesWithin(index, content, i => MayBeStrong(i, index)).Where(c => IsStrong(c, index)
            && !outer.Cue.Any(o => o.Contains(c.First))).ToList();
        var taken = new HashSet<int>(cues.SelectMany(c => Enumerable.Range(c.First, c.Length)));
        cues.AddRange(RuleCues.Find(index, content.First, content.End, taken.Contains));
        cues.Sort(static (a, b) => a.First.CompareTo(b.First));
        return CueDensity.Within(cues, content.Length);
    }

    /// <summary>Acts that stand without a content: a refusal, a denial, a withdrawal.</summary>
    private static bool IsSilence(Draft draft, GrammarIndex index) => ActLayer.Of(draft, index).Act is not (
        Act.Assert or Act.Affirm or Act.Doubt);

    /// <summary>"No reply.", "our analyst concurs": without a speaker, or without words.</summary>
    private static bool StandsAlone(Draft draft, GrammarIndex index) => draft.Source.Count == 0
        ? RuleCues.IsNoReply(draft.First, 0, index.Text.Count, index.Text.Tokens)
        : SpeechIdioms.At(index, draft.Cue[0].End - 1, index.Text.Count) is { Act: Act.Affirm, MakesCue: true }
            or { Act: Act.Dispute, MakesCue: true };

    /// <summary>
    /// Somebody in particular has said it: not "you say" or "no one says", not what one would or should say, and in
    /// spoken words
    /// not what the speaker says of saying ("I say to you").
    /// </summary>
    private static bool IsPlain(Draft draft, GrammarIndex index)
    {
        var text = index.Text;
        var source = draft.Source[0];
        var word = text.Tokens.Lower[source.First];
        if (word is "anyone" or "anybody" or "nobody" or "everyone" or "everybody" or "one" or "people"
            or "no" or "any") return false;
        var quoted = text.Quotes.Of[draft.First] >= 0;
        if (word is "you" && (text.Tag[draft.Cue[^1].End - 1] != Tags.Vbd || draft.Cue[^1].Length > 1)) return false;
        if (quoted && word == "they" && (draft.Cue[^1].Length > 1
            || index.StemOf(draft.First) is not ("say" or "tell"))) return false;
        if (quoted && word is "it" or "this" or "that" or "which" or "who") return false;
        if (quoted && word is "i" or "we" && text.Tokens.Lower[draft.Cue[0].End - 1] is "say" or "tell" or "ask"
            or "saying" or "asking") return false;
        for (var i = Math.Max(source.First, draft.First - 3); i < draft.Cue[^1].End; i++)
        {
            var tag = text.Tag[i];
            if (tag == Tags.Md && text.Tokens.Lower[i] is not ("can" or "could" or "would" or "will" or "wo"
                or "'d")) return false;
            if (tag == Tags.To && i < draft.Cue[0].End && i == draft.First - 1) return false;
        }

        return !draft.Cue.Any(c => Enumerable.Range(c.First, c.Length).Any(i => text.Tokens.Lower[i] is "asking"
            or "ask"));
    }

    private static bool IsPassive(Draft draft, GrammarIndex index) => SpanFallback.IsPassive(draft, index)
        || index.Has(SpanFeatures.HeadOf(draft.Cue[0], index.Text), Relations.AuxPass)
        || draft.Cue is [{ Length: 1 } cue] && RuleCues.IsNominal(index.Text.Tokens.Lower[cue.First]);

    /// <summary>Every strong cue has such a token.</summary>
    private static bool MayBeStrong(int i, GrammarIndex index) => ReportingVerbs.MayBe(index.Text.Tokens.Lower[i])
        || IsStrong(i, index);

    private static bool IsStrong(int i, GrammarIndex index) => (Tags.IsVerb(index.Text.Tag[i])
        || index.Text.Tokens.Lower[i] == "according") && CueWords.Strong.Contains(index.StemOf(i));

    private static bool IsStrong(TokenRun cue, GrammarIndex index)
    {
        if (cue.Length > 8) return false;
        for (var i = cue.First; i < cue.End; i++)
        {
            if (IsStrong(i, index)) return true;
        }

        return ReportingVerbs.IsAt(index, cue.End - 1, cue.First, index.Text.Count);
    }

    private static bool[] Covered(List<Draft> drafts, int tokens)
    {
        var covered = new bool[tokens];
        foreach (var run in drafts.SelectMany(d => d.Content)) covered.AsSpan(run.First, run.Length).Fill(true);
        return covered;
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
