namespace AllSource.Language;

/// <summary>Dependency relations (Universal Dependencies, subtypes that say nothing here folded) as small
/// numbers.</summary>
internal static class Relations
{
    public static readonly string[] Names =
    [
        "root", "punct", "case", "det", "nsubj", "advmod", "amod", "obj", "obl", "nmod", "conj", "compound", "mark",
            "cc", "aux", "cop", "nmod:poss",
        "advcl", "xcomp", "flat", "acl:relcl", "ccomp", "acl", "appos", "parataxis", "nummod", "aux:pass",
            "nsubj:pass", "obl:time", "discourse",
        "compound:prt", "expl", "iobj", "obl:agent", "csubj", "dep",
    ];

    public const byte None = 63;

    public static readonly byte Root = Of("root"), Punct = Of("punct"), Nsubj = Of("nsubj"),
        NsubjPass = Of("nsubj:pass"), Ccomp = Of("ccomp"),
        Xcomp = Of("xcomp"), Parataxis = Of("parataxis"), Advcl = Of("advcl"), Obj = Of("obj"), Obl = Of("obl"),
            Nmod = Of("nmod"),
        NmodPoss = Of("nmod:poss"), Mark = Of("mark"), Aux = Of("aux"), AuxPass = Of("aux:pass"), Cop = Of("cop"),
            Advmod = Of("advmod"),
        Appos = Of("appos"), Acl = Of("acl"), AclRelcl = Of("acl:relcl"), Conj = Of("conj"), Cc = Of("cc"),
            Case = Of("case"), Iobj = Of("iobj"),
        OblAgent = Of("obl:agent"), OblTime = Of("obl:time"), Det = Of("det"), Flat = Of("flat"),
            Compound = Of("compound"), Csubj = Of("csubj");

    public static byte Of(string name)
    {
        var at = Array.IndexOf(Names, name);
        if (at >= 0) return (byte)at;
        return name switch
        {
            "nsubj:outer" => Of("nsubj"),
            "obl:unmarked" or "nmod:unmarked" or "obl:tmod" or "obl:npmod" or "nmod:tmod" => Of("obl:time"),
            "iobj:agent" => Of("iobj"),
            "vocative" or "reparandum" => Of("discourse"),
            "fixed" or "goeswith" => Of("flat"),
            "list" => Of("parataxis"),
            _ => name.Contains(':', StringComparison.Ordinal) ? Of(name[..name.IndexOf(':', StringComparison.Ordinal)])
                : Of("dep"),
        };
    }
}
