using AllSource.Release;

namespace AllSource.Desk.Acts;

/// <summary>What the journal asks of an act beside the gate's own rules for words.</summary>
public static class ActRules
{
    public static ReleaseRule Signed { get; } = new("act-signed", "An act has an author, of at most 100 characters.");

    public static ReleaseRule Reasoned { get; } =
        new("act-reasoned", "An act has a reason, of at most 2000 characters.");

    public static ReleaseRule OneOutcome { get; } = new("one-outcome",
        "A judgment has one outcome, and of hypotheses that exclude each other one at most came true.");

    public static ReleaseRule Plain { get; } =
        new("act-plain", "An act's own words are at most 2000 characters on one line, without control characters.");
}
