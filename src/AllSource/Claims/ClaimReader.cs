using System.Collections.Immutable;
using AllSource.Claims.Layers;
using AllSource.Claims.Model;
using AllSource.Kernel;
using AllSource.Language;
using AllSource.Language.Names;
using AllSource.Reports;

namespace AllSource.Claims;

/// <summary>What was read from one report: its claims in the order of their cues, the language it is in, and what was
/// noticed.</summary>
/// <param name="Language">"en"; "unread" where the text is in another language, and then there are no claims; "mixed"
/// where some paragraphs are in English, and only they are read.</param>
public sealed record ReportClaims(ImmutableArray<Claim> Claims, string Language, ImmutableArray<Finding> Findings);

/// <summary>
/// What the reader found in a report's words: attributions ascending by cue, the language, and whether some speech was
/// left out to bound the time. It depends on the report and on <see cref="ClaimReader.Version"/> alone, and ids, chains
/// and findings follow from it: it may be kept.
/// </summary>
public sealed record ReportReading(ImmutableArray<Attribution> Attributions, string Language, bool IsCut);

/// <summary>What was read from one text: attributions ascending by cue, and the language ("en"; "unread" with none of
/// them; "mixed" where only some paragraphs are in English and were read).</summary>
public sealed record TextClaims(ImmutableArray<Attribution> Attributions, string Language)
{
    /// <summary>The people, organisations and places that the text names, ascending, none within another.</summary>
    public ImmutableArray<Name> Names { get; init; } = [];

    /// <summary>Speech stood so thick in a long text that some of it was left out, to bound the time.</summary>
    public bool IsCut { get; init; }
}

/// <summary>
/// Reads who says, denies, disputes, doubts, affirms, withdraws what from English text. Safe for many threads; the same
/// text gives
/// the same attributions. Takes any text and never throws for what is in it.
/// </summary>
public sealed class ClaimReader
{
    /// <summary>
    /// Names all that a reading depends on beside the report: the code and the model (the id of this module is a hash
    /// over all of its bytes, and the model lies in it), and the runtime's library below. Two programs that may
    /// read otherwise never have the same version; two that read alike may well have different ones.
    /// </summary>
    public static string Version { get; } = string.Join(' ',
        new[] { typeof(ClaimReader), typeof(object) }.Select(t => t.Module.ModuleVersionId));

    /// <summary>The attributions of a text, ascending by cue; empty for a text that is not English.</summary>
    public ImmutableArray<Attribution> Read(string text) => ReadText(text).Attributions;

    /// <summary>The attributions of a text and the language that it was read in.</summary>
    public TextClaims ReadText(string text) => ReadText(text, ReportVoices.None);

    /// <summary>The language of a text: "en", "unread" or "mixed", without reading who says what.</summary>
    public static string LanguageOf(string text) => LanguageGuess.Of(Tokeniser.Read(text)).Name;

    private static TextClaims ReadText(string text, ReportVoices voices)
    {
        var model = ClaimModel.Shipped;
        var tokens = Tokeniser.Read(text);
        var language = LanguageGuess.Of(tokens);
        if (language.IsAllUnread) return new([], language.Name);
        var index = new GrammarIndex(model.Grammar.Read(tokens));
        var names = NameReader.Read(index.Text);
        var drafts = AttributionReader.Read(model.Attributions, index, out var isCut);
        drafts.RemoveAll(d => language.IsUnread[tokens.ParagraphOf[d.First]]);
        return new(ClaimLayers.Finish(drafts, index, names, voices), language.Name)
        {
            IsCut = isCut,
            Names =
            [
                .. names.Select(n => new Name(new(tokens.Start[n.First], tokens.End[n.End - 1]), n.Kind, n.Full,
                    n.Why)),
            ],
        };
    }

    /// <summary>
    /// The claims of a report, each with its chain: the report's own outlet or source first, then those who wrote the
    /// message or the quoted block in which it stands, then speakers outside in.
    /// </summary>
    public ReportClaims Read(Report report) => ClaimsOf(report, ReadWords(report));

    /// <summary>The costly part of reading a report, from which <see cref="ClaimsOf"/> makes the rest.</summary>
    public ReportReading ReadWords(Report report)
    {
        var read = ReadText(report.Text, ReportVoices.Of(report));
        return new(read.Attributions, read.Language, read.IsCut);
    }

    /// <summary>The claims of a report whose words were read.</summary>
    public static ReportClaims ClaimsOf(Report report, ReportReading read)
    {
        var voices = ReportVoices.Of(report);
        return new(
            [.. read.Attributions.Select(a => new Claim(
                Claim.IdOf(report.Id, a), report.Id, a,
                ClaimChain.Of(report.Facts.Source, voices.Around(a.Cue[0].Start), a, read.Attributions)))],
            read.Language,
            [.. Noticed(read, new(report.Facts.File))]);
    }

    /// <summary>What of a report was not read: it must not look like a report in which nobody says anything.</summary>
    private static IEnumerable<Finding> Noticed(ReportReading read, Locator where)
    {
        if (read.Language == LanguageGuess.Unread)
        {
            yield return new(FindingWeight.Loss, "language-unread", where,
                "the text is in no language that can be read; no claim was taken from it.",
                "Add an English translation.");
        }
        else if (read.Language == LanguageGuess.Mixed)
        {
            yield return new(FindingWeight.Loss, "language-mixed", where,
                "paragraphs in another language than English were left unread.", "Add an English translation.");
        }

        if (read.IsCut)
        {
            yield return new(FindingWeight.Loss, "speech-too-thick", where,
                "somebody speaks in nearly every line of a long text; not all of it was read.", "Cut it into parts.");
        }
    }
}
