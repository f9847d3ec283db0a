using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>A segment that counts, and which of its rows do not.</summary>
internal sealed record ManifestSegment(string Name, ImmutableArray<int> Gone);

/// <summary>
/// Which segments make the index, and which log goes on from them: the one file that is ever replaced. Lines of text,
/// the last of them a checksum, so that a person can read it.
/// </summary>
/// <param name="Seal">Tells which desk key the segments were made under.</param>
/// <param name="Log">Number of the log that goes on from these segments, and leads to those behind it (<see
/// cref="ActLogs"/>); any other log is older.</param>
/// <param name="AllGrams">True when the segments hold every gram of a report.</param>
internal sealed record Manifest(ulong Seal, ulong Log, bool AllGrams, ImmutableArray<ManifestSegment> Segments)
{
    public const string FileName = "manifest";
    private const string Title = "allsource lineage index 2";
    private const string FormerTitle = "allsource lineage index 1"; // the same lines, and one log at most
    private const string Grams = "grams all";
    private const int SegmentsMax = 10_000; // a forged manifest that names files without end

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(Title).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"seal {Seal:x16}\nlog {Log:x16}\n");
        if (AllGrams) text.Append(Grams).Append('\n');
        foreach (var segment in Segments)
        {
            text.Append("segment ").Append(segment.Name);
            foreach (var row in segment.Gone) text.Append(CultureInfo.InvariantCulture, $" {row}");
            text.Append('\n');
        }

        var sum = Checksum.Of(Encoding.ASCII.GetBytes(text.ToString()));
        text.Append(CultureInfo.InvariantCulture, $"end {sum:x8}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    public static Manifest? Read(ReadOnlySpan<byte> bytes, out Finding? fault)
    {
        var text = Encoding.ASCII.GetString(bytes);
        var end = text.LastIndexOf("end ", StringComparison.Ordinal);
        if (!text.StartsWith(Title + "\n", StringComparison.Ordinal)
            && !text.StartsWith(FormerTitle + "\n", StringComparison.Ordinal))
        {
            fault = SegmentFault.At(FileName, 0, $"The first line is not '{Title}'.");
            return null;
        }

        if (end < 0 || text.Length != end + 13 || text[^1] != '\n'
            || !uint.TryParse(text.AsSpan(end + 4, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
                out var sum)
            || sum != Checksum.Of(bytes[..end]))
        {
            fault = SegmentFault.At(FileName, Math.Max(0, end),
                "The last line's checksum does not fit the lines above.");
            return null;
        }

        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var segments = ImmutableArray.CreateBuilder<ManifestSegment>();
        ulong seal = 0, log = 0;
        var isGood = lines.Length is >= 3 and < SegmentsMax && TryNumber(lines[1], "seal ", out seal)
            && TryNumber(lines[2], "log ", out log);
        var allGrams = isGood && lines.Length > 3 && lines[3] == Grams;
        for (var n = allGrams ? 4 : 3; isGood && n < lines.Length; n++)
        {
            isGood = TrySegment(lines[n], out var segment);
            if (isGood) segments.Add(segment!);
        }

        fault = isGood ? null : SegmentFault.At(FileName, 0, "A line is not of the manifest's form.");
        return isGood ? new(seal, log, allGrams, segments.ToImmutable()) : null;
    }

    private static bool TryNumber(string line, string word, out ulong number)
    {
        number = 0;
        return line.StartsWith(word, StringComparison.Ordinal) && ulong.TryParse(
            line.AsSpan(word.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out number);
    }

    private static bool TrySegment(string line, out ManifestSegment? segment)
    {
        segment = null;
        var words = line.Split(' ');
        if (words.Length < 2 || words[0] != "segment" || !IsName(words[1])) return false;
        var gone = ImmutableArray.CreateBuilder<int>(words.Length - 2);
        foreach (var word in words.AsSpan(2))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return false;
            gone.Add(row);
        }

        segment = new(words[1], gone.ToImmutable());
        return true;
    }

    /// <summary>The attack: a manifest that names a file outside the folder.</summary>
    private static bool IsName(string name) =>
        name.EndsWith(".segment", StringComparison.Ordinal)
            && name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal))
            .IndexOfAnyExcept("0123456789abcdef") < 0 && name.Length == 40;
}
