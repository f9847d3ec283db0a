namespace AllSource.Lineage.Weighing;

/// <summary>
/// The weights of <see cref="SignScale.Fill"/>, in its order, in natural log-odds. Fitted by <c>AllSource.Bench fit</c>
/// (see docs/measurements/lineage.md), but for the last, which no set can teach: whole reports of length are copies.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly double[] Of =
    [
        -15.541, .227, 1.341, .507, .038, 1.033, .761, .259, .301, -.045,
        -5.377, 3.938, -1.806, 4.501, .278, 0, .266, -2.893, -.808, -4.07,
        0, .011, -.145, -.232, 0, -1.443, .081, 3.081, .318, .853,
        .335, 1.744, -.147, .014, -.219, -9.697, -1.099, .944, 1.186, -.86,
        -.245, -.152, -3.592, -2.061, -.505, .115, 0, .068, .1,
    ];
}
