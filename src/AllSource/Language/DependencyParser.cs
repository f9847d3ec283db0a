using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>
/// Reads the grammar of a sentence: for each word its head and relation. Greedy arc-hybrid transitions (Kuhlmann,
/// Gómez-Rodríguez and Satta 2011), trained with a dynamic oracle (Goldberg and Nivre 2013), scored by an averaged
/// perceptron. Linear in the length.
/// </summary>
internal sealed class DependencyParser(MoveWeights moves, SparseWeights labels)
{
    /// <summary>Parses a sentence at which the state was begun. Heads are token numbers of the whole text, -1 for the
    /// root.</summary>
    public void Parse(ParserState state, int[] heads, byte[] relations)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Max];
        while (!state.IsDone)
        {
            var best = ParserState.Shift;
            if (state.Depth > 0)
            {
                var n = ParserFeatures.Of(state, features);
                best = Best(state, moves.Sum(features[..n]));
            }

            state.Apply(best, best == ParserState.Shift ? Relations.None : Label(state, best));
        }

        state.CopyTo(heads, relations);
    }

    private static int Best(ParserState state, (int Left, int Right) scores)
    {
        var (best, most) = state.Allows(ParserState.Shift) ? (ParserState.Shift, 0) : (-1, int.MinValue);
        if (state.Allows(ParserState.Left) && scores.Left > most) (best, most) = (ParserState.Left, scores.Left);
        return state.Allows(ParserState.Right) && scores.Right > most ? ParserState.Right : best;
    }

    private byte Label(ParserState state, int move)
    {
        var (word, head) = (state.Stack(0), move == ParserState.Left ? state.Next : state.Stack(1));
        if (head == state.Root) return Relations.Root;
        Span<uint> features = stackalloc uint[ParserFeatures.LabelMax];
        Span<int> scores = stackalloc int[Relations.Names.Length];
        scores.Clear();
        var n = ParserFeatures.OfLabel(state, word, head, features);
        labels.Add(features[..n], scores);
        var best = 1;
        for (var r = 2; r < scores.Length; r++)
        {
            if (scores[r] > scores[best]) best = r;
        }

        return (byte)best;
    }
}
