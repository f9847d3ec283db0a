using AllSource.Assessments;
using AllSource.Fusion;
using AllSource.Fusion.Grades;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Sources;

namespace AllSource.Tests.Assessments;

/// <summary>What no sentence may say (ICD 203; STANAG 2511), over generated judgments.</summary>
public sealed class LanguageTests
{
    private const int Judgments = 100_000;

    private static readonly string[] Statements =
    [
        "The ferry struck the breakwater.", "Nine people were hurt; the harbour was shut.",
            "It was sabotage. Nobody saw it.",
        "The bank lost the confidence of its savers.", "Confidence in the dam is low.", "Orrin Terminals hid the log.",
            "",
    ];

    [Fact]
    public void No_sentence_holds_a_likelihood_and_a_confidence_and_no_word_leaves_its_band()
    {
        var random = new Random(41);
        var words = LikelihoodScale.Icd203.Bands.Concat(LikelihoodScale.Phia.Bands).Select(b =>
            b.Word).Distinct().ToList();
        for (var i = 0; i < Judgments; i++)
        {
            var scale = random.Next(2) == 0 ? LikelihoodScale.Icd203 : LikelihoodScale.Phia;
            var said = scale.Say(random.Next(20) == 0 ? random.Next(2) : random.NextDouble());
            var likelihood = LikelihoodSentence.Of($"H{i % 9}", Statements[random.Next(Statements.Length)], said,
                random.Next(2) == 0);
            Assert.False(likelihood.Contains("confiden", StringComparison.OrdinalIgnoreCase), likelihood);
            var band = scale.Bands.FirstOrDefault(b => b.Word == said.Word);
            Assert.True(!said.HasWord || said.Snapped || band!.Holds(said.Probability), likelihood);
            Assert.Contains(said.Percent, likelihood, StringComparison.Ordinal);

            var confidence = ConfidenceMaker.Of(new(
                random.Next(5), random.Next(12), random.Next(6), random.Next(6), random.Next(10), random.Next(5),
                    random.Next(5),
                random.Next(2) == 0, random.Next(3) == 0 ? null : random.Next(1, 6)));
            Assert.DoesNotContain(words, w => confidence.Sentence.Contains(w, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(ConfidenceMaker.Word(confidence.Level), confidence.Sentence, StringComparison.Ordinal);
            var now = scale.Say(random.NextDouble());
            foreach (var move in ChangeTeller.Moves(
                ChangeTeller.Called($"p-{i}", Statements[random.Next(Statements.Length)]), said, now,
                (ConfidenceLevel)random.Next(3), confidence.Level))
            {
                Assert.False(LanguageRule.SpeaksOfConfidence(move) && words.Any(w =>
                    move.Contains(w, StringComparison.OrdinalIgnoreCase)), move);
            }
        }
    }

    [Fact]
    public void Nothing_is_confirmed_with_fewer_than_two_origins()
    {
        var random = new Random(43);
        for (var i = 0; i < Judgments; i++)
        {
            var (origins, against) = (random.Next(5), random.Next(3));
            var p = random.NextDouble();
            var belief = new Belief(p, origins + random.Next(20), origins, origins,
                [new("drawn", random.Next(3) == 0 ? 0 : 1)], false)
            {
                DisputingOrigins = against,
            };
            var proposition = new Proposition(new("p"), "", [], 1, origins, against, [], belief, "")
            {
                TwoIndependent = origins < 2 ? 0 : random.NextDouble(),
            };
            var grade = Grader.Item(proposition).Suggested;
            Assert.False(grade == Credibility.Confirmed
                && (origins < 2 || against > 0 || proposition.TwoIndependent < .9));
            Assert.True(grade != Credibility.CannotBeJudged || belief.Reasons.All(r => r.Weight == 0));
        }
    }

    [Theory]
    [InlineData(.82, "It is very likely (82 %) that the ferry struck the breakwater.")]
    [InlineData(.03, "There is almost no chance (3 %) that the ferry struck the breakwater.")]
    [InlineData(.5, "There is a roughly even chance (50 %) that the ferry struck the breakwater.")]
    [InlineData(.002, "The probability is under 1 % that the ferry struck the breakwater.")]
    public void A_likelihood_reads_as_a_sentence(double p, string expected) =>
        Assert.Equal(expected, LikelihoodSentence.Of("H1", Statements[0], LikelihoodScale.Icd203.Say(p), false));
}
