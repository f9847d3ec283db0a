using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>
/// Trains the shipped model from annotated texts and a treebank: tagger, parser (on tags as a tagger that has not seen
/// the sentence
/// gives them), cues and spans (on grammar as the shipped parser reads it). The same input gives the same bytes on any
/// number of
/// cores: parts learn side by side, each on one thread in a fixed order.
/// </summary>
internal static class ClaimTraining
{
    private const int Clusters = 200, Runs = 2, TaggerRounds = 6, PartRounds = 4, TagParts = 4, ParserRounds = 8,
        HalfCueRounds = 5;

    /// <summary>Cues and spans are learned in so many runs.</summary>
    public const int FieldRuns = 2;

    public static CrfSettings CueSettings { get; } = new(12, 0.1f, 6f, 0.3, 0.5, 2, 0.03f);

    public static CrfSettings SpanSettings { get; } = new(13, 0.1f, 15f, 0.5, 0.7, 2, 0.03f);

    public static byte[] Train(
        IReadOnlyList<TreebankSentence> treebank,
        IReadOnlyList<TrueText> texts,
        Action<string> say)
    {
        var lexicon = LexiconTrainer.Train(treebank, WordClusters.Learn(Plain(treebank, texts), Clusters));
        var tags = TaggerTrainer.Train(treebank, lexicon, TaggerRounds, Runs);
        say($"tagger: {tags.Count} weights");
        var (moves, labels) = ParserTrainer.Train(treebank, lexicon, OtherPartTags(treebank, lexicon), ParserRounds,
            Runs);
        say($"parser: {moves.Count} + {labels.Count} weights");
        var grammar = new GrammarReader(new Tagger(tags.Freeze(), lexicon), new DependencyParser(moves.FreezeMoves(),
            labels.Freeze()));
        var read = texts.AsParallel().AsOrdered()
            .Select(t => new TrainingText(grammar.Read(t.Text), t.Attributions, t.ByGuide)).ToArray();
        say($"texts: {read.Length}, {read.Sum(t => t.Index.Text.Count)} tokens");
        var guessed = OtherHalfCues(read);
        say($"cues of the other half: {guessed.Sum(g => g.Count)}");
        var (cues, spans) = Fields(read, guessed);
        say("cues and spans: learned");
        var judge = new JudgeTrainer();
        judge.Train(ReadingExamples.Make(read, guessed));
        say("choice among readings: learned");
        return ClaimModel.Pack(
            to =>
            {
                tags.Write(to);
                lexicon.Write(to);
                moves.Write(to);
            },
            to =>
            {
                labels.Write(to);
                cues.Write(to);
                spans.Write(to);
                judge.Write(to);
            });
    }

    /// <summary>Learns both fields from some texts.</summary>
    public static (CrfTrainer Cues, CrfTrainer Spans) Fields(IReadOnlyList<TrainingText> texts,
        IReadOnlyList<List<TokenRun>> guessed)
    {
        var cues = CrfTrainer.Mean(CrfShape.Cues, CueSettings, FieldRuns,
            [.. texts.SelectMany(t => t.CueExamples())]);
        var spans = CrfTrainer.Mean(CrfShape.Spans, SpanSettings, FieldRuns,
            [.. texts.SelectMany((t, i) => t.SpanExamples(guessed[i]))]);
        return (cues, spans);
    }

    /// <summary>The cues of each text as a model finds them that learned from the other half of the texts.</summary>
    public static List<TokenRun>[] OtherHalfCues(IReadOnlyList<TrainingText> texts)
    {
        var guessed = new List<TokenRun>[texts.Count];
        Parallel.For(0, 2, half =>
        {
            var trainer = new CrfTrainer(CrfShape.Cues, CueSettings with { Rounds = HalfCueRounds });
            trainer.Train([.. texts.Where((_, i) => i % 2 != half).SelectMany(t => t.CueExamples())]);
            var finder = new CueFinder(trainer.Freeze());
            for (var i = half; i < texts.Count; i += 2) guessed[i] = finder.Find(texts[i].Index).Sure;
        });
        return guessed;
    }

    /// <summary>Each sentence tagged by a tagger that learned from the other sentences.</summary>
    internal static byte[][] OtherPartTags(IReadOnlyList<TreebankSentence> treebank, Lexicon lexicon)
    {
        var tags = new byte[treebank.Count][];
        Parallel.For(0, TagParts, part =>
        {
            var weights = TaggerTrainer.Train([.. treebank.Where((_, i) => i % TagParts != part)], lexicon,
                PartRounds, 1);
            var tagger = new Tagger(weights.Freeze(), lexicon);
            for (var i = part; i < treebank.Count; i += TagParts)
            {
                tags[i] = new byte[treebank[i].Form.Length];
                tagger.Tag(Treebank.Atoms(treebank[i], lexicon), 0, tags[i].Length, tags[i]);
            }
        });
        return tags;
    }

    /// <summary>All words of treebank and texts, sentence by sentence, as hashes.</summary>
    private static List<uint[]> Plain(IReadOnlyList<TreebankSentence> treebank, IReadOnlyList<TrueText> texts)
    {
        var sentences = treebank.Select(s => s.Form.Select(f => WordSigns.WordHash(Treebank.Lower(f))).ToArray())
            .ToList();
        foreach (var text in texts)
        {
            var tokens = Tokeniser.Read(text.Text);
            for (var s = 0; s < tokens.SentenceCount; s++)
            {
                sentences.Add([.. tokens.Lower[tokens.SentenceStart[s]..tokens.SentenceStart[s + 1]]
                    .Select(w => WordSigns.WordHash(w))]);
            }
        }

        return sentences;
    }
}
