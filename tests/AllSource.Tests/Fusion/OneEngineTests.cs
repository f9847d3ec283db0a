using AllSource.Fusion;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;
using AllSource.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace AllSource.Tests.Fusion;

/// <summary>The desk's propositions and the table door weigh by the same arithmetic.</summary>
public sealed class OneEngineTests
{
    /// <summary>So many claims hold a start where it is, whatever the table says.</summary>
    private const double Held = 1e12;

    [Fact]
    public void A_question_of_yes_or_no_is_believed_alike_on_the_desk_and_in_a_table()
    {
        var votes = Gen.Elements(Reliability.A, Reliability.B, Reliability.C, Reliability.D, Reliability.E)
            .SelectMany(grade => Gen.Elements(true, false).Select(supports => (grade, supports)))
            .ArrayOf().Where(all => all.Length is > 0 and < 12 && all.Any(v => v.supports));
        Prop.ForAll(Arb.From(votes), all =>
        {
            var voices = all.Select((v, i) => new OriginVoice($"s{i:00}", v.grade, v.supports)).ToList();
            var desk = BeliefEngine.Fuse(.5, voices).Probability;
            var table = ClaimTable.Of(voices.Select(v => (v.Origin, "it", v.Supports ? "yes" : "no")));
            var starts = SourceStarts.Of(voices.Select(v => KeyValuePair.Create(
                v.Origin, new SourceStart(GradeAccuracy.Default.Of(v.Grade), Held))));
            var model = new FactModel(table, 1, 2) { Starts = starts.In(table) };
            model.Settle(1);
            return Math.Abs(desk - model.Probability[table.GroupCount - 1]) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_source_is_worth_the_same_at_both_doors_after_the_same_record()
    {
        foreach (var (right, wrong) in ((int, int)[])[(0, 0), (7, 3), (2, 9)])
        {
            var start = SourceStarts.Read([$"Ann\tB\t{right}\t{wrong}"], "g.tsv").Value!
                .In(ClaimTable.Of([("Ann", "it", "yes")]))[0];
            var desk = GradeAccuracy.Learnt([new("Ann", right, wrong)], new SourceRegister([]))
                .Of(Reliability.B, "Ann");
            Assert.Equal(desk, start.Accuracy, 1e-12);
        }
    }
}
