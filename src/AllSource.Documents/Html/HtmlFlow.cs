using System.Text;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AngleSharp.Dom;

namespace AllSource.Documents.Html;

/// <summary>
/// Writes the text of elements as a browser would show it: white space collapsed, an empty line between blocks. Keeps
/// for every
/// character the place in the source, found by following the scan along the tree's text in order.
/// </summary>
internal sealed class HtmlFlow(HtmlScan scan, DecodedText source, Func<IElement, bool> leaveOut)
{
    private const int DepthMax = 2_000; // the tree is shallower (see HtmlScan); this guards the recursion all the same

    private readonly StringBuilder _text = new();
    private readonly List<int> _flat =
        [];   // place in the scan of each character; -1 for the reader's own, -2 - place when only near
    private readonly List<TextSpan> _quotes = [];
    private int _cursor;
    private string _waiting = "";
    private long _budget = 50_000_000;       // characters looked through for text that is not where it was expected

    /// <summary>Stretches that stood in block quotes.</summary>
    public IReadOnlyList<TextSpan> Quotes => _quotes;

    public int LeftOutCharacters { get; private set; }

    /// <summary>Writes an element and all in it.</summary>
    public void Write(IElement element) => Children(element, false, 0);

    /// <summary>Writes what the scan found, without a tree: for pages of which no tree may be built.</summary>
    public void WriteScan()
    {
        var from = 0;
        foreach (var stop in scan.Breaks.Append(scan.Flat.Length))
        {
            Characters(scan.Flat.AsSpan(from, stop - from), from, false);
            Break("\n\n");
            from = stop;
        }
    }

    /// <summary>Puts what was written into a report's text; gives where the block quotes stand in it.</summary>
    public List<TextSpan> CopyTo(TextAssembly assembly)
    {
        var at = assembly.Length;
        var text = _text.ToString();
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            var own = _flat[i] == -1;
            while (i < text.Length && (_flat[i] == -1) == own) i++;
            if (own) assembly.AppendOwn(text[from..i]);
            else assembly.Append(text.AsSpan(from, i - from), k => ByteOf(from + k, false), k =>
                ByteOf(from + k, true));
        }

        return [.. _quotes.Select(q => q.Shift(at))];
    }

    private int ByteOf(int index, bool end)
    {
        var place = _flat[index];
        if (place <= -2) return source.ByteOf(end ? source.Text.Length : Math.Min(source.Text.Length, -2 - place));
        return source.ByteOf(end ? scan.SourceEnd(place) : scan.SourceStart(place));
    }

    private void Children(IElement element, bool preformatted, int depth)
    {
        if (depth > DepthMax) return;
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text) Text(text.Data, preformatted);
            else if (node is IElement child) Element(child, preformatted, depth + 1);
        }
    }

    private void Element(IElement element, bool preformatted, int depth)
    {
        var name = element.LocalName;
        if (HtmlNames.Unseen.Contains(name)) return;
        if (leaveOut(element))
        {
            LeftOutCharacters += element.TextContent.Length;
            return;
        }

        if (name is "br")
        {
            Break("\n");
            return;
        }

        var separator = Separator(name);
        Break(separator);
        var start = _text.Length;
        Children(element, preformatted || name is "pre", depth);
        if (name is "blockquote" && _text.Length > start) _quotes.Add(
            new(start + (start > 0 ? separator.Length : 0), _text.Length));
        if (name is not ("td" or "th")) Break(separator);
    }

    private static string Separator(string name) => name switch
    {
        "li" or "tr" or "dt" or "dd" or "figcaption" or "option" => "\n",
        "td" or "th" => "\t",
        _ => HtmlNames.Block.Contains(name) ? "\n\n" : "",
    };

    /// <summary>Asks for a separator before the next text; the strongest asked for is written, and none at the very
    /// start.</summary>
    private void Break(string separator)
    {
        if (separator.Length == 0) return;
        if (separator == "\n" && _waiting == "\n") _waiting =
            "\n"; // two line breaks in a row are still lines, not a paragraph
        else if (separator.Length > _waiting.Length || (_waiting == "\t" && separator[0] == '\n')) _waiting = separator;
    }

    private void Text(string data, bool preformatted)
    {
        if (data.Length == 0) return;
        var at = Find(data);
        if (at >= 0) _cursor = at + data.Length;
        Characters(data, at, preformatted);
    }

    /// <summary>Where the tree's next text stands in the scan; -1 when it was moved or changed and is not
    /// found.</summary>
    private int Find(string data)
    {
        var flat = scan.Flat;
        if (string.CompareOrdinal(flat, _cursor, data, 0, data.Length) == 0
            && _cursor + data.Length <= flat.Length) return _cursor;
        foreach (var from in (int[])[_cursor, 0])
        {
            if (_budget <= 0) return -1;
            var length = (int)Math.Min(flat.Length - from, Math.Min(_budget, int.MaxValue));
            var found = flat.IndexOf(data, from, length, StringComparison.Ordinal);
            _budget -= found >= 0 ? found - from : length;
            if (found >= 0) return found;
        }

        return -1;
    }

    private void Characters(ReadOnlySpan<char> data, int at, bool preformatted)
    {
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            var place = at >= 0 ? at + i
                : -2 - (_cursor < scan.Flat.Length ? scan.SourceStart(_cursor) : source.Text.Length);
            if (!preformatted && c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (_waiting.Length > 0 || _text.Length == 0 || char.IsWhiteSpace(_text[^1])) continue;
                c = ' ';
            }

            if (_waiting.Length > 0) WriteWaiting();
            _text.Append(c);
            _flat.Add(place);
        }
    }

    private void WriteWaiting()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
            _flat.RemoveAt(_flat.Count - 1);
        }

        if (_text.Length > 0)
        {
            _text.Append(_waiting);
            for (var i = 0; i < _waiting.Length; i++) _flat.Add(-1);
        }

        _waiting = "";
    }
}
