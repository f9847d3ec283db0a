using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The desk's key at work: ids that are no content hashes, authors and the hash of a report's words go through
/// HMAC-SHA-256, so that the files alone neither name a person nor tell whether a text is held. Keys of seeds and slots
/// of words are permuted under the key as well: that keeps ready-made tables of phrases off, but is no cipher.
/// </summary>
public sealed class DeskSeal
{
    public const int KeyBytes = 32;
    private const int Rounds = 4;
    private const int SlotHalfBits = 9; // two halves make the 18 bits of a slot
    private const int HashDigits = 32; // an id of so many hexadecimal digits or more is a content hash

    private readonly byte[] _key;
    private readonly uint[] _gramKeys;
    private readonly uint[] _slotKeys;

    /// <param name="key">32 random bytes, kept apart from the index's folder where that can be.</param>
    public DeskSeal(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes) throw new ArgumentException($"A desk key is {KeyBytes} bytes.", nameof(key));
        _key = key.ToArray();
        _gramKeys = RoundKeys("grams");
        _slotKeys = RoundKeys("slots");
        CheckValue = BinaryPrimitives.ReadUInt64LittleEndian(Hash("check", []));
    }

    /// <summary>Tells whether two keys are the same, without telling the key.</summary>
    internal ulong CheckValue { get; }

    /// <summary>
    /// What stands for a report's id. Content hashes keep their order; other ids are hashed under the key.
    /// </summary>
    public ReportKey KeyOf(string id)
    {
        var digits = id.AsSpan(id.LastIndexOf(':') + 1);
        Span<byte> bytes = stackalloc byte[16];
        if (digits.Length < HashDigits || Convert.FromHexString(digits[..HashDigits], bytes, out _, out _)
            is not System.Buffers.OperationStatus.Done)
        {
            Hash("report", Encoding.UTF8.GetBytes(id)).AsSpan(0, 16).CopyTo(bytes);
        }

        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    /// <summary>0 for nobody.</summary>
    internal ulong AuthorOf(string? author) => author is not { Length: > 0 } ? 0
        : BinaryPrimitives.ReadUInt64LittleEndian(Hash("author", Encoding.UTF8.GetBytes(author))) | 1;

    /// <summary>0 for no words.</summary>
    internal ulong InstanceOf(ulong words)
    {
        if (words == 0) return 0;
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, words);
        return BinaryPrimitives.ReadUInt64LittleEndian(Hash("words", bytes)) | 1;
    }

    internal uint GramOf(uint key) => Permuted(key, 16, _gramKeys);

    internal int SlotOf(int slot) => (int)Permuted((uint)slot, SlotHalfBits, _slotKeys);

    /// <summary>The slot that is sealed as this one: the rounds backwards.</summary>
    internal int SlotBack(int slot)
    {
        const uint Mask = (1u << SlotHalfBits) - 1;
        var (left, right) = ((uint)slot >> SlotHalfBits, (uint)slot & Mask);
        for (var round = Rounds - 1; round >= 0; round--)
        {
            (left, right) = ((right ^ Mixed(left, _slotKeys, round)) & Mask, left);
        }

        return (int)((left << SlotHalfBits) | right);
    }

    /// <summary>A balanced Feistel network: one to one under every key.</summary>
    private static uint Permuted(uint value, int halfBits, uint[] keys)
    {
        var mask = (1u << halfBits) - 1;
        var (left, right) = (value >> halfBits, value & mask);
        for (var round = 0; round < Rounds; round++)
        {
            (left, right) = (right, (left ^ Mixed(right, keys, round)) & mask);
        }

        return (left << halfBits) | right;
    }

    private static uint Mixed(uint half, uint[] keys, int round)
    {
        var mixed = (half ^ keys[2 * round]) * (keys[(2 * round) + 1] | 1);
        mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6D;
        return mixed ^ (mixed >> 16);
    }

    private uint[] RoundKeys(string purpose)
    {
        var hash = Hash(purpose, []);
        var keys = new uint[2 * Rounds];
        for (var k = 0; k < keys.Length; k++) keys[k] = BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4 * k));
        return keys;
    }

    private byte[] Hash(string purpose, ReadOnlySpan<byte> of)
    {
        var bytes = new byte[purpose.Length + 1 + of.Length];
        Encoding.ASCII.GetBytes(purpose, bytes);
        of.CopyTo(bytes.AsSpan(purpose.Length + 1));
        return HMACSHA256.HashData(_key, bytes);
    }
}
