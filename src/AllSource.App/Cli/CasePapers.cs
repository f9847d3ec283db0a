using AllSource.App.Cases;
using AllSource.Assessments;
using AllSource.Desk;
using AllSource.Documents;
using AllSource.Documents.Json;
using AllSource.Kernel;

namespace AllSource.App.Cli;

/// <summary>What a verb finds beside a case's reports: case.yaml, the analysts' matrices, earlier results.</summary>
internal static class CasePapers
{
    public static CaseFolder Open(string path, string outFolder, string deskPath)
    {
        if (Directory.Exists(path)) return CaseFolder.Read(path, outFolder,
            Path.GetDirectoryName(Path.GetFullPath(deskPath))!);
        throw File.Exists(path)
            ? new VerbException(ExitCodes.Usage, $"{path} is a file. Name the folder that it lies in.")
            : new VerbException(ExitCodes.NotFoundOrNotAllowed, $"{path}: there is no such folder. Check the name.");
    }

    public static CaseFile Read(Terminal terminal, CaseFolder folder)
    {
        var file = folder.CaseFile is null ? CaseFile.None
            : Understood(terminal, CaseFolder.CaseFileName,
                new CaseFileReader().Read(CaseFolder.CaseFileName, Bytes(folder.CaseFile)));
        var matrices = folder.Matrices.Select(f =>
            Understood(terminal, f.Name, MatrixFileReader.Read(f.Name, Bytes(f), file))).ToList();
        if (matrices.GroupBy(m => m.Analyst, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is
            { } twice)
        {
            throw new VerbException(ExitCodes.Usage,
                $"two matrix files are by {twice.Key}. One analyst has one matrix: mend 'analyst' in one of them.");
        }

        return file with { Matrices = [.. matrices.OrderBy(m => m.Analyst, StringComparer.Ordinal)] };
    }

    /// <summary>
    /// What the case's results said before they are replaced, or what --since names; null when there is nothing.
    /// </summary>
    public static EarlierAssessment? Earlier(Terminal terminal, string? since, string results)
    {
        var path = since ?? Path.Combine(results, "assessment.json");
        if (!File.Exists(path))
        {
            return since is null ? null : throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
                $"{since}: there is no such file. Check the name.");
        }

        var file = new FileInfo(path);
        if (file.Length > EarlierAssessmentReader.LengthMax) return null;
        var parsed = EarlierAssessmentReader.Read(path, Bytes(file));
        foreach (var finding in parsed.Findings) terminal.Words.WriteLine($"allsource: {finding}");
        return parsed.Value;
    }

    private static byte[] Bytes(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Usage, $"{file.Name} cannot be read ({e.GetType().Name}).");
        }
    }

    /// <summary>
    /// A key that is misspelt may be the label: what was not understood in full is not acted on in part.
    /// </summary>
    private static T Understood<T>(Terminal terminal, string name, Parsed<T> parsed)
        where T : class
    {
        foreach (var finding in parsed.Findings) terminal.Words.WriteLine($"allsource: {finding}");
        if (parsed.Value is { } value && parsed.Findings.All(f => f.Weight != FindingWeight.Loss)) return value;
        throw new VerbException(ExitCodes.Usage,
            $"{name} was not understood in full; nothing was taken in. Mend it and run again.");
    }

    public static LikelihoodScale ScaleOf(string name) => name switch
    {
        "icd203" => LikelihoodScale.Icd203,
        "phia" => LikelihoodScale.Phia,
        _ => throw new VerbException(ExitCodes.Usage, $"'{name}' is no scale. Write icd203 or phia."),
    };
}
