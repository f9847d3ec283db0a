using System.Collections.Immutable;
using System.Globalization;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Exposure;
using AllSource.Fusion.Propositions;
using AllSource.Reports;

namespace AllSource.Release;

/// <summary>
/// What of the case's evidence the gate will let pass, and what follows for all that is said beside it: a source none
/// of whose items is told is not spoken of, and no number that a reader could set against what is told betrays that
/// there is more.
/// </summary>
internal sealed class Told
{
    /// <summary>A hypothesis that nothing told speaks for shows by so much that there is more.</summary>
    private const double ShownMove = .03;

    private const double NoLead = .005;

    private readonly Assessment _assessment;
    private readonly Protection _protection;
    private readonly VoiceIndex _index;
    private readonly ImmutableArray<Subject> _told;
    private readonly ImmutableArray<string> _refused;
    private readonly HashSet<ReportId> _carrying;

    public Told(Assessment assessment, ImmutableArray<Subject> subjects, ImmutableArray<DraftRow> rows,
        VoiceIndex index, Protection protection, GuardedText guard)
    {
        (_assessment, _protection, _index) = (assessment, protection, index);
        var passed = rows.Where(r => Gate.Passes(r, protection.Audience, guard)).Select(r => r.Id).ToHashSet();
        _told = [.. subjects.Where(s => passed.Contains(s.Id))];
        _refused = [.. rows.Where(r => !passed.Contains(r.Id)).Select(r => r.Id)];
        _carrying = [.. _told.SelectMany(s => s.Claims).Select(c => c.Report)];
        Withheld = Withholds();
    }

    /// <summary>Why no judgment on the hypotheses may be told; empty where they may.</summary>
    public string Withheld { get; }

    /// <summary>For the desk: on which refused rows the judgments that are told rest too.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <summary>Whether a source that the audience must not know carries anything that is told: a row that it speaks to
    /// may be told while its own report is not admitted, and then it was not heard.</summary>
    public bool IsHeard(string voice) => _told.Any(s => s.Claims.Any(c => _protection.Admits(c.Report)
        && (Same(c.Voice, voice) || Same(_index.Of(c), voice) || IsOf(_protection.Find(c.Report), voice))));

    /// <summary>
    /// Whether a report may be counted: the audience may see it, and knows its source or is told what it carries.
    /// </summary>
    public bool Counts(ReportId id) => _protection.Admits(id)
        && (_carrying.Contains(id) || !_protection.IsVeiled(_protection.Find(id)?.Facts.Source?.Name));

    /// <summary>What a judgment rests on of what the audience may see: reports and independent origins.</summary>
    public (int Reports, int Origins) Behind(Subject? about)
    {
        var seen = (about is null ? _told : [about]).SelectMany(s => s.Claims).Where(c => c.Counts
            && c.Stance != Stance.Silent && _protection.ProtectedSourceOf(_index.Carrier(c)) is null
            && _protection.Admits(c.Report) && (about is null || c.Stance == Stance.Supports)).ToList();
        return (seen.Select(c => c.Report).Distinct().Count(), _index.Count(seen));
    }

    /// <summary>How the product is sourced, of what may be counted.</summary>
    public string SourceSummary()
    {
        if (_protection.Reports.All(r => Counts(r.Id))) return _assessment.SourceSummary;
        var map = _assessment.Origins;
        var heard = map.Claims.Where(c => c.Origin is not null && Counts(c.Report)).Select(c => c.Origin!.Value)
            .ToHashSet();
        var counted = map with
        {
            Origins = [.. map.Origins.Where(o => heard.Contains(o.Id))],
            Edges = [.. map.Edges.Where(e => Counts(e.Copier) && Counts(e.Original))],
        };
        var voices = counted.Origins.Select(o => o.Voice).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Assessments.SourceSummary.Write(_protection.Reports.Where(r => Counts(r.Id)), counted,
            [.. _assessment.Sources.Where(s => voices.Contains(s.Voice))]);
    }

    /// <summary>Whether every report of the case is counted before this audience.</summary>
    public bool IsAllCounted => _protection.Reports.All(r => Counts(r.Id));

    /// <summary>
    /// Hypotheses exclude each other, so that one's probability tells the others': all are held back where a reader
    /// finds that one of them rests on refused rows alone. Where rows that are told speak for it too, whoever has every
    /// told report and this program can still find the difference: the desk is told of it.
    /// </summary>
    private string Withholds()
    {
        var hypotheses = _assessment.Hypotheses;
        if (hypotheses.IsEmpty || _refused.IsEmpty) return "";
        var all = hypotheses.Select(h => h.WorkedOut ?? h.Posterior).ToArray();
        var refused = _assessment.Matrix.Where(r => _refused.Contains(r.Id)).ToList();
        var told = MatrixModel.Normalised([.. hypotheses.Select((h, i) => Math.Log(Math.Max(all[i], 1e-12))
            - refused.Sum(r => Weight(r, h.Id)))]);
        var moved = Enumerable.Range(0, all.Length).Max(i => Math.Abs(all[i] - told[i]));
        if (moved < NoLead) return "";
        var named = string.Join(", ", refused.Where(r => hypotheses.Any(h => Math.Abs(Weight(r, h.Id)) > NoLead))
            .Select(r => r.Id));
        var rows = _assessment.Matrix.Where(r => !r.IsAssumption && _told.Any(s => s.Id == r.Id)).ToList();
        for (var h = 0; h < all.Length; h++)
        {
            var id = hypotheses[h].Id;
            if (all[h] - told[h] > ShownMove && rows.TrueForAll(r => Weight(r, id) <= NoLead))
            {
                return $"It rests on what is refused ({named}): of what is told nothing speaks for {id}, so that a "
                    + "reader could see that there is more, and which way it points.";
            }
        }

        Notes =
        [
            string.Create(CultureInfo.InvariantCulture,
                $"The judgments told rest also on what is refused ({named}): without, {hypotheses[0].Id} would be ")
            + string.Create(CultureInfo.InvariantCulture,
                $"{Math.Round(told[0] * 100)} % and not {Math.Round(all[0] * 100)} %. ")
            + "Whoever has all the told reports and this program can find that out.",
        ];
        return "";
    }

    private static double Weight(MatrixRow row, string hypothesis) =>
        row.Cells.FirstOrDefault(c => c.Hypothesis == hypothesis)?.LogWeight ?? 0;

    private bool IsOf(Report? report, string voice) => report?.Facts.Source?.Name is { } name && (Same(name, voice)
        || (_protection.Register.Find(name) is { } source && source == _protection.Register.Find(voice)));

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
