using AllSource.Claims;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>
/// Says whose word a claim is: the deepest mouth of its chain, under the register's name, a surname under the one full
/// name that ends in it, and a spokesperson under the office or company that they speak for.
/// </summary>
internal sealed class VoiceBook
{
    private static readonly string[] SpeakerWords = ["spokesman", "spokeswoman", "spokesperson", "press office",
        "press secretary"];

    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "one", "his", "her", "their",
            "its",
    };

    private readonly SourceRegister _register;
    private readonly Dictionary<string, string?> _fullNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _speaksFor = new(StringComparer.OrdinalIgnoreCase);

    public VoiceBook(SourceRegister register, IEnumerable<(Claim Claim, Report Report)> claims)
    {
        _register = register;
        foreach (var source in register.Sources) LearnRegistered(source);
        foreach (var (claim, report) in claims)
        {
            foreach (var relay in claim.Chain) LearnName(relay);
            LearnSpokesperson(claim.Said, report);
        }
    }

    /// <param name="own">The voice of the report's own sentences.</param>
    public Voice Of(Claim claim, Report report, Voice own)
    {
        var relay = claim.Chain.LastOrDefault(r => r.Name.Length > 0);
        var said = claim.Said;
        if (said.Canonical.Length == 0 || said.SourceKind == SourceKind.Nobody) return new("", SourceKind.Nobody,
            VoiceGround.Nobody);
        if (OwnPublication.IsSpeaker(claim, report, own, _register)) return own;
        if (relay is null || relay.Name != said.Canonical) relay = new(said.Canonical, said.SourceKind);
        if (Pronouns.Contains(relay.Name)) return new("somebody unnamed", SourceKind.Anonymous, VoiceGround.Unnamed);
        var name = Canonical(relay.Name);
        if (IsOwn(name, relay.Kind, report, own)) return own;
        var known = _register.Find(name);
        var kind = known?.Kind ?? relay.Kind;
        var ground = kind switch
        {
            SourceKind.Outlet => VoiceGround.Outlet,
            _ when known is not null => VoiceGround.Named,
            SourceKind.Anonymous => VoiceGround.Unnamed,
            _ when report.Messages.Length > 0 && report.Facts.MessageId is null && !_fullNames.ContainsValue(name) =>
                VoiceGround.Unnamed, // a first name in a chat is a name within that chat alone
            _ => name.Any(char.IsUpper) ? VoiceGround.Named : VoiceGround.Unnamed,
        };
        return new(name, kind, ground);
    }

    /// <summary>The name under which a witness is counted.</summary>
    public string Canonical(string name)
    {
        var bare = Bare(name);
        var full = _register.Find(bare)?.Id.Name ?? _register.Find(name)?.Id.Name;
        if (full is null && _fullNames.GetValueOrDefault(bare) is { } one) full = one;
        full ??= bare;
        if (_speaksFor.TryGetValue(full, out var office)) return office;
        return OfficeIn(full) ?? full;
    }

    /// <summary>Without its article, unless the article belongs to a title: "the board", but "The Gazette".</summary>
    private static string Bare(string name)
    {
        var s = name.Trim().Trim(',', '.', ';', ':');
        var hasArticle = s.Length > 4 && s.StartsWith("the ", StringComparison.OrdinalIgnoreCase);
        return hasArticle && !(s[0] == 'T' && char.IsUpper(s[4])) ? s[4..] : s;
    }

    private static bool IsOwn(string name, SourceKind kind, Report report, Voice own)
    {
        if (string.Equals(name, own.Name, StringComparison.OrdinalIgnoreCase)) return true;

        // A readout of a picture speaks for the camera: "the readout", "the image" is the report itself.
        return kind == SourceKind.Document && report.Facts.Discipline == Discipline.Imint;
    }

    private void LearnRegistered(Source source)
    {
        if (source.Kind is SourceKind.Person) LearnName(new(source.Id.Name, SourceKind.Person));
        if (source.Kind is not (SourceKind.Person or SourceKind.Anonymous) || source.Describe is not { } words) return;
        if (Speaks(words) && RegisteredIn(words, source.Id.Name) is { } office) _speaksFor[source.Id.Name] = office;
    }

    /// <summary>A surname leads to a full name only while a single full name of the case ends in it.</summary>
    private void LearnName(Relay relay)
    {
        if (relay.Kind != SourceKind.Person || !relay.Name.Contains(' ', StringComparison.Ordinal)) return;
        var name = Bare(relay.Name);
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        if (surname.Length < 2 || !char.IsUpper(name[0]) || !char.IsUpper(surname[0])) return;
        if (!_fullNames.TryGetValue(surname, out var known)) _fullNames[surname] = name;
        else if (!string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) _fullNames[surname] = null;
    }

    private void LearnSpokesperson(Attribution said, Report report)
    {
        if (said.Canonical.Length == 0 || said.Source.IsDefaultOrEmpty) return;
        foreach (var span in said.Source)
        {
            if (span.End > report.Text.Length) continue;
            var words = span.Of(report.Text);
            if (Speaks(words) && RegisteredIn(words, said.Canonical) is { } office) _speaksFor
                .TryAdd(Bare(said.Canonical), office);
        }
    }

    private string? OfficeIn(string name) => Speaks(name) ? RegisteredIn(name, name) : null;

    private static bool Speaks(string words) => SpeakerWords.Any(w => words.Contains(w,
        StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The registered organisation or office that the words name, the longest name first; never the person itself.
    /// </summary>
    private string? RegisteredIn(string words, string except) => _register.Sources
        .Where(s => s.Kind is SourceKind.Organisation or SourceKind.Office && s.Id.Name != except)
        .SelectMany(s => s.Aliases.Append(s.Id.Name).Select(alias => (Alias: Bare(alias), s.Id.Name)))
        .Where(x => x.Alias.Length > 2 && words.Contains(x.Alias, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(x => x.Alias.Length).ThenBy(x => x.Name, StringComparer.Ordinal)
        .Select(x => x.Name).FirstOrDefault();
}
