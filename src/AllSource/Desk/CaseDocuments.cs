using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>What Lineage needs of a case's reports: texts, what they cite and what others cite them by.</summary>
public static class CaseDocuments
{
    /// <param name="report">The report.</param>
    /// <param name="register">The case's sources: names by which reports name each other.</param>
    /// <param name="id">Another id than the report's own, for a door that speaks of files.</param>
    public static LineageDocument Of(Report report, SourceRegister register, string? id = null)
    {
        var facts = report.Facts;
        var source = register.Find(facts.Source?.Name);

        // A protected source's name is never a citation: nobody can name it, and nothing may be matched with it.
        var names = source is { IsProtected: true } ? [] : source?.Aliases.Prepend(source.Id.Name).ToArray()
            ?? [facts.Source?.Name];
        return new(id ?? report.Id.Value, report.Text, facts.Published, facts.Author, facts.Title)
        {
            Cites = [.. report.Cites.Concat(NamesIn(report, register)).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Ids = [.. new[] { facts.Url, facts.MessageId }.Concat(names).OfType<string>()],
            Quoted = [.. report.Quoted.Select(q => q.Span)],
            Stamps = facts.Published is null ? [.. report.Messages.Select(m => (m.Body, m.SentAt)).Order(BySpan)] : [],
        };
    }

    private static readonly Comparer<(TextSpan Span, ReportedTime? At)> BySpan =
        Comparer<(TextSpan Span, ReportedTime? At)>.Create(static (x, y) => x.Span.CompareTo(y.Span));

    /// <summary>Outlets and organisations of the register that the report names, itself left out.</summary>
    private static IEnumerable<string> NamesIn(Report report, SourceRegister register) =>
        from source in register.Sources
        where !source.IsProtected && source.Id != report.Facts.Source
        from name in source.Aliases.Prepend(source.Id.Name)
        where NamedIn(report.Text, name) || NamedIn(report.Facts.Author ?? "", name)
            || report.Messages.Any(m => m.ForwardedFrom is { } origin && NamedIn(origin, name))
        select source.Id.Name;

    private static bool NamedIn(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
