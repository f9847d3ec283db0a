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

    public EntityLayer(GrammarIndex index, DocumentNames names, DocumentRoles roles)
    {
        (_index, _names, _roles) = (index, names, roles);
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
            if (SourceWords.Offices.Contains(lower) || SourceWords.Anonymous.Contains(lower)
                || SourceWords.Titles.Contains(lower)) speaker.Roles.Add(lower);
        }
    }

    /// <param name="outer">The entity of the attribution in whose content this one stands.</param>
    public Speaker? Resolve(TokenRun run, Speaker? outer, string? writer)
    {
        var mention = MentionReader.Read(run, _index.Text, _names);
        var speaker = Resolve(mention, run, outer, writer, 0);
        if (speaker is null) return null;
        speaker.LastToken = run.First;
        return speaker;
    }

    private Speaker? Resolve(Mention mention, TokenRun run, Speaker? outer, string? writer, int depth) =>
        mention.Form switch
        {
            MentionForm.Name => _speakers.Named(mention),
            MentionForm.Pronoun => _pronouns.Of(mention.Gender, run.First, outer),
            MentionForm.Relative => depth < 3 ? ByRelative(run, outer, writer, depth) : null,
            MentionForm.Speaker => First(mention, outer, writer),
            MentionForm.Definite => Definite(mention, run, outer),
            MentionForm.Indefinite => _unnamed.Numbered(mention),
            _ => null,
        };

    /// <summary>"I" is who speaks around it, else who writes; "we" an organisation where nobody speaks around
    /// it.</summary>
    private Speaker? First(Mention mention, Speaker? outer, string? writer)
    {
        if (outer is not null) return outer;
        if (mention.Gender == Gender.Many)
        {
            return _speakers.Described(mention with { Kind = SourceKind.Organisation }, "we");
        }

        return writer is null ? null : _speakers.Named(new(MentionForm.Name, _names.Full(writer), "", writer, "", 1,
            Gender.Unknown,
            SourceKind.Person, false));
    }

    private Speaker? ByRelative(TokenRun run, Speaker? outer, string? writer, int depth)
    {
        var text = _index.Text;
        var end = run.First;
        var floor = text.Tokens.SentenceStart[text.Tokens.SentenceOf[run.First]];
        if (end > floor && text.Tokens.Lower[end - 1] == ",") end--;
        var first = end;
        while (first > floor && end - first < 12 && IsPhraseWord(text, first - 1)) first--;
        if (first == end) return null;
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
            return _speakers.Described(mention, who.Name + "'s " + rest);
        }

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
            if (_roles.Who(mention.Head, run.First) is { } who
                && MentionReader.Read(new(who.First, who.End), _index.Text, _names) is { Form: MentionForm.Name } known)
            {
                return _speakers.Named(known);
            }

            if (_speakers.Alternative(mention.Head) is { } other) return other;
        }

        return mention.Kind == SourceKind.Anonymous && mention.Owner.Length == 0 ? _unnamed.Numbered(mention)
            : _speakers.Described(mention, mention.Phrase);
    }
}
