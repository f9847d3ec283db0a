using AllSource.Claims;
using AllSource.Claims.Model;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Tests.Claims;

/// <summary>Trees that choose among readings, and readings that grammar proposes.</summary>
public sealed class ReadingTreesTests
{
    private static readonly TreeSettings Small = new(60, 0.2f, 4, 1, 1, 1);

    [Fact]
    public void Trees_learn_what_two_numbers_show_only_together()
    {
        var examples = Together(400, 5);
        var trainer = new TreeChoiceTrainer(Small);
        trainer.Train(examples);
        var right = Together(200, 6).Count(e => trainer.Readings.Score(e.Rows[1]) > trainer.Readings.Score(e.Rows[2])
            == e.Share[1] > e.Share[2]);
        Assert.True(right > 190, $"{right} of 200");
    }

    [Fact]
    public void The_same_examples_grow_the_same_trees_and_a_file_keeps_them()
    {
        var (one, other) = (new TreeChoiceTrainer(Small), new TreeChoiceTrainer(Small));
        one.Train(Together(100, 5));
        other.Train(Together(100, 5));
        Assert.Equal(Bytes(one.Readings), Bytes(other.Readings));
        using var memory = new MemoryStream(Bytes(one.Readings));
        using var reader = new BinaryReader(memory);
        Assert.Equal(Bytes(one.Readings), Bytes(ReadingTrees.Read(reader, 3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(70)]
    public void Trees_walked_together_add_what_each_adds_by_itself_in_their_order(int trees)
    {
        var random = new Shuffle(7);
        var (number, threshold, below, roots) = (new List<short>(), new List<float>(), new List<int>(),
            new List<int>());
        for (var k = 0; k < trees; k++)
        {
            // a leaf alone, a question, or a question below another
            var at = number.Count;
            roots.Add(at);
            number.AddRange(k % 3 == 0 ? [-1] : k % 3 == 1 ? [(short)(k % 2), -1, -1] : [0, -1, 1, -1, -1]);
            below.AddRange(k % 3 == 0 ? [0] : k % 3 == 1 ? [at + 1, 0, 0] : [at + 1, 0, at + 3, 0, 0]);
            while (threshold.Count < number.Count) threshold.Add((float)random.NextShare() - 0.5f);
        }

        var together = new ReadingTrees([.. number], [.. threshold], [.. below], [.. roots]);
        for (var r = 0; r < 20; r++)
        {
            float[] row = [(float)random.NextShare() - 0.5f, (float)random.NextShare() - 0.5f];
            var sum = 0f;
            foreach (var root in roots)
            {
                var at = root;
                while (number[at] >= 0) at = below[at] + (row[number[at]] > threshold[at] ? 1 : 0);
                sum += threshold[at];
            }

            Assert.Equal(sum, together.Score(row));
        }

        if (trees > 1) Assert.Throws<ArgumentException>(() => together.Score([0f]));
    }

    [Fact]
    public void A_file_whose_trees_go_round_or_ask_for_numbers_that_are_not_there_is_refused()
    {
        var round = new ReadingTrees([0, -1, -1], [0.5f, 1, 2], [0, 0, 0], [0]);
        var beyond = new ReadingTrees([3, -1, -1], [0.5f, 1, 2], [1, 0, 0], [0]);
        foreach (var trees in (ReadingTrees[])[round, beyond])
        {
            using var reader = new BinaryReader(new MemoryStream(Bytes(trees)));
            Assert.Throws<InvalidDataException>(() => ReadingTrees.Read(reader, 3));
        }
    }

    [Fact]
    public void Proposals_end_at_borders_of_clauses_and_never_hold_the_cue_or_the_source()
    {
        var text = ClaimModel.Shipped.Grammar.Read(
            "The mayor said the bridge was closed, while the road stayed open to all who work there.");
        var index = new GrammarIndex(text);
        var (source, cue) = (new TokenRun(0, 2), new TokenRun(2, 3));
        var listed = new SpanReading([source], [new(3, 7)], -1);
        var proposed = new ReadingProposals(index).Of(cue, new(0, text.Count), [listed]).ToList();
        Assert.Contains(proposed, p => p is [{ First: 3 } run] && run.End == text.Count - 1);
        Assert.Contains(proposed, p => p is [{ First: 3, End: 7 }]);
        Assert.All(proposed.SelectMany(p => p), r => Assert.True(r.First >= cue.End || r.End <= source.First));
    }

    /// <summary>A reading is right where its first two numbers lie on the same side of a half.</summary>
    private static List<TreeExample> Together(int count, ulong seed)
    {
        var random = new Shuffle(seed);
        var examples = new List<TreeExample>();
        while (examples.Count < count)
        {
            float[] Row() => [(float)random.NextShare(), (float)random.NextShare(), (float)random.NextShare()];
            float[][] rows = [new float[3], Row(), Row()];
            bool Right(int k) => rows[k][0] > 0.5f == rows[k][1] > 0.5f;
            if (Right(1) == Right(2)) continue;
            examples.Add(new(rows, [-9, 0, 0], [0, Right(1) ? 1 : 0, Right(2) ? 1 : 0]));
        }

        return examples;
    }

    private static byte[] Bytes(ReadingTrees trees)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) trees.Write(writer);
        return memory.ToArray();
    }
}
