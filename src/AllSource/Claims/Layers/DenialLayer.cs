using System.Collections.Frozen;
using AllSource.Language;

namespace AllSource.Claims.Layers;

/// <summary>
/// Denials under a plain cue: "he told us that he had carried no message", where somebody else was said before to have
/// heard of a message. What negates what nobody claimed is an assertion ("said it was not yet clear").
/// </summary>
internal static class DenialLayer
{
    /// <summary>The negation of what is said stands near its beginning; further in it negates something else.</summary>
    private const int NegationReach = 8;

    /// <summary>Claims further back than this many are not remembered by a reader either.</summary>
    private const int Remembered = 40;

    private static readonly FrozenSet<string> No = WordList.Of("no not n't n’t never none nobody nothing neither nor");

    private static readonly FrozenSet<string> Excusing = WordList.Of("""
        know clear sure yet comment say tell confirm want able expect think believe remember recall identify disclos
        name discuss rul speak answer elaborat immediately necessarily only just
        """);

    /// <summary>For each draft whether it negates what an earlier one of another speaker claims.</summary>
    /// <param name="drafts">In the order of their cues.</param>
    public static bool[] Find(IReadOnlyList<Draft> drafts, GrammarIndex index)
    {
        var denies = new bool[drafts.Count];
        var words = new HashSet<string>?[drafts.Count];
        for (var d = 1; d < drafts.Count; d++)
        {
            if (Negated(drafts[d], index) is not { } negation) continue;
            var own = Words(d, drafts, index, words);
            own.Remove(negation);
            for (var e = Math.Max(0, d - Remembered); e < d && !denies[d]; e++)
            {
                if (drafts[e].Content.Count == 0 || SameSource(drafts[e], drafts[d], index)
                    || drafts[e].Content.Exists(c => c.Contains(drafts[d].First))
                    || Negated(drafts[e], index) is not null) continue;
                var shared = Words(e, drafts, index, words).Count(own.Contains);
                denies[d] = shared >= 2 || (shared == 1 && own.Count <= 3);
            }
        }

        return denies;
    }

    /// <summary>Whether a negation stands in the first words of the content.</summary>
    public static bool Negates(Draft draft, GrammarIndex index)
    {
        var run = draft.Content[0];
        for (var i = run.First; i < Math.Min(run.End, run.First + NegationReach); i++)
        {
            if (No.Contains(index.Text.Tokens.Lower[i])) return true;
        }

        return false;
    }

    /// <summary>The word that negates the content's first clause; null where none does.</summary>
    private static string? Negated(Draft draft, GrammarIndex index)
    {
        if (draft.Content.Count == 0) return null;
        var (tokens, run) = (index.Text.Tokens, draft.Content[0]);
        for (var i = run.First; i < Math.Min(run.End, run.First + NegationReach); i++)
        {
            var lower = tokens.Lower[i];
            if (lower is "because" or "if" or "who" or "which" or "but" or "," && i > run.First + 1) return null;
            if (index.Text.Tag[i] == Tags.Md) return null; // "will not pay" promises, "could not verify" knows nothing
            if (!No.Contains(lower)) continue;
            if (i + 1 < run.End && index.Text.Tag[i + 1] == Tags.Md) return null;
            for (var k = i + 1; k < Math.Min(run.End, i + 4); k++)
            {
                if (Excusing.Contains(index.StemOf(k)) || Excusing.Contains(tokens.Lower[k])) return null;
            }

            return index.StemOf(i);
        }

        return null;
    }

    private static bool SameSource(Draft a, Draft b, GrammarIndex index) => a.Source.Count > 0 && b.Source.Count > 0
        && index.StemOf(a.Source[^1].End - 1) == index.StemOf(b.Source[^1].End - 1);

    /// <summary>The stems of nouns, verbs and numbers of a content.</summary>
    private static HashSet<string> Words(int d, IReadOnlyList<Draft> drafts, GrammarIndex index,
        HashSet<string>?[] cache)
    {
        if (cache[d] is { } known) return known;
        var words = new HashSet<string>();
        foreach (var run in drafts[d].Content)
        {
            for (var i = run.First; i < Math.Min(run.End, run.First + 40); i++)
            {
                var tag = index.Text.Tag[i];
                if ((Tags.IsNoun(tag) || Tags.IsVerb(tag) || tag == Tags.Cd || tag == Tags.Jj)
                    && index.StemOf(i) is not ("be" or "have" or "do" or "say" or "tell" or "go" or "get" or "make"))
                {
                    words.Add(index.StemOf(i));
                }
            }
        }

        return cache[d] = words;
    }
}
