using AllSource.Claims;
using AllSource.Claims.Model;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Tests.Claims;

/// <summary>What makes reading quick gives what the plain way gives.</summary>
public sealed class LikeliestPathsTests
{
    [Fact]
    public void The_best_paths_of_a_lattice_are_those_that_trying_all_of_them_finds()
    {
        var random = new Random(7);
        var shape = CrfShape.Spans;
        var paths = new CrfPaths(shape, 12);
        for (var round = 0; round < 60; round++)
        {
            var lattice = new CrfLattice(shape);
            lattice.Begin(1 + random.Next(5));
            for (var i = 0; i < lattice.Length * shape.Labels; i++) lattice.Emission[i] = random.Next(-8, 9) / 4f;
            if (lattice.Length > 2 && round % 2 == 0) lattice.Only(1, CrfShape.InCue);
            var (edge, start, end) = (Weights(random, shape.Edges.Length), Weights(random, shape.States),
                Weights(random, shape.States));
            var (states, scores) = (Enumerable.Range(0, 12).Select(_ => new int[8]).ToArray(), new float[12]);
            var found = paths.Find(lattice, edge, start, end, states, scores);
            var all = All(lattice, edge, start, end).OrderDescending().Take(12).ToArray();
            Assert.Equal(all.Length, found);
            for (var k = 0; k < found; k++)
            {
                Assert.Equal(all[k], scores[k], 0.001f);
                Assert.Equal(scores[k], Score(lattice, edge, start, end, states[k]), 0.001f);
            }

            Assert.Equal(found, states.Take(found).Select(s => string.Join(' ', s.Take(lattice.Length))).Distinct()
                .Count());
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    public void Every_feature_has_its_own_weights_and_an_unknown_one_none(int classes)
    {
        var random = new Random(11);
        var list = new WeightList();
        var known = new Dictionary<uint, int[]>();
        for (var i = 0; i < 30_000; i++)
        {
            // some of them close together, and some that differ in their high bits alone
            var feature = (i % 3) switch
            {
                0 => (uint)random.NextInt64(1L << 32),
                1 => (uint)(i * 2) + 1u,
                _ => ((uint)(i % 200) << 24) | (uint)(i % 7),
            };
            if (!known.TryAdd(Math.Max(feature, 1), new int[classes])) continue;
            for (var c = 0; c < classes; c++)
            {
                var weight = known[Math.Max(feature, 1)][c] = c == 0 ? random.Next(1, 128) : random.Next(-127, 128);
                if (weight != 0) list.Add(feature, (byte)c, weight);
            }
        }

        list.Add(0xABCDEF01, 0, 127);
        known[0xABCDEF01] = [127, .. new int[classes - 1]];
        var weights = list.Freeze();
        var scores = new int[classes];
        foreach (var (feature, expected) in known)
        {
            Array.Clear(scores);
            weights.Add([feature], scores);
            Assert.True(scores.AsSpan().SequenceEqual(expected), $"feature {feature}");
        }

        for (var i = 0; i < 50_000; i++)
        {
            var feature = (uint)random.NextInt64(1L << 32);
            if (known.ContainsKey(feature)) continue;
            Array.Clear(scores);
            weights.Add([feature], scores);
            Assert.False(scores.AsSpan().ContainsAnyExcept(0), $"unknown feature {feature}");
        }
    }

    [Fact]
    public void Sums_that_are_kept_are_those_of_all_features()
    {
        const string text = """
            The minister said the port was closed, and the union, which had denied it, told reporters: "We know
            nothing." "He said so," a clerk added. Karl Breit wrote that she had said "no" to them; nobody else would.

            According to the log the gate, he said, "was open". It was reported that two officials had warned of it.
            """;
        var index = new GrammarIndex(ClaimModel.Shipped.Grammar.Read(text));
        TokenRun[] cues = [.. Enumerable.Range(0, index.Text.Count).Where(i => index.Text.Tokens.Lower[i] is "said"
            or "denied" or "told" or "wrote" or "reported").Select(i => new TokenRun(i, i + 1))];
        var features = new SpanFeatures(index, AttributionModel.CueOf(index.Text.Count, cues));
        var (list, seen, buffer) = (new WeightList(), new HashSet<uint>(), new FeatureBuffer());
        void Each(Action<int> work)
        {
            for (var round = 0; round < 4; round++)
            {
                foreach (var cue in cues)
                {
                    var window = AttributionModel.Window(cue, index.Text);
                    window = new(Math.Max(window.First, cue.First - (9 * round)), window.End - round);
                    features.Begin(cue, window, round == 3 ? index.Text.Quotes.Of[cue.First] : -1);
                    for (var t = window.First; t < window.End; t++) work(t);
                }
            }
        }

        Each(t =>
        {
            features.Of(t, buffer);
            foreach (var feature in buffer.Features)
            {
                if (seen.Add(feature)) list.Add(feature, (byte)(feature % 5), 1 + (feature >> 8) % 127);
            }
        });
        list.Add(0, 0, 127);
        var model = new CrfModel(CrfShape.Spans, list.Freeze(), [], [], []);
        var kept = new SpanScores(features, model);
        var expected = new int[8];
        Each(t =>
        {
            features.Of(t, buffer);
            Array.Clear(expected);
            model.Weights.Add(buffer.Features, expected);
            var scores = kept.Of(t);
            for (var l = 0; l < 5; l++) Assert.Equal(expected[l], scores[l]);
        });
    }

    [Fact]
    public void A_window_that_is_repeated_has_the_readings_that_it_would_have_anew()
    {
        string[] lines =
        [
            "The minister said the port was closed.\n", "He said so.\n", "\"We know nothing,\" she said, \"of it\".\n",
            "Nobody came.\n", "\"The gate", " he said it was open ", "A said that B had told C that it was so.\n",
            "It was reported that two officials, who said little, had warned of it. They said more. ",
        ];
        var random = new Random(5);
        var text = new System.Text.StringBuilder();
        while (text.Length < 130_000)
        {
            var line = lines[random.Next(lines.Length)];
            for (var times = random.Next(1, 9); times > 0; times--) text.Append(line);
        }

        var index = new GrammarIndex(ClaimModel.Shipped.Grammar.Read(text.ToString()));
        TokenRun[] cues = [.. Enumerable.Range(0, index.Text.Count).Where(i => index.Text.Tokens.Lower[i] is "said"
            or "told" or "reported").Select(i => new TokenRun(i, i + 1))];
        var cueOf = AttributionModel.CueOf(index.Text.Count, cues);
        var (features, buffer, list) = (new SpanFeatures(index, cueOf), new FeatureBuffer(), new WeightList());
        var seen = new HashSet<uint>();
        foreach (var cue in cues.Take(300))
        {
            var window = AttributionModel.Window(cue, index.Text);
            features.Begin(cue, window);
            for (var t = window.First; t < window.End; t++)
            {
                features.Of(t, buffer);
                foreach (var f in buffer.Features)
                {
                    if (seen.Add(f)) list.Add(f, (byte)(f % 5), ((f >> 8) % 255) - 127f);
                }
            }
        }

        var shape = CrfShape.Spans;
        var model = new CrfModel(shape, list.Freeze(), Weights(random, shape.Edges.Length), Weights(random,
            shape.States), Weights(random, shape.States));
        var signs = WindowSigns.Of(index, cueOf);
        Assert.NotNull(signs);
        var finder = new ReadingFinder(model, index, cueOf);
        var repeated = new RepeatedWindows(new(model, index, cueOf), signs);
        var numbers = new HashSet<ulong>();
        foreach (var cue in cues.Take(1500))
        {
            var window = AttributionModel.Window(cue, index.Text);
            numbers.Add(signs.Of(cue, window));
            Assert.Equal(Shown(finder.List(cue, window)), Shown(repeated.List(cue, window)));
        }

        Assert.InRange(numbers.Count, 50, 1400);
    }

    private static string Shown(CueReadings read) => $"{read.Cue} {read.Filled:R} " + string.Join("; ",
        read.Readings.Select(r => $"{string.Join(',', r.Source)} {string.Join(',', r.Content)} {r.Log:R}"));

    private static float[] Weights(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(-6, 7) / 4f)];

    private static List<float> All(CrfLattice lattice, float[] edge, float[] start, float[] end)
    {
        var found = new List<float>();
        var path = new int[lattice.Length];
        void Go(int i)
        {
            if (i == path.Length)
            {
                if (Score(lattice, edge, start, end, path) is > CrfLattice.Forbidden / 2 and var score)
                {
                    found.Add(score);
                }

                return;
            }

            for (path[i] = 0; path[i] < lattice.Shape.States; path[i]++)
            {
                if (i == 0 || lattice.Shape.EdgeOf(path[i - 1], path[i]) >= 0) Go(i + 1);
            }
        }

        Go(0);
        return found;
    }

    private static float Score(CrfLattice lattice, float[] edge, float[] start, float[] end, int[] path)
    {
        var shape = lattice.Shape;
        var last = path[lattice.Length - 1];
        if (!shape.MayStart[path[0]] || !shape.MayEnd[last]) return CrfLattice.Forbidden;
        var score = start[path[0]] + end[last];
        for (var i = 0; i < lattice.Length; i++)
        {
            score += lattice.Emission[(i * shape.Labels) + shape.LabelOf[path[i]]];
            if (i > 0) score += edge[shape.EdgeOf(path[i - 1], path[i])];
        }

        return score;
    }
}
