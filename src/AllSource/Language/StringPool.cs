namespace AllSource.Language;

/// <summary>
/// Numbers the different tokens of one text in the order in which they first stand, and keeps one string for each, with
/// its lower-case form. For one thread.
/// </summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<(string Form, string Lower)> _words = [];

    public StringPool() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public (string Form, string Lower) this[int number] => _words[number];

    public int Intern(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out var known)) return known;
        var form = word.ToString();
        var lower = form.ToLowerInvariant();
        if (lower.AsSpan().IndexOfAny('’', 'ʼ', '´') >= 0)
        {
            lower = lower.Replace('’', '\'').Replace('ʼ', '\'').Replace('´', '\'');
        }

        _numbers[form] = _words.Count;
        _words.Add((form, lower == form ? form : lower));
        return _words.Count - 1;
    }
}
