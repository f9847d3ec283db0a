using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Alignment;

namespace AllSource.Bench;

/// <summary>
/// Draws reported pairs of different authors and different titles at random, with a seed, each by its strongest
/// passage, and prints both sides for reading; the first line of each is what a file of judgements begins with.
/// </summary>
internal static class PassageDraw
{
    private const int Around = 60;
    private const int ShownMax = 180;

    public static void Run(string file, int seed, int count, TextWriter output)
    {
        var set = new LineageSet(file);
        var found = new PassageFinder().Find(set.Documents, null, CancellationToken.None);
        var pairs = found.Where(p => set.IsAcross(p.A, p.B)).GroupBy(static p => (p.A, p.B))
            .Select(static g => g.MaxBy(static p => p.Probability)!).ToArray();
        new Random(seed).Shuffle(pairs);
        output.WriteLine($"# {pairs.Length} pairs across authors and titles, {Math.Min(count, pairs.Length)} drawn");
        foreach (var (p, n) in pairs.Take(count).Select(static (p, n) => (p, n)))
        {
            var (a, b) = (set.MapOf(p.A).ToPoints(p.ASpan), set.MapOf(p.B).ToPoints(p.BSpan));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{n}\t{p.A}\t{a.Start}\t{a.End}\t{p.B}\t{b.Start}\t{b.End}\t{p.Probability:F2}"));
            output.WriteLine($"  {Shown(set.ById[p.A].Text, p.ASpan)}");
            output.WriteLine($"  {Shown(set.ById[p.B].Text, p.BSpan)}");
        }
    }

    private static string Shown(string text, TextSpan span)
    {
        var before = text[Math.Max(0, span.Start - Around)..span.Start];
        var after = text[span.End..Math.Min(text.Length, span.End + Around)];
        var inside = span.Of(text);
        if (inside.Length > ShownMax)
        {
            inside = $"{inside[..(ShownMax / 2)]} [...] {inside[^(ShownMax / 2)..]}";
        }

        return string.Join(' ', $"{before}{{{{{inside}}}}}{after}".ReplaceLineEndings("|")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
