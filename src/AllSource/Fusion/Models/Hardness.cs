using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// Some objects are hard for everybody: there all sources are right less often, and that they agree proves less. How
/// many objects are how hard is learnt from the table (expectation-maximisation over three levels, each with its share
/// of what an accuracy is beyond chance): hard objects show by disagreement that accuracies do not explain. Beliefs are
/// then averaged over how hard an object may be, as in Whitehill et al. (NIPS 2009) with levels in place of a free
/// number; and where hardness does not explain the claims clearly better, no belief is touched.
/// </summary>
internal sealed class Hardness
{
    public const int Rounds = 30;

    /// <summary>Shares that move by less in all stand.</summary>
    public const double Settled = 1e-4;

    /// <summary>Objects that speak for no hardness before any is seen.</summary>
    public const double EasyPrior = 20;

    /// <summary>
    /// Two shares more must explain the claims better than chance would: so many times the logarithm of the number of
    /// objects (Schwarz, Annals of Statistics 6, 1978, has one half for each of the two). Else no object is hard.
    /// </summary>
    private const double ProofFor = 1;

    /// <summary>How much of an accuracy beyond chance is left at each level.</summary>
    public static readonly double[] Levels = [1, .67, .33];

    /// <summary>What shares the levels have before any object is seen.</summary>
    public static readonly double[] Start = [.9, .05, .05];

    private readonly FactModel _model;
    private readonly ClaimTable _table;
    private readonly double[] _accuracy;
    private readonly double[] _share;
    private readonly bool _isOpen;
    private readonly double _chance;
    private readonly double[] _belief;
    private readonly double[] _level;
    private readonly double[] _right;
    private readonly double[] _wrong;
    private double _log;
    private double _last;

    private Hardness(FactModel model, double[] share)
    {
        (_model, _table, _share) = (model, model.Table, [.. share]);
        _isOpen = share[0] < 1;
        _chance = 1 / (model.FalseValues + 1);
        _accuracy = [.. Enumerable.Range(0, _table.Sources.Length)
            .Select(s => Math.Clamp(model.Accuracy(s), .02, .98))];
        _belief = new double[_table.GroupCount * Levels.Length];
        _level = new double[_table.Objects.Length * Levels.Length];
        _right = new double[_accuracy.Length * Levels.Length];
        _wrong = new double[_accuracy.Length * Levels.Length];
    }

    /// <summary>Beliefs of all groups with hardness averaged out; the model's own where none is proven.</summary>
    /// <param name="model">Settled, without a hierarchy.</param>
    public static double[] Averaged(FactModel model)
    {
        var easy = new Hardness(model, [1, 0, 0]);
        var hard = new Hardness(model, Start);
        var gain = hard.Fitted() - easy.Fitted();
        return gain < ProofFor * Math.Log(model.Table.Objects.Length) ? model.Probability : hard.Beliefs();
    }

    /// <summary>The log-likelihood of all claims when the shares stand.</summary>
    private double Fitted()
    {
        for (var round = 0; round < Rounds && Round() > Settled; round++)
        {
        }

        return _log;
    }

    /// <summary>How far the shares moved; where no object may be hard, how far the log-likelihood did.</summary>
    private double Round()
    {
        _log = 0;
        for (var o = 0; o < _table.Objects.Length; o++) Weigh(o);
        Skills();
        if (!_isOpen)
        {
            var moved = Math.Abs(_log - _last);
            _last = _log;
            return moved;
        }

        var before = (double[])_share.Clone();
        double sum = _table.Objects.Length + EasyPrior;
        for (var d = 0; d < Levels.Length; d++)
        {
            var objects = d == 0 ? EasyPrior : 0;
            for (var o = 0; o < _table.Objects.Length; o++) objects += _level[(o * Levels.Length) + d];
            _share[d] = objects / sum;
        }

        return before.Zip(_share).Sum(x => Math.Abs(x.First - x.Second));
    }

    /// <summary>One object: how hard it is, and what is true of it at each hardness.</summary>
    private void Weigh(int o)
    {
        var (first, end) = (_table.GroupsOfObject[o], _table.GroupsOfObject[o + 1]);
        var levels = Levels.Length;
        Span<double> all = stackalloc double[levels];
        Span<double> score = stackalloc double[levels];
        var n = _model.FalseValues;
        var unclaimed = _model.Unclaimed(end - first);
        var top = double.NegativeInfinity;
        for (var d = 0; d < levels; d++)
        {
            var wrong = 0d;
            for (var g = first; g < end; g++)
            {
                var ratio = 0d;
                for (var c = _table.ClaimsOfGroup[g]; c < _table.ClaimsOfGroup[g + 1]; c++)
                {
                    var a = At(_accuracy[_table.SourceOfClaim[c]], d);
                    var r = _model.Root[c];
                    wrong += r * Math.Log((1 - a) / n);
                    ratio += r * Math.Log(a * n / (1 - a));
                }

                _belief[(g * levels) + d] = ratio;
            }

            var most = 0d;
            for (var g = first; g < end; g++) most = Math.Max(most, _belief[(g * levels) + d]);
            var sum = unclaimed * Math.Exp(-most);
            for (var g = first; g < end; g++) sum += Math.Exp(_belief[(g * levels) + d] - most);
            for (var g = first; g < end; g++)
                _belief[(g * levels) + d] = Math.Exp(_belief[(g * levels) + d] - most) / sum;
            score[d] = Math.Log(_share[d] + 1e-12) + wrong + most + Math.Log(sum);
            top = Math.Max(top, score[d]);
        }

        var total = 0d;
        for (var d = 0; d < levels; d++) total += all[d] = Math.Exp(score[d] - top);
        for (var d = 0; d < levels; d++) _level[(o * levels) + d] = all[d] / total;
        _log += top + Math.Log(total);
    }

    /// <summary>Each source's accuracy on an easy object, given how hard its objects are.</summary>
    private void Skills()
    {
        Array.Clear(_right);
        Array.Clear(_wrong);
        for (var c = 0; c < _table.ClaimCount; c++)
        {
            var (s, g) = (_table.SourceOfClaim[c], _table.GroupOfClaim[c]);
            var o = _table.ObjectOfGroup[g];
            for (var d = 0; d < Levels.Length; d++)
            {
                var w = _model.Root[c] * _level[(o * Levels.Length) + d];
                var p = _belief[(g * Levels.Length) + d];
                _right[(s * Levels.Length) + d] += w * p;
                _wrong[(s * Levels.Length) + d] += w * (1 - p);
            }
        }

        for (var s = 0; s < _accuracy.Length; s++)
        {
            var (right, seen) = _model.Start(s);
            _accuracy[s] = Best(right, seen - right, _right.AsSpan(s * Levels.Length, Levels.Length),
                _wrong.AsSpan(s * Levels.Length, Levels.Length));
        }
    }

    /// <summary>What an accuracy becomes on harder objects: nearer to what chance would give.</summary>
    private double At(double accuracy, int level) =>
        accuracy <= _chance ? accuracy : _chance + ((accuracy - _chance) * Levels[level]);

    /// <summary>Where the slope of the log-likelihood, which falls all the way, is nothing.</summary>
    private double Best(double priorRight, double priorWrong, ReadOnlySpan<double> right, ReadOnlySpan<double> wrong)
    {
        double low = .02, high = .98;
        for (var step = 0; step < 30; step++)
        {
            var a = (low + high) / 2;
            var slope = (priorRight / a) - (priorWrong / (1 - a));
            for (var d = 0; d < wrong.Length; d++)
                slope += Levels[d] * ((right[d] / At(a, d)) - (wrong[d] / (1 - At(a, d))));
            if (slope > 0) low = a;
            else high = a;
        }

        return (low + high) / 2;
    }

    private double[] Beliefs()
    {
        var averaged = new double[_table.GroupCount];
        for (var g = 0; g < averaged.Length; g++)
        {
            var o = _table.ObjectOfGroup[g];
            if ((_model.Known?[o] ?? TableOutcomes.Open) != TableOutcomes.Open)
            {
                averaged[g] = _model.Probability[g];
                continue;
            }

            for (var d = 0; d < Levels.Length; d++)
                averaged[g] += _level[(o * Levels.Length) + d] * _belief[(g * Levels.Length) + d];
        }

        return averaged;
    }
}
