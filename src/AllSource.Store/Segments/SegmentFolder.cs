using AllSource.Kernel;
using AllSource.Lineage.Segments;

namespace AllSource.Store.Segments;

/// <summary>
/// A lineage index's folder on disk: for one process at a time (a lock file), readable by its owner alone. Files are
/// written under another name, flushed, renamed, and the folder is flushed; only the log grows in place.
/// </summary>
public sealed class SegmentFolder : ISegmentFolder, IDisposable
{
    private const string LockName = "lock";
    private const string Unfinished = "unfinished-";

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly Lock _logGate = new(); // other threads remove and flush logs
    private FileStream? _log;
    private string? _logName;

    private SegmentFolder(string path, FileStream held)
    {
        _path = path;
        _lock = held;
    }

    public IReadOnlyCollection<string> Names =>
        [.. Directory.EnumerateFiles(_path).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Takes the folder, and makes it where it is not; a finding when another process holds it.</summary>
    public static Parsed<SegmentFolder> Open(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused("index-no-folder", path, $"The folder cannot be made: {e.Message}",
                "Name a folder that exists or can be made, and is yours.");
        }

        try
        {
            var held = new FileStream(Path.Combine(path, LockName), Options(FileMode.OpenOrCreate, FileShare.None));
            return Parsed<SegmentFolder>.Read(new(path, held));
        }
        catch (IOException)
        {
            return Refused("index-busy", path, "Another program is writing this index.",
                "Wait until it has ended, then try again.");
        }
        catch (UnauthorizedAccessException e)
        {
            return Refused("index-no-folder", path, $"The folder cannot be written: {e.Message}",
                "Name a folder that is yours.");
        }
    }

    public byte[]? ReadAll(string name) => File.Exists(At(name)) ? ReadShared(name) : null;

    public void Replace(string name, ReadOnlySpan<byte> bytes)
    {
        var temporary = Unfinished + name;
        using (var to = Create(temporary)) to.Write(bytes);
        Keep(temporary, name);
    }

    public Stream Create(string name) => new SteadyStream(At(name), Options(FileMode.Create, FileShare.None));

    public void Keep(string created, string name)
    {
        using (var written = File.OpenHandle(At(created), FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(written);
        }

        File.Move(At(created), At(name), overwrite: true);
        Durable.Folder(_path);
    }

    public SegmentBytes? Map(string name)
    {
        var file = new FileInfo(At(name));
        if (!file.Exists) return null;
        return file.Length == 0 ? new MemoryBytes(default) : new MappedBytes(file.FullName, file.Length);
    }

    public void Append(string name, ReadOnlySpan<byte> bytes, bool isDurable)
    {
        var isNew = false;
        lock (_logGate)
        {
            if (_logName != name)
            {
                CloseLog();
                isNew = !File.Exists(At(name));
                _log = new(At(name), Options(FileMode.OpenOrCreate, FileShare.Read));
                _log.Seek(0, SeekOrigin.End);
                _logName = name;
            }

            _log!.Write(bytes); // unbuffered: it is the system's once this returns, and outlives the process
            if (!isDurable) return;
            _log.Flush(flushToDisk: true);
        }

        if (isNew) Durable.Folder(_path);
    }

    public void Flush(string name)
    {
        CloseLog(name);
        using var file = File.OpenHandle(At(name), FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public void Cut(string name, long length)
    {
        CloseLog(name);
        if (!File.Exists(At(name))) return;
        using var file = new FileStream(At(name), Options(FileMode.Open, FileShare.None));
        file.SetLength(length);
        file.Flush(flushToDisk: true);
    }

    public void Remove(string name)
    {
        CloseLog(name);
        File.Delete(At(name));
    }

    public void Dispose()
    {
        CloseLog();
        _lock.Dispose();
    }

    private static Parsed<SegmentFolder> Refused(string kind, string path, string what, string wayOut) =>
        Parsed<SegmentFolder>.Unread(new Finding(FindingWeight.Loss, kind, new(path), what, wayOut));

    private static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = mode == FileMode.Create ? 1 << 16 : 0,
        };
        if (!OperatingSystem.IsWindows() && mode is FileMode.Create or FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private byte[] ReadShared(string name)
    {
        using var file = new FileStream(At(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private string At(string name) => Path.Combine(_path, name);

    private void CloseLog(string name)
    {
        lock (_logGate)
        {
            if (_logName == name) CloseLog();
        }
    }

    private void CloseLog()
    {
        _log?.Dispose();
        (_log, _logName) = (null, null);
    }
}
