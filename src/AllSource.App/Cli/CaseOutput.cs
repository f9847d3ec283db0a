using System.Text;
using AllSource.Briefs;
using AllSource.Desk;
using AllSource.Documents.Json;
using AllSource.Release;
using AllSource.Store.Sqlite;

namespace AllSource.App.Cli;

/// <summary>
/// Writes what an assessment leaves behind: assessment.json (the desk's own), brief.html (what the gate lets out),
/// release.txt (what it refused, for the desk alone); and the same findings on the terminal.
/// </summary>
internal static class CaseOutput
{
    public static int Write(Terminal terminal, SqliteDesk desk, AssessedCase assessed, string folder, bool json)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Replace(Path.Combine(folder, "assessment.json"), stream => AssessmentJson.Write(assessed, stream));
            var decision = DeskDoor.Guarded(
                () => new IssueBrief(desk.Disclosures, TimeProvider.System).Issue(assessed, Product.Version));
            Replace(Path.Combine(folder, "release.txt"), stream =>
                WriteText(stream, w => ReleaseWords.Write(w, decision)));
            terminal.Words.WriteLine(assessed.Assessment.Calibration);
            if (json) CopyOut(terminal, Path.Combine(folder, "assessment.json"));
            return decision.Brief is { } brief
                ? Released(terminal, brief, Path.Combine(folder, "brief.html"), json)
                : Refused(terminal, decision, Path.Combine(folder, "brief.html"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"{folder} cannot be written ({e.Message}). What was taken in is kept; make room, or use --out.");
        }
    }

    private static int Released(Terminal terminal, ReleasedBrief brief, string path, bool json)
    {
        Replace(path, stream => WriteText(stream, w => BriefHtml.Write(brief, w)));
        if (!json) BriefText.Write(brief, terminal.Out);
        terminal.Words.WriteLine($"brief: {path}");
        return ExitCodes.Done;
    }

    private static int Refused(Terminal terminal, ReleaseDecision decision, string path)
    {
        // A brief of an earlier run may say what is refused now.
        File.Delete(path);
        terminal.Words.WriteLine($"allsource: no brief leaves the desk. {decision.Refusal}");
        return ExitCodes.Refused;
    }

    private static void CopyOut(Terminal terminal, string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var buffer = new char[81920];
        int read;
        while ((read = reader.Read(buffer)) > 0) terminal.Out.Write(buffer, 0, read);
        terminal.Out.WriteLine();
    }

    /// <summary>
    /// Writes beside, then renames: a reader never sees half a file, and a full disk leaves the old one.
    /// </summary>
    private static void Replace(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var stream = File.Create(beside)) write(stream);
        File.Move(beside, path, overwrite: true);
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        write(writer);
    }
}
