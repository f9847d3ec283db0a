using AllSource.Language.Learning;

namespace AllSource.Language;

/// <summary>What tagger and parser see of a form, as atoms of features.</summary>
internal struct WordAtom
{
    /// <summary>The lower-case word, what it ends and begins with, its shape.</summary>
    public ulong Word, End1, End2, End3, End4, Begin2, Begin3, Shape;

    /// <summary>The tags that the lexicon knows for it; the words that stand in like places.</summary>
    public ulong Class, Cluster;

    /// <summary>The only tag that training saw it with, plus one; 0 when it must be tagged.</summary>
    public byte Sure;

    /// <summary>Written without a small letter, and with a capital.</summary>
    public bool IsShouted;

    public bool IsWord;

    /// <summary>A double quotation mark of any form.</summary>
    public bool IsQuote;
}

/// <summary>The atoms of all tokens of a text: each different form is looked at once.</summary>
internal sealed class WordAtoms
{
    /// <summary>Numbers of the forms that stand before and after every sentence.</summary>
    public const int Before = 0, After = 1;

    private const int WordCharsMax = 40;

    /// <summary>Words that training saw too seldom to learn of them by themselves are all one word.</summary>
    private static readonly ulong RareWord = Atoms.Of(0xFFFFFF10);

    private static readonly uint QuoteHash = WordSigns.WordHash("\"");

    private readonly WordAtom[] _forms;

    private WordAtoms(int tokens, int forms) => (_forms, At) = (new WordAtom[forms + 2], new int[tokens]);

    /// <summary>A text: one entry a different form.</summary>
    public WordAtoms(TokenisedText text, Lexicon lexicon)
        : this(text.Count, text.Count == 0 ? 0 : text.Word.Max() + 1)
    {
        Edges();
        var forms = 0;
        for (var i = 0; i < text.Count; i++)
        {
            At[i] = text.Word[i] + 2;
            if (text.Word[i] == forms) _forms[forms++ + 2] = Read(text.Form[i], text.Lower[i], lexicon);
        }
    }

    /// <summary>A sentence by itself: one entry a token.</summary>
    public WordAtoms(string[] form, string[] lower, Lexicon lexicon)
        : this(form.Length, form.Length)
    {
        Edges();
        for (var i = 0; i < form.Length; i++)
        {
            At[i] = i + 2;
            _forms[i + 2] = Read(form[i], lower[i], lexicon);
        }
    }

    /// <summary>For each token the number of its form.</summary>
    public int[] At { get; }

    public ReadOnlySpan<WordAtom> Forms => _forms;

    private void Edges()
    {
        for (var edge = Before; edge <= After; edge++)
        {
            var atom = Atoms.Of((uint)(0xFFFFFF00 + edge));
            ref var form = ref _forms[edge];
            (form.Word, form.Shape, form.Class, form.Cluster) = (atom, atom, atom, atom);
            (form.End1, form.End2, form.End3, form.End4, form.Begin2, form.Begin3) = (atom, atom, atom, atom, atom,
                atom);
        }
    }

    private static WordAtom Read(string form, string lower, Lexicon lexicon)
    {
        var word = lower.AsSpan();
        if (word.Length > WordCharsMax) word = word[..WordCharsMax];
        var hash = WordSigns.WordHash(word);
        var entry = lexicon.Find(hash);
        return new()
        {
            Word = entry.Class == 0 ? RareWord : Atoms.Of(hash),
            End1 = Text(word[^1..]),
            End2 = Text(word[^Math.Min(word.Length, 2)..]),
            End3 = Text(word[^Math.Min(word.Length, 3)..]),
            End4 = Text(word[^Math.Min(word.Length, 4)..]),
            Begin2 = Text(word[..Math.Min(word.Length, 2)]),
            Begin3 = Text(word[..Math.Min(word.Length, 3)]),
            Shape = Atoms.Of(WordSigns.ShapeOf(form)),
            Class = Atoms.Of(0x10000u + entry.Class),
            Cluster = Atoms.Of(0x20000u + entry.Cluster),
            Sure = entry.Sure,
            IsShouted = IsUpper(form),
            IsQuote = hash == QuoteHash,
            IsWord = form.Length > 1 && char.IsLetter(form[0]),
        };
    }

    private static ulong Text(ReadOnlySpan<char> text) => Atoms.Of(FeatureHash.OfText(text));

    private static bool IsUpper(string form)
    {
        var upper = 0;
        foreach (var c in form)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) upper++;
        }

        return upper > 1;
    }
}
