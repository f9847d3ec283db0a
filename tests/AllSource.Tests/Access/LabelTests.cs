using AllSource.Access;
using AllSource.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace AllSource.Tests.Access;

/// <summary>Labels are a join semilattice, and a join never lets in whom one of the two keeps out.</summary>
public sealed class LabelTests
{
    private static readonly string[] Compartments = ["HERON", "KILN", "LARCH"];

    private static Gen<Label> Labels { get; } =
        from level in Gen.Choose(0, 4)
        from holds in Gen.SubListOf(Compartments)
        from isSealed in Gen.Choose(0, 9)
        select isSealed == 0 ? Label.Sealed : Label.Of((Tlp)level, [.. holds]);

    private static Gen<Clearance> Clearances { get; } =
        from level in Gen.Choose(0, 4)
        from holds in Gen.SubListOf(Compartments)
        select Clearance.Of((Tlp)level, [.. holds]);

    private static Arbitrary<(TA Item1, TB Item2, TC Item3)> Triples<TA, TB, TC>(Gen<TA> a, Gen<TB> b, Gen<TC> c) =>
        (from x in a from y in b from z in c select (x, y, z)).ToArbitrary();

    [Fact]
    public void A_join_admits_only_whom_both_admit() => Prop.ForAll(
        Triples(Labels, Labels, Clearances),
        x => x.Item1.Join(x.Item2).Admits(x.Item3) == (x.Item1.Admits(x.Item3) && x.Item2.Admits(x.Item3)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Joining_is_commutative_associative_and_idempotent() => Prop.ForAll(
        Triples(Labels, Labels, Labels),
        x => x.Item1.Join(x.Item2).Equals(x.Item2.Join(x.Item1))
            && x.Item1.Join(x.Item2.Join(x.Item3)).Equals(x.Item1.Join(x.Item2).Join(x.Item3))
            && x.Item1.Join(x.Item1).Equals(x.Item1))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_label_is_read_back_as_it_was_written() => Prop.ForAll(
        Labels.Where(l => !l.IsSealed).ToArbitrary(),
        label => label.Equals(Label.Parse(label.ToString(), new("a file")).Value))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("SECRET")]
    [InlineData("TLP:PURPLE")]
    [InlineData("TLP:RED//heron")]
    [InlineData("TLP:RED//HERON//KILN")]
    [InlineData("TLP:RED//")]
    public void A_marking_that_is_not_understood_admits_nobody(string text)
    {
        var parsed = Label.Parse(text, new Locator("one.txt", Line: 3));
        Assert.False(parsed.IsRead);
        Assert.Contains("one.txt, line 3", parsed.Findings[0].ToString(), StringComparison.Ordinal);
        Assert.False(Label.Sealed.Admits(Clearance.DeskOwner));
    }

    [Fact]
    public void The_owner_of_the_desk_is_read_into_every_compartment() =>
        Assert.True(Label.Of(Tlp.Red, "HERON", "KILN").Admits(Clearance.DeskOwner));
}
