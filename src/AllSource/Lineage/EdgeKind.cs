namespace AllSource.Lineage;

/// <summary>What a passage shows of how one report came by the other's words.</summary>
public enum EdgeKind
{
    /// <summary>A stretch that both have; how it came there is not seen.</summary>
    Excerpt,

    /// <summary>One marks it as somebody else's words: quotation marks, a quoted block, an attribution line.</summary>
    Quotation,

    /// <summary>Most of one text stands in the other.</summary>
    Copy,

    /// <summary>Most of one text stands in the other, and one of them names a news agency in its first or last words.
    /// </summary>
    WireCopy,

    /// <summary>Most of one text stands in the other, and one of them is marked as a press release.</summary>
    ReleaseCopy,

    /// <summary>An earlier third report holds what both have, at least as near: both may have it from there.</summary>
    CommonSource,
}
