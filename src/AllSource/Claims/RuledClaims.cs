using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Claims;

/// <summary>
/// A report's claims with the analysts' rulings applied: what was accepted, changed or added stands as it was ruled,
/// whether the reader still finds it or not; what was rejected is gone. Rulings take effect in the order in which they
/// were made, each on what those before it left, so that the last word counts. Chains and nesting are made anew.
/// </summary>
public static class RuledClaims
{
    /// <param name="read">What the reader found in this report.</param>
    /// <param name="rulings">Those that stand, of this report, in any order.</param>
    public static ReportClaims Of(Report report, ReportClaims read, IReadOnlyCollection<AttributionRuling> rulings)
    {
        if (rulings.Count == 0) return read;
        var slots = Slots([.. read.Claims.Select(c => c.Said)]);
        var findings = read.Findings.ToBuilder();
        foreach (var ruling in rulings.OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            if (ruling.In(report) is { } here) Apply(here, slots);
            else findings.Add(Lost(report, ruling));
        }

        var all = Numbered(slots);
        var voices = ReportVoices.Of(report);
        return read with
        {
            Claims =
            [
                .. all.Select(a => new Claim(
                    Claim.IdOf(report.Id, a), report.Id, a,
                    ClaimChain.Of(report.Facts.Source, voices.Around(First(a).Start), a, all)))
                    .DistinctBy(c => c.Id),
            ],
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>An attribution in its place, with the one in whose content it stands.</summary>
    private sealed class Slot
    {
        public required Attribution Said { get; set; }

        public Slot? Outer { get; set; }
    }

    private static List<Slot> Slots(ImmutableArray<Attribution> read)
    {
        var slots = read.Select(said => new Slot { Said = said }).ToList();
        foreach (var slot in slots)
        {
            if (slot.Said.Parent is { } parent && parent >= 0 && parent < slots.Count) slot.Outer = slots[parent];
        }

        return slots;
    }

    private static void Apply(AttributionRuling ruling, List<Slot> slots)
    {
        var slot = slots.Select(s => (Slot: s, Likeness: ruling.Where.LikenessTo(s.Said))).Where(x => x.Likeness > 0)
            .OrderByDescending(x => x.Likeness).FirstOrDefault().Slot;
        if (ruling.Now is null)
        {
            if (slot is not null) Remove(slot, slots);
            return;
        }

        var isNew = slot is null;
        if (slot is null) slots.Add(slot = new() { Said = ruling.Now });
        var before = slot.Said;
        slot.Said = ruling.Now with { Why = Why(ruling, isNew ? null : before.Why), Kind = UtteranceKind.Speech };
        var stays = before.Cue.SequenceEqual(slot.Said.Cue) && before.Content.SequenceEqual(slot.Said.Content);
        if (stays && !isNew) return;
        slot.Outer = Around(slot, slots);
        foreach (var inner in slots.Where(s => s != slot && s.Said.Cue.Length > 0))
        {
            var stands = slot.Said.Content.Any(c => c.Contains(inner.Said.Cue[0]));
            if (inner.Outer == slot ? !stands : stands) inner.Outer = Around(inner, slots);
        }
    }

    private static void Remove(Slot slot, List<Slot> slots)
    {
        slots.Remove(slot);
        foreach (var inner in slots.Where(s => s.Outer == slot)) inner.Outer = slot.Outer;
    }

    /// <summary>The narrowest content that the cue stands in; never one that itself stands in this one.</summary>
    private static Slot? Around(Slot slot, List<Slot> slots) => slot.Said.Cue.IsEmpty ? null : slots
        .Where(s => s != slot && !StandsIn(s, slot) && s.Said.Content.Any(c => c.Contains(slot.Said.Cue[0])))
        .OrderBy(s => s.Said.Content.Sum(c => c.Length)).ThenBy(s => First(s.Said)).FirstOrDefault();

    private static bool StandsIn(Slot? inner, Slot outer)
    {
        while (inner is not null && inner != outer) inner = inner.Outer;
        return inner is not null;
    }

    private static ImmutableArray<Attribution> Numbered(List<Slot> slots)
    {
        var ordered = slots.OrderBy(s => First(s.Said)).ToList();
        var number = ordered.Index().ToDictionary(x => x.Item, x => x.Index);
        return [.. ordered.Select(s => s.Said with { Parent = s.Outer is { } outer ? number[outer] : null })];
    }

    private static TextSpan First(Attribution said) => said.Cue.Concat(said.Content).FirstOrDefault();

    private static string Why(AttributionRuling ruling, string? before)
    {
        var did = ruling.Kind switch
        {
            RulingKind.Accepted => "accepted",
            RulingKind.Changed => "changed",
            RulingKind.Added => "added",
            RulingKind.Rejected => "rejected",
            _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling.Kind, "not a ruling"),
        };
        var said = string.Create(CultureInfo.InvariantCulture,
            $"{did} by {ruling.Author}, {ruling.At.UtcDateTime:yyyy-MM-dd} ({ruling.Id}): {ruling.Why}");
        return before is null ? said : $"{said}; as read: {before}";
    }

    private static Finding Lost(Report report, AttributionRuling ruling) => new(
        FindingWeight.Doubt, "ruling-without-place", new(report.Facts.File),
        $"{ruling.Id} of {ruling.Author} rules on words that the report, as it is read now, does not hold.",
        "Look at the report, undo the act, and rule again if need be.");
}
