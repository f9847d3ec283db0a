namespace AllSource.Claims.Model;

/// <summary>Numbers in the few steps that a log-linear choice can weigh.</summary>
internal static class FeatureSteps
{
    /// <summary>A length in thirteen steps.</summary>
    public static uint Length(int n) => n switch
    {
        <= 3 => (uint)Math.Max(n, 0),
        <= 5 => 4,
        <= 8 => 5,
        <= 12 => 6,
        <= 18 => 7,
        <= 26 => 8,
        <= 40 => 9,
        <= 60 => 10,
        <= 100 => 11,
        _ => 12,
    };

    /// <summary>A probability in twelve steps, even in its logit.</summary>
    public static uint Share(float p) => p <= 0 ? 0u
        : (uint)Math.Clamp(6 + (int)Math.Floor(MathF.Log(p / Math.Max(1e-6f, 1 - p)) * 1.25f), 0, 12);
}
