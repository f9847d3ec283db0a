using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>A text with its grammar: tags, heads (a token's number, -1 for a sentence's root), relations and
/// quotations.</summary>
internal sealed class ParsedText
{
    public required TokenisedText Tokens { get; init; }

    public required WordSigns Signs { get; init; }

    public required byte[] Tag { get; init; }

    public required int[] Head { get; init; }

    public required byte[] Relation { get; init; }

    public required QuotationMarks Quotes { get; init; }

    public int Count => Tag.Length;
}

/// <summary>Reads grammar with a trained tagger and parser. Safe for many threads.</summary>
internal sealed class GrammarReader(Tagger tagger, DependencyParser parser)
{
    /// <summary>The words that the tagger knows whatever stands around them.</summary>
    public Lexicon Lexicon => tagger.Lexicon;

    public ParsedText Read(string text) => Read(Tokeniser.Read(text));

    /// <summary>A sentence of marks alone has no grammar: a megabyte of quotation marks is not parsed.</summary>
    internal static bool HasWord(TokenisedText tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(tokens.Form[i][0])) return true;
        }

        return false;
    }

    /// <summary>Tags and parses one sentence of given words. Heads count from 0, -1 for the root.</summary>
    public (byte[] Tags, int[] Heads, byte[] Relations) ReadWords(string[] words)
    {
        var (tags, heads, relations) = (new byte[words.Length], new int[words.Length], new byte[words.Length]);
        var atoms = Treebank.Atoms(words, tagger.Lexicon);
        tagger.Tag(atoms, 0, words.Length, tags);
        var state = new ParserState();
        state.Begin(atoms, tags, 0, words.Length);
        parser.Parse(state, heads, relations);
        return (tags, heads, relations);
    }

    public ParsedText Read(TokenisedText tokens)
    {
        var signs = new WordSigns(tokens);
        var atoms = new WordAtoms(tokens, tagger.Lexicon);
        var (tags, heads, relations) = (new byte[tokens.Count], new int[tokens.Count], new byte[tokens.Count]);
        Batches.Each(tokens.SentenceCount, tokens.Count, static () => new ParserState(), (s, state) =>
        {
            var (from, to) = (tokens.SentenceStart[s], tokens.SentenceStart[s + 1]);
            if (to == from) return;
            if (!HasWord(tokens, from, to))
            {
                tags.AsSpan(from, to - from).Fill(Tags.Of("NFP"));
                heads.AsSpan(from, to - from).Fill(-1);
                relations.AsSpan(from, to - from).Fill(Relations.Punct);
                return;
            }

            tagger.Tag(atoms, from, to, tags);
            state.Begin(atoms, tags, from, to);
            parser.Parse(state, heads, relations);
        });

        return new ParsedText
        {
            Tokens = tokens,
            Signs = signs,
            Tag = tags,
            Head = heads,
            Relation = relations,
            Quotes = QuotationMarks.Read(tokens),
        };
    }
}
