namespace AllSource.Language.Learning;

/// <summary>Learns a <see cref="Tagger"/> from a treebank. Deterministic.</summary>
internal static class TaggerTrainer
{
    private const int SureCountMin = 15;

    private const double WeightMin = 0.8;

    public static (WeightList Weights, WeightList Known) Train(IReadOnlyList<TreebankSentence> sentences, int rounds)
    {
        var known = KnownWords(sentences);
        var sure = known.Freeze();
        var trainer = new PerceptronTrainer(Tags.Names.Length);
        var signs = sentences.Select(Treebank.Signs).ToArray();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var shuffle = new Shuffle(11);
        for (var round = 0; round < rounds; round++)
        {
            shuffle.Order(order);
            foreach (var at in order) Learn(sentences[at], signs[at], sure, trainer);
        }

        return (trainer.Average(WeightMin), known);
    }

    private static void Learn(TreebankSentence sentence, WordSigns signs, SparseWeights sure, PerceptronTrainer trainer)
    {
        Span<uint> features = stackalloc uint[Tagger.FeaturesMax];
        Span<float> scores = stackalloc float[trainer.Width];
        Span<int> certain = stackalloc int[64];
        var tags = new byte[sentence.Form.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            certain.Clear();
            sure.Add([signs.Word[i]], certain);
            var fixedTag = MaxIndex(certain);
            if (certain[fixedTag] > 0)
            {
                tags[i] = (byte)fixedTag;
                continue;
            }

            var n = Tagger.Features(signs, 0, tags.Length, i, tags, features);
            trainer.Score(features[..n], scores);
            var guess = 0;
            for (var c = 1; c < Tags.Names.Length; c++)
            {
                if (scores[c] > scores[guess]) guess = c;
            }

            trainer.Update(features[..n], sentence.Tag[i], guess);
            tags[i] = (byte)guess;
        }
    }

    private static int MaxIndex(Span<int> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best]) best = i;
        }

        return best;
    }

    private static WeightList KnownWords(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = new SortedDictionary<uint, Dictionary<byte, int>>();
        foreach (var sentence in sentences)
        {
            var signs = Treebank.Signs(sentence);
            for (var i = 0; i < sentence.Form.Length; i++)
            {
                if (!counts.TryGetValue(signs.Word[i], out var tags)) counts[signs.Word[i]] = tags = [];
                tags[sentence.Tag[i]] = tags.GetValueOrDefault(sentence.Tag[i]) + 1;
            }
        }

        var list = new WeightList();
        foreach (var (word, tags) in counts)
        {
            var (tag, count) = tags.MaxBy(t => (t.Value, -t.Key));
            if (count >= SureCountMin && count >= tags.Values.Sum() * 0.995) list.Add(word, tag, 1);
        }

        return list;
    }
}
