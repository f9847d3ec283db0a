using System.CommandLine;
using AllSource.App.Acts;
using AllSource.Desk.Acts;
using AllSource.Lineage.Origins;
using AllSource.Sources;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource grade</c>: a person's grade for a source (A-F) or for a claim (1-6), beside what is suggested.
/// </summary>
internal static class GradeVerb
{
    public static Command Build(Terminal terminal)
    {
        var what = new Argument<string>("what") { Description = "A source's name, or a claim's id." };
        var grade = new Argument<string>("grade")
        {
            Description = "A source: A B C D E, or F for cannot be judged. A claim: 1 2 3 4 5, or 6.",
        };
        return ActOptions.Build(terminal, "grade",
            "Gives a source or a claim a grade (STANAG 2511). The axes stay apart; a claim's grade moves no belief.\n"
            + "Example: allsource grade samples/harbour \"Velmora Courier\" D --by \"analyst 1\" "
            + "--why \"took the statement over unchecked\"",
            [what, grade],
            (work, parsed) => Content(
                work, parsed.GetRequiredValue(what), parsed.GetRequiredValue(grade).ToUpperInvariant()));
    }

    private static ActContent Content(ActWork work, string what, string grade) => grade switch
    {
        ['A' or 'B' or 'C' or 'D' or 'E' or 'F'] => OfSource(work, what, (Reliability)(grade[0] - 'A')),
        [>= '1' and <= '6'] => new GradeClaim(work.Anchor(what), (Credibility)(grade[0] - '0')),
        _ => throw new VerbException(ExitCodes.Usage, $"{grade}: write A to F for a source, 1 to 6 for a claim."),
    };

    private static GradeSource OfSource(ActWork work, string name, Reliability grade)
    {
        if (work.Register.Find(name) is { } known) return new(known.Id.Name, known.Kind, grade);
        var origin = work.Assessed.Assessment.Origins.Origins
            .FirstOrDefault(o => string.Equals(o.Voice, name, StringComparison.OrdinalIgnoreCase))
            ?? throw ActWork.Unknown(
                name, "source", "'allsource ledger CASE' names who speaks; case.yaml registers more.");

        // "An official" of two reports may be two people: a grade under that name would make them one.
        return origin.Kind != OriginKind.AnonymousSpeaker ? new(origin.Voice, origin.VoiceKind, grade)
            : throw new VerbException(ExitCodes.Usage,
                $"{name} is nobody's name. Register whom you mean in case.yaml, and grade that.");
    }
}
