using AllSource.Documents.Meta;

namespace AllSource.Documents.Text;

/// <summary>
/// Plain text and Markdown, kept as written: only the encoding is undone and CR and CRLF become LF. Front matter is
/// read and left out.
/// </summary>
internal static class PlainTextReader
{
    public static void Read(Reading reading, string format)
    {
        var text = reading.Decode(new(reading.Bytes));
        var (declared, start) = FrontMatter.Read(text, reading);
        if (text.Text.AsSpan(start).IsWhiteSpace())
        {
            reading.Fail("empty", reading.At(), start > 0 ? "holds front matter and no text."
                : "holds nothing but white space.");
            return;
        }

        var assembly = new TextAssembly(reading.Bytes, LineIndex.Of(text));
        assembly.Append(text, start, text.Text.Length);
        reading.Reports.Add(reading.Make(format, assembly, declared) with { Cites = [.. Links.In(assembly.Text)] });
    }
}
