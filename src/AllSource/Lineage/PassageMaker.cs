using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Lineage.Alignment;
using AllSource.Lineage.Directions;
using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;
using AllSource.Lineage.Weighing;

namespace AllSource.Lineage;

/// <summary>
/// Makes a passage of a chain of runs: its spans, edits, kind, probability and reasons; null when it tells nothing.
/// </summary>
/// <param name="contest">Takes what is in quotation marks and not shown by itself; null where no text is searched
/// with all others.</param>
internal sealed class PassageMaker(
    WordRarity rarity, double prior, bool keepPassedOver, QuotationContest? contest = null)
{
    /// <summary>A passage of fewer equal words supports no other of the pair.</summary>
    private const int SupportWordsMin = 7;

    /// <summary>More support than this changes nothing. The attack: a text that repeats itself on every diagonal.
    /// </summary>
    private const double SupportBitsMax = 3000;

    private readonly SignReader _signs = new(rarity);

    /// <summary>
    /// All passages of one pair, from chains of runs with <paramref name="x"/> first; each text's own repeats are left
    /// out.
    /// </summary>
    public void MakeAll(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, ReadOnlySpan<SeedHit> hits, List<Passage> into)
    {
        // without dates nothing tells beforehand which of the two may have left something out
        var isOrdered = x.Ticks < y.Ticks && y.Document.Published is not null;
        var kept = Strongest(x, y, chains, hits);
        if (isOrdered && kept.Count > 1) kept = Joined(x, y, kept, hits);
        for (var k = 0; k < kept.Count && contest is not null; k++)
        {
            if (kept[k].Evidence.Odds < 0) continue;
            contest.AddShown(new(x, y, kept[k].Chain, kept[k].Evidence), into.Count + k);
        }

        if (kept.Count > 0) Make(x, y, kept, 0, into);
    }

    /// <summary>Passages between which the later text has nothing of its own, as one; only of those that are shown.
    /// </summary>
    private List<(List<Run> Chain, Evidence Evidence)> Joined(
        Prepared x, Prepared y, List<(List<Run> Chain, Evidence Evidence)> kept, ReadOnlySpan<SeedHit> hits)
    {
        var shown = kept.FindAll(static k => k.Evidence.Odds >= 0);
        var joined = Elisions.Joined(shown.ConvertAll(static k => k.Chain));
        if (joined.Count == shown.Count) return kept;
        var all = kept.FindAll(static k => k.Evidence.Odds < 0);
        foreach (var chain in joined)
        {
            var whole = shown.Find(k => ReferenceEquals(k.Chain, chain));
            if (whole.Chain is null)
            {
                var parts = shown.FindAll(k => chain.Contains(k.Chain[0]));
                var likeliest = parts.MaxBy(static k => k.Evidence.Odds).Evidence;
                var signs = _signs.Of(x, y, chain, hits) with { OtherBits = likeliest.Signs.OtherBits };
                whole = (chain, new(signs, prior));
                if (whole.Evidence.Odds < 0) return kept;
            }

            all.Add(whole);
        }

        return all;
    }

    /// <summary>Shows the quotations of which one of a few texts holds the origin, when all pairs of a text are made.
    /// </summary>
    public void Decide(List<Passage> into)
    {
        if (contest is null) return;
        contest.Decide();
        var lost = new HashSet<Passage>(ReferenceEqualityComparer.Instance);
        foreach (var (index, evidence, texts, isLost) in contest.Changed)
        {
            var changed = into[index] with
            {
                Probability = evidence.Probability,
                Why = WhyOf(evidence, into[index].Edits),
                Signs = keepPassedOver ? evidence.Signs : null,
            };
            into[index] = texts == 0 ? changed : OneOf(changed, texts);
            if (isLost && !keepPassedOver) lost.Add(into[index]);
        }

        foreach (var (d, texts) in contest.Won) Make(d.Earlier, d.Later, [(d.Chain, d.Evidence)], texts, into);
        if (lost.Count > 0) into.RemoveAll(lost.Contains);
        if (!keepPassedOver) return;
        foreach (var d in contest.Lost) Make(d.Earlier, d.Later, [(d.Chain, d.Evidence)], 0, into);
    }

    private static Passage OneOf(Passage passage, int texts) => passage with
    {
        OneOf = texts,
        Why = passage.Why.Replace("passed over: ", "", StringComparison.Ordinal)
            + string.Create(CultureInfo.InvariantCulture, $", one of {texts} texts that may be quoted here"),
    };

    /// <param name="texts">Texts that contest a quotation; 0 where none is contested.</param>
    private void Make(
        Prepared x, Prepared y, List<(List<Run> Chain, Evidence Evidence)> kept, int texts, List<Passage> into)
    {
        var isTurned = string.CompareOrdinal(x.Document.Id, y.Document.Id) > 0;
        if (isTurned)
        {
            (x, y) = (y, x);
            kept = kept.ConvertAll(static k =>
                k with { Chain = k.Chain.ConvertAll(static r => new Run(r.B, r.A, r.Length)) });
        }

        var spans = kept.ConvertAll(k => SpanEnds.Widen(
            x.Document.Text, SpanOf(x, k.Chain[0].A, k.Chain[^1].EndA),
            y.Document.Text, SpanOf(y, k.Chain[0].B, k.Chain[^1].EndB)));
        var shown = kept.ConvertAll(static k => k.Chain);
        var (copier, why, odds) = Direction.Weighed(x, y, shown, spans);
        var (sharedX, sharedY) = (0, 0);
        foreach (var (a, b) in spans) (sharedX, sharedY) = (sharedX + a.Length, sharedY + b.Length);
        var shareX = sharedX / (double)Math.Max(1, x.Document.Text.Length);
        var shareY = sharedY / (double)Math.Max(1, y.Document.Text.Length);
        for (var k = 0; k < kept.Count; k++)
        {
            var edits = EditsOf(x, y, kept[k].Chain);
            var stamped = Direction.OfMessages(x.Document, spans[k].A, y.Document, spans[k].B);
            var (by, byWhy) = stamped ?? (copier, why);
            var (edge, edgeWhy) = EdgeReader.Of(x, y, kept[k].Chain, spans[k].A, spans[k].B, shareX, shareY);
            var passage = new Passage(
                x.Document.Id, spans[k].A, y.Document.Id, spans[k].B,
                edits.IsEmpty ? PassageKind.Verbatim : PassageKind.Edited,
                by, kept[k].Evidence.Probability, WhyOf(kept[k].Evidence, edits))
            {
                Edits = edits,
                DirectionWhy = byWhy,
                DirectionOdds = stamped is null ? odds : null,
                Edge = edge,
                EdgeWhy = edgeWhy,
                Traces = keepPassedOver ? CopyTraces.Of(x, y, shown, spans) : [],
                Signs = keepPassedOver ? kept[k].Evidence.Signs : null,
            };
            into.Add(texts == 0 ? passage : OneOf(passage, texts));
        }
    }

    /// <summary>The passage of two documents of the same words.</summary>
    public void MakeWhole(Prepared x, Prepared y, List<Passage> into)
    {
        if (x.Words.Count == 0) return;
        var hit = new SeedHit(0, 0, 0, 2, false);
        MakeAll(x, y, [[new(0, 0, x.Words.Count)]], [hit], into);
    }

    /// <summary>
    /// Chains that tell enough, the strongest first; one whose words lie, on both sides, in those of stronger ones
    /// says the same again. Those that show by themselves support the rest.
    /// </summary>
    private List<(List<Run> Chain, Evidence Evidence)> Strongest(
        Prepared x, Prepared y, IReadOnlyList<List<Run>> chains, ReadOnlySpan<SeedHit> hits)
    {
        var all = new List<(List<Run> Chain, Evidence Evidence)>(chains.Count);
        foreach (var chain in chains)
        {
            if (SignReader.MayTell(x, y, chain)) all.Add((chain, new(_signs.Of(x, y, chain, hits), prior)));
        }

        if (all.Count > 1) AddSupport(all);
        var kept = new List<(List<Run> Chain, Evidence Evidence)>(all.Count);
        foreach (var one in all)
        {
            var isShown = one.Evidence.Odds >= 0;
            var isOpen = !isShown && contest is not null && contest.IsOpenTo(y, one.Chain, one.Evidence);
            if ((!isShown && !isOpen && !keepPassedOver) || IsSaid(one.Chain, kept)) continue;
            if (isOpen) contest!.Add(new(x, y, one.Chain, one.Evidence));
            else kept.Add(one);
        }

        return kept;
    }

    private static void AddSupport(List<(List<Run> Chain, Evidence Evidence)> all)
    {
        all.Sort(static (one, other) => Order(one, other));
        var supporting = new List<List<Run>>();
        var support = 0.0;
        foreach (var (chain, evidence) in all)
        {
            if (support >= SupportBitsMax || !Supports(evidence)) continue;
            if (RepeatsAny(chain, supporting)) continue;
            supporting.Add(chain);
            support += evidence.Signs.Bits;
        }

        if (support == 0) return;
        for (var k = 0; k < all.Count; k++)
        {
            var (chain, evidence) = all[k];
            var others = support - (supporting.Contains(chain) ? evidence.Signs.Bits : 0);
            all[k] = (chain, evidence.Beside(Math.Max(0, others)));
        }

        all.Sort(static (one, other) => Order(one, other));
    }

    /// <summary>
    /// What shows before what does not, then the most telling; of equal ones the first in the text, and of those that
    /// begin together the one with the longer run.
    /// </summary>
    private static int Order(
        in (List<Run> Chain, Evidence Evidence) one, in (List<Run> Chain, Evidence Evidence) other)
    {
        var order = (other.Evidence.Odds >= 0).CompareTo(one.Evidence.Odds >= 0);
        if (order == 0) order = other.Evidence.Signs.Bits.CompareTo(one.Evidence.Signs.Bits);
        if (order == 0) order = one.Chain[0].A.CompareTo(other.Chain[0].A);
        if (order == 0) order = one.Chain[0].B.CompareTo(other.Chain[0].B);
        if (order == 0) order = other.Evidence.Signs.Longest.CompareTo(one.Evidence.Signs.Longest);
        if (order == 0) order = one.Chain[^1].EndA.CompareTo(other.Chain[^1].EndA);
        return order != 0 ? order : one.Chain[^1].EndB.CompareTo(other.Chain[^1].EndB);
    }

    private static bool Supports(Evidence evidence) => evidence.Odds >= 0
        && evidence.Signs is { Equal: >= SupportWordsMin, Repeated: < .5, SignatureShare: < .5 };

    /// <summary>True when either text has the words in a stronger chain already.</summary>
    private static bool RepeatsAny(List<Run> chain, List<List<Run>> stronger)
    {
        foreach (var one in stronger)
        {
            if (IsWithin(chain, one, inA: true) || IsWithin(chain, one, inA: false)) return true;
        }

        return false;
    }

    /// <summary>
    /// True when both texts have the words in stronger chains already. A text that quotes another's sentence twice has
    /// two passages; one that says a thing three times and meets another that says it four times has four, not twelve.
    /// </summary>
    private static bool IsSaid(List<Run> chain, List<(List<Run> Chain, Evidence Evidence)> stronger)
    {
        var (inA, inB) = (false, false);
        foreach (var (one, _) in stronger)
        {
            inA = inA || IsWithin(chain, one, inA: true);
            inB = inB || IsWithin(chain, one, inA: false);
            if (inA && inB) return true;
        }

        return false;
    }

    /// <summary>True when most of the stretch on one side lies in that of a stronger chain.</summary>
    private static bool IsWithin(List<Run> chain, List<Run> stronger, bool inA) => inA
        ? 2 * (Math.Min(chain[^1].EndA, stronger[^1].EndA) - Math.Max(chain[0].A, stronger[0].A))
            > chain[^1].EndA - chain[0].A
        : 2 * (Math.Min(chain[^1].EndB, stronger[^1].EndB) - Math.Max(chain[0].B, stronger[0].B))
            > chain[^1].EndB - chain[0].B;

    private static TextSpan SpanOf(Prepared one, int firstWord, int endWord) =>
        new(one.Words.Starts[firstWord], one.Words.Ends[endWord - 1]);

    private static string WhyOf(Evidence evidence, ImmutableArray<Edit> edits)
    {
        foreach (var edit in edits) if (edit.IsNegation) return $"{evidence.Why}, a negation in one only";
        return evidence.Why;
    }

    private static ImmutableArray<Edit> EditsOf(Prepared a, Prepared b, List<Run> chain)
    {
        if (chain.Count < 2) return [];
        var edits = ImmutableArray.CreateBuilder<Edit>(chain.Count - 1);
        for (var r = 1; r < chain.Count; r++)
        {
            var fromA = chain[r - 1].EndA;
            var fromB = chain[r - 1].EndB;
            if (chain[r].A == fromA && chain[r].B == fromB) continue;
            var (inA, inB) = (Between(a.Words, fromA, chain[r].A), Between(b.Words, fromB, chain[r].B));
            edits.Add(new(inA, inB) { IsNegation = Negations.Differ(a.Document.Text, inA, b.Document.Text, inB) });
        }

        return edits.DrainToImmutable();
    }

    private static TextSpan Between(Words words, int from, int to) =>
        from == to ? new(words.Ends[from - 1], words.Ends[from - 1]) : new(words.Starts[from], words.Ends[to - 1]);
}
