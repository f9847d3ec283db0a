using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Fusion.Propositions;

/// <summary>Whatever way it is said in, the contrary of a row speaks never for it.</summary>
public sealed class NegatedRowTests
{
    private static readonly string[] Subjects = ["the guard", "the nurse", "the crew", "the porter", "the lift"];

    private static readonly (string Base, string Past, string Object)[] Deeds =
    [
        ("sleep", "slept", "at the gate"), ("sign", "signed", "the contract"), ("give", "gave", "the injection"),
        ("pass", "passed", "the toll bridge"), ("pay", "paid", "the cheque in June"), ("work", "worked", "on Sunday"),
        ("fail", "failed", "on 3 March"), ("delete", "deleted", "the file"), ("meet", "met", "the minister"),
    ];

    private static readonly string[] Denials =
    [
        "{0} did not {1} {3}", "{0} didn't {1} {3}", "{0} never {2} {3}", "{0} failed to {1} {3}",
        "{0} refused to {1} {3}", "it is untrue that {0} {2} {3}", "{0} could not {1} {3}", "{0} had never {2} {3}",
        "{0} was unable to {1} {3}", "nobody could find out whether {0} {2} {3}",
        "there is no evidence that {0} {2} {3}", "{0} forgot to {1} {3}", "{0} neglected to {1} {3}",
    ];

    [Fact]
    public void A_negated_sentence_never_supports_its_positive()
    {
        foreach (var subject in Subjects)
        {
            foreach (var deed in Deeds)
            {
                foreach (var denial in Denials)
                {
                    var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, denial, subject,
                        deed.Base, deed.Past, deed.Object);
                    var row = $"{subject} {deed.Past} {deed.Object}";
                    Assert.True(Supporters(row, said) == 0, $"'{said}' supports '{row}'");
                }
            }
        }
    }

    [Theory]
    [InlineData("the lift worked on the day of the fall", "the lift was out of order on the day of the fall")]
    [InlineData("the fridges in the schools were out of order", "the school's fridges work")]
    [InlineData("the fridges in the schools were out of order", "The fridges in the schools were not out of order")]
    [InlineData("the lamp was out of order", "The lamp was not out of order")]
    [InlineData("the guard slept", "The guard did not sleep that night")]
    [InlineData("the crew was drunk", "The crew was sober and nobody was drunk")]
    [InlineData("the nurse gave the injection", "the nurse failed to give the injection")]
    [InlineData("the cold store failed on 3 March", "The cold store never failed on 3 March")]
    [InlineData("the gate was locked", "the gate stood open")]
    [InlineData("the guard was at the gate", "I could not find out whether the guard was at the gate at nine")]
    public void A_contrary_speaks_not_for_a_row(string row, string said) => Assert.Equal(0, Supporters(row, said));

    [Theory]
    [InlineData("the lift was broken on the day of the fall", "the lift was out of order on the day of the fall")]
    [InlineData("the gate was locked at nine", "the gate was not open at nine")]
    [InlineData("the nurse failed to give the injection", "the nurse did not give the injection")]
    [InlineData("the guard slept at the gate", "there is no doubt that the guard slept at the gate")]
    public void What_says_the_same_in_a_contrary_way_does(string row, string said) =>
        Assert.Equal(1, Supporters(row, said));

    private static int Supporters(string row, string said)
    {
        var world = new World();
        world.Report("Paper A", "2026-03-01", new Line(said, "Ada Voss"));
        world.Report("Paper B", "2026-03-02", "The mayor opened a new swimming pool behind the town hall");
        var assessed = world.Assess(
            [new("H1", "The first thing is so."), new("H2", "The second thing is so.")],
            [new("E1", row, ImmutableSortedDictionary<string, Consistency>.Empty)]);
        return assessed.Matrix.Single().Origins;
    }
}
