using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllSource.Briefs;
using AllSource.Kernel.Pages;
using AllSource.Release;
using AllSource.Tests.Release;

namespace AllSource.Tests.Briefs;

/// <summary>What anybody must be able to do with the page: read it aloud, in the dark, on paper.</summary>
public sealed class BriefReadingTests
{
    private static ReleasedBrief Brief() => HarbourDraft.Decide(HarbourDraft.Editors).Brief!;

    [Fact]
    public void Likelihood_and_confidence_stand_in_sentences_of_their_own()
    {
        var page = Regex.Replace(BriefGoldenTests.Page(Brief()), "<[^>]+>", "\n");
        Assert.DoesNotMatch("(?i)[^.\\n]*likely[^.\\n]*confidence", page);
        Assert.DoesNotMatch("(?i)[^.\\n]*confidence[^.\\n]*(likely|%)", page);
    }

    [Fact]
    public void Every_table_has_a_caption_and_every_picture_its_words()
    {
        var page = BriefGoldenTests.Page(Brief());
        Assert.Equal(Regex.Count(page, "<table"), Regex.Count(page, "<caption"));
        Assert.Equal(Regex.Count(page, "role=\"img\""), Regex.Count(page, "<desc"));
        Assert.Equal(1, Regex.Count(page, "<h1"));
        Assert.Equal(Regex.Count(page, "<section"), Regex.Count(page, "<h2"));
    }

    [Fact]
    public void The_page_is_well_formed()
    {
        var page = BriefGoldenTests.Page(Brief()).Replace("<!doctype html>", "", StringComparison.Ordinal);
        page = Regex.Replace(page, "<meta ([^>]*)>", "<meta $1/>");
        Assert.NotNull(XDocument.Parse(page).Root);
    }

    [Fact]
    public void The_label_stands_at_head_and_foot_in_firsts_colours()
    {
        var page = BriefGoldenTests.Page(Brief());
        Assert.Equal(2, Regex.Count(page, "<p class=\"tlp amber\">TLP:AMBER</p>"));
        string[] colours = ["#ff2b2b", "#ffc000", "#33ff00"];
        Assert.All(colours, c => Assert.Contains(c, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--ink", 7)]
    [InlineData("--soft", 4.5)]
    [InlineData("--for", 4.5)]
    [InlineData("--against", 4.5)]
    public void Words_keep_their_contrast_by_day_by_night_and_on_paper(string colour, double contrastMin)
    {
        foreach (var scheme in PageStyle.Css.Split(":root {").Skip(1)
            .Where(s => s.Split('}')[0].Contains("--paper", StringComparison.Ordinal)))
        {
            var (words, paper) = (Luminance(Variable(scheme, colour)), Luminance(Variable(scheme, "--paper")));
            var contrast = (Math.Max(words, paper) + .05) / (Math.Min(words, paper) + .05);
            Assert.True(contrast >= contrastMin, $"{colour} {contrast:0.0}");
        }
    }

    [Fact]
    public void The_picture_places_an_earlier_report_further_left_and_shortens_empty_months()
    {
        DateTime[] moments = [new(2026, 6, 9), new(2026, 9, 16), new(2026, 9, 17), new(2026, 9, 24)];
        var axis = new TimeAxis(moments);
        Assert.Equal(moments, moments.OrderBy(axis.At));
        Assert.NotEmpty(axis.Breaks);
        Assert.True(axis.At(moments[2]) - axis.At(moments[1]) > 5);
    }

    [Fact]
    public void One_moment_and_none_make_an_axis_too()
    {
        Assert.Equal(50, new TimeAxis([new(2026, 9, 17)]).At(new(2026, 9, 17)));
        Assert.Empty(new TimeAxis([]).Ticks);
    }

    private static string Variable(string scheme, string name) =>
        Regex.Match(scheme, Regex.Escape(name) + @":\s*#([0-9a-f]{3,6})").Groups[1].Value;

    private static double Luminance(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(c => new string(c, 2))) : hex;
        double Part(int i)
        {
            var v = int.Parse(full.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return v <= .04045 ? v / 12.92 : Math.Pow((v + .055) / 1.055, 2.4);
        }

        return (.2126 * Part(0)) + (.7152 * Part(1)) + (.0722 * Part(2));
    }
}
