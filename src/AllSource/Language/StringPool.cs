namespace AllSource.Language;

/// <summary>Keeps one string for each different token of one text, with its lower-case form. For one thread.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, (string Form, string Lower)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Form, string Lower)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public StringPool() => _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    public (string Form, string Lower) Intern(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out var known)) return known;
        var form = word.ToString();
        var lower = form.ToLowerInvariant();
        if (lower.AsSpan().IndexOfAny('’', 'ʼ', '´') >= 0)
        {
            lower = lower.Replace('’', '\'').Replace('ʼ', '\'').Replace('´', '\'');
        }

        if (lower == form) lower = form;
        _known[form] = (form, lower);
        return (form, lower);
    }
}
