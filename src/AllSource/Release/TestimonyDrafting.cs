using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Claims;
using AllSource.Exposure;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Release;

/// <summary>Who said it and where it came from: the picture of origins and the ledger of claims, row by row.</summary>
internal sealed class TestimonyDrafting(
    DraftInput input, ImmutableArray<Subject> subjects, VoiceIndex index, Protection protection)
{
    private readonly Dictionary<ClaimId, Claim> _claims = input.Claims.Concat(input.Assessment.Origins.Narrated)
        .DistinctBy(c => c.Id).ToDictionary(c => c.Id);

    public ImmutableArray<DraftOrigin> Origins() =>
    [
        .. subjects.SelectMany(subject => Sides(subject)
            .SelectMany(side => Together(side))
            .Select(group => Origin(subject, group))
            .OrderBy(o => o.Disputes).ThenByDescending(o => o.Marks.Length)
                .ThenBy(o => o.Voice, StringComparer.Ordinal)),
    ];

    /// <summary>The claims with a known origin that count, those for it and those against it, a list a voice.</summary>
    private IEnumerable<List<List<PropositionClaim>>> Sides(Subject subject) => subject.Claims
        .Where(c => c.Counts && c.Stance != Stance.Silent && index.Of(c) is not null)
        .GroupBy(c => c.Stance == Stance.Supports).Select(side => side
            .GroupBy(c => index.Of(c)!, StringComparer.OrdinalIgnoreCase)
            .Select(voice => voice.OrderBy(c => c.Claim).ToList()).ToList());

    /// <summary>
    /// Voices that the assessment counts as one origin, because one report alone carries them, are one line; the first
    /// claim is of the voice that speaks for them. A voice that the audience may not hear in full stays alone, for the
    /// gate to judge.
    /// </summary>
    private IEnumerable<List<PropositionClaim>> Together(List<List<PropositionClaim>> voices)
    {
        bool IsHeard(PropositionClaim c) => protection.Admits(c.Report) && index.Find(c.Origin) is not null;
        var whole = voices.Where(v => v.TrueForAll(IsHeard)).ToList();
        var groups = Witnesses.Groups(whole.SelectMany(v => v).Select(c => index.Find(c.Origin)!));
        foreach (var group in groups.Select(g => g.Select(o => o.Id).ToList()))
        {
            var mine = whole.Where(v => v.Exists(c => group.Contains(c.Origin!.Value)))
                .OrderBy(v => v.Min(c => group.IndexOf(c.Origin!.Value) is >= 0 and var at ? at : int.MaxValue))
                .ToList();
            whole.RemoveAll(mine.Contains);
            if (mine.Count > 0) yield return [.. mine.SelectMany(v => v)];
        }

        foreach (var alone in voices.Where(v => !v.TrueForAll(IsHeard))) yield return alone;
    }

    /// <summary>
    /// One line a voice and act: its root where the audience may see it, else the earliest report that it may see.
    /// </summary>
    public ImmutableArray<DraftLedgerEntry> Ledger() =>
    [
        .. subjects.SelectMany(subject => subject.Claims
            .GroupBy(c => (Voice: (index.Of(c) ?? c.Voice).ToUpperInvariant(), Act: ActOf(c)))
            .Select(group => (Shown: group.OrderBy(c => protection.Admits(c.Report) ? 0 : 1)
                .ThenBy(c => index.Find(c.Origin)?.Root == c.Report ? 0 : 1)
                .ThenBy(c => Published(c)?.Earliest ?? DateTime.MaxValue).ThenBy(c => c.Claim).First(),
                    All: group.ToList()))
            .OrderBy(x => (int)x.Shown.Stance).ThenByDescending(x => x.All.Count)
            .ThenBy(x => x.Shown.Claim).Select(x => Entry(subject, x.Shown, x.All))),
    ];

    private DraftOrigin Origin(Subject subject, List<PropositionClaim> claims)
    {
        var origins = claims.Select(c => index.Find(c.Origin)).Where(o => o is not null).ToList();
        var roots = origins.Where(o => o!.IsFirstKnown).Select(o => o!.Root)
            .Where(r => r is not null).Select(r => r!.Value).ToHashSet();
        var marks = claims.Select(c => c.Report).Distinct().Select(protection.Find).OfType<Report>()
            .Select(r => new DraftMark(NameOf(r), r.Facts.Published, roots.Contains(r.Id), r.Label))
            .OrderByDescending(m => m.IsRoot).ThenBy(m => m.At?.Earliest ?? DateTime.MaxValue)
            .ThenBy(m => m.Report, StringComparer.Ordinal).ToImmutableArray();
        var disputes = claims[0].Stance != Stance.Supports;
        var voice = index.Of(claims[0])!;
        var others = claims.Select(index.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count() - 1;
        var id = $"{subject.Id}/origin/{voice}{(disputes ? "/against" : "")}";
        var kind = origins.Select(o => Word(o!.VoiceKind)).FirstOrDefault() ?? "";
        var shown = ShownName(voice) + (others == 0 ? "" : $" and {others} more");
        return new(id, subject.Id, shown, kind, disputes, LeastLabel(claims), Exposed(id, claims))
        {
            Marks = marks,
            LeansOn = [subject.Id]
        };
    }

    private DraftLedgerEntry Entry(Subject subject, PropositionClaim shown, List<PropositionClaim> all)
    {
        var claim = _claims.GetValueOrDefault(shown.Claim);
        var report = protection.Find(shown.Report);
        var id = $"{subject.Id}/claim/{shown.Claim}";
        var through = (claim?.Chain ?? []).Select(r => r.Name)
            .Where(n => !string.Equals(n, shown.Voice, StringComparison.OrdinalIgnoreCase));
        var repeats = all.Where(c => protection.Admits(c.Report)).Select(c => c.Report).Distinct().Count();
        return new(id, subject.Id, ShownName(shown.Voice), VerbOf(shown, report?.Text), Tidy(shown.Quote),
            [.. through.Distinct(StringComparer.OrdinalIgnoreCase)],
            report is null ? "" : NameOf(report), report?.Facts.Published, Math.Max(0, repeats - 1), report?.Label
                ?? Label.Sealed,
            Exposed(id, subject.Claims.Where(c => c.Stance == shown.Stance)))
        {
            IsQuote = claim?.Said.Mode == Mode.Direct,
            IsAgainst = IsAgainst(shown) || claim?.Said.Act == Act.Withdraw,
            IsSilent = shown.Stance == Stance.Silent || claim?.Said.Act == Act.Decline,
            LeansOn = [subject.Id],
        };
    }

    private ExposureFinding Exposed(string id, IEnumerable<PropositionClaim> claims) =>
        WhoCouldHaveTold.Of(id, ExposedKind.LedgerClaim, claims.Select(index.Carrier), protection);

    private Label LeastLabel(IEnumerable<PropositionClaim> claims)
    {
        var labels = claims.Select(c => protection.Find(c.Report)?.Label ?? Label.Sealed).ToList();
        return labels.Where(l => l.Admits(protection.Audience)).OrderBy(l => l.Level).ThenBy(l => l.Compartments.Count)
            .FirstOrDefault() ?? labels.Aggregate(Label.Clear, (all, l) => all.Join(l));
    }

    private ReportedTime? Published(PropositionClaim claim) => protection.Find(claim.Report)?.Facts.Published;

    private static bool IsAgainst(PropositionClaim claim) =>
        claim.Stance is Stance.Denies or Stance.Disputes or Stance.Doubts;

    /// <summary>
    /// The verb that makes one sentence with the words shown: what denies by its own words is said, not denied.
    /// </summary>
    private string VerbOf(PropositionClaim claim, string? text) =>
        _claims.GetValueOrDefault(claim.Claim) is { } known && text is not null
            ? SpokenVerb.Of(known.Said, text, IsAgainst(claim), SpokenVerb.IsMany(claim.Voice, known.Said.SourceKind))
            : IsAgainst(claim) ? "says, against this" : claim.Stance == Stance.Silent ? "declines to comment" : "says";

    /// <summary>What one voice does, to put its claims together; <see cref="VerbOf"/> chooses the words.</summary>
    private string ActOf(PropositionClaim claim) => claim.Stance switch
    {
        Stance.Silent => "declines to comment",
        _ => _claims.GetValueOrDefault(claim.Claim)?.Said.Act switch
        {
            Act.Deny => "denies",
            Act.Dispute => "disputes",
            Act.Doubt => "doubts",
            Act.Decline => "declines to comment",
            Act.Affirm => "affirms",
            Act.StandBy => "stands by",
            Act.Withdraw => "withdraws",
            _ => claim.Stance switch
            {
                Stance.Denies => "denies",
                Stance.Disputes => "disputes",
                Stance.Doubts => "doubts",
                _ => "says",
            },
        },
    };

    /// <summary>
    /// Who has no name is told apart by numbers within one report: a reader is given words for them. "Engineer 1" is
    /// an unnamed engineer, "members 1 and 2" are two unnamed members.
    /// </summary>
    private static string ShownName(string voice)
    {
        var words = voice.Split(' ');
        if (words.Length < 2 || !words[^1].All(char.IsAsciiDigit) || !char.IsLower(voice[0])) return voice;
        if (words.Length > 3 && words[^2] == "and")
        {
            return words[^4][^1] == ',' ? $"unnamed {voice}" : $"two unnamed {string.Join(' ', words[..^3])}";
        }

        var who = string.Join(' ', words[..^1]);
        if (words[^1] != "1") return $"unnamed {voice}";
        return who.Length > 1 && who[^1] == 's' && who[^2] != 's' ? $"unnamed {who}" : $"an unnamed {who}";
    }

    /// <summary>What is left of a quotation that was cut around its cue ("... in the next,” .") goes.</summary>
    private static string Tidy(string words)
    {
        var tidy = words.Trim();
        if (tidy.EndsWith(" .", StringComparison.Ordinal)) tidy = tidy[..^2].TrimEnd();
        if (tidy.Length > 1 && tidy[^1] is '"' or '\u201d' && tidy[^2] == ',') tidy = tidy[..^2] + tidy[^1];
        return tidy.TrimEnd(',', ' ');
    }

    private static string NameOf(Report report) =>
        report.Facts.Source?.Name ?? report.Facts.PublicTitle ?? report.Facts.Author ?? "a report without a name";

    private static string Word(SourceKind kind) => kind switch
    {
        SourceKind.ProtectedPerson => "protected source",
        SourceKind.Person => "person",
        SourceKind.Office => "office",
        SourceKind.Organisation => "organisation",
        SourceKind.Outlet => "outlet",
        SourceKind.Anonymous => "unnamed",
        SourceKind.Device => "device",
        SourceKind.Document => "document",
        _ => "",
    };
}
