namespace AllSource.Language;

/// <summary>
/// Where a parse stands: a stack, the first word not yet read, and the arcs so far. Words are numbered from 0 within
/// the sentence;
/// the artificial root comes last (number <see cref="Length"/>), so that the sentence's head is found like any other
/// (Ballesteros
/// and Nivre 2013).
/// </summary>
internal sealed class ParserState(WordSigns signs, byte[] tags)
{
    private int[] _stack = [];
    private int _depth;

    /// <summary>Empties the state for the tokens [from, to), which are one sentence.</summary>
    public void Begin(int from, int to)
    {
        (From, Length, Next, _depth) = (from, to - from, 0, 0);
        var n = Length + 1;
        if (Head.Length < n)
        {
            var room = n * 2;
            (_stack, Head, Relation) = (new int[room], new int[room], new byte[room]);
            (Left1, Left2, Right1, Right2, LeftCount, RightCount) = (
                new int[room], new int[room], new int[room], new int[room], new byte[room], new byte[room]);
        }

        foreach (var side in (ReadOnlySpan<int[]>)[Head, Left1, Left2, Right1, Right2]) side.AsSpan(0, n).Fill(-1);
        Relation.AsSpan(0, n).Fill(Relations.None);
        LeftCount.AsSpan(0, n).Clear();
        RightCount.AsSpan(0, n).Clear();
    }

    public WordSigns Signs => signs;

    /// <summary>The number in the whole text of this sentence's first token.</summary>
    public int From { get; private set; }

    public int Length { get; private set; }

    public int Next { get; private set; }

    public int[] Head { get; private set; } = [];

    public byte[] Relation { get; private set; } = [];

    /// <summary>Outermost and next-to-outermost dependents on each side, -1 for none, and how many there are.</summary>
    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public byte[] LeftCount { get; private set; } = [];

    public byte[] RightCount { get; private set; } = [];

    public int Depth => _depth;

    public bool IsDone => Next >= Length && _depth == 0;

    /// <summary>The i-th word from the stack's top, -1 when the stack is not so deep.</summary>
    public int Stack(int i) => i < _depth ? _stack[_depth - 1 - i] : -1;

    public uint Word(int word) => word < 0 ? 1u : word >= Length ? 2u : signs.Word[From + word];

    public uint Tag(int word) => word < 0 ? 61u : word >= Length ? 62u : tags[From + word];

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
