namespace AllSource.Claims.Model;

/// <summary>
/// Many small decision trees whose leaves add up to a score (gradient boosting; Friedman 2001). Each looks at a row of
/// plain numbers and asks of one after another whether it is above a threshold. Read-only; safe for many threads.
/// </summary>
internal sealed class ReadingTrees
{
    /// <summary>A file that claims more nodes is not one of ours: it would make the reader allocate at will.</summary>
    private const int NodesMax = 1 << 20;

    // A node asks whether a number is above its threshold; its children stand side by side. A leaf asks number -1, and
    // its threshold is what it adds.
    private readonly short[] _number;
    private readonly float[] _threshold;
    private readonly int[] _below;
    private readonly int[] _roots;

    public ReadingTrees(short[] number, float[] threshold, int[] below, int[] roots) =>
        (_number, _threshold, _below, _roots) = (number, threshold, below, roots);

    public int Nodes => _number.Length;

    /// <summary>The sum of all trees for one row.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var sum = 0f;
        foreach (var root in _roots)
        {
            var at = root;
            while (_number[at] >= 0) at = _below[at] + (row[_number[at]] > _threshold[at] ? 1 : 0);
            sum += _threshold[at];
        }

        return sum;
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
