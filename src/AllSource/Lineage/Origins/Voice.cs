using AllSource.Sources;

namespace AllSource.Lineage.Origins;

/// <summary>How a voice is known.</summary>
internal enum VoiceGround
{
    OwnWords,
    Named,

    /// <summary>
    /// Somebody described and not named, or named only inside one report's circle: known within that report alone.
    /// </summary>
    Unnamed,

    /// <summary>An outlet other than the report's own source: the report relays it.</summary>
    Outlet,

    /// <summary>Nobody: "it was reported". No origin.</summary>
    Nobody,
}

/// <summary>Whose word a claim is, in the register's name where there is one.</summary>
internal sealed record Voice(string Name, SourceKind Kind, VoiceGround Ground)
{
    /// <summary>Equal for the same witness; an unnamed voice is a witness of its own in every report.</summary>
    public string Key(string report)
    {
        var name = Name.ToLowerInvariant();
        if (name.StartsWith("the ", StringComparison.Ordinal)) name = name[4..];
        return Ground == VoiceGround.Unnamed ? $"{report}|{name}" : name;
    }
}
