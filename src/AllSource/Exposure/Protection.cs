using System.Collections.Frozen;
using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Exposure;

/// <summary>
/// Which reports and sources are protected from one audience. A report is, when its label names a compartment that the
/// audience does not hold, or when its source is a protected person and the label does not admit the audience. A label
/// that is merely too high (TLP alone) is no protection of a source: the gate refuses it as a label.
/// </summary>
public sealed class Protection
{
    private readonly FrozenDictionary<ReportId, Report> _reports;
    private readonly FrozenSet<string> _veiled;

    public Protection(IEnumerable<Report> reports, SourceRegister register, Clearance audience)
    {
        Register = register;
        Audience = audience;
        Reports = [.. reports.OrderBy(r => r.Id)];
        _reports = Reports.DistinctBy(r => r.Id).ToFrozenDictionary(r => r.Id);
        var fromReports = Reports.Where(r => IsCompartmentMissing(r.Label)).Select(r => r.Facts.Source?.Name)
            .OfType<string>();
        var fromRegister = register.Sources.Where(s => s.IsProtected && !Holds(s)).Select(s => s.Id.Name);
        _veiled = fromReports.Concat(fromRegister).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        VeiledSources = [.. _veiled.Order(StringComparer.OrdinalIgnoreCase)];
    }

    public Clearance Audience { get; }

    public SourceRegister Register { get; }

    /// <summary>All reports of the case, ascending by id.</summary>
    public ImmutableArray<Report> Reports { get; }

    /// <summary>Handles that this audience must not read, ascending.</summary>
    public ImmutableArray<string> VeiledSources { get; }

    public Report? Find(ReportId id) => _reports.GetValueOrDefault(id);

    public bool Admits(ReportId id) => Find(id) is { } report && report.Label.Admits(Audience);

    /// <summary>
    /// True for a veiled handle or alias, also where whoever read the text left other signs around it.
    /// </summary>
    public bool IsVeiled(string? handle) => handle is not null && (_veiled.Contains(handle)
        || (Register.Find(handle) is { } source && _veiled.Contains(source.Id.Name))
        || VeiledSources.Any(veiled => StandsIn(handle, veiled)));

    /// <summary>
    /// The protected source that a report would give away; null when the report protects nobody from this audience.
    /// </summary>
    public string? ProtectedSourceOf(Carrier carrier)
    {
        if (Find(carrier.Report) is { } report
            && (IsCompartmentMissing(report.Label) || IsVeiled(report.Facts.Source?.Name)))
            return report.Facts.Source?.Name ?? carrier.Voice;
        return IsVeiled(carrier.Voice) ? carrier.Voice : null;
    }

    private bool IsCompartmentMissing(Label label) =>
        label.IsSealed || !Label.Of(Tlp.Clear, [.. label.Compartments]).Admits(Audience);

    private static bool StandsIn(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
    }

    /// <summary>
    /// Whether the audience is read into the source: it holds its compartment, or those of every report of it. That a
    /// report without a compartment may be seen by many is no reason to tell them who its source is.
    /// </summary>
    private bool Holds(Source source)
    {
        var own = Reports.Where(r => r.Facts.Source is { } id && Register.Find(id.Name) == source).ToList();
        return own.Count > 0 && own.All(r => r.Label.Admits(Audience)) && own.All(r => !r.Label.Compartments.IsEmpty)
            || (own.All(r => r.Label.Admits(Audience))
                && Label.Of(Tlp.Clear, Label.CompartmentOf(source.Id.Name)).Admits(Audience));
    }
}
