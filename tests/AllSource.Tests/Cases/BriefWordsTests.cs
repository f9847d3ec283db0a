using System.Globalization;
using System.Text.RegularExpressions;
using AllSource.Access;
using AllSource.Briefs;
using AllSource.Kernel;
using AllSource.Release;
using AllSource.Sources;

namespace AllSource.Tests.Cases;

/// <summary>The brief of the sample case as its reader reads it.</summary>
public sealed class BriefWordsTests(Harbour harbour) : IClassFixture<Harbour>
{
    private ReleasedBrief Brief() => Drafting.Of(new(harbour.Assessed.Assessment, harbour.Assessed.Reports,
        harbour.Assessed.Claims, new SourceRegister(harbour.Assessed.File.Sources), Label.Of(Tlp.Amber), "The crane",
        new Audience("Editors", Clearance.Of(Tlp.Amber)), new(DateTimeOffset.UnixEpoch, "test"))).Decide().Brief!;

    [Fact]
    public void Witnesses_who_felt_no_wind_are_not_made_to_deny_that_they_felt_none()
    {
        var felt = Assert.Single(Brief().Ledger, e => e.Words.Contains("felt no wind", StringComparison.Ordinal));
        Assert.Equal("say", felt.Act);
        Assert.Equal("two unnamed members", felt.Who);
        Assert.False(felt.IsAgainst);
        using var screen = new StringWriter();
        BriefText.Write(Brief(), screen);
        Assert.DoesNotContain("denies: they", screen.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(": that ", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_keeps_its_verb_and_what_it_denies()
    {
        var denial = Assert.Single(Brief().Ledger, e => e.IsAgainst && e.Words.Contains("any bridging lead",
            StringComparison.Ordinal));
        Assert.Equal("denies", denial.Act);
    }

    [Fact]
    public void The_brief_counts_the_origins_that_the_assessment_counts_and_draws_as_many()
    {
        var brief = Brief();
        var wind = Assert.Single(brief.Rows, r => r.Statement.Contains("no wind", StringComparison.Ordinal));
        var counted = harbour.Assessed.Assessment.Matrix.Single(r => r.What == wind.Statement);
        Assert.Equal((counted.Reports, counted.Origins), (wind.Reports, wind.Origins));
        Assert.All(brief.Rows, row => Assert.Equal((row.Origins, row.DisputingOrigins), (
            brief.Origins.Count(o => o.Row == row.Number && !o.Disputes),
            brief.Origins.Count(o => o.Row == row.Number && o.Disputes))));
    }

    [Fact]
    public void A_judgment_and_its_confidence_count_the_same_origins()
    {
        foreach (var judgment in Brief().Judgments)
        {
            var told = Regex.Match(judgment.ConfidenceReasons[0].Text, @"^(\d+) independent origins?");
            Assert.True(told.Success, judgment.ConfidenceReasons[0].Text);
            Assert.Equal(int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture), judgment.Origins);
        }
    }

    [Fact]
    public void Every_way_back_to_an_origin_reads_as_a_sentence()
    {
        var steps = harbour.Assessed.Assessment.Origins.Claims.SelectMany(c => c.Path).Select(s => s.Why).Distinct();
        Assert.All(steps, why => Assert.Matches("^(repeats|derives|relays|belongs|was|is|comes|cites|copies) ", why));
    }
}
