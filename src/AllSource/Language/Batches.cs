namespace AllSource.Language;

/// <summary>
/// Does the same for each of many sentences, side by side when the text is long. Each call writes its own places alone,
/// so the
/// result does not depend on the number of threads.
/// </summary>
internal static class Batches
{
    /// <summary>Below so many tokens the threads would cost more than they save.</summary>
    private const int TokensMin = 20_000;

    private const int BatchSize = 64;

    public static void Each(int count, int tokens, Action<int> work)
    {
        if (tokens < TokensMin)
        {
            for (var i = 0; i < count; i++) work(i);
            return;
        }

        Parallel.For(0, (count + BatchSize - 1) / BatchSize, batch =>
        {
            for (var i = batch * BatchSize; i < Math.Min(count, (batch + 1) * BatchSize); i++) work(i);
        });
    }
}
