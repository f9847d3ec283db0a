using AllSource.Lineage.Reading;

namespace AllSource.Lineage.Detailed;

/// <summary>
/// One distinct stem of a sentence: its number in the text's vocabulary, and how often it stands there.
/// </summary>
internal readonly record struct Term(int Stem, int Count);

/// <summary>
/// A text as sentences of counted stems, ready to be compared with any other: made once a text. Sentences of fewer than
/// <see cref="WordsMin"/> words join the next; those of more than <see cref="WordsMax"/> are cut.
/// </summary>
internal sealed class SentenceText
{
    internal const int WordsMin = 3;
    internal const int WordsMax = 50;

    public SentenceText(Words words)
    {
        Words = words;
        FirstWords = Cut(words);
        Grams = VerbatimBlocks.GramsOf(words);
        Vocabulary = [.. words.Stems.Distinct().Order()];
        var terms = new List<Term>();
        var starts = new int[SentenceCount + 1];
        var sentenceCounts = new int[Vocabulary.Length];
        var counts = new int[Vocabulary.Length];
        var touched = new List<int>();
        for (var s = 0; s < SentenceCount; s++)
        {
            touched.Clear();
            for (var w = FirstWords[s]; w < FirstWords[s + 1]; w++)
            {
                var stem = Array.BinarySearch(Vocabulary, words.Stems[w]);
                if (counts[stem]++ == 0) touched.Add(stem);
            }

            foreach (var stem in touched)
            {
                terms.Add(new(stem, counts[stem]));
                sentenceCounts[stem]++;
                counts[stem] = 0;
            }

            starts[s + 1] = terms.Count;
        }

        Terms = [.. terms];
        TermStarts = starts;
        SentenceCounts = sentenceCounts;
        (PlaceStarts, Places) = Invert();
    }

    public Words Words { get; }

    /// <summary>See <see cref="VerbatimBlocks.GramsOf"/>.</summary>
    public uint[] Grams { get; }

    /// <summary>The first word of each sentence, and at the end the number of words.</summary>
    public int[] FirstWords { get; }

    public int SentenceCount => FirstWords.Length - 1;

    /// <summary>All stems of the text, ascending.</summary>
    public uint[] Vocabulary { get; }

    /// <summary>The terms of all sentences, sentence after sentence.</summary>
    public Term[] Terms { get; }

    /// <summary>Where in <see cref="Terms"/> each sentence begins, and the end.</summary>
    public int[] TermStarts { get; }

    /// <summary>In how many sentences each stem stands.</summary>
    public int[] SentenceCounts { get; }

    /// <summary>For each stem the sentences that hold it: where its part of <see cref="Places"/> begins.</summary>
    public int[] PlaceStarts { get; }

    /// <summary>Sentence numbers with counts (<see cref="Term.Stem"/> is the sentence here).</summary>
    public Term[] Places { get; }

    public int TermCount(int sentence) => TermStarts[sentence + 1] - TermStarts[sentence];

    private static int[] Cut(Words words)
    {
        var first = new List<int> { 0 };
        for (var w = 1; w < words.Count; w++)
        {
            var length = w - first[^1];
            if ((length >= WordsMin && words.Has(w, WordMarks.SentenceStart)) || length >= WordsMax) first.Add(w);
        }

        if (first.Count > 1 && words.Count - first[^1] < WordsMin) first.RemoveAt(first.Count - 1);
        first.Add(words.Count);
        return words.Count == 0 ? [0] : [.. first];
    }

    private (int[] Starts, Term[] Places) Invert()
    {
        var starts = new int[Vocabulary.Length + 1];
        for (var v = 0; v < Vocabulary.Length; v++) starts[v + 1] = starts[v] + SentenceCounts[v];
        var places = new Term[Terms.Length];
        var next = starts[..^1];
        for (var s = 0; s < SentenceCount; s++)
        {
            for (var t = TermStarts[s]; t < TermStarts[s + 1]; t++) places[next[Terms[t].Stem]++] =
                new(s, Terms[t].Count);
        }

        return (starts, places);
    }
}
