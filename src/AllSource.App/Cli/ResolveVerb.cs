using System.CommandLine;
using AllSource.App.Acts;
using AllSource.Assessments;
using AllSource.Desk.Acts;

namespace AllSource.App.Cli;

/// <summary><c>allsource resolve</c>: says whether a judgment came true, so that it can be scored.</summary>
internal static class ResolveVerb
{
    public static Command Build(Terminal terminal)
    {
        var about = new Argument<string>("judgment")
        {
            Description = "The hypothesis or proposition that was judged (id), as assessment.json names it.",
        };
        var outcome = new Argument<string>("outcome") { Description = "true or false." };
        var topic = new Option<string?>("--topic") { Description = "What to group by (default: the case's id)." };
        return ActOptions.Build(terminal, "resolve",
            "Says whether a judgment came true. What the desk and each analyst said of it, as the case stands now, is "
            + "kept with it: resolve before you take in what tells the outcome.\n"
            + "Example: allsource resolve samples/harbour H2 true --topic accidents --by \"analyst 1\" "
            + "--why \"the board's final report\"",
            [about, outcome, topic],
            (work, parsed) => Content(work, parsed.GetRequiredValue(about),
                parsed.GetRequiredValue(outcome), parsed.GetValue(topic)));
    }

    private static ResolveJudgment Content(ActWork work, string about, string outcome, string? topic)
    {
        var cameTrue = outcome.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => throw new VerbException(ExitCodes.Usage, $"{outcome}: write true or false."),
        };
        var assessment = work.Assessed.Assessment;
        if (JudgedSources.Said(assessment, about) is not { } said)
        {
            throw ActWork.Unknown(about, "judgment",
                $"Judged are: {string.Join(", ", assessment.Judgments.Select(j => j.About).Take(20))}.");
        }

        var id = assessment.Judgments.First(j => j.About == about || j.Id == about).About;
        return new(id, topic ?? work.Case.Id, cameTrue, said, JudgedSources.Of(assessment, id))
        {
            Against = JudgedSources.Against(assessment, id),
        };
    }
}
