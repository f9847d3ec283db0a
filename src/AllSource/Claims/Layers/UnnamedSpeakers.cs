using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>Numbers the people whom a text does not name: "official 1", "officials 2 and 3", and tells which of them
/// "the second official" is.</summary>
internal sealed class UnnamedSpeakers(SpeakerList speakers)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Speaker Numbered(Mention mention)
    {
        if (mention.Kind is not SourceKind.Anonymous) return speakers.Described(mention, mention.Phrase);
        if (OneOfMany(mention) is { } member) return member;
        var head = mention.Head is "one" or "another" or "other" or "them" or "both" ? LastHead() ?? "person"
            : mention.Head is "someone" or "somebody" ? "person" : mention.Head;
        var key = Singular(head);
        // "Islanders say", and again "islanders on the east coast say": with no number they are one crowd.
        var crowd = mention.Number == 9 && !mention.IsOther && mention.Phrase.StartsWith(head,
            StringComparison.OrdinalIgnoreCase);
        if (crowd && speakers.All.LastOrDefault(s => s.Gender == Gender.Many && s.Kind == SourceKind.Anonymous
            && s.Name.StartsWith(head + " ", StringComparison.Ordinal)) is { } same) return same;
        var ordinal = mention.Phrase.Contains("second ", StringComparison.Ordinal) ? 2 : mention.Phrase.Contains(
            "third ", StringComparison.Ordinal) ? 3 : 1;
        var next = Math.Max(_numbers.GetValueOrDefault(key) + 1, ordinal);
        var several = mention.Number is 2 or 3;
        _numbers[key] = next + (several ? mention.Number - 1 : 0);
        var name = mention.Number == 2 ? $"{head} {next} and {next + 1}" : mention.Number == 3
            ? $"{head} {next}, {next + 1} and {next + 2}" : $"{(mention.Number == 1 ? key : head)} {next}";
        var speaker = speakers.Add(new(name, SourceKind.Anonymous, mention.Gender));
        speaker.Roles.Add(head);
        return speaker;
    }

    /// <summary>"One policeman says ... another told": of the same sort as the unnamed one before.</summary>
    private string? LastHead() => speakers.All.Where(s => s.Kind == SourceKind.Anonymous && s.LastToken >= 0)
        .MaxBy(s => s.LastToken)?.Name.Split(' ')[0];

    private static string Singular(string head) => head switch
    {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "fishermen" => "fisherman",
        _ => head.Length > 3 && head[^1] == 's' && head[^2] != 's' ? head[..^1] : head,
    };

    /// <summary>"One of the officials", "the second official" after "two officials": a member of the pair, by its
    /// number.</summary>
    public Speaker? OneOfMany(Mention mention)
    {
        var words = mention.Phrase.Split(' ');
        var one = words[0].ToLowerInvariant() is "one" && words.Length > 1 && words[1] is "of";
        var second = words.Any(w => w is "second" or "other" or "Other" or "Second");
        var first = words.Any(w => w is "first" or "First");
        if (!one && !second && !first) return null;
        var pair = speakers.All.Where(s => s.Gender == Gender.Many && s.Name.Contains(" and ", StringComparison.Ordinal)
            && s.Kind == SourceKind.Anonymous).MaxBy(s => s.LastToken);
        if (pair is null) return null;
        var parts = pair.Name.Split(' ');
        if (parts.Length < 4) return null;
        var name = $"{Singular(parts[0])} {(second ? parts[^1] : parts[1].TrimEnd(','))}";
        var member = speakers.Find(name) ?? speakers.Add(new(name, SourceKind.Anonymous, Gender.Unknown));
        member.Roles.Add(Singular(parts[0]));
        return member;
    }

    /// <summary>"The first foreman" where several came one by one: the one who came first.</summary>
    public Speaker? ByOrder(Mention mention)
    {
        var order = mention.Phrase.Split(' ')[0].ToLowerInvariant() switch
        {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            _ => 0,
        };
        // "The first calls it a cut": of the sort spoken of before.
        var head = mention.Head is "first" or "second" or "third" ? LastHead() : Singular(mention.Head);
        return order == 0 ? null : speakers.Find($"{head} {order}");
    }
}
