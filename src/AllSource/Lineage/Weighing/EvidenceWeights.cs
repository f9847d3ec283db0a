namespace AllSource.Lineage.Weighing;

/// <summary>
/// The weights of <see cref="Signs.Fill"/>, in its order, in natural log-odds. Fitted by <c>AllSource.Bench fit</c>.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly double[] Of =
    [
        -13.673, 1.443, .547, .183, -.041, -.395, .563, -.109, .344, -1.632, -1.385, 1.451, 2.465, 3.528, .033, 2.871,
        -4.32, -.254, .981, .03, .164, .829, -.025, .85, -7.427, .706, .549, .193, .825, -8.312, 6.542, .54, -20,
    ];
}
