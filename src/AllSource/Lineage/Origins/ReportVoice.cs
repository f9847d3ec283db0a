using System.Globalization;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>Whose words a report's own sentences are, and how a report is called in a sentence.</summary>
internal static class ReportVoice
{
    /// <summary>
    /// The writer of a mail; else the report's source; else its author or title. An author's name never stands for a
    /// protected source or an outlet that is named. The name of a file never stands for anybody, nor does a title but
    /// that of open reporting: people write into them who gave it to them, and a voice is what a reader is told.
    /// </summary>
    public static Voice Of(Report report, SourceRegister register)
    {
        var facts = report.Facts;
        if (facts.MessageId is not null && facts.Author is { Length: > 0 } writer) return Named(WithoutAddress(writer),
            register);
        if (facts.Source is { Name.Length: > 0 } source) return Named(source.Name, register);
        if (facts.Author is { Length: > 0 } author) return Named(author, register);
        return new(facts.PublicTitle is { Length: > 0 } title ? title
            : $"unnamed document {Short(report.Id)}", SourceKind.Document, VoiceGround.OwnWords);
    }

    private static string Short(ReportId id) => id.Value[^Math.Min(6, id.Value.Length)..];

    /// <summary>
    /// The register's name of a report's source, or the source as declared; null when none is declared.
    /// </summary>
    public static string? Carrier(Report report, SourceRegister register) =>
        report.Facts.Source is { Name.Length: > 0 } source ? register.Find(source.Name)?.Id.Name ?? source.Name.Trim()
            : null;

    /// <summary>Such as "Northgate Wire, 2026-03-01".</summary>
    public static string Words(Report report, SourceRegister register)
    {
        var name = Carrier(report, register) ?? Of(report, register).Name;
        return report.Facts.Published is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{name}, {at.Local:yyyy-MM-dd}") : $"{name}, undated";
    }

    /// <summary>True when a report names the other's source: in its text, as author, or as who forwarded it.</summary>
    public static bool Names(Report report, Report other, SourceRegister register)
    {
        if (Carrier(other, register) is not { } carrier) return false;
        var known = register.Find(carrier);
        if (known is { IsProtected: true }) return false;
        return (known?.Aliases ?? []).Append(carrier).Where(n => n.Length > 3).Any(n =>
            report.Text.Contains(n, StringComparison.Ordinal)
            || (report.Facts.Author?.Contains(n, StringComparison.Ordinal) ?? false)
            || report.Messages.Any(m => m.ForwardedFrom?.Contains(n, StringComparison.Ordinal) ?? false));
    }

    private static Voice Named(string name, SourceRegister register)
    {
        var known = register.Find(name);
        return new(known?.Id.Name ?? name.Trim(), known?.Kind ?? SourceKind.Organisation, VoiceGround.OwnWords);
    }

    private static string WithoutAddress(string writer)
    {
        var bracket = writer.IndexOf('<', StringComparison.Ordinal);
        return bracket > 0 ? writer[..bracket].Trim().Trim('"') : writer.Trim();
    }
}
