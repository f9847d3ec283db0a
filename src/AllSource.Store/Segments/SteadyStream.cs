namespace AllSource.Store.Segments;

/// <summary>
/// A new file that goes to the disk while it is written. Left to the end, hundreds of megabytes of a merge would go at
/// once, and the system makes whoever adds to a log meanwhile wait for them.
/// </summary>
internal sealed class SteadyStream(string path, FileStreamOptions options) : Stream
{
    private const int Stretch = 16 << 20;

    private readonly FileStream _file = new(path, options);
    private long _flushed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => throw new NotSupportedException();
    }

    public override void Flush() => _file.Flush();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _file.Write(buffer);
        if (_file.Position - _flushed < Stretch) return;
        _file.Flush(flushToDisk: true);
        _flushed = _file.Position;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }
}
