namespace AllSource.Fusion;

/// <summary>
/// One accuracy a source, one truth an object, and claims that may repeat one another. Beliefs are soft and every claim is weighed by
/// an accuracy from which the claim itself is left out, so that a source with few claims does not confirm itself.
/// </summary>
internal sealed class FactModel
{
    private readonly ClaimTable _table;
    private readonly OriginForest _forest = new();
    private double[] _true = new double[64];
    private double[] _false = new double[64];

    public FactModel(ClaimTable table, double falseValues, int domain)
    {
        _table = table;
        FalseValues = falseValues;
        Domain = domain;
        Probability = new double[table.GroupCount];
        Root = new double[table.ClaimCount];
        Right = new double[table.Sources.Length];
        Seen = new double[table.Sources.Length];
        Array.Fill(Root, 1);
        for (var s = 0; s < Seen.Length; s++) Seen[s] = table.SourceStart[s + 1] - table.SourceStart[s];
        Vote();
    }

    public double[] Probability { get; }

    /// <summary>Probability that a claim was seen by its source and not taken from another.</summary>
    public double[] Root { get; }

    public double[] Right { get; }

    public double[] Seen { get; }

    public double FalseValues { get; set; }

    public int Domain { get; set; }

    /// <summary>Beta prior of accuracy: its mean and how many claims it is worth.</summary>
    public double PriorMean { get; set; } = .7;

    public double PriorStrength { get; set; } = 5;

    public CopyGraph? Copies { get; set; }

    public double Accuracy(int s) => (Right[s] + (PriorMean * PriorStrength)) / (Seen[s] + PriorStrength);

    private void Vote()
    {
        for (var o = 0; o < _table.Objects.Length; o++)
        {
            var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
            double all = _table.ClaimsOfGroup[end] - _table.ClaimsOfGroup[first];
            for (var g = first; g < end; g++)
                Probability[g] = (_table.ClaimsOfGroup[g + 1] - _table.ClaimsOfGroup[g]) / (all + .5);
        }
    }

    public void Skills()
    {
        Array.Clear(Right);
        Array.Clear(Seen);
        for (var c = 0; c < _table.ClaimCount; c++)
        {
            var s = _table.SourceOfClaim[c];
            Seen[s] += Root[c];
            Right[s] += Root[c] * Probability[_table.GroupOfClaim[c]];
        }
    }

    /// <summary>Fits the Beta prior to the soft counts.</summary>
    public void Prior() => (PriorMean, PriorStrength) = SkillPrior.Fit(Right, s => Seen[s], PriorStrength);

    /// <summary>Recomputes every object's beliefs; returns the largest change.</summary>
    public double Beliefs()
    {
        var change = 0d;
        var edge = 0;
        for (var o = 0; o < _table.Objects.Length; o++) change = Math.Max(change, Belief(o, ref edge));
        return change;
    }

    private double Belief(int o, ref int edge)
    {
        var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
        Span<double> score = end - first <= 64 ? stackalloc double[end - first] : new double[end - first];
        var top = 0d;
        for (var g = first; g < end; g++)
        {
            score[g - first] = Group(g, ref edge);
            top = Math.Max(top, score[g - first]);
        }

        var sum = Math.Max(0, Domain - (end - first)) * Math.Exp(-top);
        foreach (var s in score) sum += Math.Exp(s - top);
        var change = 0d;
        for (var g = first; g < end; g++)
        {
            var p = Math.Exp(score[g - first] - top) / sum;
            change = Math.Max(change, Math.Abs(p - Probability[g]));
            Probability[g] = p;
        }

        return change;
    }

    /// <summary>Log-likelihood ratio of the group's claims: its value is the truth, or it is one of the false ones.</summary>
    private double Group(int g, ref int edge)
    {
        var (first, end) = (_table.ClaimsOfGroup[g], _table.ClaimsOfGroup[g + 1]);
        var n = end - first;
        if (_true.Length < n) (_true, _false) = (new double[n * 2], new double[n * 2]);
        var p = Probability[g];
        for (var c = first; c < end; c++)
        {
            var s = _table.SourceOfClaim[c];
            var a = (Right[s] - (Root[c] * p) + (PriorMean * PriorStrength)) / (Seen[s] - Root[c] + PriorStrength);
            a = Math.Clamp(a, .01, .995);
            _true[c - first] = a;
            _false[c - first] = (1 - a) / FalseValues;
        }

        var edges = Copies?.Edges ?? [];
        var start = edge;
        while (edge < edges.Length && edges[edge].Copier < end) edge++;
        if (start == edge)
        {
            var sum = 0d;
            for (var k = 0; k < n; k++) sum += Math.Log(_true[k] / _false[k]);
            for (var c = first; c < end; c++) Root[c] = 1;
            return sum;
        }

        for (var k = 0; k < n; k++)
        {
            var own = Copies!.Own[_table.SourceOfClaim[first + k]];
            (_true[k], _false[k]) = (_true[k] * own, _false[k] * own);
        }

        var local = edges[start..edge];
        for (var k = 0; k < local.Length; k++) local[k] = new(local[k].Copier - first, local[k].Original - first, local[k].Weight);
        var logFalse = _forest.Solve(_false.AsSpan(0, n), local);
        for (var k = 0; k < n; k++) Root[first + k] = (1 - p) * _forest.Root[k];
        var logTrue = _forest.Solve(_true.AsSpan(0, n), local);
        for (var k = 0; k < n; k++) Root[first + k] += p * _forest.Root[k];
        return logTrue - logFalse;
    }
}
