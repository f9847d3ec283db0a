namespace AllSource.Lineage;

/// <summary>Compares one document with those before it. One worker's memory: not for two threads.</summary>
internal sealed class Comparison(SeedTable table, WordRarity rarity, double prior, bool keepPassedOver)
{
    private const int FixedPartSeedsMax = 30;
    private readonly HitCollector _collector = new(table);
    private readonly LocalAligner _aligner = new();
    private readonly PassageMaker _maker = new(rarity, prior, keepPassedOver);

    /// <summary>The passages with earlier documents; null when there are none.</summary>
    public List<Passage>? With(Prepared[] prepared, int own, Seed[] seeds)
    {
        List<Passage>? found = null;
        var hits = _collector.Collect(own, seeds);
        for (int from = 0, to; from < hits.Length; from = to)
        {
            var other = hits[from].Document;
            var isAllBoilerplate = true;
            for (to = from; to < hits.Length
                && hits[to].Document == other; to++) isAllBoilerplate &= hits[to].IsBoilerplate;
            var isAnswer = prepared[other].Title != 0 && prepared[other].Title == prepared[own].Title
                && prepared[other].Author != prepared[own].Author;
            if (isAllBoilerplate && !isAnswer && to - from < FixedPartSeedsMax && !keepPassedOver) continue;
            var between = hits[from..to];
            var chains = _aligner.Align(prepared[other].Words, prepared[own].Words, between);
            if (chains.Count > 0) _maker.MakeAll(prepared[other], prepared[own], chains, between, found ??= []);
        }

        return found is { Count: > 0 } ? found : null;
    }
}
