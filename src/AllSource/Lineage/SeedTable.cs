namespace AllSource.Lineage;

/// <summary>One place of a seed.</summary>
internal readonly record struct Posting(int Document, int Word, byte Before, byte After, bool IsQuoted);

/// <summary>What the places of one seed have in common.</summary>
/// <param name="Start">The first of its places among all places of its part.</param>
/// <param name="Count">How many places it has, in how many documents at least.</param>
/// <param name="IsBoilerplate">True when one author repeats it in <see cref="SeedTable.BoilerplateDocuments"/>
/// documents.</param>
internal readonly record struct SeedGroup(int Start, int Count, bool IsBoilerplate);

/// <summary>
/// The seeds of all documents, grouped by key: only those that stand in two documents or more. Places are ascending by
/// document, and
/// the same whatever the number of threads.
/// </summary>
internal sealed class SeedTable
{
    /// <summary>A seed that one author repeats in so many documents is a signature or another fixed part.</summary>
    public const int BoilerplateDocuments = 3;

    /// <summary>Places of one seed kept for one document. The attack: one word a million times.</summary>
    private const int PlacesInDocumentMax = 4;

    private const int Parts = 256;
    private const int ChunkDocuments = 256;
    private const int AuthorsLooked = 48;

    private readonly int[] _offsets; // first seed of each document
    private readonly int[] _groupOf; // by seed: its group's number in its part, from 1; 0 for none
    private readonly byte[] _partOf;
    private readonly SeedGroup[][] _groups = new SeedGroup[Parts][];
    private readonly Posting[][] _postings = new Posting[Parts][];

    private SeedTable(int[] offsets)
    {
        _offsets = offsets;
        _groupOf = new int[offsets[^1]];
        _partOf = new byte[offsets[^1]];
    }

    public static SeedTable Of(Seed[][] seeds, Prepared[] documents, ParallelOptions threads)
    {
        var offsets = new int[seeds.Length + 1];
        for (var d = 0; d < seeds.Length; d++) offsets[d + 1] = checked(offsets[d] + seeds[d].Length);
        var table = new SeedTable(offsets);
        var (sorted, starts) = table.Scatter(seeds, threads);
        Parallel.For(0, Parts, threads, part => table.Group(part, sorted, starts[part], starts[part + 1], seeds,
            documents));
        return table;
    }

    /// <summary>The group of a document's seed; false when it stands nowhere else.</summary>
    public bool TryGroup(int document, int seed, out SeedGroup group, out ReadOnlySpan<Posting> postings)
    {
        var at = _offsets[document] + seed;
        var number = _groupOf[at];
        if (number == 0)
        {
            group = default;
            postings = default;
            return false;
        }

        var part = _partOf[at];
        group = _groups[part][number - 1];
        postings = _postings[part].AsSpan(group.Start, group.Count);
        return true;
    }

    private (ulong[] Sorted, int[] Starts) Scatter(Seed[][] seeds, ParallelOptions threads)
    {
        var chunks = (seeds.Length + ChunkDocuments - 1) / ChunkDocuments;
        var counts = new int[chunks][];
        Parallel.For(0, chunks, threads, c =>
        {
            var mine = counts[c] = new int[Parts];
            for (var d = c * ChunkDocuments; d < Math.Min(seeds.Length, (c + 1) * ChunkDocuments); d++)
            {
                foreach (ref readonly var seed in seeds[d].AsSpan()) mine[seed.Key >> 24]++;
            }
        });
        var starts = new int[Parts + 1];
        var total = 0;
        for (var part = 0; part < Parts; part++)
        {
            starts[part] = total;
            foreach (var mine in counts)
            {
                var many = mine[part];
                mine[part] = total;
                total += many;
            }
        }

        starts[Parts] = total;
        var sorted = new ulong[total];
        Parallel.For(0, chunks, threads, c =>
        {
            var next = counts[c];
            for (var d = c * ChunkDocuments; d < Math.Min(seeds.Length, (c + 1) * ChunkDocuments); d++)
            {
                var at = _offsets[d];
                foreach (ref readonly var seed in seeds[d].AsSpan())
                {
                    var part = seed.Key >> 24;
                    _partOf[at] = (byte)part;
                    sorted[next[part]++] = ((ulong)seed.Key << 32) | (uint)at++;
                }
            }
        });
        return (sorted, starts);
    }

    private void Group(int part, ulong[] sorted, int from, int to, Seed[][] seeds, Prepared[] documents)
    {
        var own = sorted.AsSpan(from, to - from);
        RadixSort.ByHighHalf(own);
        var groups = new List<SeedGroup>();
        var postings = new List<Posting>();
        for (int i = 0, end; i < own.Length; i = end)
        {
            for (end = i + 1; end < own.Length && own[end] >> 32 == own[i] >> 32; end++)
            {
            }

            if (end - i < 2) continue;
            var start = postings.Count;
            var documentsSeen = 0;
            var last = -1;
            var inLast = 0;
            for (var k = i; k < end; k++)
            {
                var at = (int)(uint)own[k];
                var document = DocumentOf(at, last);
                inLast = document == last ? inLast + 1 : 1;
                if (inLast > PlacesInDocumentMax) continue;
                _groupOf[at] = groups.Count + 1;
                var seed = seeds[document][at - _offsets[document]];
                postings.Add(new(document, seed.Word, seed.Before, seed.After, seed.IsQuoted));
                if (document != last) documentsSeen++;
                last = document;
            }

            if (documentsSeen < 2)
            {
                postings.RemoveRange(start, postings.Count - start);
                for (var k = i; k < end; k++) _groupOf[(int)(uint)own[k]] = 0;
                continue;
            }

            groups.Add(new(start, postings.Count - start, documentsSeen >= BoilerplateDocuments
                && IsRepeatedByOne(postings, start, documents)));
        }

        _groups[part] = [.. groups];
        _postings[part] = [.. postings];
    }

    private int DocumentOf(int seed, int last)
    {
        if (last >= 0 && seed < _offsets[last + 1]) return last;
        var at = Array.BinarySearch(_offsets, seed);
        if (at < 0) return ~at - 1;
        while (_offsets[at + 1] == seed) at++; // documents without any seed share their offset with the next
        return at;
    }

    private static bool IsRepeatedByOne(List<Posting> postings, int start, Prepared[] documents)
    {
        Span<int> authors = stackalloc int[AuthorsLooked];
        var count = 0;
        var last = -1;
        for (var p = start; p < postings.Count && count < AuthorsLooked; p++)
        {
            var author = documents[postings[p].Document].Author;
            if (postings[p].Document != last && author != 0) authors[count++] = author;
            last = postings[p].Document;
        }

        authors = authors[..count];
        authors.Sort();
        for (var k = BoilerplateDocuments - 1; k < count; k++)
        {
            if (authors[k] == authors[k - BoilerplateDocuments + 1]) return true;
        }

        return false;
    }
}
