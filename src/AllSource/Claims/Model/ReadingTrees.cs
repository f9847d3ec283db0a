using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AllSource.Claims.Model;

/// <summary>
/// Many small decision trees whose leaves add up to a score (gradient boosting; Friedman 2001). Each looks at a row of
/// plain numbers and asks of one after another whether it is above a threshold. Read-only; safe for many threads.
/// </summary>
internal sealed class ReadingTrees
{
    /// <summary>A file that claims more nodes is not one of ours: it would make the reader allocate at will.</summary>
    private const int NodesMax = 1 << 20;

    /// <summary>Trees that are walked side by side: the look-ups of one hide the wait for another's.</summary>
    private const int Together = 32;

    // A node asks whether a number is above its threshold; its children stand side by side. A leaf asks number -1, and
    // its threshold is what it adds.
    private readonly short[] _number;
    private readonly float[] _threshold;
    private readonly int[] _below;
    private readonly int[] _roots;

    // The same for walking without a branch: child << 8 | number; a leaf asks number 0, which is never above its bound,
    // and is its own child. The last node is a leaf for the roots that fill up the last of the trees walked together.
    private readonly int[] _step, _start;
    private readonly float[] _bound;
    private readonly int _numbers;

    public ReadingTrees(short[] number, float[] threshold, int[] below, int[] roots)
    {
        (_number, _threshold, _below, _roots) = (number, threshold, below, roots);
        (_step, _bound) = (new int[number.Length + 1], new float[number.Length + 1]);
        for (var i = 0; i < _step.Length; i++)
        {
            var isLeaf = i == number.Length || number[i] < 0;
            _step[i] = isLeaf ? i << 8 : (below[i] << 8) | (byte)number[i];
            _bound[i] = isLeaf ? float.PositiveInfinity : threshold[i];
            _numbers = Math.Max(_numbers, isLeaf ? 0 : number[i] + 1);
        }

        _start = new int[(roots.Length + Together - 1) / Together * Together];
        Array.Fill(_start, number.Length);
        roots.CopyTo(_start, 0);
    }

    public int Nodes => _number.Length;

    /// <summary>The sum of all trees for one row, added in their order.</summary>
    /// <exception cref="ArgumentException">The row has fewer numbers than the trees ask for.</exception>
    // Compiled when it is first called: ahead of time vectors are compiled several times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe float Score(ReadOnlySpan<float> row)
    {
        if (row.Length < Math.Max(1, _numbers)) throw new ArgumentException("A row has fewer numbers.", nameof(row));
        var sum = 0f;
        if (!Avx2.IsSupported)
        {
            foreach (var root in _roots) sum += _threshold[Leaf(root, row)];
            return sum;
        }

        var leaves = stackalloc int[Together];
        fixed (int* starts = _start, step = _step)
        fixed (float* bound = _bound, numbers = row)
        {
            for (var tree = 0; tree < _roots.Length; tree += Together)
            {
                Walk(starts + tree, leaves, step, bound, numbers);
                var count = Math.Min(Together, _roots.Length - tree);
                for (var k = 0; k < count; k++) sum += _threshold[leaves[k]];
            }
        }

        return sum;
    }

    private int Leaf(int at, ReadOnlySpan<float> row)
    {
        while (_number[at] >= 0) at = _below[at] + (row[_number[at]] > _threshold[at] ? 1 : 0);
        return at;
    }

    /// <summary>The leaves to which a row leads from as many roots as are walked together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Walk(int* roots, int* leaves, int* step, float* bound, float* row)
    {
        var a = Vector256.Load(roots);
        var b = Vector256.Load(roots + 8);
        var c = Vector256.Load(roots + 16);
        var d = Vector256.Load(roots + 24);
        while (true)
        {
            var nextA = Next(a, step, bound, row);
            var nextB = Next(b, step, bound, row);
            var nextC = Next(c, step, bound, row);
            var nextD = Next(d, step, bound, row);
            if (((nextA ^ a) | (nextB ^ b) | (nextC ^ c) | (nextD ^ d)) == Vector256<int>.Zero) break;
            (a, b, c, d) = (nextA, nextB, nextC, nextD);
        }

        a.Store(leaves);
        b.Store(leaves + 8);
        c.Store(leaves + 16);
        d.Store(leaves + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<int> Next(Vector256<int> at, int* step, float* bound, float* row)
    {
        var to = Avx2.GatherVector256(step, at, sizeof(int));
        var asked = Avx2.GatherVector256(row, to & Vector256.Create(0xFF), sizeof(float));
        var above = Vector256.GreaterThan(asked, Avx2.GatherVector256(bound, at, sizeof(float))).AsInt32();
        return (to >>> 8) - above; // where it is above all bits are set: less one
    }

    public void Write(BinaryWriter to)
    {
        to.Write(_roots.Length);
        to.Write(_number.Length);
        foreach (var root in _roots) to.Write7BitEncodedInt(root);
        foreach (var number in _number) to.Write((byte)(number + 1));
        foreach (var below in _below) to.Write7BitEncodedInt(below);
        foreach (var threshold in _threshold) to.Write(threshold);
    }

    /// <param name="numbers">How many numbers a row has.</param>
    public static ReadingTrees Read(BinaryReader from, int numbers)
    {
        var (roots, nodes) = (from.ReadInt32(), from.ReadInt32());
        if (roots < 0 || nodes < roots || nodes > NodesMax) throw new InvalidDataException("not a model");
        var first = new int[roots];
        var (number, threshold, below) = (new short[nodes], new float[nodes], new int[nodes]);
        for (var i = 0; i < roots; i++) first[i] = from.Read7BitEncodedInt();
        for (var i = 0; i < nodes; i++) number[i] = (short)(from.ReadByte() - 1);
        for (var i = 0; i < nodes; i++) below[i] = from.Read7BitEncodedInt();
        for (var i = 0; i < nodes; i++) threshold[i] = from.ReadSingle();
        // Children stand behind their parents: no file can make a walk go round.
        for (var i = 0; i < nodes; i++)
        {
            if (number[i] >= numbers || (number[i] >= 0 && (below[i] <= i || below[i] > nodes - 2)))
            {
                throw new InvalidDataException("not a model");
            }
        }

        if (Array.Exists(first, f => f < 0 || f >= nodes)) throw new InvalidDataException("not a model");
        return new(number, threshold, below, first);
    }
}
