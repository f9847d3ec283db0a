using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AllSource.Lineage.Reading;

/// <summary>
/// English function words and the commonest verbs, adverbs and nouns beside them, by code. Other languages' are not
/// listed:
/// there, commonness is learnt from the texts alone.
/// </summary>
internal static class CommonWords
{
    private const uint Half = 1024;

    private const string List =
        "a about above after again against all also although always am among an and another any anybody "
        + "anyone anything are arent around as at away back be became because become been before began being "
        + "below between both but by came can cannot cant come could couldnt did didnt do does doesnt doing "
        + "done dont down during each either else even ever every everyone everything far few first for from "
        + "further gave get gets getting give given go goes going gone got had hadnt has hasnt have havent "
        + "having he hed her here hers herself hes him himself his how however i id if ill im in indeed into is "
        + "isnt it its itself ive just keep kept knew know known last least less let lets like likely look made "
        + "make makes making many may maybe me mean might mine more most much must my myself need neither never "
        + "new next no nobody none nor not nothing now of off often on once one ones only onto or other others "
        + "our ours ourselves out over own part people per perhaps put quite rather re really said same saw say "
        + "saying says second see seem seemed seems seen several shall she shes should shouldnt since so some "
        + "somebody someone something still such take taken takes tell than thank thanks that thats the their "
        + "theirs them themselves then there theres these they theyre theyve thing things think this those "
        + "though thought three through time times to together told too took toward towards try trying two "
        + "under until up upon us use used uses using very want wants was wasnt way ways we well went were "
        + "werent weve what whatever when where whether which while who whole whom whose why will with within "
        + "without wont would wouldnt year years yes yet you youd youll your youre yours yourself youve ve ll s "
        + "t d m";

    private static readonly FrozenSet<string> Spelt = List.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly uint[] Table = MakeTable();

    /// <summary>
    /// Each code has two slots and stands in one of them (Pagh and Rodler, Cuckoo hashing, 2004): no branch to guess.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(uint code)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(Table);
        return (Unsafe.Add(ref table, FirstSlot(code)) == code) | (Unsafe.Add(ref table, SecondSlot(code)) == code);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstSlot(uint code) => (int)(code % Half);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SecondSlot(uint code) => (int)(Half + ((code >> 16) % Half));

    private static uint[] MakeTable()
    {
        const int moves = 500;
        var table = new uint[2 * Half];
        foreach (var word in Spelt.Order(StringComparer.Ordinal))
        {
            var code = WordReader.CodeOfAscii(word);
            var at = FirstSlot(code);
            for (var move = 0; code != 0; move++)
            {
                if (move == moves) throw new InvalidOperationException("the table of common words is too small");
                (table[at], code) = (code, table[at]);
                at = at == FirstSlot(code) ? SecondSlot(code) : FirstSlot(code);
            }
        }

        return table;
    }
}
