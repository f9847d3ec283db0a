using AllSource.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AllSource.Documents.Meta;

/// <summary>A node of a small YAML document, with line and column from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>A word or sentence; <paramref name="Text"/> is null for an empty value, ~ and null.</summary>
internal sealed record YamlScalar(string? Text, int Line, int Column) : YamlNode(Line, Column);

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

internal sealed record YamlMap(IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries, int Line, int Column)
    : YamlNode(Line, Column);

/// <summary>Reads YAML into nodes with places. One document; no anchors, no aliases, no tags: nothing here needs
/// them.</summary>
internal static class YamlTree
{
    private const int DepthMax = 16;       // nesting bomb: [[[[...
    private const int NodesMax = 200_000;  // a million empty items in a small file
    private const int TextMax = 1 << 20;   // nobody writes a megabyte of settings by hand

    /// <param name="firstLine">The line of the file on which the text begins.</param>
    public static Parsed<YamlNode> Parse(string text, string file, int firstLine = 1)
    {
        Parsed<YamlNode> Fail(string kind, string what, Mark? at, string? wayOut = null) =>
            Parsed<YamlNode>.Unread(new Finding(
            FindingWeight.Loss, kind,
            new(file, at is { } m ? (int)m.Line + firstLine - 1 : firstLine, at is { } n ? (int)n.Column : 1), what,
                wayOut));

        if (text.Length > TextMax) return Fail("yaml-too-long", "is longer than a megabyte, so it is not read.", null);
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return Parsed<YamlNode>.Read(new YamlMap([], firstLine, 1));
            parser.Consume<DocumentStart>();
            var nodes = 0;
            var root = Node(parser, 0, firstLine, ref nodes);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _)
                ? Parsed<YamlNode>.Read(root)
                : Fail("yaml-second-document", "holds more than one YAML document.", parser.Current?.Start,
                    "Keep the first, remove the rest.");
        }
        catch (LimitException limit)
        {
            return Fail("yaml-limit", limit.Message, limit.At, "Write it plainly, without anchors and aliases.");
        }
        catch (YamlException broken)
        {
            return Fail("yaml-syntax", $"is not YAML here: {Sentence(broken)}", broken.Start,
                "Put quotation marks around values with ': ' or '#' in them.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or FormatException or OverflowException)
        {
            // The scanner has bugs on malformed input (seen by fuzzing); to a reader they are one more syntax error.
            return Fail("yaml-syntax", "is not YAML.", parser.Current?.Start);
        }
    }

    private static YamlNode Node(Parser parser, int depth, int firstLine, ref int nodes)
    {
        var next = parser.Current is null && !parser.MoveNext() ? null : parser.Current;
        var start = next?.Start ?? Mark.Empty;
        if (depth > DepthMax) throw new LimitException("is nested more than 16 deep.", start);
        if (++nodes > NodesMax) throw new LimitException("has more than 200,000 entries.", start);
        var (line, column) = ((int)start.Line + firstLine - 1, (int)start.Column);
        // Billion laughs: an alias multiplies what it names, so none is followed.
        if (next is AnchorAlias) throw new LimitException("uses an alias (*name), which is not followed.", start);
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlScalar(Value(scalar), line, column);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, depth + 1, firstLine, ref nodes));
            return new YamlList(items, line, column);
        }

        parser.Consume<MappingStart>();
        var entries = new List<(YamlScalar, YamlNode)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(parser, depth + 1, firstLine, ref nodes);
            var value = Node(parser, depth + 1, firstLine, ref nodes);
            entries.Add((key as YamlScalar ?? new YamlScalar(null, key.Line, key.Column), value));
        }

        return new YamlMap(entries, line, column);
    }

    private static string? Value(Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? null
            : scalar.Value;

    /// <summary>The library's sentence without its own place; it never quotes a value.</summary>
    private static string Sentence(YamlException e)
    {
        var message = e.Message.ReplaceLineEndings(" ");
        return message.Length <= 160 ? message.TrimEnd('.') + "." : message[..160] + "...";
    }

    private sealed class LimitException(string what, Mark at) : Exception(what)
    {
        public Mark At { get; } = at;
    }
}
