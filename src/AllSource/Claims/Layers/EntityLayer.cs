using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>An entity that speaks in a text: the name it goes by there, and how it has been spoken of so far.</summary>
internal sealed class Speaker(string name, SourceKind kind, Gender gender)
{
    public string Name { get; set; } = name;

    public SourceKind Kind { get; set; } = kind;

    public Gender Gender { get; set; } = gender;

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public int LastToken { get; set; } = -1;
}

/// <summary>
/// Says of each source which entity it is: full names for surnames, roles for titles, the nearest that agrees for
/// pronouns, numbers for
/// people without names. Reads the attributions in the order of the text; whom it has not met it does not guess.
/// </summary>
internal sealed class EntityLayer(GrammarIndex index, DocumentNames names, DocumentRoles roles)
{
    /// <summary>An entity not heard of for so many tokens is not what a pronoun means.</summary>
    private const int PronounReach = 260, MentionReach = 120, UnsurePenalty = 35, AsidePenalty = 60;

    /// <summary>So many different speakers have no human text; later ones are not matched against all earlier
    /// ones.</summary>
    private const int SpeakersMax = 400;

    private readonly List<Speaker> _speakers = [];
    private readonly Dictionary<string, Speaker> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Takes note of a source that is named, wherever it stands: "the engineer" before may be whom the text
    /// names later.</summary>
    public void Note(TokenRun run)
    {
        var mention = MentionReader.Read(run, index.Text, names);
        if (mention.Form != MentionForm.Name) return;
        var speaker = Named(mention);
        for (var i = run.First; i < Math.Min(run.End, run.First + 16); i++)
        {
            var lower = index.Text.Tokens.Lower[i];
            if (SourceWords.Offices.Contains(lower) || SourceWords.Anonymous.Contains(lower)
                || SourceWords.Titles.Contains(lower)) speaker.Roles.Add(lower);
        }
    }

    /// <param name="outer">The entity of the attribution in whose content this one stands.</param>
    public Speaker? Resolve(TokenRun run, Speaker? outer, string? writer)
    {
        var mention = MentionReader.Read(run, index.Text, names);
        var speaker = Resolve(mention, run, outer, writer, 0);
        if (speaker is null) return null;
        speaker.LastToken = run.First;
        return speaker;
    }

    private Speaker? Resolve(Mention mention, TokenRun run, Speaker? outer, string? writer, int depth) =>
        mention.Form switch
        {
            MentionForm.Name => Named(mention),
            MentionForm.Pronoun => ByPronoun(mention.Gender, run.First, outer),
            MentionForm.Relative => depth < 3 ? ByRelative(run, outer, writer, depth) : null,
            MentionForm.Speaker => First(mention, outer, writer),
            MentionForm.Definite => Definite(mention, run, outer),
            MentionForm.Indefinite => Numbered(mention),
            _ => null,
        };

    /// <summary>"I" is who speaks around it, else who writes; "we" an organisation where nobody speaks around
    /// it.</summary>
    private Speaker? First(Mention mention, Speaker? outer, string? writer)
    {
        if (outer is not null) return outer;
        if (mention.Gender == Gender.Many) return Described(mention with { Kind = SourceKind.Organisation }, "we");
        return writer is null ? null : Named(new(MentionForm.Name, names.Full(writer), "", writer, "", 1,
            Gender.Unknown,
            SourceKind.Person, false));
    }

    private Speaker Named(Mention mention)
    {
        if (!_byName.TryGetValue(mention.Name, out var speaker)) speaker = Add(new(mention.Name, mention.Kind,
            mention.Gender));
        if (speaker.Gender == Gender.Unknown) speaker.Gender = mention.Gender;
        AddRoles(speaker, mention);
        return speaker;
    }

    private static void AddRoles(Speaker speaker, Mention mention)
    {
        foreach (var word in mention.Phrase.Split(' ').Take(12))
        {
            var lower = word.ToLowerInvariant();
            if (SourceWords.Offices.Contains(lower) || SourceWords.Titles.Contains(lower)
                || SourceWords.Anonymous.Contains(lower)
                || SourceWords.Organisations.Contains(lower) || SourceWords.OutletNames.Contains(lower))
            {
                speaker.Roles.Add(lower);
            }
        }

        speaker.Roles.Add(mention.Head);
    }

    private Speaker Add(Speaker speaker)
    {
        if (_speakers.Count < SpeakersMax) _speakers.Add(speaker);
        _byName.TryAdd(speaker.Name, speaker);
        return speaker;
    }

    /// <summary>
    /// The outer speaker if he agrees; else the nearest that agrees, of those who spoke and of the people named:
    /// nearness
    /// counts in words, and one of whom the text does not tell whether he or she counts as further away.
    /// </summary>
    private Speaker? ByPronoun(Gender gender, int token, Speaker? outer)
    {
        if (outer is not null && Agrees(outer, gender, strict: true)) return outer;
        Speaker? best = null;
        var least = int.MaxValue;
        foreach (var speaker in _speakers)
        {
            if (speaker.LastToken < 0 || speaker.LastToken >= token
                || token - speaker.LastToken > PronounReach || !Agrees(speaker, gender, strict: false)) continue;
            var distance = token - speaker.LastToken + (speaker.Gender == gender || gender is Gender.Thing ? 0
                : UnsurePenalty);
            if (distance < least) (best, least) = (speaker, distance);
        }

        if (gender is Gender.Male or Gender.Female or Gender.Thing && Mentioned(gender, token, least)
            is { } named) best = named;
        if (best is not null && best.Gender == Gender.Unknown && gender is Gender.Male or Gender.Female) best!.Gender =
            gender;
        return best;
    }

    /// <summary>The nearest name that agrees, nearer than a distance: not a speaker yet, or spoken of since.</summary>
    private Speaker? Mentioned(Gender gender, int token, int least)
    {
        var spans = names.Spans;
        var text = index.Text;
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].First < token) low = middle + 1;
            else high = middle;
        }

        var found = -1;
        for (var s = low - 1; s >= Math.Max(0, low - 12); s--)
        {
            var span = spans[s];
            var wanted = gender == Gender.Thing ? NameKind.Organisation : NameKind.Person;
            if (span.Kind != wanted || token - span.First > MentionReach) continue;
            if (span.End < text.Count && text.Tokens.Form[span.End] == ":") continue; // who speaks in a transcript
            if (text.Quotes.Of[span.First] >= 0 && text.Quotes.Of[span.First] != text.Quotes.Of[token]) continue;
            var own = GenderOf(span);
            if (wanted == NameKind.Person && own != gender && own != Gender.Unknown) continue;
            var distance = token - span.First + (own == gender || gender == Gender.Thing ? 0 : UnsurePenalty)
                + (IsSubject(span, text) ? 0 : gender == Gender.Thing ? UnsurePenalty : AsidePenalty);
            if (distance < least) (found, least) = (s, distance);
        }

        if (found < 0) return null;
        var mention = MentionReader.Read(new(spans[found].First, spans[found].End), text, names);
        return mention.Form == MentionForm.Name ? Named(mention) : null;
    }

    private Gender GenderOf(NameSpan span)
    {
        if (_byName.TryGetValue(span.Full, out var known) && known.Gender != Gender.Unknown) return known.Gender;
        if (span.First > 0 && SourceWords.Female.Contains(index.Text.Tokens.Lower[span.First - 1]))
            return Gender.Female;
        if (span.First > 0 && SourceWords.Male.Contains(index.Text.Tokens.Lower[span.First - 1])) return Gender.Male;
        return MentionReader.GenderOfGiven(span.Full.Split(' ')[0].ToLowerInvariant());
    }

    private static bool IsSubject(NameSpan span, ParsedText text)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (text.Relation[i] == Relations.Nsubj || text.Relation[i] == Relations.NsubjPass) return true;
        }

        return text.Tokens.SentenceStart[text.Tokens.SentenceOf[span.First]] >= span.First - 2;
    }

    private static bool Agrees(Speaker speaker, Gender gender, bool strict) => gender switch
    {
        Gender.Male or Gender.Female => speaker.Gender == gender || (!strict || speaker.Kind == SourceKind.Person)
            && speaker.Gender == Gender.Unknown
            && speaker.Kind is SourceKind.Person or SourceKind.Office or SourceKind.Anonymous
                && speaker.Gender is not (Gender.Many or Gender.Thing),
        Gender.Thing => speaker.Kind is SourceKind.Organisation or SourceKind.Outlet or SourceKind.Document,
        Gender.Many => speaker.Gender == Gender.Many || speaker.Kind is SourceKind.Organisation or SourceKind.Outlet,
        _ => false,
    };

    private Speaker? ByRelative(TokenRun run, Speaker? outer, string? writer, int depth)
    {
        var text = index.Text;
        var end = run.First;
        var floor = text.Tokens.SentenceStart[text.Tokens.SentenceOf[run.First]];
        if (end > floor && text.Tokens.Lower[end - 1] == ",") end--;
        var first = end;
        while (first > floor && end - first < 12 && IsPhraseWord(text, first - 1)) first--;
        if (first == end) return null;
        var mention = MentionReader.Read(new(first, end), text, names);
        return Resolve(mention, new(first, end), outer, writer, depth + 1);
    }

    private static bool IsPhraseWord(ParsedText text, int i)
    {
        var tag = text.Tag[i];
        return Tags.IsNoun(tag) || tag == Tags.Dt || tag == Tags.Jj || tag == Tags.Cd || tag == Tags.Pos
            || tag == Tags.PrpPoss
            || text.Tokens.Lower[i] is "of" or "-" or "at" or "for";
    }

    private Speaker? Definite(Mention mention, TokenRun run, Speaker? outer)
    {
        var owner = mention.Owner;
        if (owner is "his" or "her" or "its" or "their" or "my" or "our")
        {
            var gender = owner switch
            {
                "his" => Gender.Male,
                "her" => Gender.Female,
                "its" => Gender.Thing,
                _ => Gender.Many
            };
            var who = owner is "my" or "our" ? outer : ByPronoun(gender, run.First, outer);
            if (who is null) return Described(mention, mention.Phrase);
            var rest = mention.Phrase.Contains(' ', StringComparison.Ordinal)
                ? mention.Phrase[(mention.Phrase.IndexOf(' ', StringComparison.Ordinal) + 1)..] : mention.Phrase;
            return Described(mention, who.Name + "'s " + rest);
        }

        if (_byName.TryGetValue(mention.Phrase, out var same)) return same;
        if (mention.Kind == SourceKind.Anonymous && OneOfMany(mention) is { } member) return member;
        if (mention.Owner.Length == 0 && !mention.IsOther)
        {
            Speaker? best = null;
            foreach (var speaker in _speakers)
            {
                if (speaker.Roles.Contains(mention.Head)
                    && (best is null || speaker.LastToken > best.LastToken)) best = speaker;
            }

            if (best is not null) return best;
            if (roles.Who(mention.Head, run.First) is { } who
                && MentionReader.Read(new(who.First, who.End), index.Text, names) is { Form: MentionForm.Name } known)
            {
                return Named(known);
            }

            if (Alternative(mention.Head) is { } other) return other;
        }

        return mention.Kind == SourceKind.Anonymous && mention.Owner.Length == 0 ? Numbered(mention)
            : Described(mention, mention.Phrase);
    }

    /// <summary>"The man", "the paper", "the company": the last speaker whom the word fits.</summary>
    private Speaker? Alternative(string head)
    {
        bool Fits(Speaker s) => head switch
        {
            "man" => s.Gender == Gender.Male,
            "woman" => s.Gender == Gender.Female,
            "paper" or "newspaper" or "broadcaster" or "outlet" or "magazine" or "station" =>
                s.Kind == SourceKind.Outlet,
            "company" or "firm" or "group" or "agency" or "organisation" or "organization" or "vendor" =>
                s.Kind == SourceKind.Organisation,
            _ => false,
        };
        return _speakers.Where(Fits).MaxBy(s => s.LastToken);
    }

    private Speaker Described(Mention mention, string name)
    {
        if (!_byName.TryGetValue(name, out var speaker)) speaker = Add(new(name, mention.Kind, mention.Gender));
        speaker.Roles.Add(mention.Head);
        return speaker;
    }

    private Speaker Numbered(Mention mention)
    {
        if (mention.Kind is not SourceKind.Anonymous) return Described(mention, mention.Phrase);
        if (OneOfMany(mention) is { } member) return member;
        var head = mention.Head is "one" or "another" or "other" or "them" or "both" ? LastHead() ?? "person"
            : mention.Head is "someone" or "somebody" ? "person" : mention.Head;
        var key = Singular(head);
        var ordinal = mention.Phrase.Contains("second ", StringComparison.Ordinal) ? 2 : mention.Phrase.Contains(
            "third ", StringComparison.Ordinal) ? 3 : 1;
        var next = Math.Max(_numbers.GetValueOrDefault(key) + 1, ordinal);
        var several = mention.Number is 2 or 3;
        _numbers[key] = next + (several ? mention.Number - 1 : 0);
        var name = mention.Number == 2 ? $"{head} {next} and {next + 1}" : mention.Number == 3
            ? $"{head} {next}, {next + 1} and {next + 2}" : $"{head} {next}";
        var speaker = Add(new(name, SourceKind.Anonymous, mention.Gender));
        speaker.Roles.Add(head);
        return speaker;
    }

    /// <summary>"One policeman says ... another told": of the same sort as the unnamed one before.</summary>
    private string? LastHead() => _speakers.Where(s => s.Kind == SourceKind.Anonymous && s.LastToken >= 0)
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
    private Speaker? OneOfMany(Mention mention)
    {
        var words = mention.Phrase.Split(' ');
        var one = words[0].ToLowerInvariant() is "one" && words.Length > 1 && words[1] is "of";
        var second = words.Any(w => w is "second" or "other" or "Other" or "Second");
        var first = words.Any(w => w is "first" or "First");
        if (!one && !second && !first) return null;
        var pair = _speakers.Where(s => s.Gender == Gender.Many && s.Name.Contains(" and ", StringComparison.Ordinal)
            && s.Kind == SourceKind.Anonymous).MaxBy(s => s.LastToken);
        if (pair is null) return null;
        var parts = pair.Name.Split(' ');
        if (parts.Length < 4) return null;
        var name = $"{Singular(parts[0])} {(second ? parts[^1] : parts[1].TrimEnd(','))}";
        if (!_byName.TryGetValue(name, out var member)) member = Add(new(name, SourceKind.Anonymous, Gender.Unknown));
        member.Roles.Add(Singular(parts[0]));
        return member;
    }
}
