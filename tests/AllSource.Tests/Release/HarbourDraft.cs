using System.Collections.Immutable;
using AllSource.Access;
using AllSource.Exposure;
using AllSource.Kernel;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Release;

/// <summary>
/// A draft built by hand after the sample case: the crane of Velmora, told to an editors' table that is not read into
/// HERON.
/// </summary>
internal static class HarbourDraft
{
    public static readonly Label Case = Label.Of(Tlp.Amber);
    public static readonly Label Heron = Label.Of(Tlp.Red, "HERON");

    public static Audience Editors { get; } = new("Editors' table", Clearance.Of(Tlp.AmberStrict));

    public static Report HeronReport { get; } = Report("heron", "HERON", Heron,
        "HERON said that a short cable had joined two terminals in the clamp cabinet of crane 4 since the spring. "
        + "Pelk had said the alarm should \"be left until daylight\". Two lines were missing from the alarm log.");

    public static Report Statement { get; } = Report("statement", "Orrin Terminals", Label.Clear,
        "Orrin Terminals said a sudden gust of 34 metres per second tore crane 4 from its brakes.");

    public static Report Mail { get; } = Report("mail", "Orrin Terminals internal mail", Label.Of(Tlp.AmberStrict),
        "The overhaul of the clamps waits until the season is over.");

    public static SourceRegister Register { get; } = new(
    [
        new(new("HERON"), SourceKind.ProtectedPerson, Reliability.B, "a person with direct knowledge", []),
        new(new("Orrin Terminals"), SourceKind.Organisation, Reliability.C, "the company that runs the terminal",
            ["Orrin"]),
    ]);

    public static ImmutableArray<Report> Reports { get; } = [HeronReport, Statement, Mail];

    public static Draft For(Audience audience) => new("The runaway crane of Velmora",
        "Why did crane 4 leave its parking position on East Quay in the night of 17 September 2026?", Case, audience,
        new(new(2026, 9, 25, 9, 0, 0, TimeSpan.Zero), "d-4f7c2a1e"), "ICD 203")
    {
        Judgments =
        [
            Judgment("J2",
                "The crane rolled because its rail clamps were bridged and worn, and the terminal has hidden that.",
                .87,
                "moderate", 12, 8, "Three origins saw the lead or its work; two of them are public.",
                "Assumes that the picture shows crane 4.",
                    "No item of weight speaks against it but the company's own word."),
            Judgment("J1", "A sudden gust of wind drove the crane off its brakes; it was an accident of the weather.",
                .11,
                "moderate", 10, 1, "Ten reports repeat one statement of the party accused."),
            Judgment("J3", "An outsider released the brakes through remote access; it was sabotage.", .02, "low", 1, 1,
                "One unnamed message, whose channel nobody knows."),
        ],
        Rows =
        [
            Row("E1", "a strong gust of 34 metres per second tore the crane loose from its brakes", 10, 1, 3, 3, "I",
                "CC", "I"),
            Row("E2", "instruments, pictures and people near the quay noticed no wind, only light air, in that night",
                3, 3, 1, 1,
                "C", "II", "C"),
            Row("E3",
                "a bridging lead or cable joined the terminals in the clamp cabinet, so that open clamps looked shut",
                2, 2, 1, 1, "CC", "I", "N"),
            Row("E4", "the overhaul of the rail clamps was put off until after the season", 1, 1, 1, 1, "CC", "N", "N"),
            Row("E5",
                "the control room rang the head of maintenance when the alarm sounded, minutes before the crane rolled",
                1, 1, 0, 0, "CC", "I", "N"),
            Row("E6", "lines are missing from the printed alarm log", 1, 1, 0, 0, "C", "I", "N") with
            {
                Exposure = WhoCouldHaveTold.Of("E6", ExposedKind.EvidenceRow, [new("o-1", "HERON", HeronReport.Id)],
                    new(Reports, Register, audience.Clearance)),
            },
            Row("E7", "an outsider logged in through remote access and released the brakes", 1, 1, 0, 0, "I", "I",
                "CC"),
        ],
        Origins =
        [
            Origin("E1", "Orrin Terminals", false, ("Orrin Terminals", "2026-09-17T08:30+02:00"),
                ("Orrin Terminals internal mail", "2026-09-17T09:12+02:00"),
                    ("Northgate Wire", "2026-09-17T10:05+02:00"),
                ("Velmora Courier", "2026-09-17T11:10+02:00"), ("Eastbank Post", "2026-09-17T12:00+02:00"),
                ("East Quay crew chat", "2026-09-17T12:31+02:00"), ("Quayside Ledger", "2026-09-17T15:40+02:00"),
                ("Velmora Harbour Watch", "2026-09-18T07:02+02:00"), ("Orrin Terminals", "2026-09-23T11:00+02:00"),
                ("Pellhaven Evening Sheet", null)),
            Origin("E1", "an engineer who examined the wreck", true, ("The Lighterman", "2026-09-22T06:00+02:00")),
            Origin("E2", "Velmora Sailing Club", false, ("The Lighterman", "2026-09-22T06:00+02:00")),
            Origin("E2", "Pilots' house webcam", false, ("Pilots' house webcam", "2026-09-17T02:42+02:00")),
            Origin("E2", "Ruan's brother", false, ("East Quay crew chat", "2026-09-17T12:33+02:00")),
            Origin("E3", "Ship spotter's camera", false, ("Ship spotter's camera", "2026-09-16T17:52+02:00")),
            Origin("E3", "an engineer who examined the wreck", false, ("The Lighterman", "2026-09-22T06:00+02:00")),
            Origin("E4", "Dagan Pelk", false, ("Orrin Terminals internal mail", "2026-06-09T07:48+02:00")),
            Origin("E5", "Skerry Telecom", false, ("Skerry Telecom", "2026-09-24T12:00+02:00")),
            Origin("E7", "an unnamed sender", false, ("Velmora Harbour Watch", "2026-09-19T21:44+02:00")),
        ],
        Ledger =
        [
            Entry("E1", "Orrin Terminals", "says", "a sudden gust of 34 metres per second tore crane 4 from its brakes",
                9),
            Entry("E1", "an engineer who examined the wreck", "doubts", "wind had played any part", 0,
                "The Lighterman"),
            Entry("E1", "Northgate Wire", "withdraws",
                "its report that the wind over Velmora on 17 September was measured by the weather mast of the port",
                    0),
            Entry("E2", "Velmora Sailing Club", "says",
                "light air of two to four metres per second between two and three", 0,
                "The Lighterman"),
            Entry("E2", "Mirela Ostrand", "disputes", "a toy on a pole", 0, "The Lighterman") with { IsQuote = true },
            Entry("E3", "an engineer who examined the wreck", "says",
                "he had come upon a bridging lead in the clamp cabinet", 0,
                "The Lighterman"),
            Entry("E3", "Mirela Ostrand", "denies",
                "No lead, cable or key was placed in any cabinet by anyone in our employ", 0,
                "Orrin Terminals") with { IsQuote = true },
            Entry("E3", "Dagan Pelk", "declines to comment", "", 0, "The Lighterman"),
            Entry("E4", "Dagan Pelk", "denies", "never postponed work that bears on safety", 0, "Orrin Terminals") with
            {
                IsQuote = true,
            },
            Entry("E6", "HERON", "says", "two lines were missing from the alarm log", 0) with { Label = Heron },
        ],
        WouldChange =
        [
            Sentence("change/1", "No single source, if it fell, would make another judgment lead."),
            Sentence("change/2",
                $"If a protected source fell, {DraftSentence.Reference("J2")} would fall from 87 % to 74 %."),
            Sentence("change/3", $"If HERON fell, {DraftSentence.Reference("J1")} would lead."),
        ],
        Gaps =
        [
            Sentence("gap/1", "no report says what a laboratory found in the fractured steel axle") with
            {
                Remedy = "The insurer's report would tell.",
            },
            Sentence("gap/2", "E6 rests on one origin alone") with { LeansOn = ["E6"] },
        ],
        SourceSummary =
        [
            Sentence("sources/1", "This product rests on twenty reports of all four disciplines."),
            Sentence("sources/2", "A protected source: a person with direct knowledge; reliability B."),
            Sentence("sources/3", "Orrin Terminals: the company that runs the terminal; reliability C."),
        ],
    };

    public static ReleaseDecision Decide(Audience audience) => Decide(For(audience));

    public static ReleaseDecision Decide(Draft draft, params string[] protectedNames)
    {
        var protection = new Protection(Reports, Register, draft.Audience.Clearance);
        return Gate.Decide(draft, protection, new(protection, protectedNames, []));
    }

    public static ExposureFinding Finding(string item) =>
        new(item, ExposedKind.EvidenceRow, ExposureLevel.None, 1, [], 1, [], "No protected source carries it.");

    public static DraftSentence Sentence(string id, string text) => new(id, text, Case, Finding(id));

    private static DraftJudgment Judgment(
        string id, string statement, double likelihood, string confidence, int reports, int origins,
            params string[] reasons) =>
        new(id, statement, LikelihoodScale.Icd203.Say(likelihood), $"{statement} {likelihood}.", confidence, reports,
            origins, Case,
            Finding(id))
        {
            ConfidenceReasons = [.. reasons.Select((r, i) => Sentence($"{id}/{i}", r))],
        };

    private static DraftRow Row(string id, string what, int reports, int origins, int against, int againstOrigins,
        params string[] fits) => new(id, what, reports, origins, against, againstOrigins, Case, Finding(id))
        {
            Fits = [new("J2", fits[0]), new("J1", fits[1]), new("J3", fits[2])],
        };

    private static DraftOrigin Origin(string row, string voice, bool against,
        params (string Report, string? At)[] marks) =>
        new($"{row}/origin/{voice}/{against}", row, voice, "", against, Label.Clear, Finding(row))
        {
            Marks = [.. marks.Select((m, i) =>
                new DraftMark(m.Report, ReportedTime.TryIso(m.At), i == 0, Label.Clear))],
            LeansOn = [row],
        };

    private static DraftLedgerEntry Entry(string row, string who, string act, string words, int repeats,
        params string[] through) =>
        new($"{row}/claim/{who}/{act}", row, who, act, words, [.. through], who,
            ReportedTime.TryIso("2026-09-22T06:00+02:00"),
            repeats, Label.Clear, Finding(row))
        {
            LeansOn = [row],
            IsAgainst = act is "denies" or "disputes" or "doubts" or "withdraws",
            IsSilent = act.StartsWith("declines", StringComparison.Ordinal),
        };

    private static Report Report(string id, string source, Label label, string text) => new(
        new ReportId(id), ContentHash.Of("x"u8), new($"{id}.txt", "text", Source: new SourceId(source)), label, text);
}
