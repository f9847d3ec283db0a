namespace AllSource.Access;

/// <summary>
/// Traffic Light Protocol 2.0 (FIRST 2022). FIRST defines no order; ours, for roll-up, is the order of the members.
/// </summary>
public enum Tlp
{
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}

/// <summary>The words of TLP 2.0, as data.</summary>
public static class TlpWords
{
    private static readonly (Tlp Level, string Word)[] Table =
    [
        (Tlp.Clear, "TLP:CLEAR"), (Tlp.Green, "TLP:GREEN"), (Tlp.Amber, "TLP:AMBER"),
        (Tlp.AmberStrict, "TLP:AMBER+STRICT"), (Tlp.Red, "TLP:RED"),
    ];

    public static string Word(Tlp level) => Table.First(row => row.Level == level).Word;

    /// <summary>Null when the text is none of the five words; WHITE, the name of 1.0, is read as CLEAR.</summary>
    public static Tlp? TryParse(string text)
    {
        var word = text.Trim().ToUpperInvariant();
        if (word == "TLP:WHITE") return Tlp.Clear;
        foreach (var row in Table)
        {
            if (row.Word == word) return row.Level;
        }

        return null;
    }
}
