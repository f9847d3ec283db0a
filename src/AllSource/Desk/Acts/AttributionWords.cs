using System.Collections.Immutable;
using System.Globalization;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>
/// What an attribution is, as an analyst says it: only what is given changes. Each role is a list of stretches, written
/// as the report's own words, letter for letter, or as START-END in code points of its text; one empty stretch means
/// that there is none; a null list leaves the role as it was read.
/// </summary>
public sealed record AttributionWords
{
    public IReadOnlyList<string>? Source { get; init; }

    public IReadOnlyList<string>? Cue { get; init; }

    public IReadOnlyList<string>? Content { get; init; }

    public IReadOnlyList<string>? Addressee { get; init; }

    public IReadOnlyList<string>? Hedge { get; init; }

    public IReadOnlyList<string>? Time { get; init; }

    public Act? Act { get; init; }

    /// <summary>The name of the source's entity; null for the register's name of the source's words.</summary>
    public string? Canonical { get; init; }

    public SourceKind? Kind { get; init; }

    /// <summary>The attribution in a report; unread where words do not stand in it, each named by its role.</summary>
    /// <param name="before">The attribution as it was read; null when the reader missed it.</param>
    public Parsed<Attribution> In(Report report, Attribution? before, SourceRegister register)
    {
        var place = new PlaceFinder(report);
        var near = before is null ? null : (int?)ClaimAnchor.Of(report.Id, before).Extent.Start;
        var cue = place.Of("cue", Cue, before?.Cue, near);
        near ??= cue.Length > 0 ? cue[0].Start : null;
        var source = place.Of("source", Source, before?.Source, near);
        var content = place.Of("content", Content, before?.Content, near);
        var addressee = place.Of("addressee", Addressee, before?.Addressee, near);
        var hedge = place.Of("hedge", Hedge, before?.Hedge, near);
        var time = place.Of("time", Time, before?.Time, near);
        if (place.Findings.Count > 0) return Parsed<Attribution>.Unread([.. place.Findings]);
        if (cue.IsEmpty) return Parsed<Attribution>.Unread(place.Missing("cue", "an attribution needs a cue."));
        var (canonical, kind) = Entity(report, source, before, register);
        var act = Act ?? before?.Act ?? Claims.Act.Assert;
        var mode = before is not null && Content is null ? before.Mode : ModeOf(report, content);
        return Parsed<Attribution>.Read(new(
            source, cue, content, addressee, hedge, time, act, mode, kind, canonical, null, before?.Why ?? "")
        {
            DeniesInContent = before is { DeniesInContent: true } && act == before.Act && Cue is null
                && Content is null,
        });
    }

    private (string Canonical, SourceKind Kind) Entity(
        Report report, ImmutableArray<TextSpan> source, Attribution? before, SourceRegister register)
    {
        var words = OutsideText.Clean(string.Join(' ', source.Select(s => s.Of(report.Text))));
        var name = Canonical ?? (Source is null && before is not null ? before.Canonical : words);
        var known = register.Find(name);
        var kind = Kind ?? known?.Kind ?? (source.IsEmpty && name.Length == 0 ? SourceKind.Nobody
            : before is { SourceKind: not SourceKind.Nobody } ? before.SourceKind : SourceKind.Person);
        return (known?.Id.Name ?? name.Trim(), kind);
    }

    private static Mode ModeOf(Report report, ImmutableArray<TextSpan> content)
    {
        static bool IsMark(char c) => c is '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb';
        if (content.IsEmpty) return Mode.None;
        var texts = content.Select(s => s.Of(report.Text)).ToList();
        if (texts.All(t => IsMark(t[0]) && IsMark(t[^1]))) return Mode.Direct;
        return texts.Any(t => t.Any(IsMark)) ? Mode.Mixed : Mode.Indirect;
    }

    /// <summary>Finds stretches in one report's text.</summary>
    private sealed class PlaceFinder(Report report)
    {
        private readonly CodePointMap _map = new(report.Text);

        public List<Finding> Findings { get; } = [];

        public ImmutableArray<TextSpan> Of(
            string role, IReadOnlyList<string>? given, ImmutableArray<TextSpan>? before, int? near)
        {
            if (given is null) return before ?? [];
            if (given is [""]) return [];
            var found = given.Select(words => One(role, words, near)).ToList();
            var spans = found.OfType<TextSpan>().Order().ToImmutableArray();
            if (spans.Zip(spans.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second)))
            {
                Findings.Add(Missing(role, "two of its stretches overlap."));
            }

            return spans;
        }

        public Finding Missing(string role, string what) => new(
            FindingWeight.Loss, "words-not-found", new(report.Facts.File), $"{role}: {what}",
            "Copy the words from the report, letter for letter, or write START-END in code points of its text.");

        private TextSpan? One(string role, string words, int? near)
        {
            if (Numbers(words) is { } span) return span;
            var places = new List<int>();
            for (var at = words.Length == 0 ? -1 : report.Text.IndexOf(words, StringComparison.Ordinal); at >= 0;
                at = report.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            {
                places.Add(at);
            }

            if (places.Count == 0) Findings.Add(Missing(role, "these words do not stand in the report."));
            else if (places.Count > 1 && near is null)
            {
                Findings.Add(Missing(role, $"these words stand in the report {places.Count} times."));
            }
            else
            {
                var start = near is { } there ? places.MinBy(p => Math.Abs(p - there)) : places[0];
                return new(start, start + words.Length);
            }

            return null;
        }

        private TextSpan? Numbers(string words)
        {
            var parts = words.Split('-');
            return parts.Length == 2 && Number(parts[0]) is { } start && Number(parts[1]) is { } end
                && start < end && end <= _map.Length ? _map.ToUnits(start, end) : null;
        }

        private static int? Number(string digits) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
