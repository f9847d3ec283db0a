using AllSource.Fusion.Tables;
using MathNet.Numerics;

namespace AllSource.Fusion.Copying;

/// <summary>
/// Sources that add nothing, set aside before anything is weighed, so that no number of them moves a belief: one whose
/// claims are exactly another's, where chance and good reporting together cannot explain it (then nobody can tell which
/// of them is the original, and they speak with one voice); and one of whom nothing but a single claim is known, beside
/// anybody else who makes that claim (unknown lineage counts as no new origin).
/// </summary>
internal sealed class Echoes
{
    /// <summary>What one more agreement proves between two who may both be right nearly always.</summary>
    private const double EvidenceAClaim = .05;

    /// <summary>
    /// How much of the unlikelihood of choosing the same objects counts: sources of one field choose alike.
    /// </summary>
    private const double CoverageShare = .2;

    private Echoes(ClaimTable voices, int[] voiceOf) => (Voices, VoiceOf) = (voices, voiceOf);

    /// <summary>The table without echoes: the same objects, values and groups, fewer sources.</summary>
    public ClaimTable Voices { get; }

    /// <summary>
    /// For each source of the full table the one (of the full table too) that speaks for it: itself, or a twin, or -1.
    /// </summary>
    public int[] VoiceOf { get; }

    public static Echoes SetAside(ClaimTable table)
    {
        var voiceOf = Twins(table);
        for (var g = 0; g < table.GroupCount; g++)
        {
            var kept = -1;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var c = table.ClaimsOfGroup[g]; c < table.ClaimsOfGroup[g + 1]; c++)
                {
                    var s = table.SourceOfClaim[c];
                    var known = table.ClaimsOf(s).Length > 1 || DeclaredLineage.Saw(table, c);
                    if (pass == 0 && known) kept = s;
                    if (pass == 0 || known) continue;
                    if (kept < 0) kept = s;
                    else voiceOf[s] = -1;
                }
            }
        }

        return Without(table, voiceOf);
    }

    private static Echoes Without(ClaimTable table, int[] voiceOf)
    {
        var rows = new List<(int Source, int, int)>();
        var notes = new List<ClaimNote>();
        for (var c = 0; c < table.ClaimCount; c++)
        {
            var (s, g) = (table.SourceOfClaim[c], table.GroupOfClaim[c]);
            if (voiceOf[s] != s || !DeclaredLineage.Counts(table, c)) continue;
            rows.Add((s, table.ObjectOfGroup[g], table.ValueOfGroup[g]));
            var from = DeclaredLineage.Saw(table, c) ? table.Sources[s] : null;
            if (from is not null || table.At.Length > 0) notes.Add(new(table.Sources[s],
                table.Objects[table.ObjectOfGroup[g]], table.Values[table.ValueOfGroup[g]], from,
                table.At.Length == 0 ? ClaimTime.Anywhen : table.At[c]));
        }

        if (rows.Count == table.ClaimCount) return new(table, voiceOf);
        var number = new int[voiceOf.Length];
        foreach (var row in rows) number[row.Source] = 1;
        var names = new List<string>();
        for (var s = 0; s < number.Length; s++)
        {
            if (number[s] == 0 && voiceOf[s] == s) voiceOf[s] = -1;
            if (number[s] == 0) continue;
            number[s] = names.Count;
            names.Add(table.Sources[s]);
        }

        var voices = ClaimTable.Of([.. rows.Select(r => (number[r.Source], r.Item2, r.Item3))], [.. names],
            [.. table.Objects], [.. table.Values]);
        voices.Declare(notes);
        return new(voices, voiceOf);
    }

    /// <summary>The first of each source's twins, itself where it has none.</summary>
    private static int[] Twins(ClaimTable table)
    {
        var sources = table.Sources.Length;
        var first = new int[sources];
        var keys = new ulong[sources];
        var order = new int[sources];
        for (var s = 0; s < sources; s++)
        {
            (first[s], order[s]) = (s, s);
            var hash = 14695981039346656037UL;
            foreach (var c in table.ClaimsOf(s)) hash = (hash ^ (uint)table.GroupOfClaim[c]) * 1099511628211UL;
            keys[s] = hash;
        }

        Array.Sort(keys, order);
        var distinct = 0;
        for (var i = 0; i < sources; i++) distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        var threshold = (2 * Math.Log(distinct)) + 3;
        for (int i = 0, end; i < sources; i = end)
        {
            for (end = i + 1; end < sources && keys[end] == keys[i];) end++;
            if (end - i < 2) continue;
            var n = table.ClaimsOf(order[i]).Length;
            var chance = SpecialFunctions.BinomialLn(table.Objects.Length, Math.Min(n, table.Objects.Length));
            if ((EvidenceAClaim * n) + (CoverageShare * chance) < threshold) continue;
            var leader = order[i..end].Min();
            foreach (var s in order[i..end])
            {
                if (SameClaims(table, s, leader) && !Saw(table, s)) first[s] = leader;
            }
        }

        return first;
    }

    private static bool Saw(ClaimTable table, int s)
    {
        if (table.From.Count == 0) return false;
        foreach (var c in table.ClaimsOf(s))
        {
            if (DeclaredLineage.Saw(table, c)) return true;
        }

        return false;
    }

    private static bool SameClaims(ClaimTable table, int a, int b)
    {
        var x = table.ClaimsOf(a);
        var y = table.ClaimsOf(b);
        if (x.Length != y.Length) return false;
        for (var k = 0; k < x.Length; k++)
        {
            if (table.GroupOfClaim[x[k]] != table.GroupOfClaim[y[k]]) return false;
        }

        return true;
    }
}
