using System.Collections.Immutable;
using AllSource.Fusion.Propositions;
using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Assessments;

/// <summary>
/// Takes away each source, origin, row and assumption, and moves each cell by one letter, and works everything out
/// anew. A source that is taken away takes along all that is known only through it: its own words, and what others told
/// it alone.
/// </summary>
internal sealed class SensitivityMaker(
    IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<double> priors, IReadOnlyList<RowEvidence> rows, OriginMap map,
    IReadOnlyDictionary<ReportId, Report> reports, SourceRegister register)
{
    /// <summary>
    /// Sets of sources larger than this are not searched: nobody argues for them, and their number explodes.
    /// </summary>
    private const int SourcesOutMax = 4;

    /// <summary>
    /// A case with hundreds of sources would make a million sets: the search then ends at a smaller size, and says so.
    /// </summary>
    private const int SetsMax = 40_000;

    private readonly Dictionary<OriginId, ImmutableArray<string>> _behind = map.Origins.ToDictionary(
        o => o.Id, o => SourcesBehind.Of(o, reports, register));

    private readonly List<HashSet<string>> _sourcesOf = [.. rows.Select(r => r.Claims.Where(c => c.Origin is not null)
        .SelectMany(c => SourcesBehind.Of(map.Origins.First(o => o.Id == c.Origin), reports, register))
        .ToHashSet(StringComparer.OrdinalIgnoreCase))];

    public Sensitivity Make()
    {
        if (hypotheses.Count == 0) return new([], [], "No hypotheses compete, so nothing can flip.");
        var now = MatrixModel.Leading(MatrixModel.Scores(priors, rows.Select(r => r.Model)));
        var spoken = rows.SelectMany(r => r.Claims).Where(c => c.Counts).Select(c => c.Origin!.Value).Distinct().Order()
            .ToList();
        var sources = spoken.SelectMany(o => _behind[o]).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal).ToList();
        var words = map.Origins.ToDictionary(o => o.Id, o => o.Words);
        var cases = new List<SensitivityCase>();
        cases.AddRange(sources.Select(s => Case(now, ChangeKind.SourceOut, s, $"Without {s}", WithoutSources([s]))));
        cases.AddRange(spoken.Select(o => Case(
            now, ChangeKind.OriginOut, o.Value, $"Without the origin {words[o]}",
            [.. rows.Select(r => r.Without(c => c.Origin == o, $"o:{o}"))])));
        cases.AddRange(rows.Select(row => Case(
            now, row.Assumed is null ? ChangeKind.RowOut : ChangeKind.AssumptionOut, row.Id, $"Without {row.Id}",
            [.. rows.Where(r => r != row).Select(r => r.Model)])));
        foreach (var row in rows) cases.AddRange(Cells(now, row));
        ImmutableArray<FlipSet> flips = [MatrixFlip(now), SourceFlip(now, sources)];
        return new([.. cases], flips, $"{flips[0].Sentence} {flips[1].Sentence}");
    }

    private SensitivityCase Case(int now, ChangeKind kind, string target, string words, IReadOnlyList<ModelRow> changed)
    {
        var posteriors = MatrixModel.Posteriors(priors, changed);
        var leading = MatrixModel.Leading(posteriors);
        return new(
            kind, target, words, [.. hypotheses.Select((h, i) => new HypothesisShare(h.Id, posteriors[i]))
                .OrderBy(s => s.Hypothesis, StringComparer.Ordinal)], hypotheses[leading].Id, leading != now);
    }

    private IEnumerable<SensitivityCase> Cells(int now, RowEvidence row)
    {
        for (var h = 0; h < hypotheses.Count; h++)
        {
            foreach (var up in (bool[])[true, false])
            {
                if (row.Cells[h].Step(up) is not { } letter) continue;
                var cell = row.Model with { Cells = row.Cells.SetItem(h, letter) };
                yield return Case(
                    now, up ? ChangeKind.CellUp : ChangeKind.CellDown, $"{row.Id}/{hypotheses[h].Id}",
                    $"{row.Id} against {hypotheses[h].Id}: {row.Cells[h].Letters()} becomes {letter.Letters()}",
                    [.. rows.Select(r => r == row ? cell : r.Model)]);
            }
        }
    }

    /// <summary>Each row is worked out once for each set of those sources that speak of it at all.</summary>
    private List<ModelRow> WithoutSources(IReadOnlyCollection<string> away)
    {
        var changed = new List<ModelRow>(rows.Count);
        for (var r = 0; r < rows.Count; r++)
        {
            var heard = away.Where(_sourcesOf[r].Contains).ToList();
            changed.Add(heard.Count == 0 ? rows[r].Model : rows[r].Without(
                c => c.Origin is { } o && _behind[o].Any(s => heard.Contains(s, StringComparer.OrdinalIgnoreCase)),
                string.Join('|', heard)));
        }

        return changed;
    }

    private FlipSet MatrixFlip(int now)
    {
        const string over = "rows taken out and cells moved by one letter";
        var models = rows.Select(r => r.Model).ToList();
        if (FlipSearch.Smallest(priors, models) is not { } found)
            return new(over, [], null, rows.Count,
                $"No set of {over} changes the leading hypothesis, {hypotheses[now].Id}.");
        var words = found.Changes.Select(Words).ToImmutableArray();
        return new(
            over, words, hypotheses[found.NewLeading].Id, rows.Count,
            $"The fewest {over} that make another hypothesis lead are {words.Length}: {string.Join("; ", words)}.");
    }

    private string Words(MatrixChange change)
    {
        var row = rows[change.Row];
        if (change.Kind == ChangeKind.RowOut) return $"without {row.Id}";
        var from = row.Cells[change.Hypothesis];
        return $"{row.Id} against {hypotheses[change.Hypothesis].Id} from {from.Letters()} to "
            + from.Step(change.Kind == ChangeKind.CellUp)!.Value.Letters();
    }

    /// <summary>
    /// Tries all sets by size: witnesses step in for one another, so wins do not add up and no short cut is exact.
    /// </summary>
    private FlipSet SourceFlip(int now, List<string> sources)
    {
        const string over = "sources taken out";
        var tried = 0;
        var size = 0;
        for (size = 1; size <= Math.Min(SourcesOutMax, sources.Count); size++)
        {
            if (tried + Binomial(sources.Count, size) > SetsMax) break;
            foreach (var set in Sets(sources, size))
            {
                tried++;
                var leading = MatrixModel.Leading(MatrixModel.Scores(priors, WithoutSources(set)));
                if (leading == now) continue;
                return new(
                    over, [.. set], hypotheses[leading].Id, size,
                    $"The fewest {over} that make another hypothesis lead are {size}: {string.Join(", ", set)}.");
            }
        }

        return new(over, [], null, size - 1, size == 1 ? "No source speaks about a row."
            : $"No {Counted.Of(size - 1, "source")} taken out would make another hypothesis lead.");
    }

    private static IEnumerable<List<string>> Sets(List<string> sources, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= sources.Count - size; i++)
        {
            foreach (var rest in Sets(sources, size - 1, i + 1)) yield return [sources[i], .. rest];
        }
    }

    private static double Binomial(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (b, i) => b * (n - k
        + i) / i);
}
