using AllSource.Claims;

namespace AllSource.Tests.Claims;

/// <summary>What nobody said, what is only supposed, and what is called untrue.</summary>
public sealed class UnsaidTests
{
    private static readonly ClaimReader Reader = new();

    [Theory]
    [InlineData("No official has claimed that the bridge was bombed by rebels.")]
    [InlineData("Nobody said that Ward lied about the money.")]
    [InlineData("None of the guards reported that the gate was open.")]
    [InlineData("If Brandt says that the money was stolen, the case is over.")]
    [InlineData("Unless the board says that the dam is safe, the village will be cleared.")]
    [InlineData("Contrary to what Ferrand said, the gate was open.")]
    public void What_nobody_said_is_nobodys_claim(string text) =>
        Assert.DoesNotContain(Reader.Read(text), a => a.Act == Act.Assert);

    [Theory]
    [InlineData("No one was hurt in the fire, police said.", "police")]
    [InlineData("Asked if Brandt had paid, Kessler said that the money was stolen.", "Kessler")]
    [InlineData("Even if it rains, Moll said, the ferry will sail.", "Moll")]
    [InlineData("If it rains the ferry will not sail, Moll said on Friday.", "Moll")]
    public void What_somebody_said_stays_his(string text, string source) =>
        Assert.Contains(Reader.Read(text), a => a.Act == Act.Assert && a.Source.Any(s => s.Of(text) == source));

    [Theory]
    [InlineData("It is untrue that the valve was shut at nine on Sunday night, Kessler said.")]
    [InlineData("It was simply not true that the guards had left the gate open for two days, Kessler said.")]
    [InlineData("“It is a lie that anybody at the works was told of the leak on the upper dam,” Kessler said.")]
    public void Who_calls_a_thing_untrue_denies_it_however_much_follows(string text) =>
        Assert.Contains(Reader.Read(text), a => a is { Act: Act.Deny, DeniesInContent: true });

    [Theory]
    [InlineData("It is true that the valve was shut at nine on Sunday night, Kessler said.")]
    [InlineData("It is wrong that the prisoners are beaten at night in the old fort, Kessler said.")]
    public void Who_does_not_call_it_untrue_does_not_deny_it(string text) =>
        Assert.Equal(Act.Assert, Assert.Single(Reader.Read(text)).Act);

    [Theory]
    [InlineData("A third official disagreed with the minister's account.")]
    [InlineData("Kessler disagrees with the figures of the board.")]
    public void Who_disagrees_disputes(string text) =>
        Assert.Contains(Reader.Read(text), a => a.Act == Act.Dispute);
}
