using System.Security.Cryptography;
using System.Text;

namespace AllSource.Kernel;

/// <summary>
/// SHA-256 of bytes as they were received, 64 lower-case hexadecimal digits. The default value is the hash of nothing
/// that was ever received, and equals no real one.
/// </summary>
public readonly record struct ContentHash
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    public string Hex => _hex ?? "";

    public static ContentHash Of(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static ContentHash Of(Stream stream) => new(Convert.ToHexStringLower(SHA256.HashData(stream)));

    /// <summary>Reads a stored hash back; null when it is not 64 hexadecimal digits.</summary>
    public static ContentHash? TryParse(string? hex) =>
        hex is { Length: 64 } && hex.All(char.IsAsciiHexDigit) ? new(hex.ToLowerInvariant()) : null;

    public override string ToString() => Hex;
}

/// <summary>
/// Makes the id of a fact from what the fact says, so that the same fact has the same id wherever and whenever it is
/// read. Parts are length-prefixed: ("ab","c") and ("a","bc") differ.
/// </summary>
public static class FactId
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A prefix, a dash, and 16 characters (80 bits) of the hash of the parts.</summary>
    public static string From(string prefix, params ReadOnlySpan<string?> parts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            sha.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            sha.AppendData(bytes);
        }

        var hash = sha.GetHashAndReset();
        return string.Create(prefix.Length + 17, (prefix, hash), static (chars, state) =>
        {
            state.prefix.CopyTo(chars);
            chars[state.prefix.Length] = '-';
            for (var i = 0; i < 16; i++)
            {
                var bit = i * 5;
                var pair = (state.hash[bit / 8] << 8) | state.hash[(bit / 8) + 1];
                chars[state.prefix.Length + 1 + i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
