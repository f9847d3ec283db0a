using System.Runtime.InteropServices;

namespace AllSource.Store.Segments;

/// <summary>
/// Makes the names in a folder durable: on Unix a rename is on disk only when the folder itself is flushed. Windows
/// keeps renames in the file system's own log.
/// </summary>
internal static partial class Durable
{
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(path, 0);
        if (handle < 0) throw new IOException($"cannot open the folder {path} to make it durable");
        var isDone = Sync(handle) == 0;
        _ = Close(handle);
        if (!isDone) throw new IOException($"cannot make the folder {path} durable");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
