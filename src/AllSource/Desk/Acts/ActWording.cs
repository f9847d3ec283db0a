using AllSource.Access;
using AllSource.Exposure;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk.Acts;

/// <summary>
/// Whether an act's own words may stand in the journal. They are read by everybody who may see the reports that the act
/// speaks of, so they are held to what the gate holds a brief to: they name no source, and quote no report, that such a
/// reader may not know; nor do they write a name that stands in no report which such a reader may see.
/// </summary>
internal static class ActWording
{
    /// <summary>A reason is a few sentences; a book pasted by mistake, or to fill the desk, is refused.</summary>
    private const int WordsMax = 2000;

    private const int NameMax = 100;

    public static Refusal? Broken(
        string by, string why, IEnumerable<string> ownWords, Label label, SourceRegister register,
        IEnumerable<Report> reports)
    {
        if (by.Length is 0 or > NameMax) return No(ActRules.Signed, "author");
        if (why.Length is 0 or > WordsMax) return No(ActRules.Reasoned, "reason");
        var reader = Clearance.Of(label.Level, [.. label.Compartments]);
        var guard = new GuardedText(new Protection(reports, register, reader), [], []);
        (string, string)[] all = [("author", by), ("reason", why), .. ownWords.Select(w => ("words", w))];
        foreach (var (where, text) in all)
        {
            if (text.Length > WordsMax || text.Any(char.IsControl)) return No(ActRules.Plain, where);
            if (guard.ProtectedNameIn(text) is not null) return No(ReleaseRules.ProtectedName, where);
            if (guard.UnseenNameIn(text) is not null) return No(ReleaseRules.UnseenName, where);
            if (guard.ProtectedWordsIn(text) is not null) return No(ReleaseRules.ProtectedWords, where);
        }

        return null;
    }

    /// <summary>The words that are refused stand in no message: messages end in logs and histories of shells.</summary>
    private static Refusal No(ReleaseRule rule, string where) => new(rule, where, rule.Demands);
}
