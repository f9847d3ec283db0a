using AllSource.Access;
using AllSource.App.Cli;
using AllSource.Desk;
using AllSource.Store.Sqlite;

namespace AllSource.App.Cases;

/// <summary>A case that the desk holds: its id, and what its case.yaml says.</summary>
internal sealed record OpenedCase(string Id, CaseFile File);

/// <summary>Finds the case that a verb works on, by its folder or by its id.</summary>
internal static class CaseDoor
{
    /// <summary>
    /// By folder, whose case.yaml brings the register and the hypotheses; or by the id that the desk knows, which
    /// brings neither.
    /// </summary>
    /// <exception cref="VerbException">Neither is there, or the desk holds no report of it.</exception>
    public static OpenedCase Open(Terminal terminal, string folderOrId, SqliteDesk desk)
    {
        var opened = Directory.Exists(folderOrId) ? OfFolder(terminal, folderOrId, desk.Path)
            : new(folderOrId, CaseFile.None);
        if (DeskDoor.Guarded(() => desk.Reports.OfCase(opened.Id, Clearance.DeskOwner)).Count > 0) return opened;
        throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
            $"{folderOrId}: the desk holds no such case. Name its folder or its id; 'allsource assess' takes one in.");
    }

    private static OpenedCase OfFolder(Terminal terminal, string path, string deskPath)
    {
        var folder = CasePapers.Open(path, Settings.Read().Find("out").Value, deskPath);
        var read = CasePapers.Read(terminal, folder);
        return new(read.Id ?? folder.Name, read);
    }
}
