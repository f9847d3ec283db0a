using System.Collections.Frozen;

namespace AllSource.Language;

/// <summary>Words that keep their full stop, and prefixes that keep their hyphen (as the English treebanks of UD cut
/// them).</summary>
internal static class Abbreviations
{
    /// <summary>A full stop after these never ends a sentence: a name or a number follows.</summary>
    public static readonly FrozenSet<string> BeforeName = Words("""
        mr mrs ms messrs mx dr prof rev fr hon st ste sen sens rep reps gov govs lt gen col maj capt cmdr cpl sgt
        pfc adm brig supt det insp amb
        pres atty asst dep pvt spc cpt ltc mt ft no nos vs v art sec fig figs vol pp p para al cf eg ie viz dist
        """);

    /// <summary>A full stop after these belongs to the word; the sentence may end there all the same.</summary>
    public static readonly FrozenSet<string> MayEnd = Words("""
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
        inc corp co cos ltd llc llp plc bros assn dept univ est ave blvd rd hwy jr sr esq ph etc approx min max
        ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa
        tenn tex va vt wash wis wyo n.c n.h n.j n.m n.y n.d s.c s.d r.i w.va d.c u.s u.k u.n e.u u.s.a a.m p.m m.d
        ph.d b.a m.a d.phil i.e e.g
        """);

    /// <summary>"co-operate" is one word, "well-known" three tokens.</summary>
    public static readonly FrozenSet<string> KeepsHyphen = Words("""
        non anti pre post pro re ex co e self mid multi un inter intra ultra semi sub super counter cross micro
        macro pan neo uh mm
        """);

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}
