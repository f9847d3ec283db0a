using System.Globalization;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion;

/// <summary>
/// Why a value of a table is believed as far as it is, in sentences with the weights that made the number.
/// </summary>
internal static class TableReasons
{
    private const double RootSure = .95;

    /// <summary>What rounds to nothing is not told.</summary>
    private const double Told = .0005;
    private const string Hard = "averaged over how hard the object may be, by how far what is said of it differs";
    private const string Outcomes = "straightened by how such numbers came out";

    public static IEnumerable<string> Of(ClaimTable table, FactModel? model, Echoes? echoes, FusedValue value, int g,
        bool isCalibrated)
    {
        var reports = Count(value.Reports, "report");
        var origins = Math.Round(value.Origins, 1) == 1 ? "origin" : "origins";
        var belief = string.Create(
            CultureInfo.InvariantCulture, $"{value.Probability:0.000}; {reports}, {value.Origins:0.#} {origins}");
        yield return $"{value.Object} = {value.Value}: {belief}";
        if (model is not null && Math.Abs(value.Probability - model.Probability[g]) >= Told) yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  {model.Probability[g]:0.000} by the weights below; {(isCalibrated ? Outcomes : Hard)}");
        for (var c = table.ClaimsOfGroup[g]; c < table.ClaimsOfGroup[g + 1]; c++)
        {
            var s = table.SourceOfClaim[c];
            var voice = echoes?.VoiceOf[s] ?? s;
            if (model is null) yield return $"  {table.Sources[s]}: weighed by which labels it mixes up";
            else if (!DeclaredLineage.Counts(table, c)) yield return
                $"  {table.Sources[s]}: 0.00 (taken from {table.From[c]}, as the table says)";
            else if (voice == s) yield return $"  {table.Sources[s]}: {Claim(model.Table, model, table.Sources[s], g)}";
            else if (voice < 0) yield return
                $"  {table.Sources[s]}: 0.00 (nothing else is known of it; others say the same)";
            else yield return
                $"  {table.Sources[s]}: 0.00 (says what {table.Sources[voice]} says throughout: one voice)";
        }
    }

    private static string Claim(ClaimTable table, FactModel model, string name, int g)
    {
        var s = table.Sources.AsSpan().BinarySearch(name, StringComparer.Ordinal);
        var c = table.ClaimIn(g, s);
        var a = Math.Clamp(model.Accuracy(s), .01, .995);
        var weight = model.Root[c] * Math.Log(a * model.FalseValues / (1 - a));
        var said = string.Create(
            CultureInfo.InvariantCulture,
                $"{weight:+0.00;-0.00;0.00} (right in {a:P0} of {model.Seen[s]:0} own claims");
        if (model.Root[c] >= RootSure || model.Copies is null) return said + "; saw it itself)";
        var first = model.Copies.FirstEdge(c);
        var edges = model.Copies.Edges.Skip(first).TakeWhile(e => e.Copier == c)
            .OrderByDescending(e => e.Weight).ThenBy(e => e.Original).Take(3)
            .Select(e => table.Sources[table.SourceOfClaim[e.Original]]).ToList();
        var originals = string.Join(" or ", edges);
        return edges.Count == 0
            ? said + ")"
            : said + string.Create(CultureInfo.InvariantCulture, $"; repeats {originals} with {1 - model.Root[c]:P0})");
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";
}
