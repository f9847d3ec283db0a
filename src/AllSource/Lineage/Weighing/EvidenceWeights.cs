namespace AllSource.Lineage.Weighing;

/// <summary>
/// The weights of <see cref="SignScale.Fill"/>, in its order, in natural log-odds. Fitted by <c>AllSource.Bench fit</c>
/// (see docs/measurements/lineage.md), but for the last, which no set can teach: whole reports of length are copies.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly double[] Of =
    [
        -13.662, .334, 1.711, .459, .085, 1.144, .388, .24, .192, 0,
        -3.932, 3.227, -1.518, 3.525, .382, .037, -4.098, -.29, -5.002, .158,
        -1.605, .433, -.572, .028, 3.473, 0, .955, 6.488, .759, 0,
        1.081, -.032, -.04, -.224, -9.829, -1.241, .801, 0, -1.208, -.217,
        -.983, -3.693, -1.761, -.942, .101, 0, .15, .1,
    ];
}
