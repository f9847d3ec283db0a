using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>Part-of-speech tags (Penn Treebank as in UD English, column XPOS) as small numbers; models store the
/// numbers.</summary>
internal static class Tags
{
    public static readonly string[] Names =
    [
        "NN", "IN", "DT", "NNP", "PRP", "JJ", "RB", ".", ",", "VB", "NNS", "CC", "VBD", "VBP", "VBZ", "CD", "VBN",
            "VBG", "TO", "MD", "PRP$", ":",
        "WDT", "-RRB-", "-LRB-", "WRB", "UH", "``", "''", "WP", "RP", "POS", "HYPH", "NNPS", "JJR", "JJS", "EX", "RBR",
            "NFP", "GW", "ADD", "$",
        "SYM", "PDT", "FW", "RBS", "LS", "AFX", "#", "WP$",
    ];

    public const byte Start = 60; // before the first and after the last token of a sentence

    private static readonly FrozenDictionary<string, byte> ByName =
        Names.Select((name, i) => (name, i)).ToFrozenDictionary(p => p.name, p => (byte)p.i, StringComparer.Ordinal);

    public static readonly byte Nnp = Of("NNP"), Nnps = Of("NNPS"), Nn = Of("NN"), Nns = Of("NNS"), Prp = Of("PRP"),
        Md = Of("MD"), To = Of("TO"),
        Vb = Of("VB"), Vbd = Of("VBD"), Vbg = Of("VBG"), Vbn = Of("VBN"), Vbp = Of("VBP"), Vbz = Of("VBZ"),
            Rb = Of("RB"), Dt = Of("DT"),
        In = Of("IN"), Cd = Of("CD"), Jj = Of("JJ"), Pos = Of("POS"), PrpPoss = Of("PRP$"), Wp = Of("WP"),
            Wdt = Of("WDT"), Cc = Of("CC");

    public static byte Of(string name) => ByName.GetValueOrDefault(name, (byte)0);

    public static bool IsVerb(byte tag) => tag == Vb || tag == Vbd || tag == Vbg || tag == Vbn || tag == Vbp
        || tag == Vbz;

    public static bool IsNoun(byte tag) => tag == Nn || tag == Nns || tag == Nnp || tag == Nnps;

    public static bool IsName(byte tag) => tag == Nnp || tag == Nnps;
}
