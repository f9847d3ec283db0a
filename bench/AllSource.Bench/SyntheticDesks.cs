using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.Bench;

/// <summary>
/// Small desks of made-up words, of which it is known what was borrowed: what an author puts under each of his texts
/// ("own"), short reports copied whole and sentences that a crowd repeats ("copy"). The sets have hardly any of these.
/// </summary>
internal sealed class SyntheticDesks(int seed)
{
    private static readonly string[] Syllables =
        ["ka", "no", "ri", "tel", "mo", "sun", "bar", "ik", "o", "ve", "dra", "lin", "pe", "ross", "tha", "mar"];

    private static readonly string[] Small =
        "the of a in and to for with on at by from that is was has its said will".Split(' ');

    private static readonly string[] Plain =
        ("government week report office money people state group court paper road house company bank minister market "
        + "school police price water").Split(' ');

    private readonly Random _random = new(seed);

    /// <summary>True when all that documents of this id share was borrowed.</summary>
    public static bool IsCopied(string id) => id.StartsWith("copy", StringComparison.Ordinal);

    public IEnumerable<List<LineageDocument>> All(int ofEach)
    {
        for (var n = 0; n < ofEach; n++)
        {
            yield return Signed($"own{n}-");
            yield return Copied($"copy{n}-w");
            yield return Lifted($"copy{n}-l");
            if (n % 20 == 0) yield return Crowd($"copy{n}-c", n == 0 ? 3000 : 30 * (1 + _random.Next(8)));
        }
    }

    private List<LineageDocument> Signed(string id)
    {
        var (author, other) = (Name(), Name());
        var signature = $"{(_random.Next(3) == 0 ? "-- \n" : "")}{(_random.Next(2) == 0 ? author + ", " : "")}"
            + string.Join(_random.Next(2) == 0 ? ", " : "\n",
                Enumerable.Range(0, 2 + _random.Next(3)).Select(_ => $"{Capital(Word())} {Capital(Word())} {Word()}"))
            + (_random.Next(2) == 0 ? $" {_random.Next(1_000_000):0000000}" : "");
        var desk = new List<LineageDocument>();
        for (var n = 3 + _random.Next(9); n > 0; n--)
        {
            desk.Add(new($"{id}s{n}", $"{Text(20 + _random.Next(80))}\n\n{signature}", Time(), author, Title()));
            if (_random.Next(2) == 0) desk.Add(new($"{id}o{n}", Text(20 + _random.Next(80)), Time(), other, Title()));
        }

        return desk;
    }

    private List<LineageDocument> Copied(string id)
    {
        var desk = new List<LineageDocument>();
        for (var n = 1 + _random.Next(8); n > 0; n--)
        {
            desk.Add(new($"{id}o{n}", Text(8 + _random.Next(60)), Time(), Name()));
        }

        var copy = Text(_random.Next(3) == 0 ? 60 + _random.Next(240) : 7 + _random.Next(40));
        for (var n = 2 + _random.Next(3); n > 0; n--)
        {
            var isNamed = _random.Next(2) == 0;
            var own = _random.Next(3) == 0 ? $" {Text(5 + _random.Next(30))}" : "";
            var title = _random.Next(3) == 0 ? Title() : null;
            desk.Add(new($"{id}c{n}", copy + own, Time(), isNamed ? Name() : null, title));
        }

        return desk;
    }

    /// <summary>A run of rare words within other words, marked by nothing.</summary>
    private List<LineageDocument> Lifted(string id)
    {
        var run = string.Join(' ', Enumerable.Range(0, 7 + _random.Next(5)).Select(_ => Word()));
        return
        [
            .. Enumerable.Range(0, 2).Select(n => new LineageDocument($"{id}{n}",
                $"{Rare(_random.Next(40))} {run} {Rare(_random.Next(40))}", Time(), Name())),
        ];
    }

    private string Rare(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private List<LineageDocument> Crowd(string id, int size)
    {
        var sentence = Text(10 + _random.Next(12)).TrimEnd('.');
        var isQuoted = _random.Next(2) == 0;
        return
        [
            .. Enumerable.Range(0, size).Select(n => new LineageDocument(
                $"{id}{n}",
                $"{Text(3 + _random.Next(12))} {(isQuoted ? $"“{sentence},” he told" : sentence)} {Word()}.",
                Time(), Name())),
        ];
    }

    private string Text(int words) => Capital(string.Join(' ', Enumerable.Range(0, words).Select(w =>
        w % 2 == 0 ? Small[_random.Next(Small.Length)] : _random.Next(2) == 0 ? Plain[_random.Next(Plain.Length)]
            : Word() + (_random.Next(8) == 0 ? "," : "")))) + ".";

    private string Word() =>
        string.Concat(Enumerable.Range(0, 2 + _random.Next(3)).Select(_ => Syllables[_random.Next(Syllables.Length)]));

    private string Name() => $"{Capital(Word())} {Capital(Word())}";

    private string? Title() => _random.Next(3) == 0 ? null : Capital($"{Word()} {Word()} {Word()}");

    private ReportedTime? Time() =>
        _random.Next(3) == 0 ? null : ReportedTime.TryIso($"2026-03-{1 + _random.Next(28):00}");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
