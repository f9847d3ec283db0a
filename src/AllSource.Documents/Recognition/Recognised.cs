namespace AllSource.Documents.Recognition;

/// <summary>The formats that are read. Anything else is named and kept, and not read yet.</summary>
internal enum ReadableKind
{
    None,
    Text,
    Markdown,
    Html,
    Mail,
    CallRecords,
    WhatsApp,
    Json,
}

/// <summary>
/// What a file was recognised as, by its content. <paramref name="Sureness"/> is 0-1; <paramref name="Why"/> names the
/// mark that
/// told. <paramref name="Advice"/> is for kinds that are not read. <paramref name="Broken"/> is set for bytes of no
/// known kind.
/// </summary>
internal sealed record Recognised(
    ReadableKind Kind, string Format, double Sureness, string Why, string? Advice = null, bool Broken = false)
{
    /// <summary>
    /// The longest file of a kind that is read, in bytes: beyond it a reader would need more memory than it is worth
    /// (one text of
    /// 200 MB is a dump, not a report), and HTML beyond 16 MB is a bomb.
    /// </summary>
    public static long LengthMax(ReadableKind kind) => kind is ReadableKind.Html ? 16L << 20 : 64L << 20;
}
