namespace AllSource.Bench;

/// <summary>A passage of a listed pair: [StartA, EndA) of the first text, [StartB, EndB) of the second.</summary>
internal readonly record struct Stretch(int StartA, int EndA, int StartB, int EndB)
{
    public bool Touches(Stretch other) =>
        Math.Min(EndA, other.EndA) > Math.Max(StartA, other.StartA)
            && Math.Min(EndB, other.EndB) > Math.Max(StartB, other.StartB);
}

/// <summary>PlagDet of PAN 2013: macro precision, macro recall, and granularity over listed pairs.</summary>
internal sealed record PlagDet(double Score, double Precision, double Recall, double Granularity, int Cases,
    int Detections)
{
    public static PlagDet Of(IEnumerable<(List<Stretch> Gold, List<Stretch> Found)> pairs)
    {
        double recall = 0, precision = 0, touched = 0, hits = 0;
        int cases = 0, detections = 0;
        foreach (var (gold, found) in pairs)
        {
            foreach (var one in gold)
            {
                cases++;
                recall += Covered(one, found);
                var count = found.Count(one.Touches);
                hits += count;
                if (count > 0) touched++;
            }

            foreach (var one in found)
            {
                detections++;
                precision += Covered(one, gold);
            }
        }

        recall /= Math.Max(1, cases);
        precision /= Math.Max(1, detections);
        var granularity = touched > 0 ? hits / touched : 1;
        var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return new(f1 / Math.Log2(1 + granularity), precision, recall, granularity, cases, detections);
    }

    public override string ToString() =>
        $"plagdet {Score:F4} precision {Precision:F4} recall {Recall:F4} granularity {Granularity:F4} "
        + $"cases {Cases} detections {Detections}";

    private static double Covered(Stretch item, List<Stretch> others)
    {
        var hits = others.Where(o => item.Touches(o)).ToList();
        if (hits.Count == 0) return 0;
        var a = Union(hits.Select(h => (Math.Max(item.StartA, h.StartA), Math.Min(item.EndA, h.EndA))));
        var b = Union(hits.Select(h => (Math.Max(item.StartB, h.StartB), Math.Min(item.EndB, h.EndB))));
        return (a + b) / (double)(item.EndA - item.StartA + item.EndB - item.StartB);
    }

    private static int Union(IEnumerable<(int Start, int End)> spans)
    {
        int total = 0, end = -1;
        foreach (var (start, stop) in spans.OrderBy(static s => s.Item1))
        {
            if (stop <= end) continue;
            total += stop - Math.Max(start, end);
            end = stop;
        }

        return total;
    }
}
