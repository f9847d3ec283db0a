using System.Collections.Frozen;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Tells a second witness from a copy where two texts share words. Two who speak of one thing say it in the same plain
/// words, and those who sign one form share its clause: a speaker whom the other text does not name is an origin of
/// his own, unless the two share more than what he says.
/// </summary>
internal static class OwnWitness
{
    /// <summary>A clause with more content words than this is not met twice by chance.</summary>
    private const int PlainWordsMax = 8;

    /// <summary>So many content words beside the claim's own are more than its own.</summary>
    private const int MoreWordsMin = 3;

    /// <summary>What somebody who signs a form must say in words of his own.</summary>
    private const int OwnWordsMin = 3;

    private static readonly FrozenSet<string> FirstPerson =
        new[] { "I", "My", "my", "me", "myself" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="claim">A claim of which the stretches say that it repeats the other.</param>
    /// <param name="twin">What the other says there; null where no claim was read.</param>
    /// <param name="shared">All that the claim's report shares with the other, as the claim's report sees it.</param>
    public static bool Is(
        TracedClaim claim, Report other, TracedClaim? twin, IReadOnlyCollection<TextSpan> shared,
        SourceRegister register)
    {
        var isSigned = IsSigned(claim);
        if (claim.Voice.Ground != VoiceGround.Named && !isSigned) return false;
        if (twin?.VoiceKey == claim.VoiceKey || IsNamedIn(other.Text, claim.Voice.Name, register)) return false;
        var said = claim.Statement.Words.Select(w => w.Stem)
            .Concat(Stems(claim.Report.Text, [.. claim.Claim.Said.Source, .. claim.Claim.Said.Cue]))
            .ToHashSet(StringComparer.Ordinal);
        var more = Stems(claim.Report.Text, shared).Where(s => !said.Contains(s)).ToHashSet(StringComparer.Ordinal);
        if (isSigned && twin is not { Voice.Ground: VoiceGround.Unnamed or VoiceGround.Outlet })
        {
            var own = Stems(claim.Report.Text, Outside(claim.Report.Text.Length, [.. shared, Hull(claim)]))
                .Count(s => !said.Contains(s) && !more.Contains(s));
            if (own >= Math.Max(OwnWordsMin, more.Count)) return true;
        }

        return claim.Voice.Ground == VoiceGround.Named && more.Count < MoreWordsMin
            && Stems(claim.Report.Text, [.. shared]).Count(s => claim.Statement.Words.Any(w => w.Stem == s))
                <= PlainWordsMax;
    }

    /// <summary>A person who speaks for himself: "I, Ruta Amsel, declare that ...", or a text of his own.</summary>
    private static bool IsSigned(TracedClaim claim)
    {
        if (claim.Voice.Kind is not (SourceKind.Person or SourceKind.ProtectedPerson)) return false;
        if (claim.Voice.Ground is not (VoiceGround.Named or VoiceGround.OwnWords)) return false;
        var text = claim.Report.Text;
        var hull = Hull(claim);
        var start = hull.Start; // "I, Ruta Amsel": the source may be read from the name on
        while (start > 0 && text[start - 1] is not ('.' or '!' or '?' or '\n')) start--;
        return new TextSpan(start, hull.End).Of(text).Split([' ', ',', '\n', '"', '“'])
            .Any(FirstPerson.Contains);
    }

    /// <summary>The stretch from the first word of the claim to its last.</summary>
    private static TextSpan Hull(TracedClaim claim)
    {
        var said = claim.Claim.Said;
        var spans = said.Source.Concat(said.Cue).Concat(claim.Content)
            .Where(s => s.End <= claim.Report.Text.Length).ToList();
        return spans.Count == 0 ? default : new(spans.Min(s => s.Start), spans.Max(s => s.End));
    }

    /// <summary>True when the text has the name, or the last word of it: "Bohl" for Ina Bohl.</summary>
    private static bool IsNamedIn(string text, string voice, SourceRegister register)
    {
        var names = (register.Find(voice)?.Aliases ?? []).Append(voice).ToList();
        if (voice.LastIndexOf(' ') is > 0 and var at) names.Add(voice[(at + 1)..]);
        return names.Exists(n => n.Length > 2 && WholeWords.Contain(text, n));
    }

    private static IEnumerable<string> Stems(string text, IReadOnlyCollection<TextSpan> spans) => spans
        .Where(s => s.End <= text.Length && !s.IsEmpty).SelectMany(s => Statement.Of(s.Of(text)).Words)
        .Select(w => w.Stem).Distinct(StringComparer.Ordinal);

    private static List<TextSpan> Outside(int length, List<TextSpan> spans)
    {
        var (left, at) = (new List<TextSpan>(), 0);
        foreach (var span in spans.Order())
        {
            if (span.Start > at) left.Add(new(at, span.Start));
            at = Math.Max(at, span.End);
        }

        if (at < length) left.Add(new(at, length));
        return left;
    }
}
