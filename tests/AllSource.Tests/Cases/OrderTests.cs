namespace AllSource.Tests.Cases;

public sealed class OrderTests
{
    [Fact]
    public void All_orders_of_the_files_give_the_same_bytes()
    {
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        var expected = CaseRun.Json(CaseRun.Once(file, files));
        for (var seed = 1; seed <= 6; seed++)
        {
            var shuffled = files.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, CaseRun.Json(CaseRun.Once(file, shuffled)));
        }
    }

    [Fact]
    public void Taking_the_files_in_one_by_one_over_many_runs_gives_the_same_bytes()
    {
        var (file, files) = CaseRun.Folder(HarbourKey.Folder);
        var expected = CaseRun.Json(CaseRun.Once(file, files));
        var groups = files.GroupBy(f => f.Name.Replace(".meta.yaml", "", StringComparison.Ordinal)).ToArray();
        new Random(7).Shuffle(groups);
        using var run = new CaseRun();
        for (var i = 0; i < groups.Length - 1; i += 5) run.Assess(file, groups.Take(i).SelectMany(g => g));
        Assert.Equal(expected, CaseRun.Json(run.Assess(file, files)));
    }
}
