namespace AllSource.Language.Names;

/// <summary>What speaks for each kind of one name, gathered over all its mentions.</summary>
internal sealed class NameVotes(string name)
{
    private const double SureLeast = 1.2, CertainLeast = 3.5;
    private readonly double[] _words = new double[3], _context = new double[3];
    private readonly string[] _why = ["", "", ""];
    private readonly double[] _heaviest = new double[3];

    public string Name => name;

    public int Count { get; private set; }

    public void Mention() => Count++;

    public void Word(NameKind kind, double weight, string why)
    {
        _words[(int)kind] += weight;
        Note(kind, weight, why);
    }

    public void Context(NameKind kind, double weight, string why)
    {
        _context[(int)kind] += weight;
        Note(kind, weight, why);
    }

    private void Note(NameKind kind, double weight, string why)
    {
        if (weight > _heaviest[(int)kind]) (_heaviest[(int)kind], _why[(int)kind]) = (weight, why);
    }

    /// <summary>What the words say, and the mean of what the mentions say, more of it the more there are.</summary>
    private double Of(int kind) => _words[kind] + (_context[kind] / Math.Sqrt(Math.Max(1, Count)));

    public (NameKind Kind, string Why)? Best
    {
        get
        {
            var best = 0;
            for (var k = 1; k < 3; k++)
            {
                if (Of(k) > Of(best)) best = k;
            }

            return Of(best) > 0 ? ((NameKind)best, _why[best]) : null;
        }
    }

    public bool IsSure => Best is { } best && Of((int)best.Kind) >= SureLeast;

    public bool IsCertain => Best is { } best && Of((int)best.Kind) >= CertainLeast;
}
