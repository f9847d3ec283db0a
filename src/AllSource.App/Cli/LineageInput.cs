using System.Globalization;
using System.Text;
using System.Text.Json;
using AllSource.App.Cases;
using AllSource.Kernel;
using AllSource.Lineage;

namespace AllSource.App.Cli;

/// <summary>Reads texts to compare. A bad line or file is a sentence with its place; the rest is read.</summary>
internal sealed record LineageInput(List<LineageDocument> Documents, List<string> Problems)
{
    private static readonly string[] Names = ["id", "text", "author", "title", "published"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static LineageInput Read(Terminal terminal, IEnumerable<string> places)
    {
        var input = new LineageInput([], []);
        foreach (var place in places)
        {
            if (place == "-") input.ReadLines("-", Encoding.UTF8.GetBytes(terminal.In.ReadToEnd()));
            else if (Directory.Exists(place)) input.ReadFolder(place);
            else input.ReadFile(place, Path.GetFileName(place));
        }

        return input;
    }

    /// <summary>A folder is read as a case is: every file by what it holds, with its sidecar and case.yaml.</summary>
    private void ReadFolder(string folder)
    {
        var read = CaseTexts.Read(folder);
        Documents.AddRange(read.Documents);
        Problems.AddRange(read.Problems);
    }

    private void ReadFile(string file, string id)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed, $"{file}: there is no such file or folder.");
        }
        catch (DirectoryNotFoundException)
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed, $"{file}: there is no such file or folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{file}: {e.Message} It was left out.");
            return;
        }

        if (file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            ReadLines(file, bytes);
            return;
        }

        try
        {
            var text = Utf8.GetString(bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
            Documents.Add(new(id, text));
        }
        catch (DecoderFallbackException)
        {
            Problems.Add(
                $"{file}: not UTF-8 text, so it was left out. Convert it, or name the folder that it is in: files of "
                    + "a folder are read by what they hold.");
        }
    }

    private void ReadLines(string file, ReadOnlySpan<byte> bytes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; !bytes.IsEmpty; number++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (line.TrimEnd((byte)'\r').IsEmpty) continue;
            var document = ReadLine(line, out var why);
            if (document is not null && !seen.Add(document.Id)) (document, why) = (null, "the id was there before.");
            if (document is null) Problems.Add($"{file}, line {number}: {why} The line was left out.");
            else Documents.Add(document);
        }
    }

    private static LineageDocument? ReadLine(ReadOnlySpan<byte> line, out string why)
    {
        try
        {
            why = "no object with \"id\" and \"text\" as strings.";
            return ReadObject(line);
        }
        catch (JsonException e)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"not JSON at byte {e.BytePositionInLine + 1}.");
            return null;
        }
        catch (InvalidOperationException)
        {
            why = "a string that is no valid Unicode.";
            return null;
        }
    }

    private static LineageDocument? ReadObject(ReadOnlySpan<byte> line)
    {
        const int DepthMax = 16; // nested brackets without end
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = DepthMax });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        string? id = null, text = null, author = null, title = null;
        ReportedTime? published = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(reader);
            reader.Read();
            var value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            switch (name)
            {
                case "id": id = value; break;
                case "text": text = value; break;
                case "author": author = value; break;
                case "title": title = value; break;
                case "published":
                    published = reader.TokenType == JsonTokenType.Number ? Epoch(reader) : Time(value);
                    break;
            }

            reader.Skip();
        }

        while (reader.Read())
        {
        }

        return id is null || text is null ? null : new(id, text, published, author, title);
    }

    /// <summary>The names that are read, without a string each; any other gives null.</summary>
    private static string? NameOf(in Utf8JsonReader reader)
    {
        foreach (var name in Names) if (reader.ValueTextEquals(name)) return name;
        return null;
    }

    private static ReportedTime? Time(string? text) =>
        ReportedTime.TryIso(text)
        ?? (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? OfEpoch(seconds)
            : null);

    private static ReportedTime? Epoch(Utf8JsonReader reader) =>
        reader.TryGetDouble(out var seconds) ? OfEpoch(seconds) : null;

    private static ReportedTime? OfEpoch(double seconds)
    {
        if (Math.Abs(seconds) > 1e11) seconds /= 1000; // milliseconds
        if (!(Math.Abs(seconds) < 1e11)) return null;
        var at = DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds));
        var written = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var wall = DateTime.SpecifyKind(at, DateTimeKind.Unspecified);
        return new(written, wall, TimeSpan.Zero, ZoneOrigin.Stated, TimePrecision.Second);
    }
}
