using AllSource.Fusion.Copying;
using AllSource.Fusion.Tables;

namespace AllSource.Fusion.Models;

/// <summary>
/// One accuracy a source, one truth an object, and claims that may repeat one another. Beliefs are soft, and every
/// claim is weighed by an accuracy from which the claim itself is left out, so that a source with few claims does not
/// confirm itself.
/// </summary>
internal sealed class FactModel
{
    private const int ObjectsAPart = 512;
    private const int SourcesAPart = 512;
    private const double UnclaimedMin = .3;
    private const int PartRounds = 40;

    /// <summary>A belief that moves by less in a round stands.</summary>
    private const double Moving = 2e-5;

    /// <summary>How far each object moved in the last round.</summary>
    private readonly double[] _moved;

    public FactModel(ClaimTable table, double falseValues, int? domain, Nesting? nesting = null)
    {
        Table = table;
        FalseValues = falseValues;
        Domain = domain;
        Nesting = nesting;
        Probability = new double[table.GroupCount];
        Supported = nesting is null ? Probability : new double[table.GroupCount];
        Root = new double[table.ClaimCount];
        _moved = new double[table.Objects.Length];
        Right = new double[table.Sources.Length];
        Exact = nesting is null ? Right : new double[table.Sources.Length];
        Seen = new double[table.Sources.Length];
        Array.Fill(Root, 1);
        Vote();
    }

    public ClaimTable Table { get; }

    public double[] Probability { get; }

    /// <summary>
    /// Probability that a claim of the group is true: of the truth itself, or of what holds the truth within it.
    /// </summary>
    public double[] Supported { get; }

    /// <summary>Probability that a claim was seen by its source and not taken from another.</summary>
    public double[] Root { get; }

    /// <summary>Of what a source saw itself, how much is true, as expected.</summary>
    public double[] Right { get; }

    /// <summary>How much of that names the truth itself and not something wider.</summary>
    public double[] Exact { get; }

    /// <summary>How many claims a source saw itself, as expected.</summary>
    public double[] Seen { get; }

    /// <summary>Over how many values an error spreads.</summary>
    public double FalseValues { get; set; }

    /// <summary>
    /// How many labels compete for every object, claimed or not; null where an object's values are its own.
    /// </summary>
    public int? Domain { get; }

    /// <summary>How many values that nobody claimed might still be the truth.</summary>
    public double Unclaimed(int claimed) => Domain is { } all ? Math.Max(0, all - claimed)
        : Math.Max(UnclaimedMin, FalseValues + 1 - claimed);

    public Nesting? Nesting { get; }

    /// <summary>Outcomes by object, as <see cref="TableOutcomes.In"/> gives them; null where none is known.</summary>
    public int[]? Known { get; init; }

    /// <summary>
    /// What each source starts from, no claims where nothing is known of it; null where nothing is known of any.
    /// </summary>
    public SourceStart[]? Starts { get; init; }

    public double PriorMean { get; private set; } = .7;

    /// <summary>How many claims the prior is worth.</summary>
    public double PriorStrength { get; private set; } = 5;

    public CopyGraph? Copies { get; set; }

    /// <summary>Who found the copies; null where nobody looked.</summary>
    public CopyFinder? Finder { get; set; }

    /// <summary>What a source is worth before its claims are weighed: how many right ones of how many.</summary>
    public (double Right, double Seen) Start(int s) => Starts is { } known && known[s].Claims > 0
        ? (known[s].Accuracy * known[s].Claims, known[s].Claims) : (PriorMean * PriorStrength, PriorStrength);

    public double Accuracy(int s)
    {
        var (right, seen) = Start(s);
        return (Right[s] + right) / (Seen[s] + seen);
    }

    /// <summary>
    /// Skills, then beliefs, until an object moves by less than a ten-thousandth on average or the rounds are over.
    /// </summary>
    public void Settle(int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            Skills();
            (PriorMean, PriorStrength) = SkillPrior.Fit(Right, s => Seen[s], PriorStrength);
            if (Beliefs() < 1e-4 * Table.Objects.Length) break;
        }
    }

    /// <summary>
    /// Beliefs from what agreement alone says, in place of the vote: those who agree too well are one voice.
    /// </summary>
    public void Believe(AgreementSkill skill)
    {
        var n = Table.Sources.Length;
        for (var g = 0; g < Table.GroupCount; g++)
        {
            var log = 0d;
            var mine = Table.SourceOfClaim.AsSpan(Table.ClaimsOfGroup[g]..Table.ClaimsOfGroup[g + 1]);
            foreach (var s in mine)
            {
                var voices = 1d;
                foreach (var t in mine) voices += skill.Excess[(s * n) + t];
                var a = Math.Clamp(skill.Accuracy[s], .05, .95);
                log += Math.Log(a * FalseValues / (1 - a)) / voices;
            }

            Probability[g] = Math.Exp(Math.Clamp(log, -300, 300));
        }

        for (var o = 0; o < Table.Objects.Length; o++)
        {
            var values = Probability.AsSpan(Table.GroupsOfObject[o]..Table.GroupsOfObject[o + 1]);
            var sum = Unclaimed(values.Length);
            foreach (var odds in values) sum += odds;
            foreach (ref var odds in values) odds /= sum;
        }

        Skills();
    }

    /// <summary>
    /// A settled model of a part of a table: what its sources say elsewhere, and what all sources have in common, is
    /// held as in a model of the whole.
    /// </summary>
    /// <param name="table">Claims of few objects.</param>
    /// <param name="whole">Settled, without a hierarchy.</param>
    /// <param name="habits">Habits of the whole, as the part changes them.</param>
    /// <param name="number">For each source of the part its number in the whole.</param>
    /// <param name="replaced">Claims of the whole for which the part stands.</param>
    /// <param name="before">For a claim of the part its number in the whole; negative when it is new.</param>
    public static FactModel Part(
        ClaimTable table, FactModel whole, CopyHabit[] habits, int[] number, List<int> replaced,
        Func<int, int> before)
    {
        var part = new FactModel(table, whole.FalseValues, whole.Domain)
        {
            PriorMean = whole.PriorMean,
            PriorStrength = whole.PriorStrength,
            Copies = whole.Copies?.Part(table, habits, number),
        };
        var (right, seen) = (new double[number.Length], new double[number.Length]);
        var inPart = new Dictionary<int, int>();
        for (var s = 0; s < number.Length; s++)
        {
            inPart[number[s]] = s;
            (right[s], seen[s]) = (whole.Right[number[s]], whole.Seen[number[s]]);
        }

        foreach (var c in replaced)
        {
            if (!inPart.TryGetValue(whole.Table.SourceOfClaim[c], out var s)) continue;
            right[s] -= whole.Root[c] * whole.Supported[whole.Table.GroupOfClaim[c]];
            seen[s] -= whole.Root[c];
        }

        for (var c = 0; c < table.ClaimCount; c++)
        {
            var (g, old) = (table.GroupOfClaim[c], before(c));
            if (old < 0) continue;
            part.Root[c] = whole.Root[old];
            part.Probability[g] = whole.Probability[whole.Table.GroupOfClaim[old]];
        }

        part.SettleBeside(right, seen);
        return part;
    }

    /// <summary>
    /// Settles what moves still, object by object, until it stands: where two values are nearly even a belief needs
    /// more rounds than the others, and where it stops must not hang on when the whole table was thought settled.
    /// </summary>
    public void Polish()
    {
        var worker = new ObjectBeliefs(this);
        var open = Enumerable.Range(0, _moved.Length).Where(o => _moved[o] > Moving).ToList();
        for (var round = 0; round < PartRounds && open.Count > 0; round++)
        {
            foreach (var s in open.SelectMany(o => Enumerable.Range(
                Table.ClaimsOfGroup[Table.GroupsOfObject[o]], Table.ClaimsOn(o)))
                .Select(c => Table.SourceOfClaim[c]).Distinct()) Skill(s);
            foreach (var o in open) worker.Update(o, o + 1, _moved);
            open.RemoveAll(o => _moved[o] <= Moving);
        }
    }

    private void SettleBeside(double[] right, double[] seen)
    {
        for (var i = 0; i < PartRounds; i++)
        {
            Skills();
            for (var s = 0; s < seen.Length; s++)
            {
                Right[s] += right[s];
                Seen[s] += seen[s];
            }

            if (Beliefs() < 1e-7) break;
        }
    }

    private void Vote()
    {
        for (var g = 0; g < Table.GroupCount; g++)
        {
            Probability[g] =
                (Table.ClaimsOfGroup[g + 1] - Table.ClaimsOfGroup[g]) / (Table.ClaimsOn(Table.ObjectOfGroup[g]) + .5);
            Supported[g] = Probability[g];
        }
    }

    private void Skills() => Parallel.For(0, Parts(Table.Sources.Length, SourcesAPart), part =>
    {
        var end = Math.Min(Table.Sources.Length, (part + 1) * SourcesAPart);
        for (var s = part * SourcesAPart; s < end; s++) Skill(s);
    });

    private void Skill(int s)
    {
        double seen = 0, right = 0, exact = 0;
        foreach (var c in Table.ClaimsOf(s))
        {
            var g = Table.GroupOfClaim[c];
            seen += Root[c];
            right += Root[c] * Supported[g];
            exact += Root[c] * Probability[g];
        }

        (Seen[s], Exact[s], Right[s]) = (seen, exact, right);
    }

    /// <summary>
    /// Recomputes every object's beliefs; returns the sum of all changes. Objects do not wait for one another.
    /// </summary>
    private double Beliefs()
    {
        var parts = Parts(Table.Objects.Length, ObjectsAPart);
        var changes = new double[parts];
        Parallel.For(0, parts, () => new ObjectBeliefs(this), (part, _, worker) =>
        {
            var first = part * ObjectsAPart;
            changes[part] = worker.Update(first, Math.Min(Table.Objects.Length, first + ObjectsAPart), _moved);
            return worker;
        }, _ => { });
        return changes.Sum();
    }

    private static int Parts(int all, int each) => (all + each - 1) / each;
}
