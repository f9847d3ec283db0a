using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Copying;

/// <summary>
/// How much better a source's claims are explained when a share of them is taken from an original: the likelihood ratio
/// of Dong et al. (VLDB 2009, PVLDB 2010) with soft truths, the source's own accuracy refitted to what is left, and the
/// rate summed over a grid. A shared value is evidence as far as the source was unlikely to reach it alone.
/// </summary>
internal sealed class CopyLikelihood
{
    private const int Bins = 24;
    private const int Passes = 3;
    private const int FewClaims = 24;

    private readonly ClaimTable _table;
    private readonly FactModel _model;
    private readonly Coverage _coverage;
    private readonly CopyRates _rates;
    private readonly double[] _alone;
    private readonly double[] _mass;
    private readonly double[] _sum;
    private readonly double[] _nobody;

    /// <summary>Logarithms of the factorials.</summary>
    private readonly double[] _factorial;

    public CopyLikelihood(ClaimTable table, FactModel model, Coverage coverage, CopyRates rates)
    {
        (_table, _model, _coverage, _rates) = (table, model, coverage, rates);
        _alone = new double[table.ClaimCount];
        _mass = new double[table.Sources.Length * Bins];
        _sum = new double[table.Sources.Length * Bins];
        _nobody = new double[table.Sources.Length];
        var widest = 0;
        for (var s = 0; s < table.Sources.Length; s++) widest = Math.Max(widest, table.ClaimsOf(s).Length);
        _factorial = new double[widest + 2];
        for (var k = 1; k < _factorial.Length; k++) _factorial[k] = _factorial[k - 1] + Math.Log(k);
    }

    /// <summary>How often two who do not copy say the same where they meet.</summary>
    public double Agree => (_model.PriorMean * _model.PriorMean)
        + ((1 - _model.PriorMean) * (1 - _model.PriorMean) / _model.FalseValues);

    /// <summary>Takes the model's present beliefs.</summary>
    public void Prepare() => Parallel.For(0, _nobody.Length, Prepare);

    /// <summary>Takes the model's present beliefs about one source.</summary>
    public void Prepare(int s)
    {
        var mass = _mass.AsSpan(s * Bins, Bins);
        var sum = _sum.AsSpan(s * Bins, Bins);
        mass.Clear();
        sum.Clear();
        _nobody[s] = double.NaN;
        foreach (var c in _table.ClaimsOf(s))
        {
            var x = Alone(s, _model.Supported[_table.GroupOfClaim[c]], _model.Root[c]);
            _alone[c] = x;
            mass[Bin(x)]++;
            sum[Bin(x)] += x;
        }
    }

    /// <summary>How likely a claim is to be true by what others say.</summary>
    /// <param name="s">Whose claim it is.</param>
    /// <param name="supported">How likely by what all say.</param>
    /// <param name="root">How likely the source saw it itself.</param>
    public double Alone(int s, double supported, double root)
    {
        var a = Math.Clamp(_model.Accuracy(s), .01, .99);
        var against = (1 - a) / (a * _model.FalseValues);
        var p = Math.Clamp(supported, 1e-9, 1 - 1e-9);
        var odds = p / (1 - p) * (root == 1 ? against : Math.Pow(against, root));
        return odds / (1 + odds);
    }

    /// <summary>Leaves out of all that follows a claim that another original explains already.</summary>
    public void Exclude(int c)
    {
        var s = _table.SourceOfClaim[c];
        _mass[(s * Bins) + Bin(_alone[c])]--;
        _sum[(s * Bins) + Bin(_alone[c])] -= _alone[c];
        _nobody[s] = double.NaN;
    }

    /// <summary>Claims of a source that are still to be explained.</summary>
    public double Open(int s)
    {
        var open = 0d;
        for (var b = 0; b < Bins; b++) open += _mass[(s * Bins) + b];
        return open;
    }

    /// <summary>
    /// Log-likelihood of a source that copies nobody. Two threads may both work it out, and get the same.
    /// </summary>
    private double Nobody(int s, ClaimShift shift)
    {
        if (shift.Source != s && !double.IsNaN(_nobody[s])) return _nobody[s];
        Span<double> all = stackalloc double[2 * Bins];
        _mass.AsSpan(s * Bins, Bins).CopyTo(all);
        _sum.AsSpan(s * Bins, Bins).CopyTo(all[Bins..]);
        if (shift.Source != s) return _nobody[s] = Score(s, new Part(all[..Bins], all[Bins..]), [], [], 0);
        all[Bin(shift.Alone)] += shift.Sign;
        all[Bins + Bin(shift.Alone)] += shift.Sign * shift.Alone;
        return Score(s, new Part(all[..Bins], all[Bins..]), [], [], 0);
    }

    /// <param name="copier">Who may have taken claims.</param>
    /// <param name="original">From whom.</param>
    /// <param name="groups">Groups in which both claim, the copier's claim still open.</param>
    /// <param name="meeting">How many times oftener than others the two meet without copying.</param>
    /// <param name="shift">A claim more or less than the table has.</param>
    public (double Gain, double Rate) Gain(
        int copier, int original, ReadOnlySpan<int> groups, double meeting, ClaimShift shift = default)
    {
        var n = groups.Length;
        if (n == 0) return (double.NegativeInfinity, 0);
        Span<double> work = n <= 256 ? stackalloc double[2 * n] : new double[2 * n];
        var alone = work[..n];
        var lifts = work[n..];
        Span<double> left = stackalloc double[2 * Bins];
        _mass.AsSpan(copier * Bins, Bins).CopyTo(left);
        _sum.AsSpan(copier * Bins, Bins).CopyTo(left[Bins..]);
        if (shift.Source == copier)
        {
            left[Bin(shift.Alone)] += shift.Sign;
            left[Bins + Bin(shift.Alone)] += shift.Sign * shift.Alone;
        }

        var mine = 0d;
        foreach (var mass in left[..Bins]) mine += mass;
        var theirs = _table.ClaimsOf(original).Length + (shift.Source == original ? shift.Sign : 0);
        double bound = 0, product = 1;
        for (var k = 0; k < n; k++)
        {
            var o = _table.ObjectOfGroup[groups[k]];
            var here = _table.ClaimsOn(o) + (shift.Sign != 0 && shift.Object == o ? shift.Sign : 0);
            lifts[k] = _coverage.LiftOf(_table.ClaimsOf(copier).Length + (shift.Source == copier ? shift.Sign : 0),
                theirs, here, meeting);
            var claim = _table.ClaimIn(groups[k], copier);
            alone[k] = claim < 0 ? shift.Alone : _alone[claim];
            left[Bin(alone[k])]--;
            left[Bins + Bin(alone[k])] -= alone[k];
            product *= 1 + (lifts[k] / ((alone[k] * .7) + ((1 - alone[k]) * .3 / _model.FalseValues)));
            if (product < 1e250) continue;
            bound += Math.Log(product);
            product = 1;
        }

        bound += Math.Log(product);
        // An original's claims are taken without putting back; lifts alone would charge the copier for every place it
        // left empty.
        var replaced = _coverage.Tells * ((n * Math.Log(theirs)) + _factorial[theirs - n] - _factorial[theirs]);
        return bound + replaced < 2
            ? (double.NegativeInfinity, 0)
            : OverRates(copier, new Part(left[..Bins], left[Bins..]), alone, lifts, mine, theirs, replaced, shift);
    }

    private (double Gain, double Rate) OverRates(
        int copier, Part rest, Span<double> alone, Span<double> lifts, double mine, double theirs, double replaced,
        ClaimShift shift)
    {
        var nobody = Nobody(copier, shift);
        Span<double> scores = stackalloc double[CopyRates.Grid.Length];
        var share = Math.Min(alone.Length / mine, .98);
        var first = Score(copier, rest, alone, lifts, Math.Max(share, .1)) - nobody + replaced;
        if (first < -1) return (first, share);

        // Whoever took all that there was may have wanted more: every higher rate explains it as well.
        var exhausted = alone.Length >= .95 * theirs && mine > theirs;
        var wanted = first + (.5 * Math.Log(1 + (2 * Math.PI * mine * share * (1 - share))));
        var top = double.NegativeInfinity;
        scores.Fill(double.NegativeInfinity);
        // Few claims cannot tell neighbouring rates apart: every other one stands for two.
        var step = mine <= FewClaims ? 2 : 1;
        for (var r = step - 1; r < scores.Length; r += step)
        {
            var rate = CopyRates.Grid[r];
            scores[r] = _rates.Log(r) + (exhausted && rate >= share
                ? wanted : Score(copier, rest, alone, lifts, rate) - nobody + replaced);
            top = Math.Max(top, scores[r]);
        }

        double all = 0, mean = 0;
        for (var r = step - 1; r < scores.Length; r += step)
        {
            var w = Math.Exp(scores[r] - top) * step;
            all += w;
            mean += w * (exhausted ? Math.Min(CopyRates.Grid[r], share) : CopyRates.Grid[r]);
        }

        return (top + Math.Log(all), mean / all);
    }

    private static int Bin(double x) => (int)(Math.Sqrt(x) * (Bins - .001));

    private double Score(int s, Part rest, ReadOnlySpan<double> alone, ReadOnlySpan<double> lifts, double rate)
    {
        var (pa, all) = _model.Start(s);
        var pb = all - pa;
        var a = Math.Clamp(_model.Accuracy(s), .02, .98);
        var n = _model.FalseValues;
        for (var pass = 1; ; pass++)
        {
            double right = 0, seen = 0;
            for (var k = 0; k < alone.Length; k++)
            {
                var (t, f) = (alone[k] * a, (1 - alone[k]) * (1 - a) / n);
                var own = (1 - rate) * (t + f);
                var g = own / (own + (rate * lifts[k]));
                seen += g;
                right += g * t / (t + f);
            }

            for (var b = 0; b < rest.Mass.Length; b++)
            {
                var x = rest.Mean[b];
                var (t, f) = (x * a, (1 - x) * (1 - a) / n);
                seen += rest.Mass[b];
                right += rest.Mass[b] * t / (t + f);
            }

            if (pass == Passes) return LogLikelihood(rest, alone, lifts, rate, a) + ((pa - 1) * Math.Log(a))
                + ((pb - 1) * Math.Log(1 - a));
            a = Math.Clamp((right + pa) / (seen + pa + pb), .02, .98);
        }
    }

    private double LogLikelihood(Part rest, ReadOnlySpan<double> alone, ReadOnlySpan<double> lifts, double rate,
        double a)
    {
        var n = _model.FalseValues;
        double log = 0, product = 1, left = 0;
        for (var k = 0; k < alone.Length; k++)
        {
            product *= ((1 - rate) * ((alone[k] * a) + ((1 - alone[k]) * (1 - a) / n))) + (rate * lifts[k]);
            if (product is > 1e-200 and < 1e200) continue;
            log += Math.Log(product);
            product = 1;
        }

        for (var b = 0; b < rest.Mass.Length; b++)
        {
            var x = rest.Mean[b];
            log += rest.Mass[b] * Math.Log((x * a) + ((1 - x) * (1 - a) / n));
            left += rest.Mass[b];
        }

        return log + Math.Log(product) + (left == 0 ? 0 : left * Math.Log(1 - rate));
    }

    /// <summary>
    /// Claims that are no evidence of copying, as a histogram of how likely each is to be true by what others say.
    /// </summary>
    private readonly ref struct Part
    {
        /// <param name="mass">Claims in each bin; left with the bins that hold any, at the front.</param>
        /// <param name="sum">Sums of their probabilities; left with their means.</param>
        public Part(Span<double> mass, Span<double> sum)
        {
            var n = 0;
            for (var b = 0; b < mass.Length; b++)
            {
                if (mass[b] < .5) continue;
                (mass[n], sum[n]) = (mass[b], Math.Clamp(sum[b] / mass[b], 0, 1));
                n++;
            }

            Mass = mass[..n];
            Mean = sum[..n];
        }

        public ReadOnlySpan<double> Mass { get; }

        public ReadOnlySpan<double> Mean { get; }
    }
}
