using System.Globalization;
using System.Text;
using AllSource.Lineage;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Segments;

namespace AllSource.Bench;

/// <summary>
/// Seeds of salted reports as lines that a database copies in: report, day, shard of the gram, and the grams of that
/// shard as an array. See bench/postgres.
/// </summary>
internal static class PostingLines
{
    public const int Shards = 4;

    /// <param name="every">Only each so-manieth gram is written, by its value: one makes the whole.</param>
    public static void Write(int reports, int every, string[] files, Stream to)
    {
        var seal = new DeskSeal(new byte[DeskSeal.KeyBytes]);
        var texts = new SaltedReports(files, seal, 0);
        var reader = new WordReader();
        var picker = new SeedPicker(sparseOnly: true);
        using var lines = new StreamWriter(to, new UTF8Encoding(false), 1 << 16);
        for (var n = 0; n < reports; n++)
        {
            var report = texts.Report(n);
            var own = OwnSeeds.Of(picker.Pick(reader.Read(report.Text)), seal);
            var grams = own.Places.Select(static p => p.Key).Distinct().Where(g => g % every == 0);
            // the sets are of three years each; spread over the years, as a desk's reports are
            var day = new DateOnly(2015, 1, 1).AddDays((int)((long)n * 3652 / reports));
            foreach (var shard in grams.GroupBy(static g => g >> 30))
            {
                lines.Write(string.Create(CultureInfo.InvariantCulture, $"{n}\t{day:yyyy-MM-dd}\t{shard.Key}\t"));
                lines.Write('{');
                lines.Write(string.Join(',', shard.Select(static g => (int)g)));
                lines.Write("}\n");
            }
        }
    }
}
