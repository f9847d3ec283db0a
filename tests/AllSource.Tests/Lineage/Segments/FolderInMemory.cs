using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// A folder in memory that can be made to die: at a given number of changes it does that one by half, or not at all,
/// and every later one throws. What is left is what a killed process leaves.
/// </summary>
internal sealed class FolderInMemory : ISegmentFolder
{
    public SortedDictionary<string, byte[]> Files { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The number of changes after which the process is dead.</summary>
    public int LivesFor { get; set; } = int.MaxValue;

    public int Changes { get; private set; }

    public IReadOnlyCollection<string> Names => Files.Keys;

    public FolderInMemory Copy() =>
        new() { Files = new(Files.ToDictionary(static f => f.Key, static f => f.Value), StringComparer.Ordinal) };

    public byte[]? ReadAll(string name) => Files.GetValueOrDefault(name);

    public void Replace(string name, ReadOnlySpan<byte> bytes)
    {
        Change();
        Files[name] = bytes.ToArray();
    }

    public Stream Create(string name)
    {
        Change();
        Files[name] = [];
        return new Written(this, name);
    }

    public void Keep(string created, string name)
    {
        Change();
        Files[name] = Files[created];
        Files.Remove(created);
    }

    public SegmentBytes? Map(string name) =>
        Files.TryGetValue(name, out var bytes) ? new MemoryBytes(bytes) : null;

    public void Append(string name, ReadOnlySpan<byte> bytes, bool isDurable)
    {
        var isLast = Changes + 1 == LivesFor;
        byte[] there = Files.GetValueOrDefault(name) ?? [];
        if (isLast) Files[name] = [.. there, .. bytes[..(bytes.Length / 2)]];
        Change();
        Files[name] = [.. there, .. bytes];
    }

    public void Flush(string name)
    {
        Change();
        Assert.True(Files.ContainsKey(name));
    }

    public void Cut(string name, long length)
    {
        Change();
        Files[name] = Files[name][..(int)length];
    }

    public void Remove(string name)
    {
        Change();
        Files.Remove(name);
    }

    private void Change()
    {
        if (++Changes >= LivesFor) throw new DeadException();
    }

    private sealed class Written(FolderInMemory folder, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (folder.Changes < folder.LivesFor) folder.Files[name] = ToArray();
            else if (folder.Files.ContainsKey(name)) folder.Files[name] = ToArray()[..(int)(Length / 2)];
            base.Dispose(disposing);
        }
    }
}

/// <summary>The process was killed: not an IOException, for no code may go on after it.</summary>
internal sealed class DeadException : Exception;
