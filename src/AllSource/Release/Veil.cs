using System.Collections.Immutable;
using System.Text;
using AllSource.Exposure;

namespace AllSource.Release;

/// <summary>
/// Writes "a protected source" where one of the desk's own sentences has a handle that the audience does not hold. It
/// is a courtesy to the reader and no safeguard: the gate looks at the outcome again.
/// </summary>
internal sealed class Veil(Protection protection)
{
    public const string Word = "a protected source";

    private readonly ImmutableArray<string> _handles =
    [
        .. protection.VeiledSources.SelectMany(h => protection.Register.Find(h) is { } s ? [s.Id.Name, .. s.Aliases]
            : new[] { h })
            .Where(h => h.Length > 0).OrderByDescending(h => h.Length).ThenBy(h => h, StringComparer.Ordinal),
    ];

    public string Over(string text)
    {
        foreach (var handle in _handles) text = Replace(text, handle);
        return text;
    }

    private static string Replace(string text, string handle)
    {
        var result = new StringBuilder();
        var from = 0;
        for (var at = text.IndexOf(handle, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(handle, at + handle.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + handle.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1]))
                || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            result.Append(text, from, at - from).Append(BeginsSentence(text, at) ? $"A{Word[1..]}" : Word);
            from = end;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static bool BeginsSentence(string text, int at)
    {
        var before = text[..at].TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?';
    }
}
