using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.Tests.Claims;

/// <summary>Where one speaker's words end and another's begin, and whose words carry whose.</summary>
public sealed class ContentBorderTests
{
    private static readonly ClaimReader Reader = new();

    private static Attribution Said(string text, string cue) => Reader.Read(text).First(a =>
        a.Cue.Any(c => c.Of(text).Contains(cue, StringComparison.Ordinal)));

    private static string? ParentCue(string text, string cue)
    {
        var all = Reader.Read(text);
        var said = all.First(a => a.Cue.Any(c => c.Of(text).Contains(cue, StringComparison.Ordinal)));
        return said.Parent is { } p ? all[p].Cue[0].Of(text) : null;
    }

    [Theory]
    [InlineData("The harbour pilot, the widow writes, told her that the lamp was out.", "told", "writes")]
    [InlineData("The second clerk, she complains, said that the ledger had burned.", "said", "complains")]
    [InlineData("Orla Finn says her brother rang her from the quay and told her the hull was split.", "told", "says")]
    [InlineData("The chair said that he had been visited by a major, who assured him that nobody was hurt.", "assured",
        "said")]
    public void What_goes_on_within_a_speakers_words_is_carried_by_him(string text, string cue, string carrier) =>
        Assert.Equal(carrier, ParentCue(text, cue));

    [Theory]
    [InlineData("The driver admitted that he had taken the money but denied that he had passed it on.", "denied")]
    [InlineData("The union said the plant had been cold for weeks; the owner replied that it was merely old.",
        "replied")]
    [InlineData("The firm said the valve was sound, though the inspectors say that it leaks.", "say")]
    [InlineData("Asked how the mate could know, the captain answered that he had counted.", "answered")]
    public void Who_speaks_beside_another_is_not_carried_by_him(string text, string cue) =>
        Assert.Null(ParentCue(text, cue));

    [Fact]
    public void A_second_clause_with_that_belongs_to_the_same_words()
    {
        const string text = "The nurse insisted that the ward was full and that the doctor had told her so.";
        Assert.EndsWith("told her so", Said(text, "insisted").Content[^1].Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MS. HALE: When did you see the log?\nMR. ORR: I saw it on Monday.\nMS. HALE: Who showed it to you?\n")]
    [InlineData("[18:04] dora: the bus is late again\n[18:05] pim: told you\n")]
    public void The_colon_of_a_transcript_attributes_nothing(string text) =>
        Assert.DoesNotContain(Reader.Read(text), a => a.Cue.Any(c => c.Of(text) == ":"));
}
