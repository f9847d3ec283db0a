using AllSource.Desk;
using AllSource.Kernel;
using AllSource.Tests.Cases;

namespace AllSource.Tests.Desk;

/// <summary>A report that was not read must not look like one in which nobody says anything.</summary>
public sealed class UnreadTextTests : IDisposable
{
    private const string English = "The harbour master said on Monday that the gate had been open all night long.\n";

    private const string German =
        "Der Hafenmeister wies die Berichte am Freitag zurück und sagte, das Tor sei nicht offen gewesen.\n";

    private readonly CaseRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(English, null)]
    [InlineData(German, "language-unread")]
    [InlineData(English + "\n" + German, "language-mixed")]
    public void A_text_in_another_language_is_listed_as_a_loss_with_its_file(string text, string? kind)
    {
        var assessed = _run.Assess(CaseFile.None, [CaseRun.InMemory("told.txt", text)]);
        Assert.Equal(kind, assessed.Findings.SingleOrDefault(f => f.Weight == FindingWeight.Loss)?.Kind);
        Assert.All(assessed.Findings, f => Assert.Equal("told.txt", f.Where.File));
    }

    [Fact]
    public void Speech_too_thick_to_be_read_in_bounded_time_is_listed_and_a_long_text_of_news_is_not()
    {
        var thick = string.Concat(Enumerable.Repeat("A said that B said no. ", 4000));
        var news = string.Concat(Enumerable.Range(0, 1000).Select(i =>
            $"{English}The clamp of crane {i} was found open beside the rail, and nobody was hurt when it moved.\n"));
        Assert.Contains(_run.Assess(CaseFile.None, [CaseRun.InMemory("thick.txt", thick)]).Findings,
            f => f.Kind == "speech-too-thick");
        using var other = new CaseRun();
        Assert.Empty(other.Assess(CaseFile.None, [CaseRun.InMemory("news.txt", news)]).Findings);
    }
}
