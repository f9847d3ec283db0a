namespace AllSource.Tests.Fusion;

/// <summary>
/// A world in which some sources copy others, with the truth known. Seeded: the same world every time.
/// </summary>
internal sealed record CircularWorld(
    List<(string Source, string Object, string Value)> Claims,
    Dictionary<string, string> Truth,
    List<(string Copier, string Original)> Copies,
    List<(string Source, string Object, string Value)> Seen)
{
    public static CircularWorld Make(int seed, int sources = 60, int objects = 400, int claims = 4000,
        double copiers = .3)
    {
        var rng = new Random(seed);
        var truth = Enumerable.Range(0, objects).Select(_ => rng.Next(6)).ToArray();
        var world =
            new CircularWorld([], Enumerable.Range(0, objects).ToDictionary(o => $"o{o}", o => $"v{truth[o]}"), [], []);
        var accuracy = Enumerable.Range(0, sources).Select(_ => .4 + (.5 * rng.NextDouble())).ToArray();
        var firsts = new List<(int Source, Dictionary<int, int> Said)>();
        for (var s = 0; s < sources; s++)
        {
            var cover = Math.Min(objects / 2, 10 + rng.Next(2 * claims / sources));
            var said = new Dictionary<int, int>();
            var taken = new HashSet<int>();
            if (s > sources / 3 && rng.NextDouble() < copiers)
            {
                var (from, original) =
                    firsts.OrderBy(f => accuracy[f.Source]).ElementAt(rng.Next(Math.Max(1, firsts.Count / 5)));
                world.Copies.Add(($"s{s}", $"s{from}"));
                foreach (var (o, v) in original.OrderBy(_ => rng.Next()).Take(cover * 8 / 10)) said[o] = v;
                taken = [.. said.Keys];
            }

            while (said.Count < cover)
            {
                var o = rng.Next(objects);
                said.TryAdd(o, rng.NextDouble() < accuracy[s] ? truth[o] : (truth[o] + 1 + rng.Next(5)) % 6);
            }

            if (taken.Count == 0) firsts.Add((s, said));
            foreach (var (o, v) in said)
            {
                world.Claims.Add(($"s{s}", $"o{o}", $"v{v}"));
                if (!taken.Contains(o)) world.Seen.Add(($"s{s}", $"o{o}", $"v{v}"));
            }
        }

        return world;
    }
}
