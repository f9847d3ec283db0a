namespace AllSource.Fusion.Tables;

/// <summary>
/// What a table says of one claim besides source, object and value. <paramref name="From"/> names whom it was taken
/// from, its own source where that saw it itself; null where nobody knows. <paramref name="At"/> is when it was made.
/// </summary>
internal readonly record struct ClaimNote(string Source, string Object, string Value, string? From, ClaimTime At);

/// <summary>
/// When a claim was made, in ticks of UTC from the earliest that it can have been to the latest: a date alone is a day
/// long. Without a time it is anywhen.
/// </summary>
internal readonly record struct ClaimTime(long Earliest, long Latest)
{
    public static ClaimTime Anywhen { get; } = new(long.MinValue, long.MaxValue);

    /// <summary>Whether this was certainly made after the other.</summary>
    public bool IsAfter(ClaimTime other) => Earliest > other.Latest;

    /// <summary>What is known of a claim that is made twice: whichever time was first.</summary>
    public ClaimTime First(ClaimTime other) => IsAfter(other) || (!other.IsAfter(this) && other.Earliest < Earliest)
        ? other : this;
}
