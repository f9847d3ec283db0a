using System.CommandLine;
using AllSource.App.Acts;
using AllSource.Desk.Acts;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource proposition split|join|reword</c>: an analyst judges which claims are about the same thing.
/// </summary>
internal static class PropositionVerb
{
    public static Command Build(Terminal terminal) => new("proposition",
        "Judges which claims are about the same thing. Nothing is merged away: every claim keeps its speaker.\n"
        + "Example: allsource proposition reword samples/harbour p-abcdefgh23456789 \"A gust tore the crane loose.\" "
        + "--by \"analyst 1\" --why \"plainer\"")
    {
        Split(terminal), Join(terminal), Reword(terminal),
    };

    private static Command Split(Terminal terminal)
    {
        var claims = new Argument<string[]>("claim")
        {
            Description = "The claims to take out of their proposition.",
            Arity = ArgumentArity.OneOrMore,
        };
        var text = new Option<string?>("--text") { Description = "Words for the new proposition." };
        return ActOptions.Build(terminal, "split",
            "Takes claims, with all that lead back to the same statements, into a proposition of their own.\n"
            + "Example: allsource proposition split samples/harbour c-abcdefgh23456789 --by \"analyst 1\" "
            + "--why \"another night\"",
            [claims, text],
            (work, parsed) => new Split(
                [.. parsed.GetRequiredValue(claims).Distinct(StringComparer.Ordinal).Select(work.Anchor)],
                parsed.GetValue(text)));
    }

    private static Command Join(Terminal terminal)
    {
        var one = new Argument<string>("proposition") { Description = "A proposition's id." };
        var other = new Argument<string>("other") { Description = "The other one's." };
        var contrary = new Option<bool>("--contrary") { Description = "The other's words say the contrary." };
        return ActOptions.Build(terminal, "join",
            "Makes two propositions one.\n"
            + "Example: allsource proposition join samples/harbour p-abcdefgh23456789 p-bcdefghj23456789 "
            + "--by \"analyst 1\" --why \"the same call\"",
            [one, other, contrary],
            (work, parsed) =>
            {
                var (a, b) = (work.Proposition(parsed.GetRequiredValue(one)),
                    work.Proposition(parsed.GetRequiredValue(other)));
                return a.Id != b.Id
                    ? new Join(work.AnchorOf(a), work.AnchorOf(b), parsed.GetValue(contrary))
                    : throw new VerbException(ExitCodes.Usage, $"{a.Id} twice: name two propositions.");
            });
    }

    private static Command Reword(Terminal terminal)
    {
        var which = new Argument<string>("proposition") { Description = "A proposition's id." };
        var text = new Argument<string>("text") { Description = "What it says, in other words." };
        return ActOptions.Build(terminal, "reword",
            "Gives a proposition other words; what is in it stays.\n"
            + "Example: allsource proposition reword samples/harbour p-abcdefgh23456789 \"The clamps were bridged.\" "
            + "--by \"analyst 1\" --why \"plainer\"",
            [which, text],
            (work, parsed) => new Reword(
                work.AnchorOf(work.Proposition(parsed.GetRequiredValue(which))), parsed.GetRequiredValue(text)));
    }
}
