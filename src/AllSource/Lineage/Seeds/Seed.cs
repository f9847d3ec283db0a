namespace AllSource.Lineage.Seeds;

/// <summary>
/// A gram of words by which a text is found again: its key, the word at which it begins, and eight bits each of the two
/// words before and after it, which tell cheaply how far a repeat goes on beyond the gram.
/// </summary>
/// <param name="Key">The gram's words as a number.</param>
/// <param name="Word">The first of its words.</param>
/// <param name="Context">From the lowest byte: of the word after, of the word before, of the second after, of the
/// second before; 0 where there is none.</param>
/// <param name="IsQuoted">All of it stands between quotation marks.</param>
/// <param name="IsSparse">One of the winnowed grams. Two texts meet in a gram that both have as a sparse one, or that
/// one has between quotation marks and the other anywhere.</param>
internal readonly record struct Seed(uint Key, int Word, uint Context, bool IsQuoted, bool IsSparse)
{
    /// <summary>Eight bits of the word before.</summary>
    public byte Before => (byte)(Context >> 8);

    /// <summary>Eight bits of the word after.</summary>
    public byte After => (byte)Context;
}
