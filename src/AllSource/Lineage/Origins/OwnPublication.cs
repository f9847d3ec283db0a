using System.Collections.Frozen;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// In what a body publishes itself, "we" and the noun that fits it ("the company" in a company's release, "the
/// ministry" in a ministry's) are the body: no second voice beside it. So is "I" in what a person wrote.
/// </summary>
internal static class OwnPublication
{
    private static readonly FrozenSet<string> Companies = Set("""
        company firm group organisation organization business charity union party manufacturer operator supplier bank
        airline contractor vendor developer foundation association federation corporation society club caterer
        """);

    private static readonly FrozenSet<string> Offices = Set("""
        ministry department agency office inspectorate authority commission council government service regulator police
        force court committee
        """);

    private static readonly FrozenSet<string> Plural = Set("we us our ourselves");

    private static readonly FrozenSet<string> Singular = Set("i me my myself");

    public static bool IsSpeaker(Claim claim, Report report, Voice own, SourceRegister register)
    {
        var said = claim.Said;
        if (said.Parent is not null || said.Source.Length != 1 || report.Messages.Length > 0) return false;
        var source = said.Source[0];
        if (source.IsEmpty || source.End > report.Text.Length) return false;
        if (report.Quoted.Any(q => q.Span.Overlaps(source)) || IsQuoted(report.Text, source.Start)) return false;
        var words = source.Of(report.Text).ToLowerInvariant()
            .Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1 && Plural.Contains(words[0]))
            return own.Kind != SourceKind.Document && !IsInTurn(report, source);
        if (words.Length > 0 && Singular.Contains(words[0]))
            return (own.Kind == SourceKind.ProtectedPerson || (own.Kind == SourceKind.Person && words.Length == 1))
                && !IsInTurn(report, source);
        return words is ["the" or "our", var noun] && !said.Canonical.Any(char.IsUpper) && Fits(noun, own, register);
    }

    /// <summary>In a transcript "I" is whose turn it is.</summary>
    private static bool IsInTurn(Report report, TextSpan source) =>
        Turns.Of(report).Any(t => t.Name is not null && t.Body.Overlaps(source));

    private static bool Fits(string noun, Voice own, SourceRegister register)
    {
        var name = own.Name.Split(' ');
        if (name.Length > 1 && name.Contains(noun, StringComparer.OrdinalIgnoreCase)) return true;
        if (register.Find(own.Name) is null) return false; // whether it is a company nobody knows
        return own.Kind switch
        {
            SourceKind.Organisation => Companies.Contains(noun),
            SourceKind.Office => Offices.Contains(noun),
            _ => false,
        };
    }

    /// <summary>True where a quotation of this paragraph is still open: "we" is then who is quoted.</summary>
    private static bool IsQuoted(string text, int at)
    {
        var (isOpen, start) = (false, text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1);
        foreach (var c in text.AsSpan(start, Math.Max(0, at - start)))
        {
            if (c == '"') isOpen = !isOpen;
            else if (c is '“' or '”') isOpen = c == '“';
        }

        return isOpen;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
