using System.CommandLine;

namespace AllSource.App.Cli;

/// <summary>All verbs of the command line, one file each, in the order in which help lists them.</summary>
internal static class Verbs
{
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "AllSource turns reports into assessments without burning the people who made them possible.");
        root.Add(AssessVerb.Build(terminal));
        root.Add(ClaimsVerb.Build(terminal));
        root.Add(TrainVerb.Build(terminal));
        root.Add(LineageVerb.Build(terminal));
        root.Add(FuseVerb.Build(terminal));
        root.Add(WhatIfVerb.Build(terminal));
        root.Add(ResolveVerb.Build(terminal));
        root.Add(OutcomesVerb.Build(terminal));
        root.Add(WithdrawVerb.Build(terminal));
        root.Add(LedgerVerb.Build(terminal));
        root.Add(CorrectVerb.Build(terminal));
        root.Add(LinkVerb.BuildLink(terminal));
        root.Add(LinkVerb.BuildCut(terminal));
        root.Add(PropositionVerb.Build(terminal));
        root.Add(GradeVerb.Build(terminal));
        root.Add(ActsVerb.Build(terminal));
        root.Add(UndoVerb.Build(terminal));
        root.Add(ConfigVerb.Build(terminal));
        root.Add(DoctorVerb.Build(terminal));
        return root;
    }
}
