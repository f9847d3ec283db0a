using System.Collections.Immutable;
using AllSource.Kernel;

namespace AllSource.Release;

/// <summary>
/// One page that may leave, for one audience. Made by <see cref="Gate"/> alone; every list holds only what passed, in
/// the desk's order, numbered afresh so that nothing refused leaves a hole. <see cref="Marking"/> rolls up what is in
/// it.
/// </summary>
public sealed class ReleasedBrief
{
    internal ReleasedBrief()
    {
    }

    public string Title { get; internal init; } = "";

    /// <summary>Empty when the case states none.</summary>
    public string Question { get; internal init; } = "";

    /// <summary>The banner, such as <c>TLP:AMBER</c> or <c>TLP:RED//HERON</c>.</summary>
    public string Marking { get; internal init; } = "";

    public string Audience { get; internal init; } = "";

    public DateTimeOffset MadeAt { get; internal init; }

    public string DeskVersion { get; internal init; } = "";

    /// <summary>The one likelihood scale of this product.</summary>
    public string Scale { get; internal init; } = "";

    /// <summary>Whether outcomes of earlier judgments were there to calibrate the likelihoods by.</summary>
    public bool IsCalibrated { get; internal init; }

    public ImmutableArray<ReleasedJudgment> Judgments { get; internal init; } = [];

    public ImmutableArray<ReleasedRow> Rows { get; internal init; } = [];

    public ImmutableArray<ReleasedOrigin> Origins { get; internal init; } = [];

    public ImmutableArray<ReleasedLedgerEntry> Ledger { get; internal init; } = [];

    public ImmutableArray<ReleasedSentence> WouldChange { get; internal init; } = [];

    public ImmutableArray<ReleasedSentence> Gaps { get; internal init; } = [];

    public ImmutableArray<ReleasedSentence> SourceSummary { get; internal init; } = [];

    public ImmutableArray<ReleasedSentence> Changed { get; internal init; } = [];

    /// <summary>Dissent under its name, and how several analysts' matrices compare.</summary>
    public ImmutableArray<ReleasedSentence> Views { get; internal init; } = [];
}

/// <summary>A sentence that may be told, and what would fill it where it names a gap.</summary>
public sealed class ReleasedSentence
{
    internal ReleasedSentence()
    {
    }

    public string Text { get; internal init; } = "";

    public string Remedy { get; internal init; } = "";

    /// <summary>Numbers of the rows of evidence that it names, ascending.</summary>
    public ImmutableArray<int> Rows { get; internal init; } = [];
}

/// <summary>A judgment, numbered from 1 within the product. Likelihood and confidence are apart.</summary>
public sealed class ReleasedJudgment
{
    internal ReleasedJudgment()
    {
    }

    public int Number { get; internal init; }

    public string Statement { get; internal init; } = "";

    public LikelihoodWord Likelihood { get; internal init; } = new("", 0, false);

    public string LikelihoodSentence { get; internal init; } = "";

    /// <summary>low, moderate or high.</summary>
    public string Confidence { get; internal init; } = "";

    public ImmutableArray<ReleasedSentence> ConfidenceReasons { get; internal init; } = [];

    public int Reports { get; internal init; }

    public int Origins { get; internal init; }
}

/// <summary>How a row sits with a judgment of this product (by its number): CC, C, N, I, II.</summary>
public sealed class ReleasedFit
{
    internal ReleasedFit()
    {
    }

    public int Judgment { get; internal init; }

    public string Letters { get; internal init; } = "";
}

/// <summary>A row of evidence, numbered from 1 within the product, with counts of what this audience may see.</summary>
public sealed class ReleasedRow
{
    internal ReleasedRow()
    {
    }

    public int Number { get; internal init; }

    public string Statement { get; internal init; } = "";

    public int Reports { get; internal init; }

    public int Origins { get; internal init; }

    public int DisputingReports { get; internal init; }

    public int DisputingOrigins { get; internal init; }

    /// <summary>Credibility 1-6, or null.</summary>
    public int? Credibility { get; internal init; }

    public ImmutableArray<string> Voices { get; internal init; } = [];

    public ImmutableArray<ReleasedFit> Fits { get; internal init; } = [];
}

/// <summary>A report that carries an origin's word; a null time is unknown.</summary>
public sealed class ReleasedMark
{
    internal ReleasedMark()
    {
    }

    public string Report { get; internal init; } = "";

    public ReportedTime? At { get; internal init; }

    public bool IsRoot { get; internal init; }
}

/// <summary>
/// An origin of the row with the number <see cref="Row"/>: whose word it is, and the reports that carry it, root first,
/// then by time.
/// </summary>
public sealed class ReleasedOrigin
{
    internal ReleasedOrigin()
    {
    }

    public int Row { get; internal init; }

    public string Voice { get; internal init; } = "";

    /// <summary>True where the voice speaks against the row.</summary>
    public bool Disputes { get; internal init; }

    public string Kind { get; internal init; } = "";

    public ImmutableArray<ReleasedMark> Marks { get; internal init; } = [];
}

/// <summary>A line of the ledger. <see cref="Row"/> is the number of the row it speaks to.</summary>
public sealed class ReleasedLedgerEntry
{
    internal ReleasedLedgerEntry()
    {
    }

    public int Row { get; internal init; }

    public string Who { get; internal init; } = "";

    /// <summary>
    /// The verb before the words, such as says, denies, says, against this, declines to comment: with the words it
    /// makes a sentence that keeps the speaker's sense.
    /// </summary>
    public string Act { get; internal init; } = "";

    /// <summary>The voice speaks against the row, whatever its verb; or takes back what it said.</summary>
    public bool IsAgainst { get; internal init; }

    /// <summary>The voice will not speak of it.</summary>
    public bool IsSilent { get; internal init; }

    public string Words { get; internal init; } = "";

    public bool IsQuote { get; internal init; }

    /// <summary>By whose mouths it came, nearest to the reader first.</summary>
    public ImmutableArray<string> Through { get; internal init; } = [];

    public string Report { get; internal init; } = "";

    public ReportedTime? At { get; internal init; }

    /// <summary>How many other reports repeat it.</summary>
    public int Repeats { get; internal init; }
}
