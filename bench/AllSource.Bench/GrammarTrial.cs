using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AllSource.Claims.Model;
using AllSource.Language;
using AllSource.Language.Learning;

namespace AllSource.Bench;

/// <summary>How right the shipped tagger and parser are on given words of treebanks, and how fast on text.</summary>
internal static class GrammarTrial
{
    private sealed class Counts
    {
        public int Words { get; set; }

        public int Tags { get; set; } // as the file has them

        public int CommonTags { get; set; } // in the convention that training brings both treebanks to

        public int Arcs { get; set; } // words that are no marks

        public int Heads { get; set; }

        public int Relations { get; set; }
    }

    /// <param name="files">CoNLL-U; each line of the report is a treebank's genre, by the names of its
    /// sentences.</param>
    public static void Run(IReadOnlyList<string> files, TextWriter to)
    {
        var genres = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        Counts all = new();
        foreach (var (genre, rows) in files.SelectMany(Sentences))
        {
            if (!genres.TryGetValue(genre, out var counts)) genres[genre] = counts = new();
            Count(rows, [counts, all]);
        }

        genres["all"] = all;
        foreach (var (genre, c) in genres)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{genre,-16} {c.Words,6} words  XPOS {(double)c.Tags / c.Words:.0000}  one convention "
                + $"{(double)c.CommonTags / c.Words:.0000}  UAS {(double)c.Heads / c.Arcs:.0000}  LAS "
                + $"{(double)c.Relations / c.Arcs:.0000}"));
        }
    }

    /// <summary>Processor time of tagging and parsing alone, one thread, after two rounds that do not count.</summary>
    /// <param name="file">JSON lines with a "text" each.</param>
    public static void Pace(string file, TextWriter to)
    {
        TokenisedText[] texts = [.. File.ReadLines(file).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return Tokeniser.Read(json.RootElement.GetProperty("text").GetString()!);
        })];
        var grammar = ClaimModel.Shipped.Grammar;
        double Seconds()
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) grammar.Read(text);
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        for (var i = 0; i < 2; i++) Seconds();
        double[] rounds = [.. Enumerable.Range(0, 5).Select(_ => Seconds()).Order()];
        var tokens = texts.Sum(t => t.Count);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tokens} tokens: {rounds[2] * 1e9 / tokens:0} ns a token in the middle of five rounds, "
            + $"{rounds[0] * 1e9 / tokens:0} in the best; {tokens / rounds[2] / 1000:0} thousand tokens a second"));
    }

    private static IEnumerable<(string Genre, string Rows)> Sentences(string file)
    {
        var (genre, rows) = ("", new List<string>());
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
            {
                var name = line["# sent_id = ".Length..];
                genre = name.StartsWith("GUM_", StringComparison.Ordinal) ? "GUM " + name.Split('_')[1]
                    : "EWT " + name.Split('-')[0];
            }

            if (line.Length > 0) rows.Add(line);
            else if (rows.Count > 0)
            {
                yield return (genre, string.Join('\n', rows) + "\n\n");
                rows.Clear();
            }
        }
    }

    private static void Count(string rows, Counts[] sums)
    {
        var gold = Treebank.Read(new StringReader(rows))[0];
        byte[] asWritten = [.. rows.Split('\n').Select(r => r.Split('\t'))
            .Where(c => c.Length >= 8 && c[0].All(char.IsAsciiDigit)).Select(c => Tags.Of(c[4]))];
        var (tags, heads, relations) = ClaimModel.Shipped.Grammar.ReadWords(gold.Form);
        foreach (var sum in sums)
        {
            for (var i = 0; i < tags.Length; i++)
            {
                sum.Words++;
                if (tags[i] == asWritten[i]) sum.Tags++;
                if (tags[i] == gold.Tag[i]) sum.CommonTags++;
                if (gold.Relation[i] == Relations.Punct) continue;
                sum.Arcs++;
                if (heads[i] != gold.Head[i]) continue;
                sum.Heads++;
                if (relations[i] == gold.Relation[i]) sum.Relations++;
            }
        }
    }
}
