namespace AllSource.Lineage;

/// <summary>
/// The weights of <see cref="Signs.Fill"/>, in its order, in natural log-odds. Fitted by <c>AllSource.Bench fit</c>.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly double[] Of =
    [
        -13.652, 1.526, 0.45, 0.26, 0.012, -0.373, 0.5, -0.115, -0.176, -1.095, -1.937, 2.286, 1.219, 4.014, -0.067,
        2.959, -4.337, -0.193, 0.817, 0.086, -1.862, 0.628, 0.114, 0.841, -2.751, 0.509, 0.513, 0.298, 1.302, -6.252,
        0.581, -20,
    ];
}
