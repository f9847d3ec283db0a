using AllSource.Claims;
using AllSource.Documents.Json;

namespace AllSource.App.Ledgers;

/// <summary>An act as a heading of the words that it is done with.</summary>
internal static class ActWords
{
    /// <summary>"Deny", or "deny, in these words" where the words shown are the denial, not what is denied.</summary>
    public static string Of(Attribution said, string text) => ClaimFields.Word(said.Act)
        + (SpokenVerb.IsInItsWords(said, text) ? ", in these words" : "");
}
