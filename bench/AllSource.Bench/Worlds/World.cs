using System.Globalization;

namespace AllSource.Bench.Worlds;

/// <summary>A claim with the source that it was really learnt from: itself when it was observed.</summary>
internal readonly record struct MadeClaim(int Source, int Object, string Value, int Origin);

/// <summary>A reporting world with its truth, its copiers and the origin of every claim; seeded.</summary>
internal sealed class World
{
    private readonly WorldKind _kind;
    private readonly Random _rng;
    private readonly int _objects;
    private readonly int[] _truth;
    private readonly bool[] _hard;
    private readonly double[] _accuracy;
    private readonly int[] _coverage;
    private readonly Dictionary<int, (int Value, int Origin)>[] _said;
    private readonly int[][] _fields;

    public World(WorldKind kind, int seed)
    {
        (_kind, _rng) = (kind, new Random(seed));
        _objects = (int)Math.Max(10, kind.Claims / 10d * kind.ObjectsATen);
        _truth = [.. Enumerable.Range(0, _objects).Select(_ => _rng.Next(kind.Values))];
        _hard = [.. Enumerable.Range(0, _objects).Select(_ => _rng.NextDouble() < kind.Hard)];
        _accuracy = [.. Enumerable.Range(0, kind.Sources).Select(_ => Beta(kind.Good, kind.Bad))];
        var weights = Enumerable.Range(0, kind.Sources).Select(i => Math.Pow(i + 1, -kind.Zipf)).ToArray();
        _rng.Shuffle(weights);
        _coverage = [.. weights.Select(w =>
            Math.Min(_objects / 2, Math.Max(2, (int)(w / weights.Sum() * kind.Claims))))];
        _fields = [.. Enumerable.Range(0, kind.Sources).Select(_ => new[] { _rng.Next(kind.Fields),
            _rng.Next(kind.Fields) })];
        _said = new Dictionary<int, (int, int)>[kind.Sources];
        Speak();
    }

    public List<(int Copier, int Original)> Copies { get; } = [];

    /// <summary>Claims in the order of their sources and objects.</summary>
    public IEnumerable<MadeClaim> Claims() =>
        from s in Enumerable.Range(0, _said.Length)
        from c in _said[s].OrderBy(c => c.Key)
        select new MadeClaim(s, c.Key, Name(c.Key, c.Value.Value), c.Value.Origin);

    public string Truth(int o) => Name(o, _truth[o]);

    public int Objects => _objects;

    public double Accuracy(int source) => _accuracy[source];

    private string Name(int o, int value) => _kind.Numbers ? Number(o, value)
        : string.Create(CultureInfo.InvariantCulture, $"v{(_kind.OwnValues ? $"{o}." : "")}{value}");

    /// <summary>Each object has its own number; a false value is off by some per cent.</summary>
    private static string Number(int o, int value) => string.Create(CultureInfo.InvariantCulture,
        $"{1000 + (o * 7919L % 90_000) + (value * (20 + (o % 13)))}");

    private void Speak()
    {
        var copier = Enumerable.Range(0, _kind.Sources).Select(i => i > 0 && _rng.NextDouble() < _kind.Copiers)
            .ToArray();
        var liars = Enumerable.Range(0, _kind.Sources).Where(s => !copier[s]).Take(_kind.Liars).ToHashSet();
        var honest = Enumerable.Range(0, _kind.Sources).Where(s => !copier[s] && !liars.Contains(s)).ToArray();
        var worst = honest.OrderBy(s => _accuracy[s]).Take(Math.Max(1, honest.Length / 10)).ToArray();
        foreach (var s in honest) _said[s] = Observe(s, Looked(s, _coverage[s]));
        Lie(liars);
        var ready = honest.ToList();
        foreach (var s in Enumerable.Range(0, _kind.Sources).Where(s => copier[s]))
        {
            Copy(s, worst, ready);
            if (_kind.Chains) ready.Add(s);
        }
    }

    /// <summary>Liars agree on one lie an object, and tell it of most of what they speak of.</summary>
    private void Lie(HashSet<int> liars)
    {
        if (liars.Count == 0) return;
        var leader = liars.Min();
        var topics = Enumerable.Range(0, _objects).ToArray();
        _rng.Shuffle(topics);
        var lies = topics.Take(_objects / 8).ToDictionary(o => o, o => (_truth[o] + 1) % _kind.Values);
        foreach (var s in liars)
        {
            var told = lies.Keys.Order().ToArray();
            _rng.Shuffle(told);
            _said[s] = told.Take(Math.Max(2, (int)(_coverage[s] * .6))).ToDictionary(o => o, o => (lies[o], leader));
            foreach (var (o, v) in Observe(s, Looked(s, _coverage[s] - _said[s].Count))) _said[s].TryAdd(o, v);
            if (s != leader) Copies.Add((s, leader));
        }
    }

    private void Copy(int s, int[] worst, List<int> ready)
    {
        var said = new Dictionary<int, (int, int)>();
        for (var k = 0; k < _kind.Originals; k++)
        {
            var from = _rng.NextDouble() < _kind.FromWorst ? worst[_rng.Next(worst.Length)]
                : ready[_rng.Next(ready.Count)];
            if (Copies.Contains((s, from))) continue;
            Copies.Add((s, from));
            var pool = _said[from].Keys.Order().ToArray();
            _rng.Shuffle(pool);
            foreach (var o in pool.Take(Math.Max(1, (int)(_coverage[s] * _kind.Rate / _kind.Originals))))
            {
                var edited = _rng.NextDouble() < _kind.Edits;
                said.TryAdd(o, edited ? (Wrong(o), s) : _said[from][o]);
            }
        }

        foreach (var (o, v) in Observe(s, Looked(s, _coverage[s] - (int)(_coverage[s] * _kind.Rate))))
            said.TryAdd(o, v);
        _said[s] = said;
    }

    private IEnumerable<int> Looked(int s, int count)
    {
        var seen = new HashSet<int>();
        for (var tries = 0; seen.Count < count && tries < 20 * count; tries++)
        {
            var o = _rng.Next(_objects);
            if (_kind.Fields == 1 || _fields[s].Contains(o % _kind.Fields)) seen.Add(o);
        }

        return seen.Order();
    }

    private Dictionary<int, (int Value, int Origin)> Observe(int s, IEnumerable<int> objects) =>
        objects.ToDictionary(o => o, o =>
            (_rng.NextDouble() < _accuracy[s] * (_hard[o] ? .5 : 1) ? _truth[o] : Wrong(o), s));

    private int Wrong(int o) => _rng.NextDouble() < _kind.Favourite ? (_truth[o] + 1) % _kind.Values
        : (_truth[o] + _rng.Next(1, _kind.Values)) % _kind.Values;

    private double Beta(double a, double b)
    {
        double x = 0, y = 0;
        for (var k = 0; k < a; k++) x -= Math.Log(1 - _rng.NextDouble());
        for (var k = 0; k < b; k++) y -= Math.Log(1 - _rng.NextDouble());
        return x / (x + y);
    }
}
