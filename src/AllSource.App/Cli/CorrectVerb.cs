using System.CommandLine;
using AllSource.App.Acts;
using AllSource.Claims;
using AllSource.Desk.Acts;
using AllSource.Documents.Json;
using AllSource.Sources;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource correct</c>: an analyst accepts, changes or rejects an attribution, or adds one that was missed.
/// </summary>
internal static class CorrectVerb
{
    private static readonly Dictionary<string, Act> Acts =
        Enum.GetValues<Act>().ToDictionary(ClaimFields.Word, StringComparer.Ordinal);

    private static readonly Dictionary<string, SourceKind> Kinds =
        Enum.GetValues<SourceKind>().ToDictionary(ClaimFields.Word, StringComparer.Ordinal);

    public static Command Build(Terminal terminal)
    {
        var claim = new Argument<string>("claim")
        {
            Description = "The claim's id; or a report's id, to add an attribution that was missed in it.",
        };
        var accept = new Option<bool>("--accept") { Description = "It is right as it was read." };
        var reject = new Option<bool>("--reject") { Description = "Nobody says this here." };
        var act = new Option<string?>("--act") { Description = string.Join(", ", Acts.Keys) + "." };
        var canonical = new Option<string?>("--canonical") { Description = "The name of who says it." };
        var kind = new Option<string?>("--source-kind") { Description = string.Join(", ", Kinds.Keys) + "." };
        var roles = new[] { "source", "cue", "content", "addressee", "hedge", "time" }.Select(role =>
            new Option<string[]>($"--{role}")
            {
                Description = $"The words of the {role} as they stand in the report, or START-END; \"\" for none.",
            }).ToArray();
        Symbol[] own = [claim, accept, reject, act, canonical, kind, .. roles];
        return ActOptions.Build(terminal, "correct",
            "Accepts, changes or rejects an attribution, or adds one. It survives a new reading of the report.\n"
            + "Example: allsource correct samples/harbour c-abcdefgh23456789 --act deny --by \"analyst 1\" "
            + "--why \"'rejected' is a denial here\"",
            own,
            (work, parsed) =>
            {
                IReadOnlyList<string>? Role(int i) => parsed.GetResult(roles[i]) is null ? null
                    : parsed.GetValue(roles[i]);
                var words = new AttributionWords
                {
                    Source = Role(0),
                    Cue = Role(1),
                    Content = Role(2),
                    Addressee = Role(3),
                    Hedge = Role(4),
                    Time = Role(5),
                    Act = Word(Acts, "--act", parsed.GetValue(act)),
                    Canonical = parsed.GetValue(canonical),
                    Kind = Word(Kinds, "--source-kind", parsed.GetValue(kind)),
                };
                return Content(work, parsed.GetRequiredValue(claim), parsed.GetValue(accept), parsed.GetValue(reject),
                    words);
            });
    }

    private static RuleOnAttribution Content(
        ActWork work, string id, bool accept, bool reject, AttributionWords words)
    {
        var changes = words != new AttributionWords();
        if ((accept ? 1 : 0) + (reject ? 1 : 0) + (changes ? 1 : 0) != 1)
        {
            throw new VerbException(ExitCodes.Usage,
                "say one of three: --accept, --reject, or what it is (--act, --source, --cue, --content ...).");
        }

        if (id.StartsWith("r-", StringComparison.Ordinal)) return Added(work, id, words);
        var claim = work.Attributed(id);
        var report = work.Report(claim.Report.Value);
        var where = ClaimAnchor.Of(report, claim.Said);
        if (reject) return new(RulingKind.Rejected, where, null);
        if (accept) return new(RulingKind.Accepted, where, claim.Said with { Parent = null });
        return new(RulingKind.Changed, where, Read(words, report, claim.Said, work.Register));
    }

    private static RuleOnAttribution Added(ActWork work, string id, AttributionWords words)
    {
        var report = work.Report(id);
        if (words.Cue is null)
        {
            throw new VerbException(ExitCodes.Usage, "what is added needs --cue, and --source and --content if any.");
        }

        var now = Read(words, report, null, work.Register);
        return new(RulingKind.Added, ClaimAnchor.Of(report, now), now);
    }

    private static Attribution Read(
        AttributionWords words, Reports.Report report, Attribution? before, SourceRegister register)
    {
        var read = words.In(report, before, register);
        return read.Value ?? throw new VerbException(ExitCodes.Usage, string.Join(' ', read.Findings));
    }

    private static T? Word<T>(Dictionary<string, T> words, string option, string? given)
        where T : struct => given is null ? null : words.TryGetValue(given, out var value) ? value
        : throw new VerbException(ExitCodes.Usage, $"{option} {given}: write one of {string.Join(", ", words.Keys)}.");
}
