namespace AllSource.Store;

/// <summary>Why a desk cannot be used now.</summary>
public enum DeskTrouble
{
    /// <summary>Another program holds it.</summary>
    Busy,

    /// <summary>It was written by a later version of the program.</summary>
    Newer,

    /// <summary>It is no desk, or its file is damaged.</summary>
    Broken,

    /// <summary>The disk is full, or the place cannot be written.</summary>
    NoRoom,
}

/// <summary>A desk that cannot be opened or written, in a sentence with the way out.</summary>
public sealed class DeskException(DeskTrouble trouble, string sentence, Exception? inner = null)
    : Exception(sentence, inner)
{
    public DeskTrouble Trouble { get; } = trouble;
}
