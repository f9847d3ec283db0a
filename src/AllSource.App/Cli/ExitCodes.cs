namespace AllSource.App.Cli;

/// <summary>What a script may rely on.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotFoundOrNotAllowed = 3;
    public const int SignIn = 4;
    public const int Refused = 5;
    public const int Partly = 6;
    public const int Busy = 7;
    public const int IntegrityBroken = 8;
    public const int Interrupted = 130;
}
