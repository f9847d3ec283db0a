using System.Text;
using AllSource.Fusion.Tables;
using AllSource.Kernel;

namespace AllSource.Tests.Fusion.Tables;

public sealed class ClaimTableReaderTests
{
    private static Parsed<ClaimTable> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Parsed<ClaimTable> Read(byte[] bytes) => ClaimTableReader.Read(new MemoryStream(bytes), "t.tsv");

    [Fact]
    public void Claims_are_read_whatever_the_line_ends_and_the_header()
    {
        var table = Read("\uFEFFsource\tobject\tvalue\r\na\to\tv\tmore\r\n\r\nb\to\tw").Value!;
        Assert.Equal(["a", "b"], table.Sources);
        Assert.Equal(["v", "w"], table.Values);
        Assert.Equal(2, table.ClaimCount);
    }

    [Theory]
    [InlineData("a\to\tv\na\to", 2, 3, "the value is missing")]
    [InlineData("a", 1, 2, "the object is missing")]
    [InlineData("a\t\tv", 1, 2, "the object is empty")]
    [InlineData("", 1, 1, "there is no claim")]
    [InlineData("a\to\tv\n\na\0\to\tv", 3, 1, "UTF-16")]
    public void What_is_no_claim_is_named_with_its_place(string text, int line, int column, string what)
    {
        var finding = Assert.Single(Read(text).Findings);
        Assert.Equal((line, column), (finding.Where.Line, finding.Where.Column));
        Assert.Contains(what, finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_their_column()
    {
        var finding = Assert.Single(Read([(byte)'a', 9, (byte)'o', 9, 0xFF]).Findings);
        Assert.Equal(3, finding.Where.Column);
    }

    [Fact]
    public void A_line_without_an_end_does_not_eat_all_memory() =>
        Assert.Contains("64 KiB", Assert.Single(Read(new string('x', 1 << 20)).Findings).What,
            StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_a_table_or_a_finding_with_its_place()
    {
        var rng = new Random(4);
        byte[] alphabet = [9, 9, 10, 13, 32, 44, 34, 65, 66, 0xC3, 0xA9, 0xFF, 0, 0xEF, 0xBB, 0xBF];
        for (var trial = 0; trial < 3000; trial++)
        {
            var bytes = Enumerable.Range(0, rng.Next(60))
                .Select(_ => alphabet[rng.Next(trial % 2 == 0 ? 10 : alphabet.Length)]).ToArray();
            var read = Read(bytes);
            if (read.Value is null) Assert.True(Assert.Single(read.Findings).Where.Line >= 1);
            else Assert.InRange(read.Value.ClaimCount, 1, bytes.Length);
        }
    }

    [Fact]
    public void A_long_table_in_small_pieces_reads_as_in_one()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 30_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"s{i % 97}\tobject {i}\tv{i % 5}\n");
        var table = Read(text.ToString()).Value!;
        Assert.Equal((30_000, 97, 5), (table.ClaimCount, table.Sources.Length, table.Values.Length));
    }
}
