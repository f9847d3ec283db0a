using System.Collections.Immutable;
using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Desk.Ledger;

/// <summary>
/// What a desk asks of the ledger. Every condition that is given must hold; none given asks for all.
/// </summary>
/// <param name="Source">All that this source said, under whatever name.</param>
/// <param name="Denies">
/// All who deny, dispute or doubt this: a proposition's or an evidence row's id, or a sentence in anybody's words.
/// </param>
/// <param name="Via">Every claim that came through this outlet: by its chain, or by a report that it repeats.</param>
/// <param name="Declined">Who was asked and declined to comment.</param>
/// <param name="Withdrawn">What was withdrawn, and by whom.</param>
public sealed record LedgerQuery(
    string? Source = null, string? Denies = null, string? Via = null, bool Declined = false, bool Withdrawn = false)
{
    public bool IsEmpty => this == new LedgerQuery();
}

/// <summary>
/// One claim as the ledger shows it: where it stands, whose word it is, how it came, and why it is here.
/// </summary>
/// <param name="Sentence">The sentences of the report that hold the claim's spans.</param>
/// <param name="Voice">Whose word it is, under its canonical name; empty for nobody.</param>
/// <param name="Stance">How it stands to what was asked about; null where nothing was.</param>
/// <param name="Whys">
/// Why the claim was read so, then why it answers the question, then where it comes from; each a sentence.
/// </param>
public sealed record LedgerRow(
    Claim Claim, Report Report, TextSpan Sentence, string Voice, Stance? Stance, ImmutableArray<string> Whys);

/// <summary>
/// The answer: rows by the date of their report, then report and place; how many claims the case has; and where a name
/// was asked for that nobody bears, the names that come near.
/// </summary>
public sealed record LedgerAnswer(ImmutableArray<LedgerRow> Rows, int Claims, ImmutableArray<string> Near);
