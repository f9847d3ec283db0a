using AllSource.App.Cases;
using AllSource.Desk;
using AllSource.Kernel;

namespace AllSource.App.Cli;

/// <summary>
/// Says what became of a batch: counts, then what failed, is not read yet or was doubtful, then the questions.
/// </summary>
internal static class BatchWords
{
    // A folder with a thousand doubtful files must not bury what matters; the rest stands in assessment.json.
    private const int NotesMax = 30;

    public static void Write(TextWriter words, CaseFolder folder, Batch batch, IReadOnlyCollection<Finding> further)
    {
        words.WriteLine($"{folder.Path}: {Counts(batch)}");
        foreach (var file in batch.Files.Where(f => f.State == FileState.NotYetRead))
        {
            words.WriteLine($"  not yet read  {Told(file)}");
        }

        foreach (var file in batch.Files.Where(f => f.State == FileState.Failed))
        {
            words.WriteLine($"  failed        {Told(file)}");
        }

        var doubts = batch.Files.Where(f => f.State is not (FileState.Failed or FileState.NotYetRead))
            .SelectMany(f => f.Findings).Concat(folder.PassedOver).Concat(further)
            .Where(f => f.Weight != FindingWeight.Note || f.Kind == "passed-over").ToList();
        foreach (var doubt in doubts.Take(NotesMax)) words.WriteLine($"  {Word(doubt.Weight),-12}  {doubt}");
        if (doubts.Count > NotesMax) words.WriteLine($"  ... and {doubts.Count - NotesMax} more, in assessment.json");
        foreach (var question in batch.Questions) words.WriteLine($"  question      {question}");
    }

    private static string Counts(Batch batch)
    {
        (FileState State, string Word)[] rows =
        [
            (FileState.New, "new"), (FileState.AlreadyHere, "already here"), (FileState.ReadAgain, "read again"),
            (FileState.Withdrawn, "withdrawn before"), (FileState.NotYetRead, "not yet read"),
                (FileState.Failed, "failed"),
        ];
        return string.Join(", ", rows.Where(r => batch.Count(r.State) > 0)
            .Select(r => $"{batch.Count(r.State)} {r.Word}"));
    }

    private static string Told(FileOutcome file) => file.Findings.IsEmpty ? file.Why
        : string.Join(' ', file.Findings.Where(f => f.Weight != FindingWeight.Note).DefaultIfEmpty(file.Findings[0]));

    private static string Word(FindingWeight weight) => weight switch
    {
        FindingWeight.Note => "passed over",
        FindingWeight.Doubt => "doubt",
        FindingWeight.Loss => "left out",
        _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, "not a weight"),
    };
}
