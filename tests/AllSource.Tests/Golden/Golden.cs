using AllSource.Tests.Tidy;

namespace AllSource.Tests.Golden;

/// <summary>
/// Text that a person reads, held beside its test. With the variable ACCEPT=1 what comes out is written as the new
/// golden file.
/// </summary>
internal static class Golden
{
    /// <param name="path">Under tests/AllSource.Tests, such as "Briefs/harbour.html.golden".</param>
    public static void Holds(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests", "AllSource.Tests", path);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{path} is missing; ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
