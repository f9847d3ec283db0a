using AllSource.Lineage.Origins;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Fusion.Grades;

/// <summary>
/// The reliability with which an origin is heard: the voice's given grade, and what the report that first carried it
/// adds. A relay never improves a voice: of two given grades the worse holds; a voice that nobody graded, heard through
/// a graded relay, is taken one grade under the relay, which vouches for having heard it; a graded voice heard through
/// an ungraded relay is taken one grade lower. F stays F.
/// </summary>
internal static class OriginGrade
{
    public static (Reliability Grade, string Why) Of(Origin origin, IReadOnlyDictionary<ReportId, Report> reports,
        SourceRegister register)
    {
        var voice = register.Find(origin.Voice)?.Reliability ?? Reliability.F;
        var carrier = origin.Root is { } root && reports.TryGetValue(root, out var report) ? ReportVoice.Carrier(report,
            register) : null;
        if (carrier is null || string.Equals(carrier, origin.Voice, StringComparison.OrdinalIgnoreCase))
        {
            return (voice, voice == Reliability.F ? $"nobody graded {origin.Voice}"
                : $"{origin.Voice} is graded {voice}");
        }

        var relay = register.Find(carrier)?.Reliability ?? Reliability.F;
        return (voice, relay) switch
        {
            (Reliability.F, Reliability.F) => (Reliability.F, $"nobody graded {origin.Voice} or {carrier}"),
            (Reliability.F, _) => (Lower(relay),
                $"{origin.Voice} is not graded; {carrier}, who vouches for it, is {relay}"),
            (_, Reliability.F) => (Lower(voice),
                $"{origin.Voice} is graded {voice}, but heard through {carrier}, which is not graded"),
            _ => ((Reliability)Math.Max((int)voice, (int)relay),
                $"{origin.Voice} is graded {voice}, {carrier} {relay}: the worse holds"),
        };
    }

    private static Reliability Lower(Reliability grade) => grade >= Reliability.E ? grade : grade + 1;
}
