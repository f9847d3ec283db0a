using System.Globalization;
using AllSource.Fusion.Copying;
using AllSource.Lineage.Origins;
using AllSource.Sources;

namespace AllSource.Fusion.Propositions;

/// <summary>
/// How likely two origins of one proposition are two witnesses: judgments as data, each with its reason. Never 1.
/// </summary>
internal static class Independence
{
    public static (double Probability, string Why) Between(
        Origin a, Origin b, SourceRegister register, HiddenLinks links)
    {
        var (known, why) = Between(a, b, register);
        if (!a.IsNamed || !b.IsNamed || links.Between(a.Voice, b.Voice) is not { } link) return (known, why);
        var (first, second) = string.CompareOrdinal(a.Voice, b.Voice) <= 0 ? (a.Voice, b.Voice) : (b.Voice, a.Voice);
        return (known * (1 - link.Probability), string.Create(CultureInfo.InvariantCulture,
            $"{first} and {second} said the same on {link.Together} judgments resolved elsewhere, and ")
            + string.Create(CultureInfo.InvariantCulture,
                $"were wrong on {link.WrongTogether}: one may repeat the other ({link.Probability:0 %})"));
    }

    private static (double Probability, string Why) Between(Origin a, Origin b, SourceRegister register)
    {
        var (first, second) = string.CompareOrdinal(a.Voice, b.Voice) <= 0 ? (a, b) : (b, a);
        if (Belongs(first, second, register) || Belongs(second, first, register))
            return (.7, $"{first.Voice} and {second.Voice} belong together");
        if (a.Kind == OriginKind.AnonymousSpeaker && b.Kind == OriginKind.AnonymousSpeaker)
            return a.Root == b.Root ? (.9, "two unnamed voices that one report tells apart") : (.8,
                "two unnamed voices may be one person");
        if (a.Kind == OriginKind.AnonymousSpeaker && IsPerson(b) || b.Kind == OriginKind.AnonymousSpeaker
            && IsPerson(a))
            return (.88, "the unnamed voice may be the other person");
        if (a.Kind == OriginKind.SharedText || b.Kind == OriginKind.SharedText) return (.8,
            "nobody knows where the shared text began");
        if (a.Kind == OriginKind.NamedOutlet || b.Kind == OriginKind.NamedOutlet)
            return (.8, "what the relayed outlet rests on is not in the case");
        return IsOutlet(a) && IsOutlet(b)
            ? (.85, "two outlets that name no source may rest on the same one") : (.97, "nothing links them");
    }

    private static bool IsOutlet(Origin o) => o.Kind == OriginKind.OwnWords && o.VoiceKind == SourceKind.Outlet;

    private static bool IsPerson(Origin o) => o.VoiceKind is SourceKind.Person or SourceKind.ProtectedPerson;

    /// <summary>True when the register describes the one by the name of the other.</summary>
    private static bool Belongs(Origin a, Origin b, SourceRegister register) =>
        b.Voice.Length > 2 && (register.Find(a.Voice)?.Describe?.Contains(b.Voice,
            StringComparison.OrdinalIgnoreCase) ?? false);
}
