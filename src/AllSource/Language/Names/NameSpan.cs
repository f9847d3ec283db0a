using AllSource.Kernel;

namespace AllSource.Language.Names;

/// <summary>What a proper name names.</summary>
public enum NameKind
{
    Person,
    Organisation,
    Place,
}

/// <summary>A proper name at one place of a text, in tokens [First, End), without titles before it.</summary>
/// <param name="Full">The fullest form in which the text has it: "Mike Pompeo" for "Pompeo".</param>
/// <param name="Why">The sign that weighed most.</param>
internal readonly record struct NameSpan(int First, int End, NameKind Kind, string Full, string Why);

/// <summary>A proper name at one place of a text.</summary>
/// <param name="Span">The name without titles before it.</param>
/// <param name="Full">The fullest form in which the text has it.</param>
/// <param name="Why">The sign that weighed most.</param>
public sealed record Name(TextSpan Span, NameKind Kind, string Full, string Why);
