using System.Runtime.CompilerServices;
using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>
/// A parsed text made quick to ask: which relations a word's dependents have, where its subject is, how far its phrase
/// reaches,
/// whether a token is in or beside a quotation. One per text, read by many features.
/// </summary>
internal sealed class GrammarIndex
{
    /// <summary>Phrases are followed up so many heads; a chain longer than this is no sentence of people.</summary>
    private const int ClimbMax = 64;

    private readonly string?[] _stems;

    public GrammarIndex(ParsedText text)
    {
        Text = text;
        var n = text.Count;
        (Kids, Subject, Object, First, Last) = (new ulong[n], new int[n], new int[n], new int[n], new int[n]);
        (Stem, Kind) = (new uint[n], new byte[n]);
        var stems = new List<(uint Stem, byte Kind)>();
        _stems = new string?[n == 0 ? 0 : text.Tokens.Word.Max() + 1];
        for (var i = 0; i < n; i++)
        {
            (Subject[i], Object[i], First[i], Last[i]) = (-1, -1, i, i);
            var word = text.Tokens.Word[i];
            if (word == stems.Count) stems.Add((WordSigns.WordHash(StemOf(i)), VerbClasses.Of(StemOf(i))));
            (Stem[i], Kind[i]) = stems[word];
        }

        for (var i = 0; i < n; i++)
        {
            var head = text.Head[i];
            if (head < 0) continue;
            var relation = text.Relation[i];
            Kids[head] |= 1UL << relation;
            if (relation == Relations.Nsubj || relation == Relations.NsubjPass || relation == Relations.Csubj) Subject[
                head] = i;
            else if (relation == Relations.Obj) Object[head] = i;
            Reach(i, head);
        }
    }

    public ParsedText Text { get; }

    /// <summary>For each token, one bit for each relation that a dependent of it has.</summary>
    public ulong[] Kids { get; }

    /// <summary>The token's subject, -1 for none.</summary>
    public int[] Subject { get; }

    /// <summary>The token's object, -1 for none.</summary>
    public int[] Object { get; }

    /// <summary>First and last token of the phrase that the token heads.</summary>
    public int[] First { get; }

    public int[] Last { get; }

    public uint[] Stem { get; }

    /// <summary>For each token its kind of <see cref="VerbClasses"/>.</summary>
    public byte[] Kind { get; }

    /// <summary>The token's stem as text (see <see cref="Stems"/>), found out once for each different word.</summary>
    public string StemOf(int token) => _stems[Text.Tokens.Word[token]] ??= Stems.Of(Text.Tokens.Lower[token]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int token, byte relation) => (Kids[token] & (1UL << relation)) != 0;

    private void Reach(int token, int head)
    {
        for (var climb = 0; head >= 0 && climb < ClimbMax; climb++)
        {
            if (First[token] >= First[head] && Last[token] <= Last[head]) return;
            First[head] = Math.Min(First[head], First[token]);
            Last[head] = Math.Max(Last[head], Last[token]);
            (token, head) = (head, Text.Head[head]);
        }
    }
}
