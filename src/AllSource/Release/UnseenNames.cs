using AllSource.Claims.Model;
using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Reports;

namespace AllSource.Release;

/// <summary>
/// The names that stand in reports which the audience may not see, and in none that it may: of people in full, by
/// surname and by given name; of bodies and places in full. A word that is an ordinary one too counts only where it is
/// written as a name is. What the reader of names passes over is taken for a name where no dictionary has it: rather
/// one sentence too many is refused than one person named. It does not see names spelt otherwise, nor those in scripts
/// without capitals that it cannot read.
/// </summary>
internal sealed class UnseenNames
{
    /// <summary>Shorter strange words are too often something else: units, initials, codes.</summary>
    private const int StrangeMin = 4;

    private enum Telling
    {
        Anywhere,
        WithCapital,
        InsideSentence,
    }

    private readonly SeenWords _seen;
    private readonly HashSet<string> _guarded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Telling> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string[] Words, Telling Telling)> _wholes = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string[] Words, Telling Telling)> _byFirst;

    public UnseenNames(IReadOnlyCollection<Report> seen, IReadOnlyCollection<Report> unseen,
        IEnumerable<string> handles, IEnumerable<string> guarded)
    {
        foreach (var name in guarded) _guarded.Add(string.Concat(WrittenWords.Of(name).Select(w => w.Folded)));
        _seen = new(seen.SelectMany(TextsOf).Select(WrittenWords.Of));
        var texts = unseen.SelectMany(r => new[] { r.Text, r.Facts.Title ?? "" }).Where(t => t.Length > 0).ToList();
        var words = texts.Select(WrittenWords.Of).ToList();
        foreach (var word in words.SelectMany(w => w).Where(w => !w.IsCapital)) _small.Add(word.Folded);
        var named = new (string Name, NameKind Kind)[texts.Count][];
        Parallel.For(0, texts.Count, i => named[i] = NamesIn(texts[i]));
        foreach (var (name, kind) in named.SelectMany(n => n)) Add(name, kind);
        foreach (var name in unseen.SelectMany(PeopleOf)) Add(name, NameKind.Person);
        foreach (var name in handles) Whole([.. WrittenWords.Of(name).Select(w => w.Folded)], Telling.Anywhere);
        foreach (var word in words.SelectMany(w => w).Where(IsStrange)) Part(word.Folded, Telling.Anywhere);
        _byFirst = _wholes.Values.ToLookup(w => w.Words[0], StringComparer.Ordinal);
    }

    /// <summary>The place of such a name among the words of a text, from 1; null where there is none.</summary>
    public int? In(string text)
    {
        if (_parts.Count == 0 && _wholes.Count == 0) return null;
        var words = WrittenWords.Of(text);
        for (var i = 0; i < words.Length; i++)
        {
            if (Forms(words[i].Folded).Any(f => IsPart(f, words[i]) || _byFirst[f].Any(w => IsWhole(w, words, i))))
                return i + 1;
        }

        return null;
    }

    private bool IsPart(string form, WrittenWord word) =>
        _parts.TryGetValue(form, out var telling) && Tells(telling, word);

    private static bool IsWhole((string[] Words, Telling Telling) name, WrittenWord[] words, int at)
    {
        if (at + name.Words.Length > words.Length) return false;
        for (var k = 0; k < name.Words.Length; k++)
        {
            if (!words[at + k].Is(name.Words[k])) return false;
        }

        return Enumerable.Range(at, name.Words.Length).Any(k => Tells(name.Telling, words[k]));
    }

    private static bool Tells(Telling telling, WrittenWord word) => telling switch
    {
        Telling.Anywhere => true,
        Telling.WithCapital => word.IsCapital,
        _ => word.IsNamed,
    };

    /// <summary>A word and what it may be the genitive or the plural of.</summary>
    private static string[] Forms(string folded) =>
        folded.Length > 2 && folded[^1] == 's' ? [folded, folded[..^1]] : [folded];

    private static (string Name, NameKind Kind)[] NamesIn(string text)
    {
        var parsed = ClaimModel.Shipped.Grammar.Read(text);
        var tokens = parsed.Tokens;
        return
        [
            .. NameReader.Read(parsed)
                .SelectMany(n => new[] { (n.Full, n.Kind), (text[tokens.Start[n.First]..tokens.End[n.End - 1]],
                    n.Kind) }).Distinct(),
        ];
    }

    private void Add(string name, NameKind kind)
    {
        string[] words = [.. WrittenWords.Of(name).Select(w => w.Folded)];
        if (words.Length == 0) return;
        if (kind != NameKind.Person)
        {
            var lower = name.ToLowerInvariant();
            if (PlaceNames.Has(lower) || NameWords.Known.Contains(lower)
                || NameWords.Nationalities.Contains(lower)) return;
            Whole(words, words.All(WrittenWords.IsOrdinary) ? Telling.InsideSentence : Telling.Anywhere);
            return;
        }

        if (words.Length > 1) Whole(words, Telling.Anywhere);
        for (var k = 0; k < words.Length; k++)
        {
            if (words[k].Length < 2 || NameWords.Links.Contains(words[k])) continue;
            var isGiven = words.Length > 1 ? k == 0 : GivenNames.Has(words[k]);
            Part(words[k], !WrittenWords.IsOrdinary(words[k]) ? Telling.Anywhere
                : isGiven ? Telling.InsideSentence : Telling.WithCapital);
        }
    }

    /// <summary>A word with a capital within a sentence that nobody knows otherwise.</summary>
    private bool IsStrange(WrittenWord word) => word.IsNamed && word.Folded.Length >= StrangeMin
        && word.Folded.All(char.IsLetter) && !_small.Contains(word.Folded) && !WrittenWords.IsOrdinary(word.Folded)
        && !PlaceNames.Has(word.Folded)
        && !NameWords.Known.Contains(word.Folded) && !NameWords.Nationalities.Contains(word.Folded);

    private void Part(string word, Telling telling)
    {
        if (_guarded.Contains(word)) return; // a cryptonym has its own rule, and a plural of it is another word
        if (_seen.Has(word, isNameOnly: telling != Telling.Anywhere)) return;
        if (!_parts.TryGetValue(word, out var before) || telling < before) _parts[word] = telling;
    }

    private void Whole(string[] words, Telling telling)
    {
        if (words.Length == 0 || _guarded.Contains(string.Concat(words)) || _seen.Has(words)) return;
        _wholes.TryAdd(string.Join(' ', words), (words, telling));
        if (words.Length < 2) return;
        var together = string.Concat(words); // as in an address or a handle
        _wholes.TryAdd(together, ([together], Telling.Anywhere));
    }

    private static IEnumerable<string> PeopleOf(Report report) => report.Messages.Select(m => m.Sender)
        .Concat(report.Quoted.Select(q => q.WrittenBy)).Append(report.Facts.Author).OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Where(n => n.Split(' ') is { Length: <= 4 } words && words.All(w => w.Length > 0 && char.IsUpper(w[0])));

    private static IEnumerable<string> TextsOf(Report r) => r.Messages.Select(m => m.Sender)
        .Concat(r.Quoted.Select(q => q.WrittenBy)).Concat([r.Text, r.Facts.Title, r.Facts.Author,
            r.Facts.Source?.Name]).OfType<string>();

    /// <summary>What the audience can read for itself.</summary>
    private sealed class SeenWords(IEnumerable<WrittenWord[]> texts)
    {
        private readonly List<WrittenWord[]> _texts = [.. texts];
        private HashSet<string>? _all;
        private HashSet<string>? _named;

        public bool Has(string word, bool isNameOnly)
        {
            _all ??= Set(_ => true);
            _named ??= Set(w => w.IsNamed);
            return (isNameOnly ? _named : _all).Contains(word);
        }

        public bool Has(string[] words) => words.All(w => Has(w, isNameOnly: false)) && _texts.Any(text =>
        {
            for (var i = 0; i + words.Length <= text.Length; i++)
            {
                var k = 0;
                while (k < words.Length && text[i + k].Is(words[k])) k++;
                if (k == words.Length) return true;
            }

            return false;
        });

        private HashSet<string> Set(Func<WrittenWord, bool> which) =>
            [.. _texts.SelectMany(t => t).Where(which).SelectMany(w => Forms(w.Folded))];
    }
}
