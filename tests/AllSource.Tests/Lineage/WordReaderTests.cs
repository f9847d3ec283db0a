using System.Text;
using AllSource.Lineage.Reading;

namespace AllSource.Tests.Lineage;

/// <summary>Plain words are read eight letters at a time, all others letter by letter: both ways agree.</summary>
public class WordReaderTests
{
    private static readonly string[] Pieces =
    [
        "the", "Minister", "said", "bridge", "internationalisation", "1993", "4,000", "don't", "a", "[W]e", "caf\u00e9",
        "\u201cno\u201d", "\"yes,", "well.\"", "...", "\n", "\n\n", " - ", "x2y", "\ud83d\ude00", "\u4e2d\u6587",
        "\u00ad", "U.S.", "supercalifragilisticexpialidociousandmorelettersthanablockofthemaskhasroomforatonce",
    ];

    [Fact]
    public void Words_read_fast_and_words_read_letter_by_letter_are_the_same()
    {
        var random = new Random(41);
        var (fast, slow) = (new WordReader(), new WordReader(spellsAll: true));
        for (var trial = 0; trial < 400; trial++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(60); piece > 0; piece--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
                if (random.Next(4) > 0) text.Append(' ');
                if (random.Next(9) == 0) text.Append((char)random.Next(1, 0x3000));
            }

            var one = fast.Read(text.ToString(), withStems: true);
            var other = slow.Read(text.ToString(), withStems: true);
            Assert.Equal(other.Codes.ToArray(), one.Codes.ToArray());
            Assert.Equal(other.Starts.ToArray(), one.Starts.ToArray());
            Assert.Equal(other.Ends.ToArray(), one.Ends.ToArray());
            Assert.Equal(other.Marks.ToArray(), one.Marks.ToArray());
            Assert.Equal(other.Stems, one.Stems);
        }
    }
}
