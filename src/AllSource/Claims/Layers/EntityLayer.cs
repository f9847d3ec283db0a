using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Sources;

namespace AllSource.Claims.Layers;

/// <summary>
/// Says of each source which entity it is: full names for surnames, roles for titles, the nearest that agrees for
/// pronouns, numbers for
/// people without names. Reads the attributions in the order of the text; whom it has not met it does not guess.
/// </summary>
internal sealed class EntityLayer
{
    private readonly GrammarIndex _index;
    private readonly DocumentNames _names;
    private readonly DocumentRoles _roles;
    private readonly SpeakerList _speakers = new();
    private readonly Pronouns _pronouns;
    private readonly UnnamedSpeakers _unnamed;
    private readonly WriterLines _writers;
    private readonly Dictionary<int, Speaker> _byStart = [];
    private readonly Dictionary<int, Speaker> _byPronoun = []; // one word means one, however often it is a source

    public EntityLayer(GrammarIndex index, DocumentNames names, DocumentRoles roles, WriterLines writers)
    {
        (_index, _names, _roles, _writers) = (index, names, roles, writers);
        (_pronouns, _unnamed) = (new(index, names, _speakers), new(_speakers));
    }

    /// <summary>Takes note of a source that is named, wherever it stands: "the engineer" before may be whom the text
    /// names later.</summary>
    public void Note(TokenRun run)
    {
        var mention = MentionReader.Read(run, _index.Text, _names);
        if (mention.Form != MentionForm.Name) return;
        var speaker = _speakers.Named(mention);
        for (var i = run.First; i < Math.Min(run.End, run.First + 16); i++)
        {
            var lower = _index.Text.Tokens.Lower[i];
            if (i + 1 < _index.Text.Count && _index.Text.Tag[i + 1] == Tags.Pos) continue; // "the clerk's lawyer, Sato"
            if (speaker.Kind is SourceKind.Organisation or SourceKind.Outlet ? SourceNouns.IsInstitution(lower)
                : SourceNouns.IsPerson(lower) || SourceWords.Titles.Contains(lower)) speaker.Roles.Add(lower);
        }
    }

    /// <param name="outer">The entity of the attribution in whose content this one stands.</param>
    public Speaker? Resolve(TokenRun run, Speaker? outer, string? writer)
    {
        var mention = MentionReader.Read(run, _index.Text, _names);
        var isPronoun = mention.Form == MentionForm.Pronoun;
        if (isPronoun && _byPronoun.TryGetValue(run.First, out var same)) return same;
        var speaker = Resolve(mention, run, outer, writer, 0);
        if (speaker is null) return null;
        _byStart.TryAdd(run.First, speaker);
        if (isPronoun) _byPronoun[run.First] = speaker;
        else if (speaker.SpeaksFor is null && speaker.Kind is SourceKind.Person or SourceKind.Office)
            speaker.SpeaksFor = House(run);
        speaker.LastToken = run.First;
        return speaker;
    }

    private Speaker? Resolve(Mention mention, TokenRun run, Speaker? outer, string? writer, int depth) =>
        mention.Form switch
        {
            MentionForm.Name => _speakers.Named(mention),
            MentionForm.Pronoun => _pronouns.Of(mention.Gender, run.First, outer),
            MentionForm.Relative => depth < 3 ? ByRelative(run, outer, writer, depth) : null,
            MentionForm.Speaker => First(mention, run.First, outer, writer),
            MentionForm.Definite => Definite(mention, run, outer),
            MentionForm.Indefinite => Later(mention, run.First) ?? _unnamed.Numbered(mention),
            _ => null,
        };

    /// <summary>"I" is who speaks around it, else who writes; "we" the organisation for which he speaks, or of those
    /// who write; "you" whom they write to.</summary>
    private Speaker? First(Mention mention, int token, Speaker? outer, string? writer)
    {
        if (mention.Head is "you" or "your")
        {
            return (outer is null || _index.Text.Quotes.Of[token] < 0) && _writers.Recipient is { } to
                && !to.Equals(writer, StringComparison.OrdinalIgnoreCase) ? Person(to) : null;
        }

        if (mention.Gender == Gender.Many)
        {
            if (outer is { SpeaksFor: { } house } && _index.Text.Quotes.Of[token] >= 0) return house;
            return outer ?? _speakers.Described(mention with
            {
                Kind = _writers.IsPaper ? SourceKind.Outlet : SourceKind.Organisation,
            }, "we");
        }

        return outer ?? (writer is null ? null : Person(writer));
    }

    /// <summary>"A mediator" whom the text later calls "the mediator, Emil Sand".</summary>
    private Speaker? Later(Mention mention, int token) => mention is { Number: 1, IsOther: false, Owner: "" }
        && _roles.NamedLater(mention.Head, token) is { } span && _names.Introduced.Once(mention.Head)
            ? Read(span) : null;

    private Speaker Person(string name)
    {
        var words = name.Split(' ');
        if (words.Length > 1 && AllSource.Language.Names.NameWords.Titles.Contains(words[0].ToLowerInvariant()))
            name = string.Join(' ', words[1..]);
        return _speakers.Named(new(MentionForm.Name, _names.Full(name), "", name, "", 1, Gender.Unknown,
            SourceKind.Person, false));
    }

    /// <summary>"The paper's editor", "a spokesman for the union": whose words he speaks.</summary>
    private Speaker? House(TokenRun run)
    {
        var text = _index.Text;
        for (var i = run.First + 1; i < Math.Min(run.End - 1, run.First + 12); i++)
        {
            var owner = text.Tag[i] == Tags.Pos ? new TokenRun(run.First, i)
                : text.Tokens.Lower[i] is "for" or "of" && SourceNouns.IsPost(text.Tokens.Lower[i - 1])
                    ? new(i + 1, run.End) : new(i, i);
            if (owner.Length == 0) continue;
            var mention = MentionReader.Read(owner, text, _names);
            return mention.Kind is SourceKind.Organisation or SourceKind.Outlet
                && mention.Form is MentionForm.Name or MentionForm.Definite
                    ? Resolve(mention, owner, null, null, 0) : null;
        }

        return null;
    }

    private Speaker? ByRelative(TokenRun run, Speaker? outer, string? writer, int depth)
    {
        var text = _index.Text;
        var end = run.First;
        var floor = text.Tokens.SentenceStart[text.Tokens.SentenceOf[run.First]];
        if (end > floor && text.Tokens.Lower[end - 1] == ",") end--;
        var first = end;
        while (first > floor && end - first < 12 && IsPhraseWord(text, first - 1)) first--;
        if (text.Tokens.Lower[run.First] is "who" or "whose" or "whom")
        {
            for (var i = end - 2; i > first; i--)
            {
                // "The statement of PC Hallam, who": a paper is no who.
                if (text.Tokens.Lower[i] is "of" or "at" or "for" && !SourceNouns.IsPerson(text.Tokens.Lower[i - 1])
                    && Tags.IsName(text.Tag[end - 1]) && !char.IsUpper(text.Tokens.Form[i - 1][0])) first = i + 1;
            }
        }

        if (first == end) return null;
        if (_byStart.TryGetValue(first, out var known)) return known;
        var mention = MentionReader.Read(new(first, end), text, _names);
        return Resolve(mention, new(first, end), outer, writer, depth + 1);
    }

    private static bool IsPhraseWord(ParsedText text, int i)
    {
        var tag = text.Tag[i];
        return Tags.IsNoun(tag) || tag == Tags.Dt || tag == Tags.Jj || tag == Tags.Cd || tag == Tags.Pos
            || tag == Tags.PrpPoss
            || text.Tokens.Lower[i] is "of" or "-" or "at" or "for";
    }

    /// <summary>"Brandt's lawyer": the one whom the text names so, if it names one; else by whose he is.</summary>
    private Speaker Owned(Mention mention, string owner, string rest)
    {
        var name = owner + "'s " + (rest.StartsWith("own ", StringComparison.Ordinal) ? rest[4..] : rest);
        if (_speakers.Find(name) is { } known) return known;
        if (mention.Number == 1 && SourceNouns.IsPerson(mention.Head) && _roles.Only(mention.Head) is { } held
            && Read(held) is { } holder && !holder.Name.Equals(owner, StringComparison.OrdinalIgnoreCase))
        {
            return holder;
        }

        return _speakers.Described(mention, name);
    }

    private Speaker? Read(AllSource.Language.Names.NameSpan span) =>
        MentionReader.Read(new(span.First, span.End), _index.Text, _names) is { Form: MentionForm.Name } named
            ? _speakers.Named(named) : null;

    /// <summary>The owner by the name that he goes by: "Brandt" is "Karl Brandt", "the mayor" whoever is.</summary>
    private string OwnerName(string owner)
    {
        var full = _names.Full(owner);
        if (!full.Equals(owner, StringComparison.Ordinal)) return full;
        var word = owner[(owner.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        if (!SourceNouns.IsPerson(word)) return owner;
        Speaker? best = null;
        foreach (var speaker in _speakers.All)
        {
            if (speaker.Roles.Contains(word) && (best is null || speaker.LastToken > best.LastToken)) best = speaker;
        }

        return best?.Name ?? owner;
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
            var who = owner is "my" or "our" ? outer : _pronouns.Of(gender, run.First, outer);
            if (who is null) return _speakers.Described(mention, mention.Phrase);
            var rest = mention.Phrase.Contains(' ', StringComparison.Ordinal)
                ? mention.Phrase[(mention.Phrase.IndexOf(' ', StringComparison.Ordinal) + 1)..] : mention.Phrase;
            return Owned(mention, who.Name, rest);
        }

        if (owner.Length > 0 && mention.Phrase.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var at)
        {
            return Owned(mention, OwnerName(mention.Phrase[..at]), mention.Phrase[(at + 3)..]);
        }

        if (mention.Phrase.StartsWith("this ", StringComparison.OrdinalIgnoreCase)) return null;
        if (_writers.Has(mention.Phrase)) return Person(mention.Phrase);

        if (_speakers.Find(mention.Phrase) is { } same) return same;
        if (mention.Kind == SourceKind.Anonymous && _unnamed.OneOfMany(mention) is { } member) return member;
        if (_unnamed.ByOrder(mention) is { } nth) return nth;
        if (mention.Owner.Length == 0 && !mention.IsOther)
        {
            Speaker? best = null;
            foreach (var speaker in _speakers.All)
            {
                if (speaker.Roles.Contains(mention.Head)
                    && (best is null || speaker.LastToken > best.LastToken)) best = speaker;
            }

            if (best is not null) return best;
            if (_roles.Who(mention.Head, run.First) is { } who && Read(who) is { } known) return known;

            if (_speakers.Alternative(mention.Head) is { } other) return other;
        }

        return mention.Kind == SourceKind.Anonymous && mention.Owner.Length == 0 ? _unnamed.Numbered(mention)
            : _speakers.Described(mention, mention.Phrase);
    }
}
