using System.Reflection;

namespace AllSource.Kernel.Pages;

/// <summary>
/// The look of the page, <c>page.css</c>: for reading, for the dark, for forced colours, for a phone and for paper.
/// Text and marks keep a contrast of at least 4.5 to 1 (3 to 1 for shapes) in both schemes; colour never says anything
/// alone. The TLP label follows FIRST's TLP 2.0.
/// </summary>
public static class PageStyle
{
    private static readonly Lazy<string> Sheet = new(Read);

    public static string Css => Sheet.Value;

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("AllSource.Kernel.page.css")
            ?? throw new InvalidOperationException("page.css is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
