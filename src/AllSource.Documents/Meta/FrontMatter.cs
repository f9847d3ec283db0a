using AllSource.Access;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents.Meta;

/// <summary>The block between two lines of three dashes with which a text may begin. It is not part of the report's
/// text.</summary>
internal static class FrontMatter
{
    private const int LengthMax = 64 << 10; // a "---" at the top and another far below is two rules, not front matter

    /// <summary>Where the block's content begins and ends and the text goes on; null when the text begins with no such
    /// block.</summary>
    public static (int Start, int End, int TextStart)? Find(string text)
    {
        var start = LineEnd(text, 0);
        if (start < 0 || text[..start].TrimEnd() != "---") return null;
        var at = ++start;
        while (at < text.Length && at < LengthMax)
        {
            var end = LineEnd(text, at);
            var stop = end < 0 ? text.Length : end;
            if (text.AsSpan(at, stop - at).TrimEnd() is "---" or "...")
            {
                return text.AsSpan(start, at - start).Contains(':')
                    || at == start ? (start, at, Math.Min(stop + 1, text.Length)) : null;
            }

            if (end < 0) return null;
            at = end + 1;
        }

        return null;
    }

    /// <summary>Reads the block, if there is one; gives where the text begins.</summary>
    public static (Declared Declared, int TextStart) Read(DecodedText text, Reading reading)
    {
        if (Find(text.Text) is { } block)
        {
            return (DeclaredYaml.Read(text.Text[block.Start..block.End], reading.File.Name, 2, reading),
                block.TextStart);
        }

        if (OpenLabelLine(text.Text) is not { } line) return (Declared.Nothing, 0);
        // Somebody meant to mark this text and forgot the closing line: until that is mended, nobody sees it.
        reading.Add(FindingWeight.Loss, "front-matter-open", reading.At(line),
            "has front matter with a label and no line of three dashes after it, so the item is sealed.",
                "Close it with ---.");
        return (Declared.Nothing with { Label = Label.Sealed }, 0);
    }

    /// <summary>The line of a label in a block that is opened and never closed; null when there is none.</summary>
    private static int? OpenLabelLine(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, LengthMax)).EnumerateLines())
        {
            if (++number > 40 || (number == 1 && line.TrimEnd() is not "---")) return null;
            if (line.StartsWith("label:", StringComparison.OrdinalIgnoreCase)) return number;
        }

        return null;
    }

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from);
}
