using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AllSource.App.Cli;

/// <summary>One text to measure with. Its id is the line's, or the file's name.</summary>
internal sealed record TextDocument(string Id, string Text);

/// <summary>
/// Texts for the measuring doors: JSON lines with id and text, bare text files, folders of both (in ordinal order), or
/// standard input.
/// What cannot be read is said with its place and counted; the rest is read.
/// </summary>
internal sealed class TextLines(Terminal terminal)
{
    public int Failed { get; private set; }

    public IEnumerable<TextDocument> Documents(IReadOnlyList<string> inputs)
    {
        foreach (var input in inputs)
        {
            if (input == "-")
            {
                foreach (var document in OfInput(terminal.In)) yield return document;
            }
            else
            {
                foreach (var document in OfPath(input)) yield return document;
            }
        }
    }

    /// <summary>Lines of JSON where the first line that is not blank begins an object; else all of it is one
    /// text.</summary>
    private IEnumerable<TextDocument> OfInput(TextReader input)
    {
        const string Name = "standard input";
        var before = new StringBuilder();
        var number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                before.Append(line).Append('\n');
                continue;
            }

            if (line.TrimStart()[0] == '{')
            {
                if (Parse(line, $"{Name}, line {number}") is { } first) yield return first;
                foreach (var document in OfLines(Name, input, number)) yield return document;
                yield break;
            }

            var text = before.Append(line).Append('\n').Append(input.ReadToEnd()).ToString();
            if (text.Contains('\0', StringComparison.Ordinal)) Fail(NoText(Name));
            else yield return new TextDocument(Name, text);
            yield break;
        }
    }

    private static string NoText(string place) => $"{place}: holds a byte of zero, so it is no text. "
        + "Put it into a folder and read that with 'allsource assess', which knows files by what they hold.";

    private IEnumerable<TextDocument> OfPath(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(
                StringComparer.Ordinal))
            {
                foreach (var document in OfFile(file, Path.GetRelativePath(path, file).Replace('\\',
                    '/'))) yield return document;
            }

            yield break;
        }

        if (!File.Exists(path)) throw new VerbException(ExitCodes.Usage,
            $"{path}: there is no such file or folder. Check the path.");
        foreach (var document in OfFile(path, Path.GetFileName(path))) yield return document;
    }

    private IEnumerable<TextDocument> OfFile(string path, string name)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(path, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail($"{path}: cannot be opened ({e.Message}).");
            yield break;
        }

        using (reader)
        {
            if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var document in OfLines(path, reader)) yield return document;
            }
            else
            {
                var text = reader.ReadToEnd();
                if (text.Contains('\0', StringComparison.Ordinal)) Fail(NoText(path));
                else yield return new TextDocument(name, text);
            }
        }
    }

    /// <param name="number">Lines that were read before.</param>
    private IEnumerable<TextDocument> OfLines(string name, TextReader reader, int number = 0)
    {
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line, $"{name}, line {number}") is { } document) yield return document;
        }
    }

    private TextDocument? Parse(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
                    or JsonValueKind.Number)
            {
                return new TextDocument(id.ToString(), text.GetString()!);
            }

            Fail($"{place}: a line needs \"id\" and \"text\". Add them and read this line again.");
        }
        catch (JsonException e)
        {
            Fail(string.Create(CultureInfo.InvariantCulture,
                $"{place}: this is not JSON at byte {e.BytePositionInLine + 1}. Mend the line and read it again."));
        }
        catch (InvalidOperationException)
        {
            Fail($"{place}: a string in it is no valid Unicode. Mend the line and read it again.");
        }

        return null;
    }

    private void Fail(string sentence)
    {
        Failed++;
        terminal.Words.WriteLine($"allsource: {sentence}");
    }
}
