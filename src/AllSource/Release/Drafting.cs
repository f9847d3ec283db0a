using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Assessments;
using AllSource.Exposure;
using AllSource.Fusion.Propositions;
using AllSource.Sources;

namespace AllSource.Release;

/// <summary>A draft with what the gate needs to judge it.</summary>
public sealed record Drafted(Draft Draft, Protection Protection, GuardedText Guard)
{
    public ReleaseDecision Decide() => Gate.Decide(Draft, Protection, Guard);
}

/// <summary>
/// Puts an assessment into the form of a brief: what would be told if everything might be. Protected sources are
/// written by their descriptor or as "a protected source"; beside a fact they are not written at all, and not counted,
/// because both would tie them to it.
/// </summary>
public static class Drafting
{
    private const int PropositionsMax = 12;

    public static Drafted Of(DraftInput input)
    {
        var protection = new Protection(input.Reports, input.Register, input.Audience.Clearance);
        var voices = input.Assessment.Origins.Origins.Select(o => o.Voice);
        var guard = new GuardedText(protection, input.ProtectedNames, voices);
        var assessment = input.Assessment;
        var index = new VoiceIndex(assessment.Origins);
        var veil = new Veil(protection);
        var subjects = Subjects(assessment, protection);
        var mentions = new Mentions(assessment, subjects);
        var rows = subjects.Select(s => Row(s, input.CaseLabel, index, protection)).ToImmutableArray();
        var told = new Told(assessment, subjects, rows, index, protection, guard);
        var judgments = Judgments(input, subjects, index, protection, veil, mentions, told);
        var sentences = new SentenceDrafting(input, rows, protection, veil, mentions, told);
        var views = new ViewDrafting(input, protection, veil, mentions, told);
        var testimony = new TestimonyDrafting(input, subjects, index, protection);
        var draft = new Draft(input.Title, assessment.Question, input.CaseLabel, input.Audience, input.Making,
            assessment.Scale)
        {
            IsCalibrated = assessment.CalibratedBy > 0,
            Judgments = judgments,
            Rows = rows,
            Origins = testimony.Origins(),
            Ledger = testimony.Ledger(),
            WouldChange = sentences.WouldChange(),
            Gaps = sentences.Gaps(),
            SourceSummary = sentences.SourceSummary(),
            Changed = views.Changed(),
            Views = views.Views(),
            Notes = told.Notes,
        };
        return new(draft, protection, guard);
    }

    /// <summary>The rows that somebody speaks about; without a matrix, the propositions on which most hangs.</summary>
    private static ImmutableArray<Subject> Subjects(Assessment assessment, Protection protection)
    {
        if (assessment.Matrix.Length > 0)
        {
            return
            [
                .. assessment.Matrix.Where(r => !r.IsAssumption && r.Claims.Length > 0).Select(r =>
                    new Subject(r.Id, r.What, true, r.Claims)
                    {
                        Fits = [.. r.Cells.Select(c => new DraftFit(JudgmentOf(assessment, c.Hypothesis), c.Letters))],
                    }),
            ];
        }

        var grades = assessment.PropositionGrades;
        return
        [
            .. assessment.Propositions.Select((p, i) =>
                (Proposition: p, Grade: i < grades.Length ? grades[i].Suggested : (Credibility?)null))
                .OrderByDescending(x => x.Proposition.Denials > 0).ThenByDescending(x => x.Proposition.Origins)
                .ThenByDescending(x => x.Proposition.Reports).ThenBy(x => x.Proposition.Id).Take(PropositionsMax)
                .Select(x =>
                    new Subject(x.Proposition.Id.Value, TextOf(x.Proposition, protection), false, x.Proposition.Claims)
                {
                    Credibility = (int?)x.Grade,
                }),
        ];
    }

    /// <summary>A proposition speaks in the words of one of its claims: of one that the audience may read.</summary>
    private static string TextOf(Proposition proposition, Protection protection)
    {
        var seen = proposition.Claims.Where(c => protection.Admits(c.Report)).OrderBy(c => c.Claim).ToList();
        return seen.Any(c => c.Quote == proposition.Text) ? proposition.Text
            : seen.FirstOrDefault(c => c.Stance == Stance.Supports)?.Quote ?? proposition.Text;
    }

    /// <summary>All of it must be seen where a judgment's words are not those that the audience may read.</summary>
    private static Label LabelOf(Judgment judgment, Subject about, Protection protection, Label caseLabel) =>
        about.IsCaseText || about.Text == judgment.Statement ? about.LabelFor(protection, caseLabel)
            : about.Claims.Aggregate(caseLabel, (all, c) => all.Join(protection.Find(c.Report)?.Label ?? Label.Sealed));

    private static string JudgmentOf(Assessment assessment, string hypothesis) =>
        assessment.Judgments.FirstOrDefault(j => j.About == hypothesis)?.Id ?? hypothesis;

    private static ImmutableArray<DraftJudgment> Judgments(
        DraftInput input, ImmutableArray<Subject> subjects, VoiceIndex index, Protection protection, Veil veil,
            Mentions mentions, Told told) =>
    [
        .. input.Assessment.Judgments.Select(j =>
        {
            var about = subjects.FirstOrDefault(s => s.Id == j.About);
            var label = about is null ? input.CaseLabel : LabelOf(j, about, protection, input.CaseLabel);
            var carriers = about is not null ? about.Carrying
                : subjects.Where(s => s.Fits.Any(f => f.Judgment == j.Id && f.Letters != "N"))
                    .SelectMany(s => s.Carrying);
            var exposure = WhoCouldHaveTold.Of(j.Id, ExposedKind.Judgment, carriers.Select(index.Carrier), protection);
            DraftSentence Reason(string part, string text) => new($"{j.Id}/{part}", veil.Over(text), label,
                exposure with { Item = $"{j.Id}/{part}", Kind = ExposedKind.Sentence })
            {
                LeansOn = [j.Id, .. mentions.In(text)],
            };
            var (reports, origins) = told.Behind(about);
            var isWhole = about is not null || (reports, origins) == (j.Reports, j.Origins);
            return new DraftJudgment(j.Id, veil.Over(j.Statement), j.Likelihood, veil.Over(j.LikelihoodSentence),
                Word(j.Confidence.Level), reports, origins, label, exposure)
            {
                Withheld = about is null ? told.Withheld : "",

                // How it is sourced counts all of its sources: told beside smaller counts it would tell of the others.
                // The desk's sentence on the argument counts rows, refused ones among them: the page counts its own.
                ConfidenceReasons =
                [
                    Reason("sourcing", isWhole ? j.Confidence.Sourcing : Counted.Of(origins, "independent origin")),
                    Reason("assumptions", j.Confidence.Assumptions),
                ],
            };
        }),
    ];

    private static string Word(ConfidenceLevel level) => level switch
    {
        ConfidenceLevel.Low => "low",
        ConfidenceLevel.Moderate => "moderate",
        ConfidenceLevel.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "not a level"),
    };

    private static DraftRow Row(Subject subject, Label caseLabel, VoiceIndex index, Protection protection)
    {
        var exposure = WhoCouldHaveTold.Of(subject.Id, ExposedKind.EvidenceRow, subject.Carrying.Select(index.Carrier),
            protection);
        bool Seen(PropositionClaim c) => c.Counts && protection.Admits(c.Report);
        var (forIt, against) = (subject.Supporting.Where(Seen).ToList(), subject.Against.Where(Seen).ToList());
        return new(subject.Id, subject.Text, Reports(forIt), index.Count(forIt), Reports(against), index.Count(against),
            subject.LabelFor(protection, caseLabel), exposure)
        {
            Fits = subject.Fits,
            Voices =
            [
                .. forIt.GroupBy(c => index.Of(c) ?? "", StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0)
                    .OrderByDescending(Reports).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
            ],

            // A grade that rests in part on what the audience may not see would tell that there is more.
            Credibility = subject.Claims.All(c => protection.Admits(c.Report)) ? subject.Credibility : null,
        };
    }

    private static int Reports(IEnumerable<PropositionClaim> claims) => claims.Select(c => c.Report).Distinct().Count();
}
