using AllSource.Claims;
using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Tests.Cases;

/// <summary>The sample case, worked through once for all its tests.</summary>
public sealed class Harbour
{
    public Harbour()
    {
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        using var run = new CaseRun();
        Assessed = run.Assess(file, files);
        Batch = run.Batch!;
    }

    internal AssessedCase Assessed { get; }

    internal Batch Batch { get; }

    internal HarbourKey Key { get; } = HarbourKey.Read();
}

/// <summary>The answer key of the sample case holds.</summary>
public sealed class HarbourTests(Harbour harbour) : IClassFixture<Harbour>
{
    private const double AttributionsLeast = .9;

    private AssessedCase Case => harbour.Assessed;

    [Fact]
    public void Every_file_is_read_or_named_as_not_yet_read()
    {
        Assert.Equal(harbour.Key.NotYetRead, harbour.Batch.Files.Where(f => f.State == FileState.NotYetRead)
            .Select(f => f.File));
        Assert.DoesNotContain(harbour.Batch.Files, f => f.State == FileState.Failed);
        Assert.Equal(20, Case.Reports.Length);
        Assert.Empty(harbour.Batch.Questions);
    }

    [Fact]
    public void Every_copy_edge_is_found_with_its_direction()
    {
        var missing = new List<string>();
        foreach (var copy in harbour.Key.Copies)
        {
            var (copier, original) = (Id(copy.Copier), Id(copy.Original));
            var directed = Case.Passages.Where(p => Joins(p, copier, original)).Select(p => p.Copier).ToList();
            if (!directed.Contains(copier.Value) || directed.Contains(original.Value))
            {
                missing.Add($"{copy.Copier} -> {copy.Original}: {directed.Count} passages, {copy.Note}");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void What_only_shares_a_subject_is_no_copy()
    {
        var edges = Case.Assessment.Origins.Edges.Select(e => (e.Copier, e.Original)).ToHashSet();
        var wrong = harbour.Key.NotCopies.Select(pair => (Pair: pair, A: Id(pair.A), B: Id(pair.B)))
            .Where(p => edges.Contains((p.A, p.B)) || edges.Contains((p.B, p.A)))
            .Select(p => $"{p.Pair.A} - {p.Pair.B}: {p.Pair.Why}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_row_rests_on_as_many_origins_as_the_key_says()
    {
        var wrong = harbour.Key.Evidence.Where(row => row.Value.Reports is not null)
            .Select(row => (row.Key, row.Value, Found: Case.Assessment.Matrix.Single(m => m.Id == row.Key)))
            .Where(row => row.Found.Origins != row.Value.Origins)
            .Select(row =>
                $"{row.Key}: {row.Found.Origins} origins, the key says {row.Value.Origins}: {row.Found.Sentence}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void At_least_nine_in_ten_of_the_attributions_are_found()
    {
        var missed = harbour.Key.Attributions.Where(a => !IsFound(a)).ToList();
        var share = 1 - ((double)missed.Count / harbour.Key.Attributions.Length);
        Assert.True(share >= AttributionsLeast,
            $"{share:P1} found; missed:\n{string.Join('\n', missed.Select(m => $"{m.File}: {m.Context}"))}");
    }

    [Fact]
    public void Counting_reports_gives_the_wrong_answer_and_counting_origins_the_right_one()
    {
        var hypotheses = Case.Assessment.Hypotheses;
        Assert.Equal("H2", hypotheses.MaxBy(h => h.Posterior)!.Id);
        Assert.Equal("H1", hypotheses.MaxBy(h => h.ReportsFor)!.Id);
        Assert.Equal("H2", hypotheses.MaxBy(h => h.OriginsFor)!.Id);
    }

    private ReportId Id(string file) => CaseRun.IdOf(Case, file);

    private static bool Joins(AllSource.Lineage.Passage p, ReportId a, ReportId b) =>
        (p.A == a.Value && p.B == b.Value) || (p.A == b.Value && p.B == a.Value);

    /// <summary>
    /// Cue and source overlap those of the key, the content's characters agree with F1 of 0.8, and the act is right.
    /// </summary>
    private bool IsFound(KeyAttribution key)
    {
        var report = Case.Reports.Single(r => r.Facts.File == key.File);
        var at = report.Text.IndexOf(key.Context, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{key.File} does not hold: {key.Context}");
        var within = new TextSpan(at, at + key.Context.Length);
        return Case.Claims.Where(c => c.Report == report.Id).Any(c => Agrees(c.Said, key, report.Text, within));
    }

    private static bool Agrees(Attribution said, KeyAttribution key, string text, TextSpan within)
    {
        var (cue, source) = (Spans(key.CueParts, text, within), Spans(key.SourceParts, text, within));
        var content = Spans(key.ContentParts, text, within);
        return Touches(said.Cue, cue) && (source.Count == 0 ? said.Source.IsEmpty : Touches(said.Source, source))
            && AgreeOn(said.Content, content) >= .8
            && said.Act.ToString()
                .Equals(key.Act.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static List<TextSpan> Spans(IEnumerable<string> parts, string text, TextSpan within)
    {
        var spans = new List<TextSpan>();
        foreach (var part in parts)
        {
            var at = WholeWords(part, text, within.Start);
            if (at >= 0) spans.Add(new(at, at + part.Length));
        }

        return spans;
    }

    /// <summary>
    /// Where the part stands next as words of its own: the "he" of "he said" is not the one in "the".
    /// </summary>
    private static int WholeWords(string part, string text, int from)
    {
        var at = text.IndexOf(part, from, StringComparison.Ordinal);
        while (at >= 0 && ((at > 0 && char.IsLetter(text[at - 1]) && char.IsLetter(part[0]))
            || (at + part.Length < text.Length && char.IsLetter(text[at + part.Length]) && char.IsLetter(part[^1]))))
        {
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    private static bool Touches(IEnumerable<TextSpan> found, List<TextSpan> key) => found.Any(f => key.Any(f.Overlaps));

    private static double AgreeOn(IEnumerable<TextSpan> found, IReadOnlyCollection<TextSpan> key)
    {
        var (a, b) = (Characters(found), Characters(key));
        return a.Count + b.Count == 0 ? 1 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);
    }

    private static HashSet<int> Characters(IEnumerable<TextSpan> spans) =>
        [.. spans.SelectMany(s => Enumerable.Range(s.Start, s.Length))];
}
