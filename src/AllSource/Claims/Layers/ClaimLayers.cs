using System.Collections.Immutable;
using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>The deterministic layers over spans that the model or a rule found: order, nesting, entities, acts, modes,
/// hearers, hedges, times.</summary>
internal static class ClaimLayers
{
    public static ImmutableArray<Attribution> Finish(List<Draft> drafts, GrammarIndex index, NameSpan[] names,
        ReportVoices voices)
    {
        foreach (var draft in drafts)
        {
            DeclineLayer.Cut(draft, index);
            Trim(draft, index.Text.Tokens);
        }

        drafts.RemoveAll(static d => d.Cue.Count == 0);
        drafts.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Cue[^1].End.CompareTo(
            b.Cue[^1].End));
        CitedLayer.Apply(drafts, index);
        ContentBorders.Apply(drafts, index);
        HearsayLayer.Apply(drafts, index.Text);
        var parents = NestingLayer.Parents(drafts);
        var speakers = Speakers(drafts, parents, index, names, voices);
        var owner = Owners(drafts, index.Text.Count);
        var denies = DenialLayer.Find(drafts, index);
        var nested = Nested(drafts, parents);
        var finished = ImmutableArray.CreateBuilder<Attribution>(drafts.Count);
        for (var d = 0; d < drafts.Count; d++)
        {
            var draft = drafts[d];
            bool Own(int i) => draft.Content.Any(r => r.Contains(i));
            if (draft.Addressee.Count == 0) draft.Addressee = AddresseeLayer.Of(draft, index, Own);
            draft.Time = TimeLayer.Of(draft, index, owner, Within(draft, parents[d], drafts, index.Text.Count), d);
            draft.Hedge = HedgeLayer.Of(draft, index, nested.TryGetValue(d, out var inner) ? inner : []);
            finished.Add(One(draft, index, parents[d], speakers[d], denies[d]));
        }

        return finished.MoveToImmutable();
    }

    private static Attribution One(Draft draft, GrammarIndex index, int? parent, Speaker? speaker, bool denies)
    {
        var (act, rule) = ActLayer.Of(draft, index);
        if (denies && act == Act.Assert && CueWords.IsSpeech(draft, index))
        {
            (act, rule) = (Act.Deny, "negates what another is said to claim");
        }

        var tokens = index.Text.Tokens;
        var kind = draft.Source.Count == 0 ? SourceKind.Nobody : speaker?.Kind ?? SourceKind.Person;
        var why = WhyLine.Of(draft, index, rule, speaker?.Name ?? "");
        return new(
            Draft.Spans(draft.Source, tokens), Draft.Spans(draft.Cue, tokens), Draft.Spans(draft.Content, tokens),
            Draft.Spans(draft.Addressee, tokens), Draft.Spans(draft.Hedge, tokens), Draft.Spans(draft.Time, tokens),
            act, ModeLayer.Of(draft, index, act), kind, speaker?.Name ?? Plain(draft, tokens), parent, why)
        {
            DeniesInContent = act == Act.Deny && ActLayer.IsInContent(draft, index),
            Kind = act == Act.Assert && OpenSpeech.Is(draft, index) ? UtteranceKind.Question
                : act != Act.Assert || (draft.Content.Count > 0 && CueWords.IsSpeech(draft, index))
                    ? UtteranceKind.Speech
                    : UtteranceKind.Belief,
        };
    }

    private static string Plain(Draft draft, TokenisedText tokens) =>
        draft.Source.Count == 0 ? "" : MentionReaderText(draft.Source[0].In(tokens).Of(tokens.Text));

    private static string MentionReaderText(string source) => string.Join(' ', source.Split(null as char[],
        StringSplitOptions.RemoveEmptyEntries));

    private static Speaker?[] Speakers(List<Draft> drafts, int?[] parents, GrammarIndex index, NameSpan[] names,
        ReportVoices voices)
    {
        var writers = new WriterLines(index.Text.Tokens);
        var entities = new EntityLayer(index, new DocumentNames(index.Text, names), new DocumentRoles(index.Text,
            names), writers);
        var speakers = new Speaker?[drafts.Count];
        var order = Enumerable.Range(0, drafts.Count).Where(d => drafts[d].Source.Count > 0).OrderBy(
            d => drafts[d].Source[0].First).ToArray();
        foreach (var d in order) entities.Note(drafts[d].Source[0]);
        var done = new bool[drafts.Count];
        void Resolve(int d, int depth)
        {
            if (done[d] || drafts[d].Source.Count == 0) return;
            // "I" before the speaker is who speaks behind it: "I told them," she said.
            if (parents[d] is { } p && depth < 8 && IsFirstPerson(drafts[d].Source[0], index)) Resolve(p, depth + 1);
            var outer = parents[d] is { } parent ? speakers[parent] : null;
            speakers[d] = entities.Resolve(drafts[d].Source[0], outer,
                voices.At(index.Text.Tokens.Start[drafts[d].First]) ?? writers.At(drafts[d].First));
            done[d] = true;
        }

        foreach (var d in order) Resolve(d, 0);
        return speakers;
    }

    private static bool IsFirstPerson(TokenRun source, GrammarIndex index) => index.Text.Tokens.Lower[source.First]
        is "i" or "we" or "me" or "us" or "my" or "our";

    /// <summary>For each attribution the stretches of those nested in it: their words are not its own.</summary>
    private static Dictionary<int, List<TokenRun>> Nested(List<Draft> drafts, int?[] parents)
    {
        var nested = new Dictionary<int, List<TokenRun>>();
        for (var d = 0; d < drafts.Count; d++)
        {
            if (parents[d] is not { } parent) continue;
            if (!nested.TryGetValue(parent, out var runs)) nested[parent] = runs = [];
            runs.AddRange(drafts[d].Content);
            runs.AddRange(drafts[d].Cue);
        }

        foreach (var runs in nested.Values) runs.Sort(static (a, b) => a.First.CompareTo(b.First));
        return nested;
    }

    /// <summary>For each token the attribution whose cue it is in, -1 for none.</summary>
    private static int[] Owners(List<Draft> drafts, int tokens)
    {
        var owner = new int[tokens];
        Array.Fill(owner, -1);
        for (var d = 0; d < drafts.Count; d++)
        {
            foreach (var run in drafts[d].Cue) owner.AsSpan(run.First, run.Length).Fill(d);
        }

        return owner;
    }

    /// <summary>The piece of the outer content that holds the cue; the whole text for what stands by itself.</summary>
    private static TokenRun Within(Draft draft, int? parent, List<Draft> drafts, int tokens)
    {
        if (parent is { } p)
        {
            foreach (var run in drafts[p].Content)
            {
                if (run.Contains(draft.First)) return run;
            }
        }

        return new(0, tokens);
    }

    /// <summary>The comma outside and the complementiser belong to no content.</summary>
    private static void Trim(Draft draft, TokenisedText text)
    {
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var (first, end) = (draft.Content[i].First, draft.Content[i].End);
            while (end > first && text.Lower[end - 1] is "," or ":" or "--" or "–" or "—" or ";") end--;
            while (first < end && text.Lower[first] is "," or ":" or "--" or ";") first++;
            draft.Content[i] = new(first, end);
        }

        draft.Content.RemoveAll(static r => r.Length == 0);
        for (var i = 0; i < draft.Source.Count; i++)
        {
            var (first, end) = (draft.Source[i].First, draft.Source[i].End);
            while (end > first && text.Lower[end - 1] is ",") end--;
            draft.Source[i] = new(first, end);
        }

        draft.Source.RemoveAll(static r => r.Length == 0);
    }
}
