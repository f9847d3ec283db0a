using AllSource.Lineage.Segments;

namespace AllSource.Tests.Lineage.Segments;

public class SegmentFormatTests
{
    [Fact]
    public void Numbers_come_back_as_they_were_written()
    {
        var random = new Random(1);
        var writer = new BitWriter();
        var written = new List<(int How, uint Value, int Bits)>();
        for (var n = 0; n < 20_000; n++)
        {
            var bits = random.Next(33);
            var value = (uint)random.NextInt64(1L << bits);
            var how = random.Next(3);
            if (how == 0) writer.Write(value, bits);
            else if (how == 1) writer.WriteGamma(value = Math.Max(1, value));
            else writer.WriteRice(value, bits = Math.Max(0, bits - 5));
            written.Add((how, value, bits));
        }

        writer.Align();
        var reader = new BitReader(writer.Written);
        foreach (var (how, value, bits) in written)
        {
            var read = how switch { 0 => reader.Read(bits), 1 => reader.ReadGamma(), _ => reader.ReadRice(bits) };
            Assert.Equal(value, read);
        }

        Assert.False(reader.IsOver);
    }

    [Fact]
    public void A_segment_gives_every_place_back_and_none_that_was_not_put()
    {
        var random = new Random(2);
        for (var trial = 0; trial < 12; trial++)
        {
            var rows = Rows(random, 1 + random.Next(300));
            var postings = Postings(random, rows);
            var bytes = new MemoryStream();
            using (var writer = new SegmentWriter(bytes, rows))
            {
                writer.Add(postings);
                writer.Finish(new WordCounts());
            }

            using var segment = Segment.Open("s", new MemoryBytes(bytes.ToArray()), out var fault);
            Assert.Null(fault);
            var places = new RowPlace[postings.Length];
            foreach (var group in postings.GroupBy(static p => p.Key))
            {
                Assert.Equal(group.Count(), segment!.Find(group.Key, places));
                Assert.Equal(group.Select(static p => new RowPlace(p.Row, p.Context)), places.Take(group.Count()));
                if (!postings.Any(p => p.Key == group.Key + 1)) Assert.Equal(0, segment.Find(group.Key + 1, places));
            }

            Assert.All(Enumerable.Range(0, rows.Length), r => Assert.Equal(r, segment!.Find(rows[r].Key)));
            Assert.Equal(-1, segment!.Find(new ReportKey(1, 2)));
            var instances = new List<int>();
            segment.FindInstances(rows[0].Instance, instances);
            Assert.Equal(Enumerable.Range(0, rows.Length).Where(r => rows[r].Instance == rows[0].Instance), instances);
        }
    }

    [Fact]
    public void The_seal_is_one_to_one_and_keeps_the_order_of_content_hashes()
    {
        var seal = HeldWorld.Seal;
        Assert.Equal(1 << 18, Enumerable.Range(0, 1 << 18).Select(seal.SlotOf).Distinct().Count());
        Assert.All(Enumerable.Range(0, 5000), s => Assert.Equal(s, seal.SlotBack(seal.SlotOf(s))));
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(g => seal.GramOf((uint)g)).Distinct().Count());
        var low = seal.KeyOf("sha256:0a" + new string('0', 62));
        Assert.True(low < seal.KeyOf("0b" + new string('0', 62)));
        Assert.NotEqual(seal.KeyOf("b"), seal.KeyOf("a"));
    }

    private static ReportRow[] Rows(Random random, int count)
    {
        var rows = Enumerable.Range(0, count).Select(n => new ReportRow(
            new((ulong)random.NextInt64(), (ulong)n), random.Next(50), (ulong)random.Next(5), (ulong)random.Next(9), 0))
            .ToArray();
        Array.Sort(rows);
        return rows;
    }

    private static SegmentPosting[] Postings(Random random, ReportRow[] rows)
    {
        var keys = Enumerable.Range(0, 1 + random.Next(400)).Select(_ => (uint)random.NextInt64(1L << 32)).ToArray();
        var postings = new List<SegmentPosting>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var n = random.Next(40); n > 0; n--)
            {
                // the first key stands everywhere, so that long lists are tried as well
                var key = keys[random.Next(3) == 0 ? 0 : random.Next(keys.Length)];
                postings.Add(new(key, row, (ushort)random.Next(1 << SeedContext.Bits)));
                rows[row] = rows[row] with { Seeds = rows[row].Seeds + 1 };
            }
        }

        return [.. postings.OrderBy(static p => p.Key).ThenBy(static p => p.Row)];
    }
}
