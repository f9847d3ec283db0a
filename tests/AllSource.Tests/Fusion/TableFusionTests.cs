using AllSource.Fusion;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Tables;

namespace AllSource.Tests.Fusion;

public sealed class TableFusionTests
{
    private static readonly CircularWorld World = CircularWorld.Make(1);

    // Nothing changes a fused table: what it would be after another report is a table of its own.
    private static readonly Lazy<FusedTable> Fused = new(() => TableFusion.Fuse(ClaimTable.Of(World.Claims)));

    private static double Right(FusedTable fused, Dictionary<string, string> truth) => truth.Count(t =>
        fused.Of(t.Key) is { IsEmpty: false } values
            && values.MaxBy(v => v.Probability).Value == t.Value) / (double)truth.Count;

    private static void Alike(FusedTable a, FusedTable b, double tolerance, Func<string, string>? rename = null)
    {
        rename ??= name => name;
        var other = Enumerable.Range(0, b.Count).ToDictionary(i => (b[i].Object, b[i].Value), i => b[i]);
        for (var i = 0; i < a.Count; i++)
        {
            var f = other[(rename(a[i].Object), rename(a[i].Value))];
            Assert.Equal(a[i].Probability, f.Probability, tolerance);
            Assert.Equal(a[i].Origins, f.Origins, tolerance * 10);
        }
    }

    /// <summary>Beliefs as if nobody copied.</summary>
    private static FusedTable Plainly(List<(string, string, string)> claims)
    {
        var echoes = Echoes.SetAside(ClaimTable.Of(claims));
        return FusedTable.Of(ClaimTable.Of(claims), echoes, TableFusion.Model(echoes.Voices, null, false));
    }

    [Fact]
    public void The_order_of_claims_changes_no_bit()
    {
        var rng = new Random(7);
        var a = Fused.Value;
        var b = TableFusion.Fuse(ClaimTable.Of(World.Claims.OrderBy(_ => rng.Next()).ToList()));
        Alike(a, b, 0);
        Assert.Equal(a.Copies, b.Copies);
    }

    [Fact]
    public void Renaming_sources_objects_and_values_changes_nothing()
    {
        static string Renamed(string name) => new(name.Reverse().ToArray());
        var a = Fused.Value;
        var b = TableFusion.Fuse(
            ClaimTable.Of(World.Claims.Select(c => (Renamed(c.Source), Renamed(c.Object), Renamed(c.Value)))));
        Alike(a, b, 1e-6, Renamed);
    }

    [Fact]
    public void A_withdrawn_report_leaves_no_trace()
    {
        var table = ClaimTable.Of(World.Claims.Append(("stranger", "o1", "v1")));
        TableFusion.Fuse(table);
        var withdrawn = World.Claims.Append(("stranger", "o1", "v1")).Where(c => c.Item1 != "stranger");
        Alike(Fused.Value, TableFusion.Fuse(ClaimTable.Of(withdrawn)), 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void An_echo_moves_nothing(int copies)
    {
        var before = Fused.Value;
        var original = World.Claims.Where(c => c.Source == "s5").ToList();
        var echoed = World.Claims.Concat(
            Enumerable.Range(0, copies).SelectMany(k => original.Select(c => ($"echo{k}", c.Object, c.Value))));
        var after = TableFusion.Fuse(ClaimTable.Of(echoed));
        foreach (var (_, o, v) in original)
        {
            var (p, q) = (before.Of(o).Single(f => f.Value == v), after.Of(o).Single(f => f.Value == v));
            Assert.InRange(Math.Abs(p.Probability - q.Probability), 0, .02);
            Assert.InRange(q.Origins - p.Origins, -.1, .1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Strangers_who_say_one_thing_that_is_said_already_move_nothing(int strangers)
    {
        var (_, o, v) = World.Claims[17];
        var before = Fused.Value;
        var after = TableFusion.Fuse(
            ClaimTable.Of(World.Claims.Concat(Enumerable.Range(0, strangers).Select(k => ($"x{k}", o, v)))));
        Alike(before, after, 1e-9);
        Assert.Equal(before.Of(o).Single(f => f.Value == v).Reports + strangers,
            after.Of(o).Single(f => f.Value == v).Reports);
    }

    [Fact]
    public void Knowing_who_copies_closes_most_of_the_gap_to_the_truth()
    {
        double plain = 0, mine = 0, oracle = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            var world = CircularWorld.Make(seed);
            plain += Right(Plainly(world.Claims), world.Truth);
            mine += Right(TableFusion.Fuse(ClaimTable.Of(world.Claims)), world.Truth);
            oracle += Right(Plainly(world.Seen), world.Truth);
        }

        Assert.True(mine - plain >= .7 * (oracle - plain),
            $"plain {plain / 4:0.000}, with copying {mine / 4:0.000}, oracle {oracle / 4:0.000}");
    }

    [Fact]
    public void Copiers_are_found_with_their_originals_and_honest_sources_are_not_accused()
    {
        var found = Fused.Value.Copies.Where(c => c.Probability >= .5).ToList();
        var right = found.Count(f => World.Copies.Contains((f.Copier, f.Original)));
        Assert.True(right >= .7 * World.Copies.Count, $"{right} of {World.Copies.Count}");
        Assert.True(right >= .7 * found.Count, $"{right} right of {found.Count} found");
        var honest = CircularWorld.Make(3, copiers: 0);
        Assert.Empty(TableFusion.Fuse(ClaimTable.Of(honest.Claims)).Copies.Where(c => c.Probability >= .5));
    }

    [Fact]
    public void One_more_report_updates_its_object_as_a_full_rerun_would()
    {
        var fused = Fused.Value;
        var rng = new Random(11);
        for (var trial = 0; trial < 5; trial++)
        {
            var (source, name) = ($"s{rng.Next(60)}", $"o{rng.Next(400)}");
            if (World.Claims.Any(c => c.Source == source && c.Object == name)) continue;
            var full = TableFusion.Fuse(ClaimTable.Of(World.Claims.Append((source, name, "v2")))).Of(name);
            var quick = fused.After(source, name, "v2").Where(q => q.Object == name).ToList();
            foreach (var f in full) Assert.Equal(f.Probability, quick.Single(q => q.Value == f.Value).Probability,
                1e-3);
        }
    }

    [Fact]
    public void A_withdrawn_report_updates_as_a_full_rerun_would()
    {
        var fused = Fused.Value;
        var gone = World.Claims[100];
        var full = TableFusion.Fuse(ClaimTable.Of(World.Claims.Where(c => c != gone)));
        var quick = fused.Without(gone.Source, gone.Object, gone.Value);
        Assert.Equal(full.Count, quick.Length);
        for (var i = 0; i < full.Count; i++) Assert.Equal(full[i].Probability, quick[i].Probability, 1e-3);
    }

    [Fact]
    public void One_more_report_in_a_large_table_moves_its_object_as_a_full_rerun_would()
    {
        var world = CircularWorld.Make(2, sources: 20_000, objects: 24_000, claims: 240_000, copiers: 0);
        var fused = TableFusion.Fuse(ClaimTable.Of(world.Claims));
        Assert.True(world.Claims.Count >= FusedTable.LargeMin);
        var full = TableFusion.Fuse(ClaimTable.Of(world.Claims.Append(("s7", "o7", "v2")))).Of("o7");
        var quick = fused.After("s7", "o7", "v2");
        Assert.InRange(quick.Length, 2, 2000);
        foreach (var f in full) Assert.Equal(f.Probability,
            quick.Single(q => q.Object == "o7" && q.Value == f.Value).Probability, 5e-3);
    }

    [Fact]
    public void Probabilities_of_an_object_never_add_up_to_more_than_one()
    {
        var fused = Fused.Value;
        foreach (var o in World.Truth.Keys) Assert.InRange(fused.Of(o).Sum(f => f.Probability), 0, 1 + 1e-9);
    }

    [Fact]
    public void A_claim_alone_is_one_report_and_one_origin()
    {
        var fused = TableFusion.Fuse(ClaimTable.Of([("a", "o", "v"), ("a", "o", "v")]));
        Assert.Equal(1, fused.Count);
        Assert.Equal((1, 1d), (fused[0].Reports, fused[0].Origins));
        Assert.InRange(fused[0].Probability, .5, .9);
    }

    [Fact]
    public void The_reasons_name_reports_origins_and_whom_a_copy_repeats()
    {
        var copy = World.Copies[0];
        var fused = Fused.Value;
        var shared = World.Claims.First(c => c.Source == copy.Copier
            && World.Claims.Contains((copy.Original, c.Object, c.Value)));
        var why = fused.Why(shared.Object);
        Assert.Contains(why, line => line.Contains(" reports, ", StringComparison.Ordinal));
        Assert.Empty(fused.Why("nobody speaks of this"));
    }

    [Fact]
    public void Sources_that_mix_two_labels_up_are_understood()
    {
        var rng = new Random(5);
        var claims = new List<(string, string, string)>();
        var truth = new Dictionary<string, string>();
        for (var o = 0; o < 300; o++)
        {
            truth[$"o{o}"] = rng.Next(2) == 0 ? "cat" : "dog";
            for (var s = 0; s < 7; s++)
            {
                // Four sources call most dogs cats; three see well.
                var said = s < 4 && truth[$"o{o}"] == "dog" && rng.NextDouble() < .7 ? "cat"
                    : rng.NextDouble() < .9 ? truth[$"o{o}"] : truth[$"o{o}"] == "dog" ? "cat" : "dog";
                claims.Add(($"s{s}", $"o{o}", said));
            }
        }

        var voted = truth.Count(t =>
            claims.Where(c => c.Item2 == t.Key).GroupBy(c => c.Item3).MaxBy(g => g.Count())!.Key == t.Value);
        Assert.True(Right(TableFusion.Fuse(ClaimTable.Of(claims)), truth) > (voted / 300d) + .05);
    }
}
