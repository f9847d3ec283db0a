using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>No text derives from a later one, whatever its traces say.</summary>
public sealed class NeverLaterLawTests
{
    private const string Said = "the valve at the upper dam was shut at nine on Sunday night by a trained engineer";

    private static readonly string[] Suffixes = ["", "", "T09:30", "T09:30:00Z", "T23:00:00+14:00", "T01:00:00-11:00"];

    [Theory]
    [InlineData("2025-03-02", "2025-03-04", true)]
    [InlineData("2025-03-02", "2025-03-03", false)]
    [InlineData("2025-03-02T09:00", "2025-03-03T09:01", true)]
    [InlineData("2025-03-02T09:00", "2025-03-03T08:00", false)]
    [InlineData("2025-03-02", "2025-03-03T09:00:00Z", false)]
    [InlineData("2025-03", "2025-04-02", true)]
    [InlineData("2025", "2025-12-31", false)]
    public void Of_two_bare_days_the_day_after_next_is_surely_later(string first, string then, bool isSure)
    {
        Assert.Equal(isSure, ReportedTime.TryIso(first)!.IsSurelyBefore(ReportedTime.TryIso(then)!));
        Assert.False(ReportedTime.TryIso(then)!.IsSurelyBefore(ReportedTime.TryIso(first)!));
    }

    [Fact]
    public void For_any_dates_and_passages_nothing_stands_under_what_is_surely_later()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var times = Enumerable.Range(0, 7).Select(_ => AnyTime(random)).ToArray();
            var passages = Enumerable.Range(0, 14).Select(_ => AnyPassage(random, times.Length)).ToList();
            ReportedTime? At(string id) => times[int.Parse(id, CultureInfo.InvariantCulture)];
            var forest = new CopyForest(passages, At);
            foreach (var id in Enumerable.Range(0, times.Length).Select(Name))
            {
                Assert.All(forest.Under(id), under => Assert.False(
                    At(under) is { } own && At(id) is { } up && own.IsSurelyBefore(up), $"seed {seed}"));
            }

            passages.Reverse();
            Assert.Equal(forest.Roots, new CopyForest(passages, At).Roots);
        }
    }

    [Fact]
    public void A_chat_s_message_does_not_repeat_a_statement_of_six_days_later()
    {
        const string head = "Morning all.\n";
        var first = new TextSpan(0, head.Length);
        var second = new TextSpan(head.Length, head.Length + Said.Length);
        var chat = new LineageDocument("chat", head + Said)
        {
            Stamps =
            [
                (first, ReportedTime.TryIso("2026-09-30T11:00")), (second, ReportedTime.TryIso("2026-09-17T11:48")),
            ],
        };
        var statement = new LineageDocument("statement", $"We said this. “{Said}.”", Day("2026-09-23"));
        var passage = Assert.Single(Find(chat, statement));
        Assert.Equal("statement", passage.Copier);
        Assert.Contains("2026-09-17", passage.DirectionWhy, StringComparison.Ordinal);
    }

    [Fact]
    public void As_the_Journal_reported_outweighs_the_Journal_s_own_quotation_marks()
    {
        var journal = new LineageDocument("journal",
            $"The valley woke late. “{Said},” Tarn Water said in a statement. Shops opened as usual.",
            Day("2025-03-02"), "The Journal");
        var herald = new LineageDocument("herald", $"As the Journal reported, {Said}. Cattle were moved.",
            Day("2025-03-03"), "The Herald");
        Assert.Equal("herald", Assert.Single(Find(journal, herald)).Copier);
    }

    private static ReportedTime? AnyTime(Random random)
    {
        if (random.Next(4) == 0) return null;
        var day = string.Create(CultureInfo.InvariantCulture, $"2025-03-{random.Next(1, 8):00}");
        return ReportedTime.TryIso(day + Suffixes[random.Next(Suffixes.Length)]);
    }

    private static Passage AnyPassage(Random random, int reports)
    {
        var (a, b) = (random.Next(reports), random.Next(reports - 1));
        if (b >= a) b++;
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        return new(Name(a), new(0, 50), Name(b), new(0, 50), PassageKind.Verbatim,
            random.Next(5) == 0 ? null : Name(random.Next(2) == 0 ? a : b), .99, "");
    }

    private static string Name(int report) => report.ToString(CultureInfo.InvariantCulture);

    private static ReportedTime? Day(string day) => ReportedTime.TryIso(day);

    private static IReadOnlyList<Passage> Find(params LineageDocument[] documents) =>
        new PassageFinder().Find(documents, null, TestContext.Current.CancellationToken);
}
