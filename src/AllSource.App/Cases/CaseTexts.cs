using System.Globalization;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Lineage;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.App.Cases;

/// <summary>
/// The texts of a case folder as Lineage compares them, named by their files, without a desk: nothing is kept.
/// </summary>
internal sealed record CaseTexts(List<LineageDocument> Documents, List<string> Problems)
{
    private const string Sidecar = ".meta.yaml";

    /// <summary>True for a folder that is a case, with a file that says so.</summary>
    public static bool IsCase(string path) => File.Exists(Path.Combine(path, CaseFolder.CaseFileName));

    public static CaseTexts Read(string path)
    {
        var texts = new CaseTexts([], []);
        var folder = CaseFolder.Read(path);
        texts.Problems.AddRange(folder.PassedOver.Where(f => f.Weight == Kernel.FindingWeight.Loss)
            .Select(f => f.ToString()));
        var file = texts.CaseFileOf(folder);
        var register = new SourceRegister(file.Sources);
        var byName = folder.Files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var one in folder.Files.Where(f => !f.Name.EndsWith(Sidecar, StringComparison.OrdinalIgnoreCase)))
        {
            var number = 0;
            foreach (var report in texts.ReportsOf(one, byName.GetValueOrDefault(one.Name + Sidecar), file.Answers))
            {
                var id = ++number == 1 ? one.Name
                    : string.Create(CultureInfo.InvariantCulture, $"{one.Name}#{number}");
                texts.Documents.Add(CaseDocuments.Of(report, register, id));
            }
        }

        return texts;
    }

    private CaseFile CaseFileOf(CaseFolder folder)
    {
        if (folder.CaseFile is null) return CaseFile.None;
        try
        {
            var parsed = new CaseFileReader().Read(CaseFolder.CaseFileName,
                File.ReadAllBytes(folder.CaseFile.FullName));
            Problems.AddRange(parsed.Findings.Select(f => f.ToString()));
            return parsed.Value ?? CaseFile.None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{CaseFolder.CaseFileName} cannot be read ({e.GetType().Name}); it was left out.");
            return CaseFile.None;
        }
    }

    private IEnumerable<Report> ReportsOf(IncomingFile file, IncomingFile? sidecar, ReadingAnswers answers)
    {
        var reader = new ReportReader();
        try
        {
            var reading = reader.RefuseByLength(file) ?? reader.Read(file, Bytes(file),
                sidecar is null ? null : Bytes(sidecar), answers);
            if (reading.State == ReadingState.Read) return reading.Reports;
            var why = reading.Findings.Length > 0 ? reading.Findings[0].ToString() : reading.Why;
            if (reading.State == ReadingState.Failed) Problems.Add($"{file.Name}: {why} It was left out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"{file.Name}: {e.Message} It was left out.");
        }

        return [];
    }

    private static byte[] Bytes(IncomingFile file)
    {
        using var stream = file.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
