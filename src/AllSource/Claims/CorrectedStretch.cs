using System.Collections.Immutable;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Reports;

namespace AllSource.Claims;

/// <summary>
/// The sentences around what analysts ruled on, with all that is attributed in them now: what a trainer learns from a
/// desk's corrections. Only these sentences, because a trainer takes what is not listed for not said, and nobody has
/// looked at the rest of the report.
/// </summary>
/// <param name="Span">Whole sentences of the report.</param>
/// <param name="Text">The report's text there.</param>
/// <param name="Attributions">Ascending, with the spans of this text alone; parents are not told.</param>
public sealed record CorrectedStretch(TextSpan Span, string Text, ImmutableArray<Attribution> Attributions)
{
    /// <param name="claims">The claims of this report with the rulings applied.</param>
    /// <param name="rulings">Those that stand, of this report.</param>
    public static ImmutableArray<CorrectedStretch> Of(
        Report report, IReadOnlyCollection<Claim> claims, IEnumerable<AttributionRuling> rulings)
    {
        var ruled = rulings.Select(r => r.In(report)).OfType<AttributionRuling>()
            .SelectMany(r => new[] { r.Where.Extent, r.Now is null ? r.Where.Extent : ExtentOf(report, r.Now) })
            .ToList();
        if (ruled.Count == 0) return [];
        var said = claims.Select(c => c.Said).Where(a => a.Kind == UtteranceKind.Speech).ToList();
        var sentences = SentencesOf(report.Text);
        var stretches = Joined([.. ruled.Select(r => Sentences(r, sentences))]);

        // An attribution that reaches out of its stretch draws the sentence that it reaches into in.
        for (var before = -1; before != stretches.Sum(s => s.Length);)
        {
            before = stretches.Sum(s => s.Length);
            var touching = said.Select(a => ExtentOf(report, a)).Where(e => stretches.Any(e.Overlaps));
            stretches = Joined([.. stretches, .. touching.Select(e => Sentences(e, sentences))]);
        }

        return [.. stretches.Select(s => new CorrectedStretch(s, s.Of(report.Text), Within(report, s, said)))];
    }

    private static TextSpan ExtentOf(Report report, Attribution said) => ClaimAnchor.Of(report.Id, said).Extent;

    private static List<TextSpan> SentencesOf(string text)
    {
        var tokens = Tokeniser.Read(text);
        var sentences = new List<TextSpan>();
        for (var s = 0; s < tokens.SentenceCount; s++)
        {
            var (first, end) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            if (end > first) sentences.Add(new(tokens.Start[first], tokens.End[end - 1]));
        }

        return sentences;
    }

    private static TextSpan Sentences(TextSpan span, List<TextSpan> sentences)
    {
        var touched = sentences.Where(s => s.Overlaps(span)).ToList();
        return touched.Count == 0 ? span
            : new(Math.Min(span.Start, touched[0].Start), Math.Max(span.End, touched[^1].End));
    }

    private static List<TextSpan> Joined(List<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
            {
                joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static ImmutableArray<Attribution> Within(Report report, TextSpan stretch, List<Attribution> said)
    {
        var inside = said.Where(a => stretch.Contains(ExtentOf(report, a))).ToList();
        ImmutableArray<TextSpan> Here(ImmutableArray<TextSpan> spans) =>
            ClaimAnchor.Shift([.. spans.Where(stretch.Contains)], -stretch.Start);
        return
        [
            .. inside.Select(a => a with
            {
                Source = Here(a.Source),
                Cue = Here(a.Cue),
                Content = Here(a.Content),
                Addressee = Here(a.Addressee),
                Hedge = Here(a.Hedge),
                Time = Here(a.Time),
                Parent = null,
            }),
        ];
    }
}
