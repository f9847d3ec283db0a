using AllSource.Access;
using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;
using AllSource.Tests.Assessments;

namespace AllSource.Tests.Lineage.Origins;

/// <summary>Who speaks for himself and who repeats, where the words are the same.</summary>
public sealed class OwnWitnessTests
{
    private const string Sold = "access to the victims was sold on a forum";
    private const string Fired = "soldiers fired from the roof of the guardhouse";

    [Fact]
    public void Two_named_speakers_who_say_one_thing_in_the_same_plain_words_are_two_origins()
    {
        var world = new World();
        world.Report("Paper A", "2026-08-01", new Line(Sold, "Ada Voss"));
        world.Report("Paper B", "2026-08-02", new Line(Sold, "Bo Lund"));
        Assert.Equal(2, Trace(world).Origins.Length);
    }

    [Fact]
    public void A_whole_text_under_another_name_stays_a_copy()
    {
        const string more = "The seller asked for four thousand each and took payment in gift cards before breakfast";
        var world = new World();
        world.Report("Paper A", "2026-08-01", new Line(Sold, "Ada Voss"), more);
        var copy = world.Report("Paper B", "2026-08-02", new Line(Sold, "Bo Lund"), more);
        var map = Trace(world);
        Assert.Equal("Ada Voss", map.Origins.Single(o => o.Id == map.Claims.Single(c => c.Report == copy.Id
            && c.Voice == "Bo Lund").Origin).Voice);
    }

    [Fact]
    public void A_speaker_whom_the_other_text_names_is_no_second_origin()
    {
        var world = new World();
        world.Report("Paper A", "2026-08-01", "Ina Bohl said that access to the victims was sold on a forum");
        world.Report("Paper B", "2026-08-02", new Line(Sold, "Ina Bohl"));
        Assert.Single(Trace(world).Origins);
    }

    [Fact]
    public void Eyewitnesses_who_sign_one_form_are_as_many_origins()
    {
        var world = new World();
        foreach (var (name, date, own) in new[]
        {
            ("Ruta Amsel", "2026-05-14", "I saw it from the well and my hands shook for an hour"),
            ("Dov Iskan", "2026-05-15", "I lay under my lorry with the engine running"),
            ("Tamar Okello", "2026-05-16", "Two of my pupils were beside me on the wall"),
        })
        {
            world.Report($"Form of {name[0]}", date, "Form 3", new Line(Fired, $"I, {name},", "declare that",
                Canonical: name), own);
        }

        var map = Trace(world);
        Assert.Equal(3, map.Claims.Where(c => c.Voice is "Ruta Amsel" or "Dov Iskan" or "Tamar Okello")
            .Select(c => c.Origin).Distinct().Count());
    }

    [Theory]
    [InlineData("TLP:RED//QUARTZ", Discipline.Osint)]
    [InlineData("TLP:AMBER", Discipline.Humint)]
    [InlineData("TLP:AMBER", Discipline.Sigint)]
    public void Nothing_published_derives_from_what_never_left_the_desk(string label, Discipline discipline)
    {
        var (map, closed, open) = Closed(label, discipline, "An analyst");
        Assert.NotEqual(closed.Id, map.Origins.Single(o => o.Id == map.Claims.Single(c => c.Report == open.Id).Origin)
            .Root);
        Assert.DoesNotContain(map.Edges, e => e.Copier == open.Id && e.Original == closed.Id);
    }

    [Fact]
    public void A_publication_that_names_it_does()
    {
        var (map, closed, open) = Closed("TLP:RED//QUARTZ", Discipline.Humint, "A dealer known as QUARTZ");
        Assert.Contains(map.Edges, e => e.Copier == open.Id && e.Original == closed.Id);
    }

    [Fact]
    public void Undated_copies_of_which_one_goes_on_are_one_origin_and_nobody_is_first()
    {
        var world = new World();
        const string text = "The harbour pump was broken before the flood of last week and nobody at the water board "
            + "had answered any calls about it since Easter";
        world.Report("Daily Bell", null, text);
        world.Report("Weekly Horn", null, text, "Residents of the lower town agreed");
        var map = Trace(world);
        Assert.All(map.Edges, e => Assert.False(e.IsDirected));
        Assert.False(map.Origins.Single(o => o.Kind == OriginKind.SharedText).IsFirstKnown);
        Assert.Equal(OriginKind.SharedText, map.Origins.Single(o => o.Root is not null
            && o.Words.Contains("nothing tells who was first", StringComparison.Ordinal)).Kind);
    }

    private static (OriginMap Map, Report Closed, Report Open) Closed(
        string label, Discipline discipline, string speaker)
    {
        var world = new World().Source("QUARTZ", SourceKind.ProtectedPerson, Reliability.B);
        const string words = "access to the victims was sold on a closed forum by one seller for four thousand each";
        var closed = world.Report("QUARTZ", "2026-08-01", new Line(words, "QUARTZ"));
        var sealedOne = closed with
        {
            Label = Label.Parse(label, new("x")).Value!,
            Facts = closed.Facts with { Discipline = discipline },
        };
        world.Reports[0] = sealedOne;
        var open = world.Report("Paper B", "2026-08-03", new Line(words, speaker, Kind: SourceKind.Anonymous,
            Canonical: "dealer"));
        return (Trace(world), sealedOne, open);
    }

    private static OriginMap Trace(World world) =>
        OriginTracer.Trace(world.Reports, world.Claims, world.Passages(), world.Register);
}
