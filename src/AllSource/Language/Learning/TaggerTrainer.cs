namespace AllSource.Language.Learning;

/// <summary>
/// Learns a <see cref="Tagger"/> from a treebank, on the tags that it gave itself to the words before. Deterministic.
/// </summary>
internal static class TaggerTrainer
{
    private const double WeightMin = 0.8, Drop = 0.1;

    /// <param name="runs">So many trainers go through the sentences in orders of their own; the mean of their weights
    /// is taken. In each visit one feature in ten is left out.</param>
    public static WeightList Train(IReadOnlyList<TreebankSentence> sentences, Lexicon lexicon, int rounds, int runs)
    {
        var trainers = new PerceptronTrainer[runs];
        Parallel.For(0, runs, run => trainers[run] = Learned(sentences, lexicon, rounds, new((ulong)(11 + run))));
        return PerceptronTrainer.Average(trainers, WeightMin);
    }

    private static PerceptronTrainer Learned(IReadOnlyList<TreebankSentence> sentences, Lexicon lexicon, int rounds,
        Shuffle shuffle)
    {
        var trainer = new PerceptronTrainer(Tags.Names.Length);
        var atoms = sentences.Select(s => Treebank.Atoms(s, lexicon)).ToArray();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            shuffle.Order(order);
            foreach (var at in order) Learn(sentences[at], atoms[at], trainer, shuffle);
        }

        return trainer;
    }

    private static void Learn(TreebankSentence sentence, WordAtoms atoms, PerceptronTrainer trainer,
        Shuffle shuffle)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Max];
        Span<float> scores = stackalloc float[trainer.Width];
        Span<int> at = new int[sentence.Form.Length + 4];
        var place = Tagger.Sentence(atoms, 0, sentence.Form.Length, at);
        byte t1 = Tags.Start, t2 = Tags.Start;
        for (var i = 0; i < sentence.Form.Length; i++)
        {
            var sure = atoms.Forms[at[i + 2]].Sure;
            place = TaggerFeatures.Place(place, i, atoms.Forms[at[i + 1]].IsQuote);
            var guess = sure - 1;
            if (sure == 0)
            {
                var n = TaggerFeatures.Of(atoms.Forms, at, i, t1, t2, place, features);
                n = shuffle.Thin(features[..n], Drop);
                trainer.Score(features[..n], scores);
                guess = 0;
                for (var c = 1; c < Tags.Names.Length; c++)
                {
                    if (scores[c] > scores[guess]) guess = c;
                }

                trainer.Update(features[..n], sentence.Tag[i], guess);
            }

            (t2, t1) = (t1, (byte)guess);
        }
    }
}
