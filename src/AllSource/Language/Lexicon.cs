namespace AllSource.Language;

/// <summary>What is known of a word whatever stands around it.</summary>
/// <param name="Sure">The only tag it was seen with, plus one; 0 when there are more or too few were seen.</param>
/// <param name="Class">The number of the set of tags it was seen with, from 1; 0 when too few were seen.</param>
/// <param name="Cluster">The number of its cluster, from 1; 0 for rare words.</param>
internal readonly record struct LexiconEntry(byte Sure, byte Class, byte Cluster);

/// <summary>Words by their hash (<see cref="WordSigns.WordHash"/>). Read-only.</summary>
internal sealed class Lexicon
{
    /// <summary>A file that claims more words is not one of ours: it would make the reader allocate at will.</summary>
    private const int WordsMax = 1_000_000;

    private readonly uint[] _words; // ascending
    private readonly LexiconEntry[] _entries;
    private readonly uint[] _keys; // open addressing; 0 is empty
    private readonly LexiconEntry[] _values;
    private readonly int _mask;

    public Lexicon(IReadOnlyDictionary<uint, LexiconEntry> entries)
    {
        _words = [.. entries.Keys.Order()];
        _entries = [.. _words.Select(w => entries[w])];
        var size = 16;
        while (size < _words.Length * 2) size *= 2;
        (_keys, _values, _mask) = (new uint[size], new LexiconEntry[size], size - 1);
        for (var i = 0; i < _words.Length; i++)
        {
            var slot = (int)(Math.Max(_words[i], 1u) & (uint)_mask);
            while (_keys[slot] != 0) slot = (slot + 1) & _mask;
            (_keys[slot], _values[slot]) = (Math.Max(_words[i], 1u), _entries[i]);
        }
    }

    public int Count => _words.Length;

    public LexiconEntry Find(uint word)
    {
        var key = Math.Max(word, 1u);
        for (var slot = (int)(key & (uint)_mask); _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key) return _values[slot];
        }

        return default;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_words.Length);
        var last = 0u;
        foreach (var word in _words)
        {
            to.Write7BitEncodedInt64(word - last);
            last = word;
        }

        foreach (var entry in _entries) to.Write(entry.Sure);
        foreach (var entry in _entries) to.Write(entry.Class);
        foreach (var entry in _entries) to.Write(entry.Cluster);
    }

    public static Lexicon Read(BinaryReader from)
    {
        var count = from.ReadInt32();
        if (count is < 0 or > WordsMax) throw new InvalidDataException("not a model");
        var words = new uint[count];
        var last = 0L;
        for (var i = 0; i < count; i++) words[i] = (uint)(last += from.Read7BitEncodedInt64());
        byte[] sure = from.ReadBytes(count), classes = from.ReadBytes(count), clusters = from.ReadBytes(count);
        var entries = new Dictionary<uint, LexiconEntry>(count);
        for (var i = 0; i < count; i++) entries[words[i]] = new(sure[i], classes[i], clusters[i]);
        return new(entries);
    }
}
