using AllSource.Language;
using AllSource.Language.Names;

namespace AllSource.Claims.Layers;

/// <summary>
/// The proper names of one text: which tokens are in one, and the fullest form of each ("Pompeo" is "Mike Pompeo" if
/// the text says
/// so anywhere; "WSJ" is "Wall Street Journal").
/// </summary>
internal sealed class DocumentNames
{
    /// <summary>More different names than this are no text of people; the rest is not joined to fuller forms.</summary>
    private const int NamesMax = 4000;

    private readonly ParsedText _text;
    private readonly bool[] _isName;
    private readonly NameSpan[] _spans;
    private readonly int[] _spanAt;
    private readonly Dictionary<string, string> _full = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NameKind> _kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _titled = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _articled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<char, string> _byInitial = [];

    public DocumentNames(ParsedText text, NameSpan[] spans)
    {
        (_text, _spanAt, Introduced) = (text, new int[text.Count], new(text));
        _spans = [.. spans.Select(s => s with { Full = MentionReader.Clean(s.Full) })];
        spans = _spans;
        Array.Fill(_spanAt, -1);
        for (var s = 0; s < spans.Length; s++)
        {
            _spanAt.AsSpan(spans[s].First, spans[s].End - spans[s].First).Fill(s);
            _kinds.TryAdd(spans[s].Full, spans[s].Kind);
            if (spans[s].First > 0 && NameWords.Titles.Contains(text.Tokens.Lower[spans[s].First - 1]))
                _titled.Add(spans[s].Full);
            var own = MentionReader.NameText(new(spans[s].First, spans[s].End), text);
            if (!own.Equals(spans[s].Full, StringComparison.Ordinal)) _full.TryAdd(own, spans[s].Full);
        }

        _isName = new bool[text.Count];
        for (var i = 0; i < text.Count; i++)
        {
            _isName[i] = _spanAt[i] >= 0 || Tags.IsName(text.Tag[i]) && char.IsUpper(text.Tokens.Form[i][0])
                && !NameWords.Nationalities.Contains(text.Tokens.Lower[i])
                && !SpanRepair.IsLabel(new(i, i + 1), text.Tokens);
        }

        Collect();
    }

    /// <summary>The nouns that the text introduces with "a".</summary>
    public Introductions Introduced { get; }

    /// <summary>Whether a name is of the kind that hides somebody ("LARCH"): one word in capitals that stands nowhere
    /// with a title and nowhere in small letters.</summary>
    public bool IsCodeName(string name)
    {
        if (name.Length < 4 || !name.All(char.IsUpper) || name.AsSpan().IndexOfAny("AEIOUY") < 0) return false;
        var lower = name.ToLowerInvariant();
        return !NameWords.Known.Contains(lower) && !SourceWords.OrganisationNames.Contains(lower)
            && !SourceNouns.IsInstitution(lower) && !_titled.Contains(name) && !_articled.Contains(name)
            && !_written.Contains(name[0] + lower[1..]);
    }

    public bool IsName(int token) => _isName[token];

    /// <summary>All names of the text, ascending.</summary>
    public ReadOnlySpan<NameSpan> Spans => _spans;

    /// <summary>What the name is of, where the text tells.</summary>
    public NameKind? KindOf(string full) => _kinds.TryGetValue(full, out var kind) ? kind : null;

    /// <summary>The run of name words from a token on, with "of", "and the" between names of institutions.</summary>
    public TokenRun RunFrom(int first, int limit)
    {
        var end = _spanAt[first] >= 0 ? _spans[_spanAt[first]].End : first + 1;
        while (end < limit)
        {
            if (_spanAt[end] >= 0 && _spans[_spanAt[end]].First == end && _spanAt[end - 1] < 0)
            {
                end = _spans[_spanAt[end]].End;
                continue;
            }

            if (_spanAt[end - 1] >= 0) break;
            var lower = _text.Tokens.Lower[end];
            if (_isName[end] || lower is "-" or "&" && end + 1 < limit && _isName[end + 1]
                && (lower == "&" || !_text.Tokens.SpaceBefore(end))) end++;
            else if (lower is "of" or "for" or "de" or "van" or "von" or "der" or "bin" or "al" && end + 1 < limit
                && _isName[end + 1]) end += 2;
            else break;
        }

        var forms = _text.Tokens.Form;
        if (end + 1 < limit && forms[end] == "-" && char.IsAsciiDigit(forms[end + 1][0])
            && !_text.Tokens.SpaceBefore(end) && !_text.Tokens.SpaceBefore(end + 1)) end += 2; // T-07
        else if (end == first + 1 && end < limit && forms[end].Length < 4 && forms[end].All(char.IsAsciiDigit)
            && SourceNouns.IsPerson(_text.Tokens.Lower[first])) end++; // Reviewer 2
        return new(first, Math.Min(end, limit));
    }

    /// <summary>The fullest form of a name; one that stands for an institution by itself (CNN, the Times) keeps its
    /// own.</summary>
    public string Full(string name)
    {
        var lower = name.ToLowerInvariant();
        if (SourceWords.OrganisationNames.Contains(lower) || lower is "cnn" or "bbc" or "reuters" or "fox") return name;
        if (name.Length == 2 && name[1] == '.' && _byInitial.TryGetValue(name[0], out var whole)) return whole;
        return _full.GetValueOrDefault(name, name);
    }

    private void Collect()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _text.Count && seen.Count < NamesMax; i++)
        {
            if (!_isName[i]) continue;
            var stop = _text.Tokens.SentenceStart[_text.Tokens.SentenceOf[i] + 1];
            var run = RunFrom(i, stop);
            var first = run.First;
            first = SourceName.AfterTitles(run, _text);
            var name = MentionReader.NameText(new(first, run.End), _text);
            if (run.First > 0 && _text.Tokens.Lower[run.First - 1] is "the" && run.Length == 1) _articled.Add(name);
            if (name.Length > 2 && !IsHeadline(i) && (IsCodeName(name) || KindOf(name) == NameKind.Person))
                _byInitial.TryAdd(name[0], name);
            _written.Add(_text.Tokens.Form[run.End - 1]);
            if (run.End - first is >= 2 and <= 6 && !IsHeadline(i)) seen.TryAdd(name, seen.Count);
            i = run.End - 1;
        }

        foreach (var (name, _) in seen.OrderBy(p => p.Value))
        {
            var words = name.Split(' ');
            var given = words[0].ToLowerInvariant();
            var person = words.Length <= 3 && !words.Any(w => SourceWords.Organisations.Contains(w.ToLowerInvariant())
                || SourceWords.OutletNames.Contains(w.ToLowerInvariant()) || w is "of" or "for");
            if (person || words.Any(w => SourceWords.OutletNames.Contains(w.ToLowerInvariant()))) _full.TryAdd(
                words[^1], name);
            if (person && (GivenNames.Has(given)
                || words.Length == 2)) _full.TryAdd(words[0], name);
            var initials = string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
            if (initials.Length >= 2) _full.TryAdd(initials, name);
        }

        foreach (var (initial, name) in _byInitial.ToArray()) _byInitial[initial] = _full.GetValueOrDefault(name, name);
    }

    /// <summary>Most words of the sentence in capitals: a headline, where every word looks like a name.</summary>
    private bool IsHeadline(int token)
    {
        var s = _text.Tokens.SentenceOf[token];
        var (from, to) = (_text.Tokens.SentenceStart[s], Math.Min(_text.Tokens.SentenceStart[s + 1],
            _text.Tokens.SentenceStart[s] + 40));
        int capital = 0, words = 0;
        for (var i = from; i < to; i++)
        {
            if (!char.IsLetter(_text.Tokens.Form[i][0])) continue;
            words++;
            if (char.IsUpper(_text.Tokens.Form[i][0])) capital++;
        }

        return words >= 5 && capital * 5 >= words * 4;
    }
}
