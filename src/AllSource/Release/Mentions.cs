using System.Collections.Immutable;
using AllSource.Assessments;

namespace AllSource.Release;

/// <summary>Which rows a sentence of the desk speaks of, by id or by text, so that it falls when they do.</summary>
internal sealed class Mentions
{
    private readonly ImmutableArray<(string Id, string[] Words)> _known;

    public Mentions(Assessment assessment, ImmutableArray<Subject> subjects)
    {
        var rows = assessment.Matrix.Select(r => (r.Id, Text: r.What));
        var told = subjects.Select(s => (s.Id, s.Text));
        _known =
        [
            .. rows.Concat(told).Distinct().SelectMany(r => new[] { (r.Id, Part: r.Id), (r.Id, Part: r.Text) })
                .Select(r => (r.Id, Words: GuardedText.Words(r.Part))).Where(r => r.Words.Length > 0),
        ];
    }

    public ImmutableArray<string> In(string text)
    {
        var words = GuardedText.Words(text);
        return [.. _known.Where(k => Holds(words, k.Words)).Select(k => k.Id).Distinct(StringComparer.Ordinal)];
    }

    private static bool Holds(string[] words, string[] part)
    {
        for (var i = 0; i + part.Length <= words.Length; i++)
        {
            if (words.AsSpan(i, part.Length).SequenceEqual(part)) return true;
        }

        return false;
    }
}
