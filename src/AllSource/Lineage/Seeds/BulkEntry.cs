using AllSource.Lineage.Weighing;

namespace AllSource.Lineage.Seeds;

/// <summary>
/// Takes the seeds of many documents into an index with several threads: first each thread picks the seeds of some
/// documents, then each fills some parts of the index, in the documents' order. So the index is the same as if they had
/// come one by one.
/// </summary>
internal static class BulkEntry
{
    private const int BatchDocuments = 1024;

    public static void Enter(
        List<int> numbers, HeldDocuments documents, SeedIndex index, WordRarity rarity, bool sparseOnly,
        ParallelOptions threads)
    {
        var shares = threads.MaxDegreeOfParallelism;
        var picker = new SeedPicker(sparseOnly);
        if (shares == 1)
        {
            foreach (var number in numbers)
            {
                threads.CancellationToken.ThrowIfCancellationRequested();
                var words = documents[number].Words;
                rarity.Add(words);
                index.Add(number, picker.Pick(words));
            }

            return;
        }

        var batch = new Seed[BatchDocuments][];
        for (var first = 0; first < numbers.Count; first += BatchDocuments)
        {
            var from = first;
            var many = Math.Min(BatchDocuments, numbers.Count - first);
            DocumentBlocks.ForEach(many, threads, () => new SeedPicker(sparseOnly), (d, own) =>
            {
                batch[d] = own.Pick(documents[numbers[from + d]].Words).ToArray();
            });
            Parallel.For(0, shares, threads, share =>
            {
                for (var d = 0; d < many; d++) index.Add(numbers[from + d], batch[d], share, shares);
            });
        }

        foreach (var number in numbers) rarity.Add(documents[number].Words);
    }
}
