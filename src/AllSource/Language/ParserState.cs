using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>
/// Where a parse stands: a stack, the first word not yet read, and the arcs so far. Words are numbered from 1 within
/// the sentence; 0 is no word. The artificial root comes last (number <see cref="Root"/>), so that the sentence's head
/// is found like any other (Ballesteros and Nivre 2013); two places behind it are empty. All arrays are by word.
/// </summary>
internal sealed class ParserState
{
    private const int Edges = 4; // no word, the root, two behind it

    private static readonly ulong[] TagAtoms = Atoms.Table(1, 64), RelationAtoms = Atoms.Table(2, 64);

    private static readonly ulong None = TagAtoms[61], RootAtom = TagAtoms[62], Behind = TagAtoms[63];

    private int[] _stack = [];
    private int _depth;

    /// <summary>Empties the state for the tokens [from, to), which are one sentence.</summary>
    public void Begin(WordAtoms atoms, ReadOnlySpan<byte> tags, int from, int to)
    {
        (From, Length, Next, _depth) = (from, to - from, 1, 0);
        var n = Length + Edges;
        if (Head.Length < n) Grow(n * 2);
        var forms = atoms.Forms;
        for (var i = 0; i < Length; i++)
        {
            ref readonly var form = ref forms[atoms.At[from + i]];
            (Word[i + 1], Tag[i + 1], Cluster[i + 1], End[i + 1]) =
                (form.Word, TagAtoms[tags[from + i]], form.Cluster, form.End3);
        }

        Fill(0, None);
        Fill(Root, RootAtom);
        Fill(Root + 1, Behind);
        Fill(Root + 2, Behind);
        foreach (var side in (ReadOnlySpan<int[]>)[Head, Left1, Left2, Right1, Right2]) side.AsSpan(0, n).Clear();
        LeftCount.AsSpan(0, n).Clear();
        RightCount.AsSpan(0, n).Clear();
        Relation.AsSpan(0, n).Fill(Relations.None);
        RelationAtom.AsSpan(0, n).Fill(None);
    }

    /// <summary>The number in the whole text of this sentence's first token.</summary>
    public int From { get; private set; }

    /// <summary>How many words the sentence has.</summary>
    public int Length { get; private set; }

    public int Root => Length + 1;

    /// <summary>The first word not yet read; <see cref="Root"/> when all are.</summary>
    public int Next { get; private set; }

    public int[] Head { get; private set; } = [];

    public byte[] Relation { get; private set; } = [];

    /// <summary>Atoms of the word, its tag, its cluster, its last three letters, the relation found for it.</summary>
    public ulong[] Word { get; private set; } = [];

    public ulong[] Tag { get; private set; } = [];

    public ulong[] Cluster { get; private set; } = [];

    public ulong[] End { get; private set; } = [];

    public ulong[] RelationAtom { get; private set; } = [];

    /// <summary>Outermost and next-to-outermost dependents on each side, 0 for none, and how many there are.</summary>
    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public byte[] LeftCount { get; private set; } = [];

    public byte[] RightCount { get; private set; } = [];

    public int Depth => _depth;

    public bool IsDone => Next == Root && _depth == 0;

    /// <summary>The i-th word from the stack's top, 0 when the stack is not so deep.</summary>
    public int Stack(int i) => i < _depth ? _stack[_depth - 1 - i] : 0;

    public const int Shift = 0, Left = 1, Right = 2;

    /// <summary>The root takes one dependent: the last word left on the stack when all is read.</summary>
    public bool Allows(int move) => move switch
    {
        Shift => Next < Root,
        Left => _depth >= 1 && (Next < Root || _depth == 1),
        _ => _depth >= 2,
    };

    public void Apply(int move, byte relation)
    {
        if (move == Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }

        var top = _stack[--_depth];
        var left = move == Left;
        var head = left ? Next : _stack[_depth - 1];
        (Head[top], Relation[top], RelationAtom[top]) = (head, relation, RelationAtoms[relation]);
        if (left)
        {
            if (Left1[head] == 0 || top < Left1[head]) (Left2[head], Left1[head]) = (Left1[head], top);
            if (LeftCount[head] < byte.MaxValue) LeftCount[head]++;
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], top);
            if (RightCount[head] < byte.MaxValue) RightCount[head]++;
        }
    }

    /// <summary>Writes heads as token numbers of the whole text, -1 for the sentence's root.</summary>
    public void CopyTo(int[] heads, byte[] relations)
    {
        for (var i = 1; i < Root; i++)
        {
            heads[From + i - 1] = Head[i] == Root || Head[i] == 0 ? -1 : From + Head[i] - 1;
            relations[From + i - 1] = Relation[i];
        }
    }

    private void Fill(int word, ulong atom) =>
        (Word[word], Tag[word], Cluster[word], End[word]) = (atom, atom, atom, atom);

    private void Grow(int room)
    {
        (_stack, Head, Relation) = (new int[room], new int[room], new byte[room]);
        (Word, Tag, Cluster, End, RelationAtom) = (
            new ulong[room], new ulong[room], new ulong[room], new ulong[room], new ulong[room]);
        (Left1, Left2, Right1, Right2, LeftCount, RightCount) = (
            new int[room], new int[room], new int[room], new int[room], new byte[room], new byte[room]);
    }
}
