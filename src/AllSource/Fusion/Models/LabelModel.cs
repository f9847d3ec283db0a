using AllSource.Fusion.Tables;
using MathNet.Numerics;

namespace AllSource.Fusion.Models;

/// <summary>
/// Truth of objects that all take one of the same few labels, with a confusion matrix for each source (Dawid and Skene
/// 1979), Bayesian (Kim and Ghahramani 2012) and collapsed: a claim is judged by counts from which its own object is
/// left out. A matrix starts from what the source does over all labels and from which labels everybody mixes up, so
/// that sources with few claims keep few freedoms.
/// </summary>
internal sealed class LabelModel
{
    private const int RoundsMax = 60;
    private const double Settled = 1e-4;
    private const double PoolWeight = 20;

    private readonly ClaimTable _table;
    private readonly ConfusionPrior _prior;
    private readonly int _labels;
    private readonly double[] _pairs;
    private readonly double[] _rows;
    private readonly double[] _right;
    private readonly double[] _mix;
    private readonly double[] _hard;
    private double[] _next;
    private double _accuracy = .7;
    private double _strength = 4;
    private int[]? _known;

    private LabelModel(ClaimTable table, ConfusionPrior prior)
    {
        (_table, _prior, _labels) = (table, prior, table.Values.Length);
        Truth = new double[table.Objects.Length * _labels];
        _next = new double[Truth.Length];
        _pairs = new double[table.Sources.Length * _labels * _labels];
        _rows = new double[table.Sources.Length * _labels];
        _right = new double[table.Sources.Length];
        _mix = new double[_labels * _labels];
        _hard = new double[_labels];
    }

    /// <summary>Probability of each label, object by object.</summary>
    public double[] Truth { get; private set; }

    /// <summary>Mean log-probability of a claim by all other claims: what the settings are compared by.</summary>
    public double Predicts { get; private set; }

    public static LabelModel Fit(
        ClaimTable table, ConfusionPrior prior, int rounds = RoundsMax, int[]? known = null)
    {
        var model = new LabelModel(table, prior) { _known = known };
        model.Vote();
        for (var round = 0; round < rounds; round++)
        {
            model.Count();
            model.Pool();
            if (model.Judge() < Settled) break;
        }

        return model;
    }

    private void Vote()
    {
        for (var o = 0; o < _table.Objects.Length; o++)
        {
            var n = _table.ClaimsOn(o) + .3;
            for (var k = 0; k < _labels; k++) Truth[(o * _labels) + k] = .3 / _labels / n;
            for (var g = _table.GroupsOfObject[o]; g < _table.GroupsOfObject[o + 1]; g++)
                Truth[(o * _labels)
                    + _table.ValueOfGroup[g]] += (_table.ClaimsOfGroup[g + 1] - _table.ClaimsOfGroup[g]) / n;
        }
    }

    private void Count()
    {
        Array.Clear(_pairs);
        Array.Clear(_rows);
        Array.Clear(_right);
        for (var c = 0; c < _table.ClaimCount; c++)
        {
            var (s, o, label) = At(c);
            for (var k = 0; k < _labels; k++)
            {
                var w = Truth[(o * _labels) + k];
                _pairs[(((s * _labels) + k) * _labels) + label] += w;
                _rows[(s * _labels) + k] += w;
            }

            _right[s] += Truth[(o * _labels) + label];
        }
    }

    private (int Source, int Object, int Label) At(int c)
    {
        var g = _table.GroupOfClaim[c];
        return (_table.SourceOfClaim[c], _table.ObjectOfGroup[g], _table.ValueOfGroup[g]);
    }

    /// <summary>What the sources have in common: their accuracies, which labels are hard, which are mixed up.</summary>
    private void Pool()
    {
        (_accuracy, _strength) = SkillPrior.Fit(_right, s => _table.ClaimsOf(s).Length, _strength);
        Array.Clear(_mix);
        for (var s = 0; s < _table.Sources.Length; s++)
        {
            for (var kl = 0; kl < _mix.Length; kl++) _mix[kl] += _pairs[(s * _mix.Length) + kl];
        }

        double right = 0, all = 0;
        for (var k = 0; k < _labels; k++)
        {
            right += _mix[(k * _labels) + k];
            for (var l = 0; l < _labels; l++) all += _mix[(k * _labels) + l];
        }

        for (var k = 0; k < _labels; k++)
        {
            var row = _mix.AsSpan(k * _labels, _labels);
            var mean = right / all;
            double n = 0;
            foreach (var x in row) n += x;
            var diagonal = (row[k] + (PoolWeight * mean)) / (n + PoolWeight);
            _hard[k] = _prior.ByLabel ? LogOdds(diagonal) - LogOdds(mean) : 0;
            var off = n - row[k] + PoolWeight;
            for (var l = 0; l < _labels; l++)
                row[l] = l == k ? 0 : (row[l] + (PoolWeight / Math.Max(1, _labels - 1))) / off;
        }
    }

    private double Judge()
    {
        double change = 0, predicts = 0;
        var share = Shares();
        var said = new double[Widest() * _labels];
        for (var o = 0; o < _table.Objects.Length; o++)
        {
            var truth = _next.AsSpan(o * _labels, _labels);
            var old = Truth.AsSpan(o * _labels, _labels);
            var n = Before(o, share, truth, said);
            for (var at = 0; at < n * _labels; at++) truth[at % _labels] += Math.Log(said[at]);
            Normalise(truth);
            if (_known?[o] is { } outcome and >= 0) Settle(truth, _table.ValueOfGroup[outcome]);
            for (var k = 0; k < _labels; k++) change = Math.Max(change, Math.Abs(truth[k] - old[k]));
            for (var c = 0; c < n; c++)
            {
                var surprise = 0d;
                for (var k = 0; k < _labels; k++) surprise += truth[k] / said[(c * _labels) + k];
                predicts -= Math.Log(surprise);
            }
        }

        (Truth, _next) = (_next, Truth);
        Predicts = predicts / _table.ClaimCount;
        return change;
    }

    /// <summary>The truths with how hard each object may be averaged out.</summary>
    public double[] Averaged()
    {
        Count();
        Pool();
        var share = Shares();
        var said = new double[Widest() * _labels];
        var hardness = new LabelHardness(_table);
        for (var round = 0; round < Hardness.Rounds; round++)
        {
            for (var o = 0; o < _table.Objects.Length; o++)
            {
                var truth = _next.AsSpan(o * _labels, _labels);
                var n = Before(o, share, truth, said);
                hardness.Weigh(o, said.AsSpan(0, n * _labels), truth);
                if (_known?[o] is { } outcome and >= 0) Settle(truth, _table.ValueOfGroup[outcome]);
            }

            if (hardness.Learn()) break;
        }

        return _next;
    }

    /// <summary>How often each label is the truth, as expected.</summary>
    private double[] Shares()
    {
        var share = new double[_labels];
        for (var at = 0; at < Truth.Length; at++) share[at % _labels] += Truth[at];
        return share;
    }

    private int Widest()
    {
        var widest = 0;
        for (var o = 0; o < _table.Objects.Length; o++) widest = Math.Max(widest, _table.ClaimsOn(o));
        return widest;
    }

    /// <summary>
    /// Log-probabilities of one object's labels before its claims, and how likely each claim is by each.
    /// </summary>
    /// <returns>How many claims it has.</returns>
    private int Before(int o, double[] share, Span<double> truth, double[] said)
    {
        var old = Truth.AsSpan(o * _labels, _labels);
        var (first, n) = (_table.ClaimsOfGroup[_table.GroupsOfObject[o]], _table.ClaimsOn(o));
        for (var k = 0; k < _labels; k++) truth[k] = Math.Log(share[k] - old[k] + 1);
        for (var c = 0; c < n; c++) Likelihood(first + c, old, said.AsSpan(c * _labels, _labels));
        return n;
    }

    private void Likelihood(int c, ReadOnlySpan<double> old, Span<double> told)
    {
        var (s, _, label) = At(c);
        var own = (_right[s] - old[label] + (_accuracy * _strength)) / (_table.ClaimsOf(s).Length - 1 + _strength);
        var skill = LogOdds(own);
        for (var k = 0; k < _labels; k++)
        {
            double mean;
            if (_prior.Fixed) mean = (k == label ? 4d : 1d) / (_labels + 3);
            else
            {
                var right = 1 / (1 + Math.Exp(-(skill + _hard[k])));
                mean = k == label ? right : (1 - right) * _mix[(k * _labels) + label];
            }

            var weight = _prior.Fixed ? _labels + 3 : _prior.Weight;
            var at = (s * _labels) + k;
            told[k] = Math.Max(1e-6,
                ((weight * mean) + _pairs[(at * _labels) + label] - old[k]) / (weight + _rows[at] - old[k]));
        }
    }

    /// <summary>
    /// How well the model explains all claims at once: a lower bound with matrices and shares of labels summed out.
    /// </summary>
    public double Evidence()
    {
        Count();
        Pool();
        var log = 0d;
        var share = new double[_labels];
        foreach (var (at, p) in Truth.Index())
        {
            share[at % _labels] += p;
            if (p > 0) log -= p * Math.Log(p);
        }

        Span<double> prior = stackalloc double[_labels];
        prior.Fill(1);
        log += Dirichlet(prior, share);
        for (var s = 0; s < _table.Sources.Length; s++)
        {
            var own = (_right[s] + (_accuracy * _strength)) / (_table.ClaimsOf(s).Length + _strength);
            for (var k = 0; k < _labels; k++)
            {
                var right = 1 / (1 + Math.Exp(-(LogOdds(own) + _hard[k])));
                for (var l = 0; l < _labels; l++)
                    prior[l] = _prior.Weight * (l == k ? right : (1 - right) * _mix[(k * _labels) + l]);
                log += Dirichlet(prior, _pairs.AsSpan(((s * _labels) + k) * _labels, _labels));
            }
        }

        return log;
    }

    /// <summary>Log-probability of a sequence with these counts when its shares are drawn from the prior.</summary>
    private static double Dirichlet(ReadOnlySpan<double> prior, ReadOnlySpan<double> counts)
    {
        double log = 0, before = 0, after = 0;
        for (var l = 0; l < prior.Length; l++)
        {
            var alpha = Math.Max(prior[l], 1e-3);
            log += SpecialFunctions.GammaLn(alpha + counts[l]) - SpecialFunctions.GammaLn(alpha);
            before += alpha;
            after += alpha + counts[l];
        }

        return log + SpecialFunctions.GammaLn(before) - SpecialFunctions.GammaLn(after);
    }

    private static void Settle(Span<double> truth, int label)
    {
        truth.Fill(1e-9);
        truth[label] = 1 - 1e-6;
    }

    private static void Normalise(Span<double> logs)
    {
        double top = double.NegativeInfinity, sum = 0;
        foreach (var x in logs) top = Math.Max(top, x);
        foreach (ref var x in logs)
        {
            x = Math.Exp(x - top);
            sum += x;
        }

        foreach (ref var x in logs) x /= sum;
    }

    private static double LogOdds(double p) => Math.Log(Math.Clamp(p, .005, .995) / (1 - Math.Clamp(p, .005, .995)));
}
