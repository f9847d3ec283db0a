using System.Text.Json;
using AllSource.Assessments;
using AllSource.Fusion.Propositions;
using AllSource.Tests.Tidy;

namespace AllSource.Tests.Assessments;

/// <summary>The sample case against its answer key: once with the key's attributions, once with those that are
/// read.</summary>
public sealed class HarbourTests
{
    private static readonly Lazy<(SampleCase Sample, Assessment Assessment)> OfKey = new(() => Read(true));
    private static readonly Lazy<(SampleCase Sample, Assessment Assessment)> AsRead = new(() => Read(false));

    [Fact]
    public void Every_attribution_of_the_key_is_found_in_the_text_that_is_read() =>
        Assert.Empty(OfKey.Value.Sample.Unplaced);

    [Theory]
    [InlineData("E1")]
    [InlineData("E2")]
    [InlineData("E3")]
    [InlineData("E4")]
    [InlineData("E5")]
    [InlineData("E6")]
    [InlineData("E7")]
    [InlineData("E8")]
    [InlineData("E9")]
    public void A_row_has_the_reports_and_origins_of_the_key(string id)
    {
        var (sample, assessment) = OfKey.Value;
        var key = sample.Key.GetProperty("evidence").GetProperty(id);
        var row = assessment.Matrix.Single(r => r.Id == id);
        Assert.Equal(key.GetProperty("origins").GetInt32(), row.Origins);
        Assert.Equal(Files(key, "reports"), Carrying(sample, row.Claims, Stance.Supports));
        Assert.Equal(row.Origins == 0, row.IsGap);
        if (id is "E3" or "E4") Assert.Equal(Files(key, "denied_by"), Carrying(sample, row.Claims, Stance.Denies));
    }

    [Theory]
    [InlineData("gust", "a sudden gust of 34 metres per second")]
    [InlineData("mast", "The strength of the wind was measured")]
    [InlineData("pelk-rang-contractor", "Pelk rang the contractor's duty line")]
    [InlineData("clamp-worn", "clamp B holds only 60 per cent")]
    [InlineData("quay-shut", "\"The quay stays shut until the last bolt")]
    [InlineData("remote-access", "an outsider logged in to crane 4")]
    [InlineData("link-unplugged", "The remote link to East Quay was unplugged")]
    [InlineData("log-lines", "two lines were missing from the alarm log")]
    public void A_statement_has_the_reports_and_origins_of_the_key(string id, string begins)
    {
        var (sample, assessment) = OfKey.Value;
        var key = sample.Key.GetProperty("origins").EnumerateArray().Single(o => o.GetProperty("id").GetString() == id);
        var proposition = assessment.Propositions.Single(p => p.Text.StartsWith(begins, StringComparison.Ordinal));
        Assert.Equal(key.GetProperty("origins").GetInt32(), proposition.Origins);
        Assert.Equal(Files(key, "reports").Count, proposition.Reports);
    }

    [Fact]
    public void Every_copy_of_the_key_stands_with_its_direction()
    {
        var (sample, assessment) = OfKey.Value;
        foreach (var copy in sample.Key.GetProperty("copies").EnumerateArray())
        {
            var copier = copy.GetProperty("copier").GetString();
            var originals = copy.TryGetProperty("also_right", out var also)
                ? also.EnumerateArray().Select(f => f.GetString()).ToList() : [];
            originals.Add(copy.GetProperty("original").GetString());
            Assert.Contains(assessment.Origins.Edges, e => e.IsDirected && sample.FileOf(e.Copier) == copier
                && originals.Contains(sample.FileOf(e.Original)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Counting_reports_favours_the_wrong_hypothesis_and_origins_the_right_one(bool withKey)
    {
        var (_, assessment) = withKey ? OfKey.Value : AsRead.Value;
        Assert.Equal("H1", assessment.Hypotheses.MaxBy(h => h.ReportsFor)!.Id);
        Assert.Equal("H2", assessment.Hypotheses.MaxBy(h => h.OriginsFor)!.Id);
        Assert.Equal("H2", assessment.Hypotheses[0].Id);
        Assert.True(assessment.Hypotheses[0].Posterior > .6);
        var gust = assessment.Matrix.Single(r => r.Id == "E1");
        Assert.Equal((10, 1), (gust.Reports, gust.Origins));
    }

    [Fact]
    public void A_sentence_that_its_agency_withdrew_is_not_believed()
    {
        var mast = OfKey.Value.Assessment.Propositions.Single(p =>
            p.Text.StartsWith("The strength of the wind was measured", StringComparison.Ordinal));
        Assert.True(mast.Belief.Probability < .5);
        Assert.Equal(0, mast.Belief.Origins);
    }

    [Fact]
    public void The_brief_s_tree_is_plain_json_and_the_same_for_any_order()
    {
        var input = OfKey.Value.Sample.Input();
        var expected = JsonSerializer.Serialize(Assessor.Assess(input));
        var turned = input with
        {
            Reports = [.. input.Reports.Reverse()],
            Claims = [.. input.Claims.Reverse()],
            Passages = [.. input.Passages.Reverse()],
            Evidence = [.. input.Evidence.Reverse()],
        };
        Assert.Equal(expected, JsonSerializer.Serialize(Assessor.Assess(turned)));
    }

    private static (SampleCase, Assessment) Read(bool withKey)
    {
        var sample = SampleCase.Read(Repository.Root, withKey);
        return (sample, Assessor.Assess(sample.Input()));
    }

    private static List<string> Files(JsonElement key, string name) => key.TryGetProperty(name, out var files)
        ? [.. files.EnumerateArray().Select(f => f.GetString()!).Order(StringComparer.Ordinal)] : [];

    private static List<string> Carrying(SampleCase sample, IEnumerable<PropositionClaim> claims, Stance stance) =>
        [.. claims.Where(c => c.Stance == stance && c.Counts).Select(c => sample.FileOf(c.Report)).Distinct()
            .Order(StringComparer.Ordinal)];
}
