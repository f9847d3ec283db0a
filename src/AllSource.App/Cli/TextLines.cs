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
                foreach (var document in OfLines("standard input", terminal.In)) yield return document;
            }
            else
            {
                foreach (var document in OfPath(input)) yield return document;
            }
        }
    }

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
                yield return new TextDocument(name, reader.ReadToEnd());
            }
        }
    }

    private IEnumerable<TextDocument> OfLines(string name, TextReader reader)
    {
        var number = 0;
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
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var reason = e.Message.Split('\n')[0].TrimEnd('.');
            Fail($"{place}: this is not JSON ({reason}). Mend the line and read it again.");
        }

        return null;
    }

    private void Fail(string sentence)
    {
        Failed++;
        terminal.Words.WriteLine($"allsource: {sentence}");
    }
}
