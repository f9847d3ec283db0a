using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>Whom a source is and when it spoke, where the words around mislead.</summary>
public sealed class WhoAndWhenTests
{
    [Theory]
    [InlineData("PORT SESSAY, March 4 - Velmora's transport minister on Tuesday denied that he had approved the sale.")]
    [InlineData(
        "PORT SESSAY (Meridian) — Velmora's transport minister on Tuesday denied that he had approved the sale.")]
    public void A_dateline_neither_speaks_nor_tells_when(string text)
    {
        var denied = Assert.Single(new ClaimReader().Read(text), a => a.Act == Act.Deny);
        Assert.DoesNotContain("PORT", string.Concat(denied.Source.Select(s => s.Of(text))), StringComparison.Ordinal);
        Assert.Contains("minister", denied.Canonical, StringComparison.Ordinal);
        Assert.Equal("on Tuesday", Assert.Single(denied.Time).Of(text));
    }

    [Fact]
    public void The_first_of_two_unnamed_ones_is_the_one_who_came_first()
    {
        const string Text = "A foreman at the quay told the paper that the crane was unsafe. Another foreman said that "
            + "it had passed a test. The first foreman said that the test was faked.";
        var said = new ClaimReader().Read(Text);
        Assert.Equal(3, said.Length);
        Assert.Equal(said[0].Canonical, said[2].Canonical);
        Assert.NotEqual(said[0].Canonical, said[1].Canonical);
    }

    [Fact]
    public void What_is_written_says_it_when_it_was_written()
    {
        const string Text = "The ministry's letter of 2 May says that the bridge was closed. A witness said the same.";
        Assert.Equal("2 May", Assert.Single(new ClaimReader().Read(Text)[0].Time).Of(Text));
    }

    [Fact]
    public void A_curly_apostrophe_makes_no_second_entity()
    {
        const string Text = "The Potters' Guild said that the kiln was safe. A day later the Potters’ Guild denied "
            + "that it had been asked.";
        var said = new ClaimReader().Read(Text);
        Assert.Equal(2, said.Length);
        Assert.Equal(said[0].Canonical, said[1].Canonical);
    }

    [Theory]
    [InlineData("HEATHER said that the bridge was mined. She denied that she had met them.", SourceKind.Anonymous)]
    [InlineData("Captain HEATHER said that it was mined. HEATHER denied that it was guarded.", SourceKind.Person)]
    [InlineData("Witness R-14 said that it was open. Witness R-14 denied that it was guarded.", SourceKind.Anonymous)]
    [InlineData("Reviewer 3 said that it was wrong. Reviewer 3 denied having seen it.", SourceKind.Anonymous)]
    [InlineData("According to @tarnow_live, it is shut. @tarnow_live denied having said so.", SourceKind.Anonymous)]
    public void A_code_name_hides_somebody_unless_a_title_stands_with_it(string text, SourceKind kind)
    {
        var said = new ClaimReader().Read(text);
        Assert.Equal(2, said.Length);
        Assert.All(said, a => Assert.Equal(kind, a.SourceKind));
        Assert.Equal(said[0].Canonical, said[1].Canonical);
    }

    [Theory]
    [InlineData("A clerk of the Land Registry said that the deed was false.", SourceKind.Anonymous)]
    [InlineData("A spokesman for Northern Freight said that the train was late.", SourceKind.Office)]
    [InlineData("The night engineer said that the pump had failed.", SourceKind.Office)]
    [InlineData("Her landlady said that the rent was paid.", SourceKind.Person)]
    [InlineData("The mayor's office said that the file was closed.", SourceKind.Office)]
    [InlineData("The Morning Bugle reported that the pool was shut.", SourceKind.Outlet)]
    [InlineData("A follow-up says that the pool was shut.", SourceKind.Document)]
    [InlineData("The syndicate said that the pool was shut.", SourceKind.Organisation)]
    [InlineData("A broker known as Mother Goose said that the pool was shut.", SourceKind.Anonymous)]
    public void The_noun_tells_what_kind_of_source_it_is(string text, SourceKind kind) =>
        Assert.Equal(kind, new ClaimReader().Read(text)[0].SourceKind);

    [Fact]
    public void Somebody_introduced_with_an_article_holds_no_post()
    {
        const string Text = "The door was opened by a sexton. The sexton said that he had seen nobody.";
        Assert.Equal(SourceKind.Anonymous, new ClaimReader().Read(Text)[0].SourceKind);
        const string Alone = "The sexton said that he had seen nobody.";
        Assert.Equal(SourceKind.Office, new ClaimReader().Read(Alone)[0].SourceKind);
    }

    [Theory]
    [InlineData("A surveyor said that the wall was sound. The surveyor, Mara Lind, denied that she was paid for it.")]
    [InlineData("A courier claimed that the box was empty. The courier in question, Mara Lind, denied that on Friday.")]
    public void Whom_the_text_names_later_is_who_was_meant(string text)
    {
        var said = new ClaimReader().Read(text);
        Assert.Equal("Mara Lind", said[0].Canonical);
        Assert.Equal(SourceKind.Person, said[0].SourceKind);
    }

    [Fact]
    public void What_an_editor_says_for_all_is_said_by_his_paper()
    {
        const string Text = "The Harbour Gazette reported that the mole was cracked. \"We stand by that report,\" said "
            + "the Gazette's editor, Jonas Feld.";
        var said = new ClaimReader().Read(Text);
        Assert.Contains(said, a => a.Source.Any(s => s.Of(Text) == "We") && a.SourceKind == SourceKind.Outlet);
    }

    [Fact]
    public void Whose_lawyer_she_is_does_not_make_her_a_man()
    {
        const string Text = "The mayor denied the story. His lawyer, Dagny Foss, said that the letter was false. She "
            + "added that he had never seen it.";
        var said = new ClaimReader().Read(Text);
        Assert.Equal("Dagny Foss", said[^1].Canonical);
    }

    [Fact]
    public void You_is_not_the_one_who_writes()
    {
        const string Text = "From: Oda Fenn\nTo: Karl Breit\n\nYou said that it was locked. I said that it was open.\n";
        var said = new ClaimReader().Read(Text);
        Assert.Equal(["Karl Breit", "Oda Fenn"], said.Select(a => a.Canonical));
    }
}
