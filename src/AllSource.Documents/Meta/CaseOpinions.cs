using System.Collections.Immutable;
using AllSource.Assessments;
using AllSource.Kernel;

namespace AllSource.Documents.Meta;

/// <summary>What people hold besides the reports, in case.yaml: assumptions, and dissent under a name.</summary>
internal static class CaseOpinions
{
    public static ImmutableArray<Assumption> Assumptions(
        YamlKeys file, ImmutableArray<Hypothesis> hypotheses, ImmutableArray<EvidenceRow> evidence)
    {
        var assumptions = new List<Assumption>();
        foreach (var item in CaseSections.Items(file, "assumptions", "id", "what", "belief", "cells"))
        {
            var taken = assumptions.Select(a => a.Id).Concat(evidence.Select(e => e.Id));
            if (CaseSections.Id(item, taken) is not { } id || CaseSections.Needed(item, "what") is not { } what)
                continue;
            if (item.Node("belief") is null)
                item.Bad("belief", "is missing: say how far it is taken as given, 0 to 1.");
            assumptions.Add(new(id, what, item.Share("belief") ?? .5, CaseSections.Cells(item, hypotheses)));
        }

        return [.. assumptions];
    }

    public static ImmutableArray<Dissent> Dissents(YamlKeys file, ImmutableArray<Hypothesis> hypotheses)
    {
        var dissents = new List<Dissent>();
        foreach (var item in CaseSections.Items(file, "dissent", "by", "about", "why", "probability"))
        {
            if (CaseSections.Needed(item, "by") is not { } by || CaseSections.Needed(item, "about") is not { } about
                || CaseSections.Needed(item, "why") is not { } why) continue;
            if (hypotheses.Length > 0 && hypotheses.All(h => h.Id != about))
            {
                item.Bad("about", "is no hypothesis of this case.",
                    $"Known are: {string.Join(", ", hypotheses.Select(h => h.Id))}.");
                continue;
            }

            if (LanguageRule.FirstMixed(why) is not null)
            {
                item.Bad("why", "speaks of a likelihood and of confidence in one sentence.",
                    "Make two sentences of it (ICD 203).");
                continue;
            }

            dissents.Add(new(by, about, why, item.Share("probability")));
        }

        return [.. dissents];
    }
}
