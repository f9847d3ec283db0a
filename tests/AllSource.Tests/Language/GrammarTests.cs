using AllSource.Claims.Model;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Tests.Language;

/// <summary>Tagger and parser, learned on a small world and as they ship.</summary>
public sealed class GrammarTests
{
    [Fact]
    public void Words_that_stand_in_like_places_share_a_cluster()
    {
        uint[] Sentence(uint subject, uint verb) => [1, subject, verb];
        var sentences = new List<uint[]>();
        for (uint i = 0; i < 60; i++) sentences.Add(Sentence(10 + (i % 3), 20 + (i / 3 % 3)));
        var clusters = WordClusters.Learn(sentences, 3);
        Assert.Equal(clusters, WordClusters.Learn(sentences, 3));
        Assert.Equal(clusters[10], clusters[11]);
        Assert.Equal(clusters[10], clusters[12]);
        Assert.Equal(clusters[20], clusters[22]);
        Assert.NotEqual(clusters[10], clusters[20]);
    }

    [Fact]
    public void A_lexicon_reads_back_what_it_wrote()
    {
        var entries = Enumerable.Range(0, 500).ToDictionary(i => (uint)i * 77_777_777u,
            i => new LexiconEntry((byte)(i % 50), (byte)(i % 240), (byte)(1 + (i % 200))));
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        new Lexicon(entries).Write(writer);
        writer.Flush();
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        var read = Lexicon.Read(reader);
        Assert.All(entries, e => Assert.Equal(e.Value, read.Find(e.Key)));
        Assert.Equal(default, read.Find(12_345u));
    }

    [Fact]
    public void Buckets_of_moves_sum_what_a_table_sums()
    {
        var random = new Shuffle(5);
        var table = new Dictionary<uint, (int First, int Second)>();
        while (table.Count < 300) table[(uint)(random.NextRaw() >> 32)] = (random.Next(255) - 127, 1 + random.Next(90));
        uint[] keys = [.. table.Keys.Order()];
        var weights = new MoveWeights(keys, [.. keys.Select(_ => (byte)2)],
            [.. keys.SelectMany(_ => new byte[] { 0, 1 })],
            [.. keys.SelectMany(k => new[] { (sbyte)table[k].First, (sbyte)table[k].Second })]);
        uint[] asked = [.. keys.Where((_, i) => i % 3 == 0), .. keys.Select(k => k ^ 0x5A5Au)];
        var known = asked.Where(table.ContainsKey).Select(k => table[k]).ToList();
        Assert.Equal((known.Sum(k => k.First), known.Sum(k => k.Second)), weights.Sum(asked));
    }

    [Fact]
    public void A_dash_that_one_treebank_calls_a_comma_is_tagged_as_the_other_calls_it()
    {
        using var rows = new StringReader(
            "1\t--\t_\t_\t,\t_\t0\troot\n2\t,\t_\t_\t,\t_\t1\tpunct\n3\t/\t_\t_\t,\t_\t1\tpunct\n\n");
        Assert.Equal([":", ",", "SYM"], Treebank.Read(rows)[0].Tag.Select(t => Tags.Names[t]));
    }

    /// <summary>Any order of any words, marks and none: every sentence has heads that lead to its one root.</summary>
    [Fact]
    public void Every_sentence_is_a_tree_whatever_it_says()
    {
        string[] words = ["the", "mayor", "said", "that", "\"", ",", "(", "IRON", "xq7", "’s", "--", "told", "him"];
        var random = new Shuffle(3);
        for (var trial = 0; trial < 60; trial++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + random.Next(40)).Select(
                _ => words[random.Next(words.Length)]));
            var parsed = ClaimModel.Shipped.Grammar.Read(text + ".");
            for (var s = 0; s < parsed.Tokens.SentenceCount; s++)
            {
                int from = parsed.Tokens.SentenceStart[s], to = parsed.Tokens.SentenceStart[s + 1];
                if (!GrammarReader.HasWord(parsed.Tokens, from, to)) continue;
                Assert.Equal(1, Enumerable.Range(from, to - from).Count(i => parsed.Head[i] < 0));
                Assert.All(Enumerable.Range(from, to - from), i => Assert.True(
                    Climbs(parsed.Head, i, to - from), text));
            }
        }
    }

    [Fact]
    public void The_shipped_grammar_knows_who_spoke_and_to_whom()
    {
        var parsed = ClaimModel.Shipped.Grammar.Read(
            "The minister told reporters on Monday that the bridge had been closed.");
        string Relation(string word) => Relations.Names[parsed.Relation[Array.IndexOf(parsed.Tokens.Form, word)]];
        string Tag(string word) => Tags.Names[parsed.Tag[Array.IndexOf(parsed.Tokens.Form, word)]];
        Assert.Equal(("nsubj", "ccomp"), (Relation("minister"), Relation("closed")));
        Assert.Equal(("VBD", "VBN"), (Tag("told"), Tag("closed")));
        Assert.Equal(("NNP", "IN"), (Tag("Monday"), Tag("that")));
    }

    private static bool Climbs(int[] heads, int token, int length)
    {
        for (var step = 0; step <= length; step++)
        {
            if (heads[token] < 0) return true;
            token = heads[token];
        }

        return false;
    }
}
