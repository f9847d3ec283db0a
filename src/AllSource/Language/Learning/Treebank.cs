using System.Globalization;

namespace AllSource.Language.Learning;

/// <summary>A sentence of a treebank: words with their tags, heads (-1 for the root, else a word's number from 0) and
/// relations.</summary>
internal sealed record TreebankSentence(string[] Form, byte[] Tag, int[] Head, byte[] Relation);

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html): columns FORM, XPOS, HEAD, DEPREL; empty nodes and
/// ranges are passed over.</summary>
internal static class Treebank
{
    public static List<TreebankSentence> Read(TextReader reader)
    {
        var sentences = new List<TreebankSentence>();
        List<string[]> rows = [];
        while (true)
        {
            var line = reader.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0) sentences.Add(Sentence(rows));
                rows.Clear();
                if (line is null) return sentences;
            }
            else if (line[0] != '#')
            {
                var columns = line.Split('\t');
                if (columns.Length >= 8 && columns[0].All(char.IsAsciiDigit)) rows.Add(columns);
            }
        }
    }

    private static TreebankSentence Sentence(List<string[]> rows) => new(
        [.. rows.Select(r => r[1])],
        [.. rows.Select(r => Tags.Of(Common(r[1], r[4])))],
        [.. rows.Select(r => (int.TryParse(r[6], NumberStyles.None, CultureInfo.InvariantCulture, out var h) ? h
            : 0) - 1)],
        [.. rows.Select(r => Relations.Of(r[7]))]);

    /// <summary>Where the treebanks differ by rule, GUM's: dashes, dots and semicolons within a sentence are ":", not
    /// ",", and a slash is a symbol.</summary>
    private static string Common(string form, string tag) => tag != "," ? tag
        : form.All(c => c is '-' or '–' or '—' or '.' or '…' or ';') ? ":"
        : form == "/" ? "SYM" : tag;

    public static string Lower(string form) => form.ToLowerInvariant().Replace('’', '\'');

    public static WordAtoms Atoms(TreebankSentence sentence, Lexicon lexicon) => Atoms(sentence.Form, lexicon);

    public static WordAtoms Atoms(string[] words, Lexicon lexicon) => new(words, [.. words.Select(Lower)], lexicon);
}
