using System.Text;
using AllSource.App.Ledgers;
using AllSource.Claims;
using AllSource.Kernel;

namespace AllSource.App.Cli;

/// <summary>A document's claims for people: a line for who does what, then what, then how it is known.</summary>
internal static class LedgerText
{
    private const int ContentCharsMax = 300;

    public static string Of(string id, string text, ClaimReader reader)
    {
        var read = reader.ReadText(text);
        var ledger = new StringBuilder();
        var claims = read.Attributions.Where(a => a.Kind == UtteranceKind.Speech).ToList();
        var count = claims.Count == 1 ? "1 claim" : $"{claims.Count} claims";
        ledger.Append(id).Append(": ").Append(read.Language switch
        {
            "en" => count,
            "mixed" => $"{count}; paragraphs in another language than English are left unread",
            _ => "unread: the text is not English, and no claim is read from it",
        }).Append('\n');
        foreach (var said in claims)
        {
            var who = said.Canonical.Length > 0 ? said.Canonical : "nobody named";
            ledger.Append("  ").Append(who).Append(" · ").Append(ActWords.Of(said, text));
            ledger.Append(" · ").Append(OneLine(string.Join(" … ", said.Cue.Select(s => s.Of(text)))));
            Add(ledger, " · to ", said.Addressee, text);
            Add(ledger, " · hedged: ", said.Hedge, text);
            Add(ledger, " · when: ", said.Time, text);
            var chain = ClaimChain.Of(said, read.Attributions);
            if (chain.Length > 1) ledger.Append(" · through ").Append(string.Join(" > ", chain.Select(r => r.Name)));
            ledger.Append('\n');
            if (said.Content.Length > 0) ledger.Append("      ").Append(
                Short(string.Join(" … ", said.Content.Select(s => s.Of(text))))).Append('\n');
        }

        return ledger.ToString();
    }

    private static void Add(StringBuilder ledger, string word,
        System.Collections.Immutable.ImmutableArray<TextSpan> spans, string text)
    {
        if (spans.Length > 0) ledger.Append(word).Append(OneLine(string.Join(" ", spans.Select(s => s.Of(text)))));
    }

    private static string Short(string text)
    {
        var line = OneLine(text);
        return line.Length <= ContentCharsMax ? line : line[..(ContentCharsMax - 2)].TrimEnd() + " …";
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
}
