using System.Globalization;
using System.Text.Json;
using AllSource.Claims;
using AllSource.Claims.Layers;
using AllSource.Claims.Model;
using AllSource.Language;

namespace AllSource.Tests.Claims;

/// <summary>Training on a small world: what it gives is the same each time, and what analysts corrected is
/// learned.</summary>
public sealed class ClaimTrainerTests
{
    private static readonly string[] People = ["mayor", "pilot", "clerk", "guard", "nurse", "baker", "judge", "cook"];
    private static readonly string[] Places = ["bridge", "road", "harbour", "market", "school", "station", "tunnel"];

    [Fact]
    public void The_same_texts_give_the_same_bytes()
    {
        var first = Trained(Sayings(30));
        Assert.True(first.AsSpan().SequenceEqual(Trained(Sayings(30))));
        Assert.False(first.AsSpan().SequenceEqual(Trained(Sayings(29))));
    }

    [Fact]
    public void A_model_that_learned_from_corrections_finds_what_they_point_at()
    {
        const string Text = "The tunnel was closed, by the surveyor's account.";
        var before = Trained(Sayings(120));
        var after = Trained([.. Sayings(120), .. Corrections(90)]);
        Assert.DoesNotContain("account", Cues(before, Text));
        Assert.Contains("account", Cues(after, Text));
    }

    [Fact]
    public void Two_dozen_corrections_teach_who_says_what_in_a_form_that_was_not_known()
    {
        const string Text = "The tunnel was closed, by the surveyor's account.";
        var model = Trained([.. Sayings(120), .. Corrections(24)]);
        Assert.Contains(("the surveyor 's", "account", "The tunnel was closed"), Read(model, Text));
    }

    private static List<(string Source, string Cue, string Content)> Read(byte[] model, string text)
    {
        using var stream = new MemoryStream(model);
        var read = ClaimModel.Read(stream);
        var index = new GrammarIndex(read.Grammar.Read(text));
        // a full stop at a border makes no difference to what is said
        string Words(List<TokenRun> runs) => string.Join(" // ", runs.Select(r => string.Join(' ',
            index.Text.Tokens.Form[r.First..r.End])).Where(w => w != "."));
        return [.. AttributionReader.Read(read.Attributions, index, out _)
            .Select(d => (Words(d.Source), Words(d.Cue), Words(d.Content)))];
    }

    private static List<string> Cues(byte[] model, string text)
    {
        using var stream = new MemoryStream(model);
        var read = ClaimModel.Read(stream);
        var parsed = read.Grammar.Read(text);
        return [.. read.Attributions.Cues(new GrammarIndex(parsed)).Sure.SelectMany(
            c => Enumerable.Range(c.First, c.Length).Select(i => parsed.Tokens.Form[i]))];
    }

    private static byte[] Trained(IReadOnlyCollection<string> lines)
    {
        var trainer = new ClaimTrainer();
        trainer.AddTreebank(new StringReader(Treebank()));
        foreach (var line in lines) AllSource.App.Cli.TrainVerb.Add(trainer, line, byGuide: true);
        return trainer.Train(static _ => { });
    }

    private static string[] Sayings(int count) => [.. Enumerable.Range(0, count).Select(i =>
        Line($"The {Person(i)} said that the {Place(i)} was closed. The {Person(i + 3)} walked to the {Place(i + 1)}.",
            $"The {Person(i)}", "said", $"that the {Place(i)} was closed"))];

    /// <summary>As `allsource acts --export` writes them.</summary>
    private static string[] Corrections(int count) => [.. Enumerable.Range(0, count).Select(i =>
        Line($"The {Place(i)} was closed, by the {Person(i)}'s account.", $"the {Person(i)}'s", "account",
            $"The {Place(i)} was closed"))];

    private static string Person(int i) => People[i % People.Length];

    private static string Place(int i) => Places[i % Places.Length];

    private static string Line(string text, string source, string cue, string content)
    {
        int[][] Span(string words) => [[text.IndexOf(words, StringComparison.Ordinal),
            text.IndexOf(words, StringComparison.Ordinal) + words.Length]];
        return JsonSerializer.Serialize(new
        {
            id = "a",
            text,
            attributions = new[] { new { source = Span(source), cue = Span(cue), content = Span(content) } },
        });
    }

    private static string Treebank()
    {
        var rows = new System.Text.StringBuilder();
        for (var i = 0; i < 24; i++)
        {
            (string Form, string Tag, int Head, string Relation)[] words =
            [
                ("The", "DT", 2, "det"), (Person(i), "NN", 3, "nsubj"), ("said", "VBD", 0, "root"),
                ("that", "IN", 8, "mark"), ("the", "DT", 6, "det"), (Place(i), "NN", 8, "nsubj:pass"),
                ("was", "VBD", 8, "aux:pass"), ("closed", "VBN", 3, "ccomp"), (".", ".", 3, "punct"),
            ];
            for (var w = 0; w < words.Length; w++)
            {
                var (form, tag, head, relation) = words[w];
                rows.AppendLine(string.Join('\t', (w + 1).ToString(CultureInfo.InvariantCulture), form, "_", "_", tag,
                    "_", head.ToString(CultureInfo.InvariantCulture), relation));
            }

            rows.AppendLine();
        }

        return rows.ToString();
    }
}
