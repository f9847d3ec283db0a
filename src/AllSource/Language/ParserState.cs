namespace AllSource.Language;

/// <summary>
/// Where a parse stands: a stack, the first word not yet read, and the arcs so far. Words are numbered from 0 within
/// the sentence;
/// the artificial root comes last (number <see cref="Length"/>), so that the sentence's head is found like any other
/// (Ballesteros
/// and Nivre 2013).
/// </summary>
internal sealed class ParserState
{
    private readonly int[] _stack;
    private int _depth;

    public ParserState(WordSigns signs, byte[] tags, int from, int to)
    {
        (Signs, SentenceTags, From, Length) = (signs, tags, from, to - from);
        var n = Length + 1;
        (_stack, Head, Relation) = (new int[n + 1], new int[n], new byte[n]);
        (Left1, Left2, Right1, Right2, LeftCount, RightCount) =
            (new int[n], new int[n], new int[n], new int[n], new byte[n], new byte[n]);
        Array.Fill(Head, -1);
        Array.Fill(Relation, Relations.None);
        foreach (var side in (int[][])[Left1, Left2, Right1, Right2]) Array.Fill(side, -1);
    }

    public WordSigns Signs { get; }

    private byte[] SentenceTags { get; }

    /// <summary>The number in the whole text of this sentence's first token.</summary>
    public int From { get; }

    public int Length { get; }

    public int Next { get; private set; }

    public int[] Head { get; }

    public byte[] Relation { get; }

    /// <summary>Outermost and next-to-outermost dependents on each side, -1 for none, and how many there are.</summary>
    public int[] Left1 { get; }

    public int[] Left2 { get; }

    public int[] Right1 { get; }

    public int[] Right2 { get; }

    public byte[] LeftCount { get; }

    public byte[] RightCount { get; }

    public int Depth => _depth;

    public bool IsDone => Next >= Length && _depth == 0;

    /// <summary>The i-th word from the stack's top, -1 when the stack is not so deep.</summary>
    public int Stack(int i) => i < _depth ? _stack[_depth - 1 - i] : -1;

    public uint Word(int word) => word < 0 ? 1u : word >= Length ? 2u : Signs.Word[From + word];

    public uint Tag(int word) => word < 0 ? 61u : word >= Length ? 62u : SentenceTags[From + word];

    public const int Shift = 0, Left = 1, Right = 2;

    /// <summary>The root takes one dependent: the last word left on the stack when all is read.</summary>
    public bool Allows(int move) => move switch
    {
        Shift => Next < Length,
        Left => _depth >= 1 && (Next < Length || _depth == 1),
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
        (Head[top], Relation[top]) = (head, relation);
        if (left)
        {
            if (Left1[head] < 0 || top < Left1[head]) (Left2[head], Left1[head]) = (Left1[head], top);
            LeftCount[head]++;
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], top);
            RightCount[head]++;
        }
    }

    /// <summary>Writes heads as token numbers of the whole text, -1 for the sentence's root.</summary>
    public void CopyTo(int[] heads, byte[] relations)
    {
        for (var i = 0; i < Length; i++)
        {
            heads[From + i] = Head[i] >= Length || Head[i] < 0 ? -1 : From + Head[i];
            relations[From + i] = Relation[i];
        }
    }
}
