using AllSource.Kernel;
using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>A true attribution, in code units of its text. An empty role has no spans.</summary>
internal sealed record TrueAttribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);

/// <summary>A text to learn from; one by our own guide leaves "that" out of contents.</summary>
internal sealed record TrueText(string Text, IReadOnlyList<TrueAttribution> Attributions, bool ByGuide);

/// <summary>A text with its true attributions, made into examples for both stages.</summary>
internal sealed class TrainingText
{
    /// <summary>What one annotator left out another might have marked: a false cue weighs less than a true
    /// one.</summary>
    private const float WrongWeight = 0.6f;

    /// <summary>Three times the weight was tried for our few own texts: it made news worse and them no
    /// better.</summary>
    private const float GuideWeight = 1f;

    private readonly float _weight;
    private readonly GrammarIndex _index;
    private readonly List<(TokenRun Cue, List<TokenRun> Source, List<TokenRun> Content)> _true = [];

    public TrainingText(ParsedText text, IReadOnlyList<TrueAttribution> attributions, bool byGuide)
    {
        _index = new GrammarIndex(text);
        _weight = byGuide ? GuideWeight : 1;
        foreach (var a in attributions)
        {
            var cue = Runs(a.Cue, text.Tokens);
            if (cue.Count == 0) continue;
            var content = Runs(a.Content, text.Tokens);
            if (byGuide && content.Count > 0 && content[0].First is > 0 and var first
                && text.Tokens.Lower[first - 1] == "that")
            {
                content[0] = new(first - 1, content[0].End);
            }

            _true.Add((new(cue[0].First, cue[0].End), Runs(a.Source, text.Tokens), content));
        }

        _true.Sort(static (a, b) => a.Cue.First.CompareTo(b.Cue.First));
    }

    public GrammarIndex Index => _index;

    public IReadOnlyList<(TokenRun Cue, List<TokenRun> Source, List<TokenRun> Content)> Gold => _true;

    public IReadOnlyList<TokenRun> Cues => [.. _true.Select(t => t.Cue)];

    /// <summary>The tokens that share a character with a span; touching runs become one.</summary>
    private static List<TokenRun> Runs(TextSpan[] spans, TokenisedText tokens)
    {
        var runs = new List<TokenRun>();
        foreach (var span in spans.Order())
        {
            var first = Array.BinarySearch(tokens.Start, span.Start);
            if (first < 0) first = Math.Max(0, ~first - 1);
            while (first < tokens.Count && tokens.End[first] <= span.Start) first++;
            var end = first;
            while (end < tokens.Count && tokens.Start[end] < span.End) end++;
            if (end <= first) continue;
            if (runs.Count > 0 && runs[^1].End >= first) runs[^1] = new(runs[^1].First, Math.Max(end, runs[^1].End));
            else runs.Add(new(first, end));
        }

        return runs;
    }

    public IEnumerable<CrfExample> CueExamples()
    {
        var text = _index.Text;
        var (features, buffer) = (new CueFeatures(_index), new FeatureBuffer());
        var state = new byte[text.Count];
        foreach (var (cue, _, _) in _true)
        {
            for (var i = cue.First; i < cue.End; i++) state[i] = (byte)(i == cue.First ? 1 : 2);
        }

        for (var s = 0; s < text.Tokens.SentenceCount; s++)
        {
            var (from, to) = (text.Tokens.SentenceStart[s], text.Tokens.SentenceStart[s + 1]);
            if (from == to) continue;
            if (state[from] == 2) state[from] = 1;
            features.Begin(from, to);
            yield return Example(from, to, i => features.Of(i, buffer), buffer, state.AsSpan(from, to - from).ToArray(
                ), null);
        }
    }

    /// <param name="guessed">
    /// Cues as a model finds them that has not seen this text. The false ones stand among the true ones as they will in
    /// use, and have no source
    /// and no content: so the second stage learns to do without the first one's mistakes, and to undo them.
    /// </param>
    public IEnumerable<CrfExample> SpanExamples(IReadOnlyList<TokenRun> guessed)
    {
        var of = AttributionModel.CueOf(_index.Text.Count, Cues);
        var wrong = guessed.Where(g => Enumerable.Range(g.First, g.Length).All(i => of[i] < 0)).ToList();
        var cueOf = AttributionModel.CueOf(_index.Text.Count, [.. Cues, .. wrong]);
        var (features, buffer) = (new SpanFeatures(_index, cueOf), new FeatureBuffer());
        var items = _true.Where(t => t.Content.Count > 0).Concat(
            wrong.Select(w => (Cue: w, Source: new List<TokenRun>(), Content: new List<TokenRun>())));
        foreach (var (cue, source, content) in items)
        {
            var window = AttributionModel.Window(cue, _index.Text);
            features.Begin(cue, window);
            var labels = new int[window.Length];
            Mark(labels, content, window, CrfShape.FirstOfContent);
            Mark(labels, source.Take(1), window, CrfShape.FirstOfSource);
            for (var i = cue.First; i < cue.End; i++) labels[i - window.First] = CrfShape.InCue;
            var states = new byte[labels.Length];
            SpanPaths.Of(labels, states);
            var allowed = new byte[window.Length];
            for (var i = 0; i < allowed.Length; i++) allowed[i] = (byte)(cue.Contains(window.First + i)
                ? 1 << CrfShape.InCue : 31);
            yield return Example(
                window.First, window.End, i => features.Of(i, buffer), buffer, states, allowed, content.Count == 0
                    ? WrongWeight : 1);
        }
    }

    private static void Mark(int[] labels, IEnumerable<TokenRun> runs, TokenRun window, int first)
    {
        foreach (var run in runs)
        {
            for (var i = Math.Max(run.First, window.First); i < Math.Min(run.End, window.End); i++)
            {
                labels[i - window.First] = i == Math.Max(run.First, window.First) ? first : first + 1;
            }
        }
    }

    private CrfExample Example(
        int from, int to, Action<int> gather, FeatureBuffer buffer, byte[] states, byte[]? allowed, float weight = 1)
    {
        var (features, lexical) = (new uint[to - from][], new byte[to - from]);
        for (var i = from; i < to; i++)
        {
            gather(i);
            features[i - from] = buffer.Features.ToArray();
            lexical[i - from] = (byte)buffer.Lexical;
        }

        return new CrfExample
        {
            Features = features,
            Lexical = lexical,
            States = states,
            Allowed = allowed,
            Weight = weight * _weight
        };
    }
}
