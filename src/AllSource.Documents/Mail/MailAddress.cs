using System.Text;

namespace AllSource.Documents.Mail;

/// <summary>A mailbox: the name shown, and the address. Either may be empty.</summary>
internal sealed record MailAddress(string Name, string Address)
{
    /// <summary>The name where there is one, else the address.</summary>
    public override string ToString() => Name.Length > 0 ? Name : Address;

    /// <summary>The first mailbox of a From, Sender or attribution; null when there is none.</summary>
    public static MailAddress? First(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > 10_000) return null;
        var text = raw.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && text.EndsWith(';') && !text[..colon].Contains('@', StringComparison.Ordinal)) text =
            text[(colon + 1)..^1].Trim(); // group
        text = FirstOf(text);
        var open = text.LastIndexOf('<');
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        if (open >= 0)
        {
            var address = (close > open ? text[(open + 1)..close] : text[(open + 1)..]).Trim();
            var name = Shown(text[..open]);
            return name.Length + address.Length == 0 ? null
                : new(name.Equals(address, StringComparison.OrdinalIgnoreCase) ? "" : name, address);
        }

        var comment = text.IndexOf('(', StringComparison.Ordinal); // the old shape: address (Name)
        if (comment > 0 && text[..comment].Contains('@', StringComparison.Ordinal))
        {
            return new(Shown(text[(comment + 1)..].TrimEnd(')', ' ')), text[..comment].Trim());
        }

        return text.Contains('@', StringComparison.Ordinal) ? new("", text) : new(Shown(text), "");
    }

    /// <summary>Up to the first comma that stands outside quotation marks, angles and comments.</summary>
    private static string FirstOf(string text)
    {
        var quoted = false;
        var inside = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (text[i] is '<' or '(') inside++;
            else if (text[i] is '>' or ')') inside = Math.Max(0, inside - 1);
            // "Doe, Jane <jane@...>" without marks is one person: a comma ends a mailbox only after an address.
            else if (text[i] is ',' or ';' && inside == 0
                && text[..i].Contains('@', StringComparison.Ordinal)) return text[..i].Trim();
        }

        return text;
    }

    private static string Shown(string name)
    {
        var plain = new StringBuilder();
        var text = name.Trim();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') continue;
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            plain.Append(text[i]);
        }

        return EncodedWords.Decode(plain.ToString()).Trim().Trim('\'', '(', ' ');
    }
}
