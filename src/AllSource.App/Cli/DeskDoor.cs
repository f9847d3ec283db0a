using AllSource.Claims;
using AllSource.Desk;
using AllSource.Store;
using AllSource.Store.Sqlite;

namespace AllSource.App.Cli;

/// <summary>Opens the desk that a verb works on, and gives its troubles the exit codes that scripts know.</summary>
internal static class DeskDoor
{
    public static SqliteDesk Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"the folder of {path} cannot be made ({e.GetType().Name}). Name another place with --desk.");
        }

        return Guarded(() => SqliteDesk.Open(full));
    }

    /// <summary>Opens a desk that is there: a verb that only looks, or acts on what was taken in, makes none.</summary>
    public static SqliteDesk OpenExisting(string path) => File.Exists(path) ? Open(path)
        : throw new VerbException(ExitCodes.NotFoundOrNotAllowed,
            $"{path}: there is no desk. Name it with --desk, or make it with 'allsource assess'.");

    /// <summary>Reads claims as every verb that needs them does: what this desk kept is not read again.</summary>
    public static ReadCaseClaims Claims(SqliteDesk desk) => new(new ClaimReader(), desk.Claims);

    public static T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (DeskException e)
        {
            throw new VerbException(e.Trouble switch
            {
                DeskTrouble.Busy or DeskTrouble.Newer => ExitCodes.Busy,
                DeskTrouble.Broken => ExitCodes.IntegrityBroken,
                DeskTrouble.NoRoom => ExitCodes.Failed,
                _ => ExitCodes.Failed,
            }, e.Message);
        }
    }
}
