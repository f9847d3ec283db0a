using AllSource.Documents.Text;

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
    public static (Declared Declared, int TextStart) Read(DecodedText text, Reading reading) =>
        Find(text.Text) is { } block
        ? (DeclaredYaml.Read(text.Text[block.Start..block.End], reading.File.Name, 2, reading), block.TextStart)
        : (Declared.Nothing, 0);

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from);
}
