using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;
using AllSource.Sources;

namespace AllSource.Fusion.Copying;

/// <summary>
/// That a source spoke for or against a judgment of which it is known how it came out.
/// </summary>
/// <param name="Source">Handle or alias.</param>
/// <param name="About">What was judged, by a name of its own among all cases.</param>
/// <param name="SpokeFor">False when it spoke against.</param>
/// <param name="CameTrue">How it came out.</param>
public sealed record ResolvedWord(string Source, string About, bool SpokeFor, bool CameTrue);

/// <summary>
/// Undeclared copying among a desk's sources, from what they were wrong about together in judgments that are resolved:
/// the finder of the table door (<see cref="CopyFinder"/>) over the desk's own outcomes, with sources that start from
/// their grades. Right words prove nothing, so a link is named only where two errors or more are shared; and whom a
/// desk hears meets on the desk's questions anyway, so that speaking of the same things counts for nothing.
/// </summary>
internal sealed class HiddenLinks
{
    private const double SharedErrorsMin = 2;
    private const double LinkMin = .05;

    /// <summary>Rounds of links and beliefs; truths are known, so that they settle at once.</summary>
    private const int Rounds = 3;

    private readonly Dictionary<(string, string), HiddenLink> _links = [];
    private readonly SourceRegister _register;

    private HiddenLinks(SourceRegister register) => _register = register;

    /// <summary>All of them in words that are equal when they are, to tell whether anything changed.</summary>
    public string Key => string.Join('\n', _links.OrderBy(l => l.Key.Item1, StringComparer.Ordinal)
        .ThenBy(l => l.Key.Item2, StringComparer.Ordinal).Select(l => $"{l.Key}{l.Value}"));

    public static HiddenLinks Of(IEnumerable<ResolvedWord> words, SourceRegister register)
    {
        var links = new HiddenLinks(register);
        var said = words.Select(w => w with { Source = links.Name(w.Source) }).ToList();
        if (said.Count == 0) return links;
        var table = ClaimTable.Of(said.Select(w => (w.Source, w.About, w.SpokeFor ? "for" : "against")));
        var starts = SourceStarts.Of(said.Select(w => w.Source).Distinct(StringComparer.Ordinal)
            .Select(s => (Source: s, Grade: register.Find(s)?.Reliability ?? Reliability.F))
            .Where(s => s.Grade != Reliability.F).Select(s => KeyValuePair.Create(
                s.Source, new SourceStart(GradeAccuracy.Default.Of(s.Grade), GradeAccuracy.PriorOutcomes))));
        var truth = said.DistinctBy(w => w.About).ToDictionary(w => w.About, w => w.CameTrue ? "for" : "against");
        links.Find(table, starts, TableOutcomes.Of(truth).In(table));
        return links;
    }

    /// <summary>The link of two names in whatever direction; null where none is known.</summary>
    public HiddenLink? Between(string a, string b) => _links.GetValueOrDefault(Pair(Name(a), Name(b)));

    private void Find(ClaimTable table, SourceStarts starts, int[] known)
    {
        if (table.Sources.Length < 2) return;
        var model = new FactModel(table, 1, 2) { Known = known, Starts = starts.In(table) };
        var finder = new CopyFinder(table, model, Coverage.None(table));
        for (var round = 0; round < Rounds; round++)
        {
            model.Settle(1);
            model.Copies = finder.Find();
        }

        foreach (var pair in model.Copies!.Habits.GroupBy(h =>
            Pair(table.Sources[h.Copier], table.Sources[h.Original])))
        {
            var shared = table.SharedClaims(pair.First().Copier, pair.First().Original)
                .ConvertAll(c => table.GroupOfClaim[c.Mine]);
            var wrong = shared.Count(g => model.Probability[g] < .5);
            var probability = Math.Min(1, pair.Sum(h => h.Probability));
            if (wrong < SharedErrorsMin || probability < LinkMin) continue;
            _links[pair.Key] = new(probability, wrong, shared.Count);
        }
    }

    private string Name(string source) => _register.Find(source)?.Id.Name ?? source.Trim();

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}

/// <param name="Probability">That one of them repeats the other, 0 to 1.</param>
/// <param name="WrongTogether">Resolved judgments on which both said the same and were wrong.</param>
/// <param name="Together">Resolved judgments on which both said the same.</param>
internal sealed record HiddenLink(double Probability, int WrongTogether, int Together);
