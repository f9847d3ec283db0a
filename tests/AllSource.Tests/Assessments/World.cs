using System.Collections.Immutable;
using System.Text;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>A small invented world: reports written sentence by sentence, with the claims in them known by
/// construction.</summary>
internal sealed class World
{
    private readonly List<Source> _sources = [];

    public List<Report> Reports { get; } = [];

    public List<Claim> Claims { get; } = [];

    public SourceRegister Register => new(_sources);

    public World Source(
        string name, SourceKind kind = SourceKind.Outlet, Reliability grade = Reliability.F, string? describe = null)
    {
        _sources.Add(new(new(name), kind, grade, describe, []));
        return this;
    }

    /// <param name="date">ISO 8601, or null where nobody knows it.</param>
    public Report Report(string? source, string? date, params Line[] lines)
    {
        var text = new StringBuilder();
        var said = new List<Attribution>();
        foreach (var line in lines) line.Write(text, said);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var declared = ContentHash.Of(Encoding.UTF8.GetBytes($"{source}|{date}|{Reports.Count}"));
        var id = ReportId.Of(ContentHash.Of(bytes), null, declared);
        var facts = new ReportFacts($"{Reports.Count}.txt", "text", Discipline.Osint, source is null ? null
            : new(source),
            Published: ReportedTime.TryIso(date));
        var report = new Report(id, ContentHash.Of(bytes), facts, Label.Clear, text.ToString());
        Reports.Add(report);
        ImmutableArray<Attribution> all = [.. said];
        Claims.AddRange(said.Select(a => new Claim(Claim.IdOf(id, a), id, a, ClaimChain.Of(facts.Source, a, all))));
        return report;
    }

    /// <summary>A report with the same text and claims under another source and date.</summary>
    public Report Copy(Report original, string? source, string? date)
    {
        var declared = ContentHash.Of(Encoding.UTF8.GetBytes($"{source}|{date}|{Reports.Count}"));
        var id = ReportId.Of(original.Original, null, declared);
        var facts = original.Facts with
        {
            Source = source is null ? null : new(source),
            Published = ReportedTime.TryIso(date),
            File = $"{Reports.Count}.txt",
        };
        var copy = original with { Id = id, Facts = facts };
        Reports.Add(copy);
        var said = Claims.Where(c => c.Report == original.Id).Select(c => c.Said).ToImmutableArray();
        Claims.AddRange(said.Select(a => new Claim(Claim.IdOf(id, a), id, a, ClaimChain.Of(facts.Source, a, said))));
        return copy;
    }

    public ImmutableArray<Passage> Passages() => new PassageFinder().Find(
        [.. Reports.Select(r => new LineageDocument(r.Id.Value, r.Text, r.Facts.Published))], null, default);

    public AssessmentInput Input() => new("What happened?", [.. Reports], [.. Claims], Passages(), Register);

    public Assessment Assess(
        IEnumerable<Hypothesis>? hypotheses = null, IEnumerable<EvidenceRow>? rows = null) =>
            Assessor.Assess(Input() with
            {
                Hypotheses = [.. hypotheses ?? []],
                Evidence = [.. rows ?? []],
            });
}

/// <summary>One sentence: narration, or what somebody says in some way. <paramref name="Kind"/> is of the
/// speaker.</summary>
internal sealed record Line(
    string Content, string? Speaker = null, string Cue = "said that", Act Act = Act.Assert,
    SourceKind Kind = SourceKind.Person, string? Canonical = null)
{
    public static implicit operator Line(string narration) => new(narration);

    public void Write(StringBuilder text, List<Attribution> said)
    {
        if (text.Length > 0) text.Append(' ');
        if (Speaker is null)
        {
            text.Append(Content).Append('.');
            return;
        }

        var source = Put(text, Speaker);
        text.Append(' ');
        var cue = Put(text, Cue);
        text.Append(' ');
        var content = Put(text, Content);
        text.Append('.');
        said.Add(new([source], [cue], [content], [], [], [], Act, Mode.Indirect, Kind, Canonical
            ?? Speaker, null, "written so"));
    }

    private static TextSpan Put(StringBuilder text, string part)
    {
        var start = text.Length;
        text.Append(part);
        return new(start, text.Length);
    }
}
