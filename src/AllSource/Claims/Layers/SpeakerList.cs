using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>An entity that speaks in a text: the name it goes by there, and how it has been spoken of so far.</summary>
internal sealed class Speaker(string name, SourceKind kind, Gender gender)
{
    public string Name { get; set; } = name;

    public SourceKind Kind { get; set; } = kind;

    public Gender Gender { get; set; } = gender;

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>The organisation whose spokesman or officer it is; it is what such a one means by "we".</summary>
    public Speaker? SpeaksFor { get; set; }

    public int LastToken { get; set; } = -1;
}

/// <summary>
/// The entities that speak in one text, by name. A name that is met again is the same one, and what is known of it
/// grows: its gender, the posts and titles by which it was spoken of.
/// </summary>
internal sealed class SpeakerList
{
    /// <summary>So many different speakers have no human text; later ones are not matched against all earlier
    /// ones.</summary>
    private const int SpeakersMax = 400;

    private readonly List<Speaker> _speakers = [];
    private readonly Dictionary<string, Speaker> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which they were first met.</summary>
    public IReadOnlyList<Speaker> All => _speakers;

    public Speaker? Find(string name) => _byName.GetValueOrDefault(name);

    public Speaker Named(Mention mention)
    {
        if (!_byName.TryGetValue(mention.Name, out var speaker)) speaker = Add(new(mention.Name, mention.Kind,
            mention.Gender));
        if (speaker.Gender == Gender.Unknown) speaker.Gender = mention.Gender;
        if (mention.Kind == SourceKind.Person && speaker.Kind == SourceKind.Anonymous) speaker.Kind = mention.Kind;
        AddRoles(speaker, mention);
        return speaker;
    }

    private static void AddRoles(Speaker speaker, Mention mention)
    {
        foreach (var word in mention.Phrase.Split(' ').Take(12))
        {
            var lower = word.ToLowerInvariant();
            var fits = speaker.Kind is SourceKind.Organisation or SourceKind.Outlet
                ? SourceNouns.IsInstitution(lower) || SourceNouns.IsOutlet(lower)
                : SourceNouns.IsPerson(lower) || SourceWords.Titles.Contains(lower);
            if (fits) speaker.Roles.Add(lower);
        }

        speaker.Roles.Add(mention.Head);
    }

    public Speaker Add(Speaker speaker)
    {
        if (_speakers.Count < SpeakersMax) _speakers.Add(speaker);
        _byName.TryAdd(speaker.Name, speaker);
        return speaker;
    }

    public Speaker Described(Mention mention, string name)
    {
        if (!_byName.TryGetValue(name, out var speaker)) speaker = Add(new(name, mention.Kind, mention.Gender));
        speaker.Roles.Add(mention.Head);
        return speaker;
    }

    /// <summary>"The man", "the paper", "the company": the last speaker whom the word fits.</summary>
    public Speaker? Alternative(string head)
    {
        bool Fits(Speaker s) => head switch
        {
            "man" => s.Gender == Gender.Male,
            "woman" => s.Gender == Gender.Female,
            _ when SourceNouns.IsOutlet(head) => s.Kind == SourceKind.Outlet && s.LastToken >= 0,
            "company" or "firm" or "group" or "agency" or "organisation" or "organization" or "vendor" =>
                s.Kind == SourceKind.Organisation && s.Name.Any(char.IsUpper), // not "the town"
            _ => false,
        };
        return _speakers.Where(Fits).MaxBy(s => s.LastToken);
    }
}
