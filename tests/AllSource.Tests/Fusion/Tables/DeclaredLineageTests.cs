using System.Text;
using AllSource.Fusion;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion.Tables;

public sealed class DeclaredLineageTests
{
    private static readonly CircularWorld World = CircularWorld.Make(6, sources: 40, objects: 200, claims: 2000);

    private static FusedTable Fuse(IEnumerable<(string Source, string Object, string Value, string From)> more)
    {
        var text = new StringBuilder("source\tobject\tvalue\tfrom\n");
        foreach (var (s, o, v) in World.Claims) text.Append(s).Append('\t').Append(o).Append('\t').Append(v)
            .Append("\t\n");
        foreach (var (s, o, v, from) in more) text.Append(s).Append('\t').Append(o).Append('\t').Append(v)
            .Append('\t').Append(from).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return TableFusion.Fuse(ClaimTableReader.Read(new MemoryStream(bytes), "t.tsv").Value!);
    }

    /// <summary>
    /// The other sources' accuracies and the copying between them answer to the same belief, and move a little with it:
    /// in a world of forty sources one object in a dozen is off by more than the mean may be.
    /// </summary>
    [Fact]
    public void A_stranger_who_saw_it_moves_a_belief_as_exact_Bayes_under_the_mean_accuracy()
    {
        var before = Fuse([]);
        var doubtful = Enumerable.Range(0, before.Count).Select(i => before[i])
            .Where(v => v.Probability is > .2 and < .8).Take(12).ToList();
        Assert.NotEmpty(doubtful);
        var (a, spread) = (before.Model!.PriorMean, before.Model.FalseValues);
        var off = new List<double>();
        foreach (var v in doubtful)
        {
            var after = Fuse([("stranger", v.Object, v.Value, "stranger")]).Of(v.Object)
                .Single(w => w.Value == v.Value);
            var exact = v.Probability * a / ((v.Probability * a) + ((1 - v.Probability) * (1 - a) / spread));
            off.Add(Math.Abs(exact - after.Probability));
            Assert.True(after.Origins > v.Origins + .5, $"{v.Origins} origins, then {after.Origins}");
        }

        Assert.InRange(off.Average(), 0, .03);
        Assert.InRange(off.Max(), 0, .1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Strangers_who_say_from_whom_they_have_it_move_nothing(int strangers)
    {
        var (source, o, v) = World.Claims[17];
        var (before, after) = (Fuse([]), Fuse(Enumerable.Range(0, strangers).Select(k => ($"x{k}", o, v, source))));
        var (p, q) = (before.Of(o).Single(f => f.Value == v), after.Of(o).Single(f => f.Value == v));
        Assert.Equal(p.Probability, q.Probability, 1e-9);
        Assert.Equal(p.Origins, q.Origins, 1e-9);
        Assert.Equal(p.Reports + strangers, q.Reports);
    }

    [Fact]
    public void Two_that_name_one_another_are_one_and_an_outsiders_tale_is_heard_once()
    {
        var circle = Fuse([("x", "new", "v", "y"), ("y", "new", "v", "x")]).Of("new").Single();
        Assert.Equal((2, 1d), (circle.Reports, circle.Origins));
        var tale = Fuse([("x", "new", "v", "Reuters"), ("y", "new", "v", "Reuters"), ("z", "new", "v", "x")])
            .Of("new").Single();
        Assert.Equal((3, 1d), (tale.Reports, tale.Origins));
    }

    [Fact]
    public void The_reasons_say_from_whom_a_report_was_taken()
    {
        var (source, o, v) = World.Claims[17];
        Assert.Contains(Fuse([("x", o, v, source)]).Why(o), line =>
            line.Contains($"taken from {source}", StringComparison.Ordinal));
    }
}
