using AllSource.Briefs;
using AllSource.Release;
using AllSource.Tests.Release;

namespace AllSource.Tests.Briefs;

public sealed class BriefGoldenTests
{
    private static ReleasedBrief Brief() => HarbourDraft.Decide(HarbourDraft.Editors).Brief!;

    [Fact]
    public void The_page_reads_as_it_was_accepted() => Golden.Golden.Holds("Briefs/harbour.html.golden", Page(Brief()));

    [Fact]
    public void The_screenful_reads_as_it_was_accepted() =>
        Golden.Golden.Holds("Briefs/harbour.txt.golden", Screen(Brief()));

    internal static string Page(ReleasedBrief brief)
    {
        using var writer = new StringWriter();
        BriefHtml.Write(brief, writer);
        return writer.ToString();
    }

    internal static string Screen(ReleasedBrief brief)
    {
        using var writer = new StringWriter();
        BriefText.Write(brief, writer);
        return writer.ToString();
    }
}
