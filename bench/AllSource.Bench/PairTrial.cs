using System.Diagnostics;
using System.Text.Json;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Detailed;
using AllSource.Lineage.Reading;

namespace AllSource.Bench;

/// <summary>
/// Quality and speed of the detailed aligner over a set of listed pairs: FOLDER/NAME.docs.jsonl, .pairs.tsv,
/// .gold.jsonl.
/// </summary>
internal sealed class PairTrial
{
    private readonly Dictionary<string, SentenceText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodePointMap> _maps = new(StringComparer.Ordinal);
    private readonly List<(string A, string B, string Kind)> _pairs = [];
    private readonly Dictionary<(string, string), List<Stretch>> _gold = [];

    public PairTrial(string prefix)
    {
        var reader = new WordReader();
        foreach (var line in File.ReadLines($"{prefix}.docs.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("id").GetString()!;
            var text = json.RootElement.GetProperty("text").GetString()!;
            _texts[id] = new(reader.Read(text, withStems: true));
            _maps[id] = new(text);
        }

        foreach (var line in File.ReadLines($"{prefix}.pairs.tsv"))
        {
            var cells = line.Split('\t');
            _pairs.Add((cells[0], cells[1], cells[2]));
        }

        foreach (var line in File.ReadLines($"{prefix}.gold.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var key = (root.GetProperty("a").GetString()!, root.GetProperty("b").GetString()!);
            if (!_gold.TryGetValue(key, out var list)) _gold[key] = list = [];
            list.Add(new(
                root.GetProperty("a_start").GetInt32(), root.GetProperty("a_end").GetInt32(),
                root.GetProperty("b_start").GetInt32(), root.GetProperty("b_end").GetInt32()));
        }
    }

    public void Run(string name, DetailedSettings settings, TextWriter output)
    {
        var aligner = new DetailedAligner(settings);
        var scored = new List<(string Kind, List<Stretch> Gold, List<Stretch> Found)>();
        foreach (var (a, b, _) in _pairs) aligner.Align(_texts[a], _texts[b]); // compiles
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        for (var p = 0; p < _pairs.Count; p++)
        {
            var (a, b, kind) = _pairs[p];
            var found = aligner.Align(_texts[a], _texts[b]).ConvertAll(f => InPoints(a, b, f));
            scored.Add((kind, _gold.GetValueOrDefault((a, b)) ?? [], found));
        }

        var took = clock.Elapsed.TotalSeconds;
        var busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        output.WriteLine(name);
        output.WriteLine(
            $"all      {PlagDet.Of(scored.Select(static s => (s.Gold, s.Found)))} {scored.Count / took:F0} pairs/s, "
            + $"{scored.Count / busy:F0} a second of processor");
        foreach (var group in scored.GroupBy(static s => s.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key[..6],-8} {PlagDet.Of(group.Select(static s => (s.Gold, s.Found)))}");
        }
    }

    /// <summary>
    /// Four folds by the first text: of the settings, the best on three folds is scored on the fourth. So the figure
    /// tells what choosing them is worth on texts that were not looked at.
    /// </summary>
    public void CrossValidate(IReadOnlyList<(string Name, DetailedSettings Settings)> choices, TextWriter output)
    {
        const int folds = 4;
        var texts = _pairs.Select(static p => p.A).Distinct().Order(StringComparer.Ordinal).ToArray();
        var foldOf = texts.Select(static (id, n) => (id, n % folds))
            .ToDictionary(static t => t.id, static t => t.Item2, StringComparer.Ordinal);
        var results = choices.Select(c =>
        {
            var aligner = new DetailedAligner(c.Settings);
            return _pairs.Select(p => (
                Fold: foldOf[p.A], Gold: _gold.GetValueOrDefault((p.A, p.B)) ?? [],
                Found: aligner.Align(_texts[p.A], _texts[p.B]).ConvertAll(f => InPoints(p.A, p.B, f)))).ToArray();
        }).ToArray();
        var held = new List<(List<Stretch>, List<Stretch>)>();
        for (var fold = 0; fold < folds; fold++)
        {
            var best = Enumerable.Range(0, choices.Count).MaxBy(c =>
                PlagDet.Of(results[c].Where(r => r.Fold != fold).Select(static r => (r.Gold, r.Found))).Score);
            var own = results[best].Where(r => r.Fold == fold).Select(static r => (r.Gold, r.Found)).ToArray();
            held.AddRange(own);
            output.WriteLine($"fold {fold + 1}: {choices[best].Name}, {PlagDet.Of(own)}");
        }

        output.WriteLine($"held out {PlagDet.Of(held)}");
    }

    private Stretch InPoints(string a, string b, WordFragment f)
    {
        var (x, y) = (_texts[a].Words, _texts[b].Words);
        return new(
            _maps[a].ToPoint(x.Starts[f.StartA]), _maps[a].ToPoint(x.Ends[f.EndA - 1]),
            _maps[b].ToPoint(y.Starts[f.StartB]), _maps[b].ToPoint(y.Ends[f.EndB - 1]));
    }
}
