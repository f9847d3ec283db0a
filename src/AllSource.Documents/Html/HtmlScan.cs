using System.Text;
using AngleSharp.Html;

namespace AllSource.Documents.Html;

/// <summary>
/// One pass over HTML source without a tree: the characters that are text, each with its place in the source, where
/// blocks break,
/// and what the markup would cost a tree builder. The tree says what the text is for; this says where it stands.
/// </summary>
internal sealed class HtmlScan
{
    private const int TagsMax = 400_000;        // a page of a million empty elements
    private const int DepthMax = 400;           // <div><div><div>...: scope checks walk the whole stack for every tag
    private const int AttributesMax = 400;      // each new attribute is compared with all before it
    private const long RebuiltMax = 4_000_000;  // unclosed <b id=1><b id=2>... are built anew in every following block

    private readonly string _source;
    private readonly StringBuilder _flat = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _breaks = [];
    private int _tags;
    private int _depth;
    private int _formatting;
    private long _rebuilt;

    private HtmlScan(string source) => _source = source;

    /// <summary>All text of the page in source order, entities decoded; scripts and styles left out.</summary>
    public string Flat { get; private set; } = "";

    /// <summary>Places in <see cref="Flat"/> at which a block begins or ends, ascending.</summary>
    public IReadOnlyList<int> Breaks => _breaks;

    /// <summary>Why no tree may be built from this; null when one may.</summary>
    public string? Bomb { get; private set; }

    public int SourceStart(int flat) => _starts[flat];

    public int SourceEnd(int flat) => _ends[flat];

    public static HtmlScan Of(string source)
    {
        var scan = new HtmlScan(source);
        scan.Run();
        scan.Flat = scan._flat.ToString();
        return scan;
    }

    private void Run()
    {
        for (var i = 0; i < _source.Length;)
        {
            var c = _source[i];
            if (c == '<' && i + 1 < _source.Length && Markup(i) is var next and > 0) i = next;
            else if (c == '&') i = Entity(i);
            else i = Add(c, i, i + 1);
        }
    }

    private int Add(char c, int start, int end)
    {
        _flat.Append(c);
        _starts.Add(start);
        _ends.Add(end);
        return end;
    }

    /// <summary>Where the markup at a '&lt;' ends; -1 when it is a letter like any other.</summary>
    private int Markup(int at)
    {
        var next = _source[at + 1];
        if (next == '!' && string.CompareOrdinal(_source, at, "<!--", 0, 4) == 0) return CommentEnd(at);
        if (next is '!' or '?') return After('>', at + 2);
        if (next == '/') return at + 2 < _source.Length && char.IsAsciiLetter(_source[at + 2]) ? Tag(at, at + 2, true)
            : After('>', at + 2);
        return char.IsAsciiLetter(next) ? Tag(at, at + 1, false) : -1;
    }

    private int CommentEnd(int at)
    {
        if (string.CompareOrdinal(_source, at + 4, ">", 0, 1) == 0) return at + 5;
        if (string.CompareOrdinal(_source, at + 4, "->", 0, 2) == 0) return at + 6;
        var end = _source.IndexOf("-->", at + 4, StringComparison.Ordinal);
        var bang = _source.IndexOf("--!>", at + 4, end < 0 ? _source.Length - at - 4
            : end - at - 4, StringComparison.Ordinal);
        return bang >= 0 ? bang + 4 : end >= 0 ? end + 3 : _source.Length;
    }

    private int After(char c, int from) => from <= _source.Length
        && _source.IndexOf(c, from) is var end and >= 0 ? end + 1 : _source.Length;

    private int Tag(int at, int nameStart, bool closing)
    {
        var i = nameStart;
        while (i < _source.Length && _source[i] is not ('>' or '/') && !char.IsWhiteSpace(_source[i])) i++;
        var name = i - nameStart <= 20 ? _source[nameStart..i].ToLowerInvariant() : "";
        var attributes = 0;
        while (i < _source.Length && _source[i] != '>')
        {
            if (_source[i] == '=')
            {
                i = AfterValue(i + 1);
                attributes++;
            }
            else
            {
                if (char.IsWhiteSpace(_source[i])) attributes++;
                i++;
            }
        }

        Count(name, closing, attributes);
        if (HtmlNames.Block.Contains(name) && (_breaks.Count == 0 || _breaks[^1] != _flat.Length)) _breaks.Add(
            _flat.Length);
        i = Math.Min(_source.Length, i + 1);
        if (closing) return i;
        if (HtmlNames.Raw.Contains(name)) return RawEnd(i, name);
        return name is "plaintext" ? _source.Length : i;
    }

    private int AfterValue(int i)
    {
        while (i < _source.Length && char.IsWhiteSpace(_source[i])) i++;
        if (i >= _source.Length) return i;
        if (_source[i] is '"' or '\'') return After(_source[i], i + 1);
        while (i < _source.Length && _source[i] != '>' && !char.IsWhiteSpace(_source[i])) i++;
        return i;
    }

    /// <summary>Where the content of a script, style or the like ends: no markup is markup within it.</summary>
    private int RawEnd(int from, string name)
    {
        for (var i = from; (i = _source.IndexOf("</", i, StringComparison.Ordinal)) >= 0; i += 2)
        {
            if (string.Compare(_source, i + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0) return i;
        }

        return _source.Length;
    }

    private void Count(string name, bool closing, int attributes)
    {
        if (++_tags > TagsMax) Bomb ??= "it has more than 400,000 tags";
        if (attributes > AttributesMax) Bomb ??= "a tag has more than 400 attributes";
        if (HtmlNames.Void.Contains(name)) return;
        var isFormatting = HtmlNames.Formatting.Contains(name);
        if (closing)
        {
            _depth = Math.Max(0, _depth - 1);
            if (isFormatting) _formatting = Math.Max(0, _formatting - 1);
            return;
        }

        if (!HtmlNames.ClosesItself.Contains(name)) _depth++;
        if (isFormatting) _formatting++;
        else _rebuilt += _formatting;
        if (_depth > DepthMax) Bomb ??= "its elements are nested more than 400 deep";
        if (_rebuilt > RebuiltMax) Bomb ??= "its unclosed elements would be built millions of times";
    }

    private int Entity(int at)
    {
        var end = at + 1;
        if (end < _source.Length && _source[end] == '#') return NumberEntity(at);
        while (end < _source.Length && end - at <= 32 && char.IsAsciiLetterOrDigit(_source[end])) end++;
        if (end < _source.Length && _source[end] == ';'
            && HtmlEntityProvider.Resolver.GetSymbol(_source[(at + 1)..(end + 1)]) is { } whole)
        {
            return AddAll(whole, at, end + 1);
        }

        for (var stop = Math.Min(end, at + 7); stop > at + 2; stop--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(_source[(at + 1)..stop]) is { } legacy) return AddAll(
                legacy, at, stop);
        }

        return Add('&', at, at + 1);
    }

    private int NumberEntity(int at)
    {
        var i = at + 2;
        var hex = i < _source.Length && _source[i] is 'x' or 'X';
        if (hex) i++;
        var first = i;
        long code = 0;
        while (i < _source.Length && (hex ? char.IsAsciiHexDigit(_source[i]) : char.IsAsciiDigit(_source[i])))
        {
            code = Math.Min((code * (hex ? 16 : 10)) + Convert.ToInt32(_source[i].ToString(), 16), 0x110000);
            i++;
        }

        if (i == first) return Add('&', at, at + 1);
        if (i < _source.Length && _source[i] == ';') i++;
        var known = code is >= 0x80 and <= 0x9F ? HtmlEntityProvider.GetSymbolFromTable((int)code) : null;
        return AddAll(known ?? (Rune.IsValid((int)code) && code != 0 ? new Rune((int)code).ToString() : "\uFFFD"), at,
            i);
    }

    private int AddAll(string symbol, int start, int end)
    {
        foreach (var c in symbol) Add(c, start, end);
        return end;
    }
}

/// <summary>Names of HTML elements by what they mean for a reader of text.</summary>
internal static class HtmlNames
{
    public static HashSet<string> Block { get; } =
        Set("address article aside blockquote body br caption center dd details dialog dir div dl dt "
        + "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p "
            + "pre section summary table "
        + "tbody tfoot thead td th tr ul title head html option select");

    public static HashSet<string> Raw { get; } = Set("script style xmp iframe noembed noframes");

    public static HashSet<string> Void { get; } =
        Set("area base br col embed hr img input link meta param source track wbr");

    public static HashSet<string> Formatting { get; } = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements whose end tag may be left out: an open one does not nest the next.</summary>
    public static HashSet<string> ClosesItself { get; } =
        Set("p li dt dd tr td th thead tbody tfoot option optgroup rp rt colgroup caption html head body");

    /// <summary>Elements that hold nothing that a reader sees as text.</summary>
    public static HashSet<string> Unseen { get; } =
        Set("script style noscript template iframe object embed svg math canvas audio video head title "
        + "meta link xmp noembed noframes map datalist input select textarea button progress meter dialog");

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
