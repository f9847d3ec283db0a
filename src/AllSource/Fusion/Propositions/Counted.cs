namespace AllSource.Fusion.Propositions;

/// <summary>"1 report", "2 reports": how counts read in the desk's sentences.</summary>
internal static class Counted
{
    public static string Of(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
