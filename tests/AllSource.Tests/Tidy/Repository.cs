namespace AllSource.Tests.Tidy;

/// <summary>Where the repository lies, found from the test's own folder upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The measuring data and seeds beside the repository; null where a newcomer does not have them.</summary>
    public static string? Shared { get; } =
        Directory.Exists(Path.Combine(Root, "..", "shared")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared"))
            : null;

    /// <summary>The shared folder, or a skip by name; a failure in CI, where it must be there.</summary>
    public static string SharedOrSkip(string what)
    {
        if (Shared is not null) return Shared;
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true",
            $"../shared is missing, and CI needs it for {what}");
        Assert.Skip($"../shared is not here: {what}");
        return "";
    }

    public static IEnumerable<string> Files(params string[] endings) =>
        new[] { "src", "tests", "bench", "docs", "samples" }.Select(d => Path.Combine(Root, d)).Where(Directory.Exists)
            .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null
            && !File.Exists(Path.Combine(folder.FullName, "AllSource.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
