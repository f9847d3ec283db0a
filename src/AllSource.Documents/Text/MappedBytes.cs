namespace AllSource.Documents.Text;

/// <summary>
/// Bytes after a transfer encoding was undone, and where each of them stood in the file. Without <paramref
/// name="offsets"/> they
/// are a plain stretch of the file that begins at <paramref name="start"/>.
/// </summary>
internal sealed class MappedBytes(ReadOnlyMemory<byte> bytes, int start = 0, int[]? offsets = null)
{
    public ReadOnlySpan<byte> Span => bytes.Span;

    public int Length => bytes.Length;

    /// <summary>The file's byte at which byte <paramref name="index"/> of these begins; the length gives the
    /// end.</summary>
    public int FileOffset(int index) => offsets is null ? start + index : offsets[index];
}
