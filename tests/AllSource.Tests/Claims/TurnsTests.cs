using AllSource.Access;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>Interviews, hearings and intercepts in plain text: who speaks in which turn.</summary>
public sealed class TurnsTests
{
    private const string Intercept = """
        OSTROV: You said you met the guard on 3 June.
        LUNT: I never met the guard at the depot. Who says that?
        OSTROV: Petra says you met the guard on 3 June.
        LUNT: Petra is lying about the guard and me.
        """;

    private const string Interview = """
        Q: Were the fridges in the schools out of order?
        A: No. The fridges in the schools were not out of order. We tested all nine.

        Q: I put it to you that the manager knew of the cold store.
        A: The cold store was above eight degrees for eleven hours.
        """;

    [Fact]
    public void A_turn_is_told_by_who_speaks_in_it()
    {
        var told = Narration.Of(Of(Intercept, "Line 301"), [], SourceRegister.Empty);
        Assert.Equal("LUNT", Assert.Single(told, c => c.Said.Content[0].Of(Intercept)
            == "I never met the guard at the depot.").Said.Canonical);
        Assert.DoesNotContain(told, c => c.Said.Canonical == "Line 301");
    }

    [Fact]
    public void What_is_claimed_in_a_turn_has_come_through_its_speaker()
    {
        var report = Of(Intercept, "Line 301");
        var petra = Assert.Single(new ClaimReader().Read(report).Claims, c => c.Said.Canonical == "Petra");
        Assert.Equal(["Line 301", "OSTROV", "Petra"], petra.Chain.Select(r => r.Name));
    }

    [Fact]
    public void Who_asks_states_nothing_and_who_answers_is_the_one_interviewed()
    {
        var told = Narration.Of(Of(Interview, "Interview with Daniel Roe"), [], SourceRegister.Empty);
        Assert.NotEmpty(told);
        Assert.All(told, c => Assert.Equal("Daniel Roe", c.Said.Canonical));
        Assert.DoesNotContain(told, c => c.Said.Content[0].Of(Interview).Contains("put it to you",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Date: 3 June\nPlace: the depot\nPresent: two men\n\nThe guard was asleep at the gate.")]
    [InlineData("Holt: the dam is safe.\n\nThe board met on Monday. It decided nothing at all.")]
    public void Headings_and_a_single_label_make_no_transcript(string text) => Assert.Empty(Turns.Of(Of(text, "Desk")));

    private static Report Of(string text, string source)
    {
        var hash = ContentHash.Of("one"u8);
        return new(ReportId.Of(hash, null, default), hash, new("one.txt", "text", Source: new(source)), Label.Clear,
            text);
    }
}
