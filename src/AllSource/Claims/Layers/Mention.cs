namespace AllSource.Claims.Layers;

/// <summary>How a source is spoken of at one place: a proper name, a noun phrase with or without an article, a
/// pronoun.</summary>
internal enum MentionForm
{
    Name,
    Definite,
    Indefinite,
    Pronoun,
    Relative,
    Speaker,
    Nothing,
}

internal enum Gender
{
    Unknown,
    Male,
    Female,
    Thing,
    Many,
}

/// <summary>One mention of a source, cut into what can be compared.</summary>
internal sealed record Mention(
    MentionForm Form, string Name, string Head, string Phrase, string Owner, int Number, Gender Gender,
        AllSource.Sources.SourceKind Kind, bool IsOther);
