using AllSource.Language;

namespace AllSource.Claims.Model;

/// <summary>The cues that were found in a text, each list ascending.</summary>
/// <param name="Sure">Those of the likeliest reading.</param>
/// <param name="Likely">These and others that might be: what they would attribute decides.</param>
/// <param name="Share">For each token how likely it is in a cue; 0 in sentences without any.</param>
internal sealed record CueCandidates(List<TokenRun> Sure, List<TokenRun> Likely, float[] Share);

/// <summary>Finds cues sentence by sentence. Safe for many threads.</summary>
internal sealed class CueFinder(CrfModel cues)
{
    /// <summary>Added to the start of a cue: without it the likeliest reading is silent where two in five would mark
    /// one.</summary>
    private const float CueBias = 0.6f;

    /// <summary>Where one in fourteen would mark a cue it is worth to look at what it would attribute.</summary>
    private const float LikelyBias = 2.6f;

    /// <summary>Training knows no claims within claims; a plain reporting verb there needs help.</summary>
    private const float NestedBias = 1.8f;

    /// <summary>What one thread works with.</summary>
    private sealed class Desk(GrammarIndex index, CrfModel cues)
    {
        public CueFeatures Features { get; } = new(index);

        public FeatureBuffer Buffer { get; } = new();

        public CrfLattice Lattice { get; } = new(cues.Shape);

        public CrfSums Sums { get; } = new(cues.Shape);

        public int[] States { get; private set; } = new int[64];

        public float[] Labels { get; private set; } = new float[192];

        public float[] Edges { get; } = new float[cues.Shape.Edges.Length];

        public float[] Starts { get; } = new float[cues.Shape.States];

        public void Room(int length)
        {
            if (States.Length < length) (States, Labels) = (new int[length * 2], new float[length * 6]);
        }
    }

    public CueCandidates Find(GrammarIndex index)
    {
        var starts = index.Text.Tokens.SentenceStart;
        var (sure, likely) = (new List<TokenRun>?[starts.Length - 1], new List<TokenRun>?[starts.Length - 1]);
        var share = new float[index.Text.Count];
        Batches.Each(sure.Length, index.Text.Count, () => new Desk(index, cues), (s, desk) =>
        {
            if (starts[s] == starts[s + 1] || !GrammarReader.HasWord(index.Text.Tokens, starts[s],
                starts[s + 1])) return;
            var run = new TokenRun(starts[s], starts[s + 1]);
            desk.Features.Begin(run.First, run.End);
            Score(run, desk);
            desk.Lattice.Favour(1, LikelyBias);
            Best(run, desk, likely[s] = []);
            if (likely[s]!.Count == 0) return;
            desk.Lattice.Favour(1, CueBias - LikelyBias);
            Best(run, desk, sure[s] = []);
            desk.Lattice.Favour(1, -CueBias);
            Shares(run, desk, share);
        });
        return new(Joined(sure), Joined(likely), share);
    }

    private static List<TokenRun> Joined(List<TokenRun>?[] found) =>
        [.. found.Where(f => f is not null).SelectMany(f => f!)];

    /// <summary>Cues within a content, read as if it were a text of its own: sentence by sentence, without the
    /// quotation that it all stands in.</summary>
    /// <param name="mayBe">Whether a token can be that of a cue which is wanted; sentences without one are
    /// passed over.</param>
    public List<TokenRun> FindWithin(GrammarIndex index, TokenRun content, Func<int, bool> mayBe)
    {
        Desk? desk = null;
        var (starts, of, found) = (index.Text.Tokens.SentenceStart, index.Text.Tokens.SentenceOf, new List<TokenRun>());
        var outer = Enclosing(index, content);
        for (var s = of[content.First]; s <= of[content.End - 1]; s++)
        {
            var run = new TokenRun(Math.Max(content.First, starts[s]), Math.Min(content.End, starts[s + 1]));
            if (run.Length < 3 || !Any(run, mayBe)) continue;
            desk ??= new(index, cues);
            desk.Features.Begin(run.First, run.End, outer);
            Score(run, desk);
            desk.Lattice.Favour(1, NestedBias);
            Best(run, desk, found);
        }

        return found;
    }

    private static bool Any(TokenRun run, Func<int, bool> mayBe)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (mayBe(i)) return true;
        }

        return false;
    }

    /// <summary>The quotation that a whole content stands in, -1 for none.</summary>
    public static int Enclosing(GrammarIndex index, TokenRun content)
    {
        var q = index.Text.Quotes.Of[content.First];
        return q >= 0 && index.Text.Quotes.Of[content.End - 1] == q ? q : -1;
    }

    private void Score(TokenRun run, Desk desk)
    {
        desk.Room(run.Length);
        desk.Lattice.Begin(run.Length);
        for (var i = run.First; i < run.End; i++)
        {
            desk.Features.Of(i, desk.Buffer);
            cues.Emit(desk.Lattice, i - run.First, desk.Buffer.Features);
        }
    }

    private void Best(TokenRun run, Desk desk, List<TokenRun> found)
    {
        var states = desk.States;
        desk.Lattice.Best(cues.Edge, cues.Start, cues.End, states);
        for (var i = 0; i < run.Length; i++)
        {
            if (states[i] == 0) continue;
            var end = i + 1;
            while (end < run.Length && states[end] == 2) end++;
            found.Add(new(run.First + i, run.First + end));
            i = end - 1;
        }
    }

    private void Shares(TokenRun run, Desk desk, float[] share)
    {
        desk.Sums.Expect(desk.Lattice, cues.Edge, cues.Start, cues.End, desk.Labels, desk.Edges, desk.Starts,
            desk.Starts);
        for (var i = 0; i < run.Length; i++)
        {
            share[run.First + i] = desk.Labels[(i * 3) + 1] + desk.Labels[(i * 3) + 2];
        }
    }
}
