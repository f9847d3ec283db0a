using AllSource.Lineage;

namespace AllSource.Desk;

/// <summary>Tells how far the search for passages is in the desk's own words.</summary>
public sealed class LineageSteps(IProgress<Progress> progress) : IProgress<LineageProgress>
{
    public void Report(LineageProgress value) => progress.Report(new("lineage", value.Done, value.Of));
}
