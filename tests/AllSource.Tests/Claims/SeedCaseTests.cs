using AllSource.Claims;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>Two real texts that lie beside the repository: who says what in the longer one.</summary>
public sealed class SeedCaseTests
{
    private static string Seed(string start)
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AllSource.slnx"))) folder =
            Path.GetDirectoryName(folder);
        var seeds = Path.Combine(folder ?? ".", "..", "shared", "cases", "seeds");
        var file = Directory.Exists(seeds) ? Directory.GetFiles(seeds, start + "*").FirstOrDefault() : null;
        if (file is not null) return File.ReadAllText(file);
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{seeds} is missing");
        Assert.Skip($"{seeds} is not beside this repository");
        return "";
    }

    [Fact]
    public void The_longer_text_has_its_speakers_deniers_and_decliners()
    {
        var text = Seed("001");
        var all = new ClaimReader().Read(text).Where(a => a.Kind == UtteranceKind.Speech
            && a.Canonical.Length > 0).ToList();
        bool Has(Act act, string speaker) => all.Any(a => a.Act == act
            && a.Canonical.Contains(speaker, StringComparison.Ordinal));

        string[] right =
        [
            "Trump", "official", "source", "CNN", "Peskov", "Pompeo", "Wall Street Journal", "Putin", "CIA",
                "White House", "intelligence community",
        ];
        Assert.True(all.Count(a => right.Any(r => a.Canonical.Contains(r, StringComparison.OrdinalIgnoreCase))) >= 20,
            string.Join("; ", all.Select(a => a.Canonical)));
        Assert.True(Has(Act.Dispute, "Pompeo"));
        Assert.True(Has(Act.Deny, "Putin"));
        Assert.True(Has(Act.Decline, "CIA"));
        Assert.True(Has(Act.Decline, "White House"));
        Assert.True(Has(Act.Decline, "Pompeo"));
        Assert.True(Has(Act.StandBy, "CNN"));
        Assert.True(Has(Act.Assert, "Peskov"));
        Assert.True(Has(Act.Assert, "Wall Street Journal"));
        var told = all.Where(a => a.SourceKind == SourceKind.Anonymous
            && a.Addressee.Any(s => s.Of(text) == "CNN")).Select(a => a.Canonical);
        Assert.Equal(2, told.Distinct().Count());
    }
}
