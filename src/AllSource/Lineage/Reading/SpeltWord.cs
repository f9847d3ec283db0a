using System.Runtime.InteropServices;
using System.Text;

namespace AllSource.Lineage.Reading;

/// <summary>
/// Reads one word letter by letter: any script, accents and marks folded away. The slow way, which every word may go;
/// plain ones give the same. One reader's memory.
/// </summary>
internal sealed class SpeltWord
{
    /// <summary>A stem is this many first letters: of nearly all English inflections the part that stays.</summary>
    internal const int StemLetters = 6;

    private readonly List<byte> _spelt = [];
    private int _stemBytes;

    public uint Code { get; private set; }

    public uint Stem => WordHash.Of(
        _stemBytes == 0 ? CollectionsMarshal.AsSpan(_spelt) : CollectionsMarshal.AsSpan(_spelt)[.._stemBytes]);

    public bool HasNumber { get; private set; }

    /// <summary>
    /// Reads the word that begins here and gives where it ends; <see cref="Code"/>, <see cref="Stem"/> and
    /// <see cref="HasNumber"/> tell what it is.
    /// </summary>
    public int Read(ReadOnlySpan<char> text, int start)
    {
        var fold = CharacterTable.Fold;
        var i = start;
        HasNumber = false;
        var letters = 0;
        var stemBytes = 0;
        _spelt.Clear();
        while (i < text.Length)
        {
            var c = text[i];
            if (c < 128)
            {
                var folded = fold[c];
                if (folded == 0)
                {
                    if (!CharacterTable.JoinsWord(text, i)) break;
                    if (c is '[' or ']' && i + 1 < text.Length && text[i + 1] is '\'' or '"') break;
                    i++;
                    continue;
                }

                _spelt.Add(folded);
                if (++letters == StemLetters) stemBytes = _spelt.Count;
                if (folded < 'a') HasNumber = true;
                i++;
                continue;
            }

            if (CharacterTable.IsNothing(c))
            {
                i++; // changes nothing of a word
                continue;
            }

            if (!CharacterTable.IsWord(text, i))
            {
                if (!CharacterTable.JoinsWord(text, i)) break;
                i++;
                continue;
            }

            if (CharacterTable.StandsAlone(c))
            {
                if (i > start) break;
                Spell(new Rune(c));
                i++;
                break;
            }

            i += Mix(text, i);
            if (++letters == StemLetters) stemBytes = _spelt.Count;
        }

        var spelt = CollectionsMarshal.AsSpan(_spelt);
        Code = WordHash.Of(spelt);
        _stemBytes = stemBytes;
        return i;
    }

    private int Mix(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            Spell(Rune.ToLowerInvariant(new Rune(c, text[at + 1])));
            return 2;
        }

        foreach (var plain in CharacterTable.Plain(c))
        {
            if (Rune.TryCreate(plain, out var rune)) Spell(rune);
        }

        return 1;
    }

    private void Spell(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        _spelt.AddRange(bytes[..rune.EncodeToUtf8(bytes)]);
    }
}
