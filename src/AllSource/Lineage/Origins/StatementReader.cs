using AllSource.Language;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Reads a text word by word into the content words of a <see cref="Statement"/>, each with the negation that reaches
/// it. It takes what stands under "failed to", "refused" and "lacked" as negated too, two negations as none, and what
/// stands behind "whether" or "no evidence that" as left open.
/// </summary>
internal sealed class StatementReader
{
    /// <summary>
    /// A "sentence" of a megabyte would make every comparison as long: what stands after this many words is not
    /// compared.
    /// </summary>
    private const int WordsMax = 120;

    /// <summary>How many content words a negation reaches over, unless the clause ends before.</summary>
    private const int NegationReach = 4;

    /// <summary>"Is simply not true that": so near to its "is" stands the "that" of a judgment.</summary>
    private const int FrameWordsMax = 4;

    private readonly SortedDictionary<string, StatementWord> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Unit, string Value), string> _quantities = [];
    private readonly List<string> _tokens;
    private StatementWord? _forename;
    private bool _unable;
    private bool _untrue;
    private bool _wasNegated;
    private bool _isVerbal;
    private bool _isOpen;
    private bool _isCondition;
    private bool _first = true;
    private int _reach;
    private int _since;
    private int _afterIs = FrameWordsMax;
    private string _previous = "";
    private string _counted = "";

    private StatementReader(List<string> tokens) => _tokens = tokens;

    public static Statement Read(string text)
    {
        var reader = new StatementReader(StatementTokens.Of(text));
        for (var i = 0; i < reader._tokens.Count && reader._words.Count < WordsMax;) i += reader.Take(i);
        reader._words.Remove("put");
        return new(
            [.. reader._words.Values],
            [.. reader._quantities.Select(q => new Quantity(q.Key.Value, q.Key.Unit, q.Value))]);
    }

    /// <summary>How many tokens were taken.</summary>
    private int Take(int i)
    {
        var token = _tokens[i];
        if (!char.IsLetterOrDigit(token[0]))
        {
            Mark(token);
            return 1;
        }

        var lower = token.ToLowerInvariant();
        var isNegated = _reach > 0;
        _afterIs = WordForms.IsCopula(lower) ? 0 : _afterIs + 1;
        var (next, third) = (Lower(i + 1), Lower(i + 2));
        var taken = 1;
        if (Opposites.Phrase(lower, next, third) is { } phrase)
        {
            Keep(Polar(phrase.Head, phrase.IsOpposite));
            Count();
            taken = phrase.Words;
        }
        else if (NegationScope.IsNoBound(lower, next, third))
        {
            taken = 2; // "no fewer than twelve" are twelve
        }
        else if (NegationScope.IsRefusal(lower, next))
        {
            if (NegationScope.IsKept(lower)) Keep(Word(token, lower, next));
            (_reach, _since, _isVerbal) = (_reach > 0 ? 0 : NegationReach, 0, true);
            _unable = lower == "unable";
            taken = next == "to" ? 2 : 1;
        }
        else if (NegationScope.IsDoubt(lower) && _reach > 0 && _since == 0)
        {
            // "there is no doubt that", "did not deny that"; but "neither confirmed nor denied that" says nothing
            (_reach, _isOpen) = (0, _isOpen || _previous == "nor");
        }
        else if (!IsConnective(lower)) Content(token, lower, next);

        _wasNegated = isNegated;
        (_first, _previous) = (false, Lower(i + taken - 1));
        return taken;
    }

    private void Mark(string token)
    {
        if (token is "." or ";" or ":" or "?" or "!" || (token == "," && _since > 1)) _reach = 0;
        if (token == ",") (_since, _isOpen, _isCondition) = (0, _isOpen && !_isCondition, false);
        if (token is "." or "?" or "!" or ":") _first = true;
        if (token is "." or ";" or "?" or "!") _untrue = _isOpen = _isCondition = false;
        _counted = "";
        _forename = null;
    }

    /// <summary>True where the word steers what follows and is no content itself.</summary>
    private bool IsConnective(string lower)
    {
        if (WordForms.IsNegation(lower))
        {
            (_reach, _since, _isVerbal) = (NegationReach, 0, lower is not ("no" or "without" or "neither" or "nor"));
            _unable = _previous is "can" or "could" || lower is "cannot" or "can't" or "couldn't";
        }
        else if (lower is "or" or "nor" && _reach > 0)
        {
            (_reach, _since) = (_since > 1 ? 0 : NegationReach,
                0); // "no lead or cable" is one list; "no wind on the quay, or light air" two
        }
        else if (lower is "but" or "although" or "because" or "while" or "only")
        {
            (_reach, _isOpen) = (0, false);
        }
        else if (lower == "whether" || (lower == "if" && NegationScope.IsAsking(_previous)))
        {
            (_isOpen, _reach) = (true, 0);
        }
        else if (lower == "unless" || (lower == "if" && _previous is not ("as" or "even")))
        {
            (_isOpen, _isCondition) = (true, true); // "if the audit shows that ..., there must be a new vote"
        }
        else if (lower == "that" && _reach > 0 && NegationScope.IsProof(_previous))
        {
            (_isOpen, _reach) = (true, 0); // "has seen no evidence that": nothing is said for it
        }
        else if (lower == "that" && _afterIs <= FrameWordsMax && Untruth.IsJudgment(_previous))
        {
            // all that follows is what is called true or untrue, and the word that says so is none of it
            _words.Remove(WordForms.Stem(_previous));
            (_untrue, _reach, _since) = (_untrue != Untruth.IsCalled(_previous, _wasNegated), 0, 0);
        }
        else if (lower == "off" && _previous is "put" or "putting" or "puts")
        {
            Keep(new(WordForms.Stem("putoff"), _reach > 0 != _untrue, false, false) { IsOpen = _isOpen });
        }
        else
        {
            return WordForms.IsStop(lower) && !char.IsDigit(lower[0]);
        }

        return true;
    }

    private void Content(string token, string lower, string next)
    {
        var isUnshown = _unable && _since == 0 && WordForms.IsShowing(WordForms.Stem(lower));
        if (isUnshown) _reach = 0;
        _unable = false;
        var word = Word(token, lower, next);
        if (word.Stem.Contains(':', StringComparison.Ordinal)) _quantities.TryAdd(("clock", word.Stem), word.Stem);
        else if (_counted.Length > 0 && !word.IsNumber) _quantities.TryAdd((word.Stem, _counted),
            $"{_counted} {lower}");
        _counted = word.IsNumber ? word.Stem : "";
        if (_forename is { } part && char.IsUpper(token[0])) Keep(part with { IsForename = true });
        _forename = char.IsUpper(token[0]) ? word : null;
        Keep(word);
        Count();
        _isOpen |= isUnshown; // "could not rule out that"
    }

    private void Count() => (_reach, _since) = (Math.Max(0, _reach - 1), _since + 1);

    private StatementWord Word(string token, string lower, string next)
    {
        var digits = char.IsDigit(lower[0]) ? lower : WordForms.Digits(lower);
        if (digits is null && Opposites.Of(lower, _previous, next) is { } pole) return Polar(pole.Head, pole.IsOpposite)
            with
        { Shown = WordForms.Stem(lower) };
        var isName = digits is null && !_first && char.IsUpper(token[0]);
        return Marked(new(digits ?? WordForms.Stem(lower), _reach > 0 != _untrue, isName, digits is not null));
    }

    private StatementWord Polar(string head, bool isOpposite) =>
        Marked(new(head, _reach > 0 != _untrue, false, false) { IsOpposite = isOpposite, IsPole = true });

    private StatementWord Marked(StatementWord word) => word with
    {
        IsDenied = word.Negated && _since == 0,
        IsVerbDenied = word.Negated && _since == 0 && (_isVerbal || _untrue),
        IsOpen = _isOpen,
    };

    private void Keep(StatementWord word)
    {
        if (!_words.TryGetValue(word.Stem, out var known))
        {
            _words[word.Stem] = word;
            return;
        }

        var both = known.IsOpposite == word.IsOpposite;
        _words[word.Stem] = known with
        {
            // "the doors were open and the gate was locked": of which of the two it speaks is not known
            Negated = both ? known.Negated && word.Negated : known.Negated,
            IsDenied = known.IsDenied && word.IsDenied,
            IsVerbDenied = known.IsVerbDenied && word.IsVerbDenied,
            IsForename = known.IsForename || word.IsForename,
            IsOpen = known.IsOpen && word.IsOpen,
            IsMixed = known.IsMixed || (!both && known.Turned != word.Turned),
        };
    }

    private string Lower(int i) =>
        i >= 0 && i < _tokens.Count && char.IsLetterOrDigit(_tokens[i][0]) ? _tokens[i].ToLowerInvariant() : "";
}
