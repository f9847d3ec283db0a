namespace AllSource.Lineage.Segments;

/// <summary>A file's bytes that lie in memory as they are.</summary>
public sealed class MemoryBytes(ReadOnlyMemory<byte> bytes) : SegmentBytes
{
    public override long Length => bytes.Length;

    public override ReadOnlySpan<byte> Slice(long at, int length) => bytes.Span.Slice((int)at, length);

    protected override void Dispose(bool disposing)
    {
    }
}
