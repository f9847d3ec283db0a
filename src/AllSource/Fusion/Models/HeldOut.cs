namespace AllSource.Fusion.Models;

/// <summary>
/// How well a settled model foretells each claim from all other claims, as the mean logarithm of the probability that
/// it gives to what was said, given that the source speaks of the object. Models of different kinds are compared by
/// it, because no truth is needed.
/// </summary>
internal static class HeldOut
{
    /// <param name="model">Settled.</param>
    /// <param name="objects">How many of the first objects are looked at.</param>
    public static double Of(FactModel model, int objects)
    {
        var table = model.Table;
        var claims = table.ClaimsOfGroup[table.GroupsOfObject[objects]];
        var (all, same) = Copied(model, claims);
        var log = 0d;
        for (var c = 0; c < claims; c++)
        {
            var s = table.SourceOfClaim[c];
            var g = table.GroupOfClaim[c];
            var (root, p) = (model.Root[c], Math.Clamp(model.Probability[g], 1e-9, 1 - 1e-9));
            var (right, seen) = model.Start(s);
            var a = (model.Right[s] - (root * p) + right) / (model.Seen[s] - root + seen);
            a = Math.Clamp(a, .01, .99);
            var odds = p / (1 - p) * Math.Pow((1 - a) / (a * model.FalseValues), root);
            var x = odds / (1 + odds);
            var own = model.Copies?.Own[s] ?? 1;
            var alone = (x * a) + ((1 - x) * (1 - a) / model.FalseValues);
            log += Math.Log(((own * alone) + same[c]) / (own + all[c]));
        }

        return log / claims;
    }

    /// <summary>
    /// For each claim the weight of originals that speak of its object, and of those that say the same.
    /// </summary>
    private static (double[] All, double[] Same) Copied(FactModel model, int claims)
    {
        var table = model.Table;
        var (all, same) = (new double[claims], new double[claims]);
        foreach (var h in model.Copies?.Habits ?? [])
        {
            var x = table.ClaimsOf(h.Copier);
            var y = table.ClaimsOf(h.Original);
            for (int a = 0, b = 0; a < x.Length && b < y.Length && x[a] < claims;)
            {
                var (oa, ob) = (table.ObjectOfGroup[table.GroupOfClaim[x[a]]],
                    table.ObjectOfGroup[table.GroupOfClaim[y[b]]]);
                if (oa == ob)
                {
                    var weight = h.Strength * model.Copies!.Lift(h, oa);
                    all[x[a]] += weight;
                    if (table.GroupOfClaim[x[a]] == table.GroupOfClaim[y[b]]) same[x[a]] += weight;
                }

                if (oa <= ob) a++;
                if (ob <= oa) b++;
            }
        }

        return (all, same);
    }
}
