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

    public static void Each(int count, int tokens, Action<int> work) => Each(count, tokens, () => 0,
        (i, _) => work(i));

    /// <param name="tool">Makes what one thread works with, to be used again from sentence to sentence.</param>
    public static void Each<T>(int count, int tokens, Func<T> tool, Action<int, T> work)
    {
        if (tokens < TokensMin)
        {
            var one = tool();
            for (var i = 0; i < count; i++) work(i, one);
            return;
        }

        Parallel.For(0, (count + BatchSize - 1) / BatchSize, tool, (batch, _, one) =>
        {
            for (var i = batch * BatchSize; i < Math.Min(count, (batch + 1) * BatchSize); i++) work(i, one);
            return one;
        }, static _ => { });
    }
}
