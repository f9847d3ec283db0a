using System.Text;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Tests.Lineage;

/// <summary>
/// A verbatim run of seven words or more is found, or named as passed over; in whatever company of other texts, titles,
/// authors, signatures and quotation marks it stands.
/// </summary>
public sealed class FoundOrNamedLawTests
{
    private static readonly string[] Syllables = ["ka", "no", "ri", "tel", "mo", "sun", "bar", "ik", "o", "ve", "dra"];

    [Fact]
    public void A_verbatim_run_of_seven_words_is_found_or_named_as_passed_over()
    {
        var random = new Random(31);
        for (var trial = 0; trial < 40; trial++)
        {
            var (world, run) = World(random);
            var found = new PassageFinder(new(1 + (trial % 2), KeepPassedOver: true))
                .Find(world, null, TestContext.Current.CancellationToken);
            Assert.Contains(found, p => Holds(p, world[0], world[1], run));
            Assert.All(found, static p => Assert.True(
                p.Probability >= .5 || p.Why.StartsWith("passed over", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void What_was_passed_over_changes_nothing_that_is_shown()
    {
        var random = new Random(37);
        for (var trial = 0; trial < 20; trial++)
        {
            var (world, _) = World(random);
            var cancel = TestContext.Current.CancellationToken;
            var shown = new PassageFinder().Find(world, null, cancel).Select(Told);
            random.Shuffle(world);
            Assert.Equal(shown, new PassageFinder(new(2)).Find(world, null, cancel).Select(Told));
        }
    }

    private static string Told(Passage p) => $"{p.A} {p.ASpan} {p.B} {p.BSpan} {p.Copier} {p.Probability} {p.Why}";

    private static bool Holds(Passage p, LineageDocument one, LineageDocument other, string run)
    {
        if (!(p.A == one.Id && p.B == other.Id)) return false;
        var at = one.Text.IndexOf(run, StringComparison.Ordinal);
        return p.ASpan.Contains(new TextSpan(at, at + run.Length));
    }

    private static (LineageDocument[] World, string Run) World(Random random)
    {
        var run = Words(random, 7 + random.Next(5));
        var signature = $"\n-- \n{Words(random, 6)} {random.Next(1_000_000):0000000}";
        var world = new LineageDocument[3 + random.Next(6)];
        for (var d = 0; d < world.Length; d++)
        {
            var text = new StringBuilder(Words(random, random.Next(60)));
            var isQuoted = random.Next(3) == 0;
            if (d < 2) text.Append(isQuoted ? " “" : random.Next(2) == 0 ? "\n" : " ").Append(run);
            if (d < 2) text.Append(isQuoted ? "” " : random.Next(2) == 0 ? ".\n\n" : " ");
            text.Append(Words(random, random.Next(60))).Append(random.Next(2) == 0 ? signature : "");
            world[d] = new($"d{d}", text.ToString(),
                random.Next(3) == 0 ? null : ReportedTime.TryIso($"2026-03-{1 + random.Next(20):00}"),
                random.Next(3) == 0 ? null : $"author {random.Next(3)}",
                random.Next(3) == 0 ? null : $"{(random.Next(2) == 0 ? "Re: " : "")}subject {random.Next(2)}");
        }

        return (world, run);
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count)
        .Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(3))
            .Select(_ => Syllables[random.Next(Syllables.Length)]))));
}
