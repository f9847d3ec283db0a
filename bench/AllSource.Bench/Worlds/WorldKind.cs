namespace AllSource.Bench.Worlds;

/// <summary>
/// What a made world is like. The defaults are those of the generator of the measures page: six values an object,
/// accuracies Beta(6, 3), coverage Zipf(.6), 30 % of the sources take 80 % of their claims from one other, two in three
/// of them from the worst tenth.
/// </summary>
internal sealed record WorldKind(string Name)
{
    public int Sources { get; init; } = 200;

    public int Claims { get; init; } = 20_000;

    public int Values { get; init; } = 6;

    public double Good { get; init; } = 6;

    public double Bad { get; init; } = 3;

    public double Zipf { get; init; } = .6;

    public double Copiers { get; init; } = .3;

    public double Rate { get; init; } = .8;

    /// <summary>Copiers that take from the worst tenth.</summary>
    public double FromWorst { get; init; } = 2 / 3d;

    /// <summary>From how many others a copier takes.</summary>
    public int Originals { get; init; } = 1;

    /// <summary>Copied claims that are changed on the way.</summary>
    public double Edits { get; init; }

    /// <summary>Whether a copier may take from a copier.</summary>
    public bool Chains { get; init; }

    /// <summary>Fields of objects; a source keeps to two of them. One field is no field.</summary>
    public int Fields { get; init; } = 1;

    /// <summary>Objects on which everybody's accuracy is halved.</summary>
    public double Hard { get; init; }

    /// <summary>Errors that say the object's own favourite false value.</summary>
    public double Favourite { get; init; }

    /// <summary>Sources that agreed on the same lies, for 60 % of what they say.</summary>
    public int Liars { get; init; }

    /// <summary>Whether values are numbers, and errors lie near the truth.</summary>
    public bool Numbers { get; init; }

    /// <summary>Whether names of values are an object's own.</summary>
    public bool OwnValues { get; init; }

    /// <summary>Objects for each ten claims.</summary>
    public double ObjectsATen { get; init; } = 1;

    public static IReadOnlyList<WorldKind> All { get; } =
    [
        new("given"), new("large") { Sources = 1000, Claims = 100_000 }, new("chains") { Chains = true },
        new("two-originals") { Originals = 2 }, new("three-originals") { Originals = 3 },
        new("rate-half") { Rate = .5 }, new("rate-fifth") { Rate = .2 }, new("rate-full") { Rate = 1 },
        new("edits") { Edits = .1 }, new("edits-third") { Edits = .33 }, new("half-copy") { Copiers = .5 },
        new("nobody") { Copiers = 0 }, new("near-half") { Good = 4, Bad = 4 },
        new("poor") { Good = 3, Bad = 5 }, new("favourite") { Favourite = .6 }, new("two-values") { Values = 2 },
        new("many-values") { Values = 40 }, new("own-values") { OwnValues = true },
        new("fields") { Fields = 8 }, new("fields-nobody") { Fields = 8, Copiers = 0 }, new("hard") { Hard = .25 },
        new("liars") { Liars = 15 }, new("sparse") { ObjectsATen = 4 }, new("dense") { ObjectsATen = .2 },
        new("heavy-tail") { Zipf = 1.3 }, new("small") { Sources = 30, Claims = 1500 },
        new("few-wide") { Sources = 25, Claims = 10_000 }, new("honest-originals") { FromWorst = 0 },
        new("numbers") { Numbers = true, OwnValues = true },
    ];
}
