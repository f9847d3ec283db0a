namespace AllSource.Lineage.Segments;

/// <summary>
/// The bytes of one immutable file, read at any place without loading the whole (a memory map). Disposing lets the
/// memory go: no span may be used afterwards.
/// </summary>
public abstract class SegmentBytes : IDisposable
{
    public abstract long Length { get; }

    /// <summary>A stretch of the file; the caller has tested that it lies within <see cref="Length"/>.</summary>
    public abstract ReadOnlySpan<byte> Slice(long at, int length);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>
/// Port: a folder that keeps the index, by one writer at a time. What a call has returned from stays when the process
/// is killed; what was asked to be durable stays when the power fails. Failures of the disk are IOExceptions. Several
/// threads may call at once, of different files; only one adds to logs.
/// </summary>
public interface ISegmentFolder
{
    /// <summary>The names of all files, without the folder.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>A small file's bytes, or null when there is none of this name.</summary>
    byte[]? ReadAll(string name);

    /// <summary>
    /// Puts a file in the place of another or of none, durably and whole: either the old one is there or the new.
    /// </summary>
    void Replace(string name, ReadOnlySpan<byte> bytes);

    /// <summary>A new file to be written from its beginning. Until it is kept it may be lost or half-written.</summary>
    Stream Create(string name);

    /// <summary>Makes a file that was created, and is closed, durable under another name.</summary>
    void Keep(string created, string name);

    /// <summary>An immutable file's bytes, or null when there is none of this name.</summary>
    SegmentBytes? Map(string name);

    /// <summary>Adds to the end of a file, which comes to be when it is not there.</summary>
    void Append(string name, ReadOnlySpan<byte> bytes, bool isDurable);

    /// <summary>Makes durable what was added to a file; nothing more will be.</summary>
    void Flush(string name);

    /// <summary>Cuts a file to a length.</summary>
    void Cut(string name, long length);

    /// <summary>Takes a file away, if it is there.</summary>
    void Remove(string name);
}
