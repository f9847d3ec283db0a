namespace AllSource.Language.Learning;

/// <summary>
/// Learns a <see cref="DependencyParser"/>: follows its own mistakes most of the time and asks a dynamic oracle which
/// moves lose no more (Goldberg and Nivre 2013). In each visit one feature in ten is left out. Deterministic.
/// </summary>
internal static class ParserTrainer
{
    private const double FollowOwnGuess = 0.9;

    private const double MoveMin = 2, LabelMin = 0.6, Drop = 0.1;

    /// <param name="tags">For each sentence the tags to parse with: predicted ones, as they will be in use.</param>
    /// <param name="runs">So many trainers learn in orders of their own; the mean of their weights is taken.</param>
    public static (WeightList Moves, WeightList Labels) Train(
        IReadOnlyList<TreebankSentence> sentences, Lexicon lexicon, IReadOnlyList<byte[]> tags, int rounds, int runs)
    {
        var learned = new (PerceptronTrainer Moves, PerceptronTrainer Labels)[runs];
        Parallel.For(0, runs, run => learned[run] = Learned(sentences, lexicon, tags, rounds, new((ulong)(7 + run))));
        return (PerceptronTrainer.Average([.. learned.Select(l => l.Moves)], MoveMin, ParserState.Shift),
            PerceptronTrainer.Average([.. learned.Select(l => l.Labels)], LabelMin));
    }

    private static (PerceptronTrainer Moves, PerceptronTrainer Labels) Learned(
        IReadOnlyList<TreebankSentence> sentences, Lexicon lexicon, IReadOnlyList<byte[]> tags, int rounds,
        Shuffle shuffle)
    {
        var (moves, labels) = (new PerceptronTrainer(3), new PerceptronTrainer(Relations.Names.Length));
        var atoms = sentences.Select(s => Treebank.Atoms(s, lexicon)).ToArray();
        var state = new ParserState();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            shuffle.Order(order);
            foreach (var at in order)
            {
                var gold = sentences[at];
                if (gold.Form.Length > 120) continue;
                state.Begin(atoms[at], tags[at], 0, gold.Form.Length);
                Learn(gold, state, moves, labels, shuffle, round > 0);
            }
        }

        return (moves, labels);
    }

    private static void Learn(
        TreebankSentence gold, ParserState state, PerceptronTrainer moves, PerceptronTrainer labels, Shuffle shuffle,
            bool explore)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Max];
        Span<float> scores = stackalloc float[moves.Width];
        while (!state.IsDone)
        {
            if (state.Depth == 0)
            {
                state.Apply(ParserState.Shift, Relations.None);
                continue;
            }

            var n = ParserFeatures.Of(state, features);
            n = shuffle.Thin(features[..n], Drop);
            moves.Score(features[..n], scores);
            var (shift, left, right) = Costs(state, gold);
            var least = Math.Min(shift, Math.Min(left, right));
            ReadOnlySpan<int> costs = [shift, left, right];
            int guess = -1, best = -1;
            for (var move = 0; move < 3; move++)
            {
                if (!state.Allows(move)) continue;
                if (guess < 0 || scores[move] > scores[guess]) guess = move;
                if (costs[move] == least && (best < 0 || scores[move] > scores[best])) best = move;
            }

            moves.Update(features[..n], best, guess);
            var chosen = explore && shuffle.NextShare() < FollowOwnGuess ? guess : best;
            state.Apply(chosen, chosen == ParserState.Shift ? Relations.None
                : Label(state, gold, chosen, labels, shuffle));
        }
    }

    /// <summary>The relation that the labels know so far for this arc; they learn from it when the arc is a true
    /// one.</summary>
    private static byte Label(ParserState state, TreebankSentence gold, int move, PerceptronTrainer labels,
        Shuffle shuffle)
    {
        var (word, head) = (state.Stack(0), move == ParserState.Left ? state.Next : state.Stack(1));
        if (head == state.Root) return Relations.Root;
        Span<uint> features = stackalloc uint[ParserFeatures.LabelMax];
        Span<float> scores = stackalloc float[labels.Width];
        var n = ParserFeatures.OfLabel(state, word, head, features);
        n = shuffle.Thin(features[..n], Drop);
        labels.Score(features[..n], scores);
        var guess = 1;
        for (var r = 2; r < Relations.Names.Length; r++)
        {
            if (scores[r] > scores[guess]) guess = r;
        }

        if (gold.Head[word - 1] == head - 1) labels.Update(features[..n], gold.Relation[word - 1], guess);
        return (byte)guess;
    }

    /// <summary>How many gold arcs each kind of move makes unreachable; a large number where the move is not
    /// allowed.</summary>
    private static (int Shift, int Left, int Right) Costs(ParserState s, TreebankSentence gold)
    {
        const int Never = 1000;
        int Head(int word) => word == s.Root ? -1 : gold.Head[word - 1] < 0 ? s.Root : gold.Head[word - 1] + 1;
        int shift = Never, left = Never, right = Never, b = s.Next, top = s.Stack(0);
        if (b < s.Root)
        {
            shift = 0;
            for (var i = 0; i < s.Depth; i++)
            {
                if (i > 0 && Head(b) == s.Stack(i)) shift++;
                if (Head(s.Stack(i)) == b) shift++;
            }
        }

        if (top == 0) return (shift, left, right);
        var late = 0;
        for (var k = b; k < s.Root; k++)
        {
            if (Head(k) == top) late++;
        }

        var head = Head(top);
        if (b < s.Root || s.Depth == 1) left = late + (head != b && (head > b || head == s.Stack(1)) ? 1 : 0);
        if (s.Depth >= 2) right = late + (head != s.Stack(1) && head >= b ? 1 : 0);
        return (shift, left, right);
    }
}
