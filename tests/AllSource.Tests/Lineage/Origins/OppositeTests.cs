using AllSource.Lineage.Origins;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>Contraries without a "not", and negations without one.</summary>
public sealed class OppositeTests
{
    [Theory]
    [InlineData("the lift was out of order on the day of the fall", "the lift worked on the day of the fall")]
    [InlineData("the school's fridges work", "the fridges in the schools were out of order")]
    [InlineData("the lamp was not out of order", "the lamp was out of order")]
    [InlineData("the fridges worked well", "the fridges were broken")]
    [InlineData("the guard did not sleep that night", "the guard slept")]
    [InlineData("nobody was drunk", "the crew was drunk")]
    [InlineData("the crew was sober", "the crew was drunk")]
    [InlineData("the nurse failed to give the injection", "the nurse gave the injection")]
    [InlineData("the firm refused to pay the fine", "the firm paid the fine")]
    [InlineData("the gate stood open", "the gate was locked")]
    [InlineData("the train was on time at Orrin", "the train was late at Orrin")]
    [InlineData("the hall did not lack fire doors", "the hall lacked fire doors")]
    [InlineData("the driver took the breath test", "the driver refused the breath test")]
    [InlineData("the bill was unpaid", "the bill was paid")]
    [InlineData("the door was unlocked", "the door was locked")]
    [InlineData("the cold store never failed on 3 March", "the cold store failed on 3 March")]
    [InlineData("the pump did not fail to start", "the pump failed to start")]
    public void Contraries(string a, string b)
    {
        Assert.True(Statement.AreContrary(Statement.Of(a), Statement.Of(b)));
        Assert.True(Statement.AreContrary(Statement.Of(b), Statement.Of(a)));
    }

    [Theory]
    [InlineData("the lift was broken", "the lift was out of order")]
    [InlineData("the gate was not open", "the gate was locked")]
    [InlineData("the crew was sober and nobody was drunk", "the crew was sober")]
    [InlineData("there is no doubt that the guard slept", "the guard slept")]
    [InlineData("no fewer than twelve men were killed", "twelve men were killed")]
    [InlineData("the nurse never failed to give the injection", "the nurse gave the injection")]
    [InlineData("the firm refused to pay the fine", "the firm failed to pay the fine")]
    [InlineData("he stood close to the open gate", "the gate was open")]
    [InlineData("the doors were open and the gate was locked", "the gate was locked")]
    public void No_contraries(string a, string b)
    {
        Assert.False(Statement.AreContrary(Statement.Of(a), Statement.Of(b)));
        Assert.False(Statement.AreContrary(Statement.Of(b), Statement.Of(a)));
    }

    [Theory]
    [InlineData("I could not find out whether the guard was at the gate")]
    [InlineData("Northlight had not seen evidence that the guard was at the gate")]
    [InlineData("Police could not rule out that the guard was at the gate")]
    [InlineData("Nobody knows if the guard was at the gate")]
    public void What_is_asked_or_not_proven_is_left_open(string text) => Assert.All(
        Statement.Shared(Statement.Of(text), Statement.Of("the guard was at the gate")), s => Assert.True(s.A.IsOpen));
}
