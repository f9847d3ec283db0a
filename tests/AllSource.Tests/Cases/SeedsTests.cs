using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Tests.Tidy;

namespace AllSource.Tests.Cases;

/// <summary>
/// Two real news texts without metadata, one an excerpt of the other. Offsets are code points of the shorter.
/// </summary>
public sealed class SeedsTests
{
    private const double AlignedLeast = .98;
    private static readonly TextSpan[] Copied = [new(136, 1286), new(1485, 2212)];
    private static readonly TextSpan[] Own = [new(0, 135), new(1287, 1484)];

    [Fact]
    public void The_excerpt_derives_from_the_longer_text_and_its_own_words_do_not()
    {
        var (assessed, shorter, longer) = Assess();
        var found = assessed.Passages.Where(p => p.A == shorter.Id.Value || p.B == shorter.Id.Value).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, p => Assert.Equal(shorter.Id.Value, p.Copier));
        var map = new CodePointMap(shorter.Text);
        var aligned = new bool[map.Length];
        foreach (var span in found.Select(p => p.A == shorter.Id.Value ? p.ASpan : p.BSpan))
        {
            var (start, end) = map.ToPoints(span);
            Array.Fill(aligned, true, start, end - start);
        }

        var copied = Copied.SelectMany(s => Enumerable.Range(s.Start, s.Length)).ToList();
        Assert.True(copied.Count(i => aligned[i]) >= AlignedLeast * copied.Count,
            $"{copied.Count(i => aligned[i])} of {copied.Count} copied characters are aligned");
        Assert.DoesNotContain(Own.SelectMany(s => Enumerable.Range(s.Start, s.Length)), i => aligned[i]);
        Assert.NotEqual(shorter.Id, longer.Id);
    }

    [Fact]
    public void All_that_the_two_share_has_one_origin_not_two()
    {
        var (assessed, shorter, longer) = Assess();
        var origins = assessed.Assessment.Origins.Claims.ToDictionary(c => c.Claim);
        var map = new CodePointMap(shorter.Text);
        var shared = assessed.Claims.Where(c => c.Report == shorter.Id).Where(c => c.Said.Cue
            .All(cue => Copied.Any(s => s.Start <= map.ToPoint(cue.Start) && map.ToPoint(cue.End) <= s.End))).ToList();
        Assert.NotEmpty(shared);
        var ofLonger = assessed.Claims.Where(c => c.Report == longer.Id).Select(c => origins[c.Id].Origin).ToHashSet();
        Assert.All(shared, claim => Assert.Contains(origins[claim.Id].Origin, ofLonger));
        var both = assessed.Assessment.Propositions
            .Where(p => p.Claims.Any(c => c.Report == shorter.Id) && p.Claims.Any(c => c.Report == longer.Id));
        Assert.All(both.Where(p => p.Claims.Where(c => c.Report == shorter.Id)
            .All(c => shared.Any(s => s.Id == c.Claim))
            && p.Claims.Count(c => c.Report == longer.Id) == p.Claims.Count(c => c.Report == shorter.Id)),
            p => Assert.True(p.Origins <= 1, $"{p.Text}: {p.Origins} origins"));
    }

    private static (AssessedCase Assessed, Report Shorter, Report Longer) Assess()
    {
        var folder = Path.Combine(Repository.SharedOrSkip("the two real news texts"), "cases", "seeds");
        var (file, files) = CaseRun.Folder(folder);
        var assessed = CaseRun.Once(file, files);
        var reports = assessed.Reports.OrderBy(r => r.Text.Length).ToList();
        Assert.Equal(2, reports.Count);
        return (assessed, reports[0], reports[1]);
    }
}
