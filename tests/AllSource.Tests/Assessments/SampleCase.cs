using System.Collections.Immutable;
using System.Text.Json;
using AllSource.Assessments;
using AllSource.Claims;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>
/// The sample case read with the real readers, with the attributions that the program reads or with those of the answer
/// key: so it shows apart what an engine costs and what the reading costs.
/// </summary>
internal sealed class SampleCase
{
    private readonly Dictionary<ReportId, string> _files = [];

    private SampleCase(CaseFile file, SourceRegister register, JsonElement key)
    {
        File = file;
        Register = register;
        Key = key;
    }

    public CaseFile File { get; }

    public SourceRegister Register { get; }

    public JsonElement Key { get; }

    public List<Report> Reports { get; } = [];

    public List<Claim> Claims { get; } = [];

    /// <summary>How many attributions of the key were not found in the text that was read.</summary>
    public List<string> Unplaced { get; } = [];

    public ImmutableArray<Passage> Passages { get; private set; } = [];

    public string FileOf(ReportId id) => _files[id];

    public static SampleCase Read(string root, bool withKey)
    {
        var folder = Path.Combine(root, "samples", "harbour");
        var keyText = System.IO.File.ReadAllText(
            Path.Combine(root, "tests", "AllSource.Tests", "Cases", "harbour-key.json"));
        var file = new CaseFileReader().Read("case.yaml",
            System.IO.File.ReadAllBytes(Path.Combine(folder, "case.yaml"))).Value!;
        var sample = new SampleCase(file, new(file.Sources), JsonDocument.Parse(keyText).RootElement);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(
            StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name == "case.yaml" || name.EndsWith(".meta.yaml", StringComparison.Ordinal)) continue;
            var bytes = System.IO.File.ReadAllBytes(path);
            var sidecar = path + ".meta.yaml";
            var reading = new ReportReader().Read(
                new(name, bytes.Length, () => new MemoryStream(bytes)), bytes,
                System.IO.File.Exists(sidecar) ? System.IO.File.ReadAllBytes(sidecar) : null, file.Answers);
            foreach (var report in reading.Reports)
            {
                sample._files[report.Id] = name;
                sample.Reports.Add(report);
                sample.Claims.AddRange(withKey ? sample.OfKey(report, name) : new ClaimReader().Read(report).Claims);
            }
        }

        sample.Passages = new PassageFinder().Find([.. sample.Reports.Select(sample.Document)], null, default);
        return sample;
    }

    public AssessmentInput Input() => new(File.Question, [.. Reports], [.. Claims], Passages, Register)
    {
        Hypotheses = File.Hypotheses,
        Evidence = File.Evidence,
    };

    private LineageDocument Document(Report report)
    {
        var facts = report.Facts;
        var source = Register.Find(facts.Source?.Name);
        var names = source is { IsProtected: true } ? [] : source?.Aliases.Prepend(source.Id.Name).ToArray()
            ?? [facts.Source?.Name];
        var named = from other in Register.Sources
                    where !other.IsProtected && other.Id != facts.Source && other.Aliases.Prepend(other.Id.Name)
                        .Any(name => Names(report).Any(t => t.Contains(name, StringComparison.Ordinal)))
                    select other.Id.Name;
        return new(report.Id.Value, report.Text, facts.Published, facts.Author, facts.Title)
        {
            Cites = [.. report.Cites.Concat(named).Distinct().Order(StringComparer.Ordinal)],
            Ids = [.. new[] { facts.Url, facts.MessageId }.Concat(names).OfType<string>()],
            Quoted = [.. report.Quoted.Select(q => q.Span)],
        };
    }

    private static IEnumerable<string> Names(Report report) =>
        [report.Text, report.Facts.Author ?? "", .. report.Messages.Select(m => m.ForwardedFrom ?? "")];

    private IEnumerable<Claim> OfKey(Report report, string name)
    {
        var said = new List<Attribution>();
        foreach (var entry in Key.GetProperty("attributions").EnumerateArray().Where(a => Text(a, "file") == name))
        {
            var context = Text(entry, "context")!;
            var at = report.Text.IndexOf(context, StringComparison.Ordinal);
            if (at < 0) Unplaced.Add($"{name} {entry.GetProperty("index")}: {context}");
            if (at >= 0) said.Add(Attribution(entry, new(report.Text), at));
        }

        ImmutableArray<Attribution> all = [.. said];
        return said.Select(a =>
            new Claim(Claim.IdOf(report.Id, a), report.Id, a, ClaimChain.Of(report.Facts.Source, a, all)));
    }

    /// <summary>The key's offsets are of the readable text; only their distances from the context's start are
    /// used.</summary>
    private static Attribution Attribution(JsonElement entry, CodePointMap points, int contextAt)
    {
        var spans = entry.GetProperty("spans");
        var first = new[] { "source", "cue", "content" }.SelectMany(part => spans.GetProperty(part).EnumerateArray())
            .Min(span => span[0].GetInt32());
        var shift = points.ToPoint(contextAt) - first;
        ImmutableArray<TextSpan> Of(string part) => [.. spans.GetProperty(part).EnumerateArray()
            .Select(s => points.ToUnits(s[0].GetInt32() + shift, s[1].GetInt32() + shift))];
        return new(
            Of("source"), Of("cue"), Of("content"), Of("addressee"), Of("hedge"), Of("time"),
            Enum.Parse<Act>(Text(entry, "act")!.Replace("-", "", StringComparison.Ordinal), true), Mode.Indirect,
            Enum.Parse<SourceKind>(Text(entry, "source_kind")!, true), Text(entry, "canonical")
                ?? "", null, "answer key");
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
