using System.CommandLine;
using AllSource.App.Acts;
using AllSource.Desk.Acts;
using AllSource.Lineage.Origins;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource link</c> and <c>allsource cut</c>: an analyst judges that one report derives from another, or does not.
/// </summary>
internal static class LinkVerb
{
    public static Command BuildLink(Terminal terminal) => Build(terminal, "link", LineageVerdict.Link,
        "Judges that a report derives from another, whatever their texts show: they are one origin.\n"
        + "Example: allsource link samples/harbour osint/lighterman.html osint/northgate-wire.txt --by \"analyst 1\" "
        + "--why \"the editor confirmed it\"");

    public static Command BuildCut(Terminal terminal) => Build(terminal, "cut", LineageVerdict.Cut,
        "Judges that neither of two reports derives from the other, whatever they share: they are two origins.\n"
        + "Example: allsource cut samples/harbour osint/lighterman.html osint/northgate-wire.txt "
        + "--by \"analyst 1\" --why \"both were there\"");

    private static Command Build(Terminal terminal, string name, LineageVerdict verdict, string description)
    {
        var copier = new Argument<string>("report")
        {
            Description = (verdict == LineageVerdict.Link ? "The report that repeats" : "One of the reports")
                + ": its id, or its file's name in the case.",
        };
        var original = new Argument<string>("other")
        {
            Description = verdict == LineageVerdict.Link ? "The report that it repeats." : "The other one.",
        };
        return ActOptions.Build(terminal, name, description, [copier, original], (work, parsed) =>
        {
            var (one, other) = (work.Report(parsed.GetRequiredValue(copier)),
                work.Report(parsed.GetRequiredValue(original)));
            return one.Id != other.Id ? new RuleOnLineage(verdict, one.Id, other.Id)
                : throw new VerbException(ExitCodes.Usage, $"{one.Id} twice: name two reports.");
        });
    }
}
