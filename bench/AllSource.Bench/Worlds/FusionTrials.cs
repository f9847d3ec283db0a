using System.Globalization;

namespace AllSource.Bench.Worlds;

/// <summary>What can be measured of the fusion engine, by name.</summary>
internal static class FusionTrials
{
    public const string Usage =
        "  worlds SEEDS [KIND ...] | known FOLDER | table CLAIMS.tsv | change CLAIMS.tsv CHANGES\n"
        + "  corroborate SEEDS CLAIMS | outcomes FOLDER";

    public static void Run(string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["worlds", var seeds, .. var kinds]:
                WorldTrial.Run(kinds, int.Parse(seeds, CultureInfo.InvariantCulture), output);
                break;
            case ["corroborate", var seeds, var claims]:
                CorroborationTrial.Run(int.Parse(seeds, CultureInfo.InvariantCulture),
                    int.Parse(claims, CultureInfo.InvariantCulture), output);
                break;
            case ["outcomes", var folder]:
                KnownTrial.Outcomes(folder, output);
                break;
            case ["known", var folder]:
                KnownTrial.Run(folder, output);
                break;
            case ["change", var claims, var changes]:
                ChangeTrial.Run(claims, int.Parse(changes, CultureInfo.InvariantCulture), output);
                break;
            case ["table", var claims]:
                TableTrial.Run(claims, output);
                break;
        }
    }
}
