using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Whether one report can have its words from another. What never left the desk (a report in a compartment, of a
/// protected source, of HUMINT or SIGINT) is the original of nothing that was published, unless the publication names
/// it.
/// </summary>
internal sealed class Publicity(SourceRegister register)
{
    public bool MayRepeat(Report copier, Report original) =>
        !IsClosed(original) || IsClosed(copier) || Cites(copier, original);

    private bool IsClosed(Report report) =>
        report.Label.IsSealed || !report.Label.Compartments.IsEmpty
        || report.Facts.Discipline is Discipline.Humint or Discipline.Sigint
        || (report.Facts.Source is { } source && register.Find(source.Name) is { IsProtected: true });

    private bool Cites(Report copier, Report original)
    {
        var facts = original.Facts;
        if (copier.Cites.Any(c => c == facts.Url || c == facts.MessageId)) return true;
        return ReportVoice.Carrier(original, register) is { Length: > 2 } name
            && (register.Find(name)?.Aliases ?? []).Append(name).Any(n => WholeWords.Contain(copier.Text, n));
    }
}
