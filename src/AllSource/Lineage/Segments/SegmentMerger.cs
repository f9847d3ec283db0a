using System.Runtime.InteropServices;
using AllSource.Kernel;

namespace AllSource.Lineage.Segments;

/// <summary>
/// Writes several segments as one, without the rows that are gone. Reads immutable files only, so it may run beside
/// the desk's work.
/// </summary>
internal static class SegmentMerger
{
    private const int Batch = 4096;

    /// <param name="gone">For each segment the rows to leave out; not changed meanwhile.</param>
    /// <param name="skip">Of all rows in their order, those passed over, and how many are taken then: a compacted
    /// index of many reports is cut by time.</param>
    /// <returns>The name of what was written; or null and the damage that was met.</returns>
    public static string? Write(
        IReadOnlyList<Segment> segments, IReadOnlyList<IReadOnlySet<int>> gone, int skip, int take, Stream to,
        out Finding? fault, CancellationToken cancel)
    {
        var live = new List<(ReportRow Row, int Segment, int Number)>();
        for (var s = 0; s < segments.Count; s++)
        {
            for (var row = 0; row < segments[s].Rows; row++)
            {
                if (!gone[s].Contains(row)) live.Add((segments[s].Row(row), s, row));
            }
        }

        live.Sort(static (x, y) => x.Row.CompareTo(y.Row));
        live = live.GetRange(skip, Math.Min(take, live.Count - skip));
        var maps = segments.Select(static s => NoRows(s.Rows)).ToArray();
        for (var n = 0; n < live.Count; n++) maps[live[n].Segment][live[n].Number] = n;
        var counts = new WordCounts();
        if (skip == 0) foreach (var segment in segments) counts.Add(segment.WordCounts);
        using var writer = new SegmentWriter(to, [.. live.Select(static l => l.Row)]);
        live = null!; // the rows of millions of reports need not stay twice
        var streams = segments.Select((s, i) => new PostingStream(s, maps[i])).ToArray();
        Merge(streams, writer, cancel);
        fault = segments.Select(static s => s.Fault).FirstOrDefault(static f => f is not null);
        return fault is null ? writer.Finish(counts) : null;
    }

    private static void Merge(PostingStream[] streams, SegmentWriter writer, CancellationToken cancel)
    {
        var batch = new List<SegmentPosting>(Batch);
        foreach (var stream in streams) stream.Next();
        while (true)
        {
            PostingStream? least = null;
            foreach (var stream in streams)
            {
                if (!stream.IsAtEnd && (least is null || stream.Order < least.Order)) least = stream;
            }

            if (least is null) break;
            batch.Add(least.Current);
            least.Next();
            if (batch.Count < Batch) continue;
            cancel.ThrowIfCancellationRequested();
            writer.Add(CollectionsMarshal.AsSpan(batch));
            batch.Clear();
        }

        writer.Add(CollectionsMarshal.AsSpan(batch));
    }

    private static int[] NoRows(int count)
    {
        var map = new int[count];
        Array.Fill(map, -1);
        return map;
    }

    /// <summary>A segment's postings in order, under the rows' new numbers.</summary>
    private sealed class PostingStream(Segment segment, int[] map)
    {
        private readonly List<SegmentPosting> _bucket = [];
        private uint _nextBucket;
        private int _at;

        public bool IsAtEnd { get; private set; }

        public SegmentPosting Current { get; private set; }

        public ulong Order { get; private set; }

        public void Next()
        {
            while (true)
            {
                while (_at == _bucket.Count)
                {
                    _at = 0;
                    _bucket.Clear();
                    if (_nextBucket == segment.Buckets || !segment.TryRead(_nextBucket++, _bucket))
                    {
                        IsAtEnd = true;
                        return;
                    }
                }

                var posting = _bucket[_at++];
                if (map[posting.Row] < 0) continue;
                Current = posting with { Row = map[posting.Row] };
                Order = ((ulong)Current.Key << 32) | (uint)Current.Row;
                return;
            }
        }
    }
}
