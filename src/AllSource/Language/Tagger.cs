using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>
/// Tags words from left to right with an averaged perceptron (Collins 2002). A word that training saw often with one
/// tag only keeps it without being asked.
/// </summary>
internal sealed class Tagger(SparseWeights weights, Lexicon lexicon)
{
    private const int ShortSentence = 400;

    public Lexicon Lexicon => lexicon;

    /// <summary>Tags the tokens [from, to), which are one sentence.</summary>
    public void Tag(WordAtoms atoms, int from, int to, byte[] tags)
    {
        Span<int> at = to - from <= ShortSentence ? stackalloc int[to - from + 4] : new int[to - from + 4];
        var place = Sentence(atoms, from, to, at);
        Span<uint> features = stackalloc uint[TaggerFeatures.Max];
        Span<int> scores = stackalloc int[Tags.Names.Length];
        byte t1 = Tags.Start, t2 = Tags.Start;
        for (var i = 0; i < to - from; i++)
        {
            var sure = atoms.Forms[at[i + 2]].Sure;
            place = TaggerFeatures.Place(place, i, atoms.Forms[at[i + 1]].IsQuote);
            var tag = (byte)(sure - 1);
            if (sure == 0)
            {
                scores.Clear();
                var n = TaggerFeatures.Of(atoms.Forms, at, i, t1, t2, place, features);
                weights.Add(features[..n], scores);
                tag = Best(scores);
            }

            tags[from + i] = tag;
            (t2, t1) = (t1, tag);
        }
    }

    /// <summary>Writes the sentence's forms with its edges; 2 when it is all in capitals, else 0.</summary>
    public static int Sentence(WordAtoms atoms, int from, int to, Span<int> at)
    {
        at[0] = at[1] = WordAtoms.Before;
        at[^1] = at[^2] = WordAtoms.After;
        atoms.At.AsSpan(from, to - from).CopyTo(at[2..]);
        int shouted = 0, words = 0;
        foreach (var form in at[2..^2])
        {
            ref readonly var atom = ref atoms.Forms[form];
            if (atom.IsShouted) shouted++;
            else if (atom.IsWord) words++;
        }

        return shouted > 1 && shouted >= words * 3 ? 2 : 0;
    }

    private static byte Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return (byte)best;
    }
}
