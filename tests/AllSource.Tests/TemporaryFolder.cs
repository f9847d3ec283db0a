namespace AllSource.Tests;

/// <summary>A folder of one test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(),
        $"allsource-test-{Guid.NewGuid():N}");

    /// <summary>The path of a file in it, whose folders are made; a name that starts with "no/" gets none.</summary>
    public string File(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (!name.StartsWith("no/",
            StringComparison.Ordinal)) Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public string Write(string name, string text)
    {
        var path = File(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
