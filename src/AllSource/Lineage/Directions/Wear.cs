using System.Buffers;
using AllSource.Kernel;

namespace AllSource.Lineage.Directions;

/// <summary>
/// Typography that wears off in copying and hardly ever grows back: curly quotation marks and apostrophes become
/// straight ones, long dashes
/// become hyphens, accents fall, paragraphs run together, a space after a full stop is lost. <paramref name="Kinds"/>
/// counts the
/// kinds, above 0 where the first text is the worn one, below 0 the second; kinds that point both ways cancel.
/// </summary>
internal sealed record Wear(int Kinds, string What)
{
    private const int MarksMin = 2;

    /// <summary>All that is counted begins with one of these.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("“”‘’\"'–—-\n.!?");

    public static Wear Between(string a, ReadOnlySpan<TextSpan> inA, string b, ReadOnlySpan<TextSpan> inB)
    {
        var ofA = Marks.In(a, inA);
        var ofB = Marks.In(b, inB);
        var what = new List<string>();
        var kinds = 0;
        void Weigh(bool wornA, bool wornB, string name)
        {
            if (wornA == wornB) return;
            kinds += wornA ? 1 : -1;
            what.Add(name);
        }

        Weigh(
            ofA.Straight >= MarksMin && ofB.Curly >= MarksMin && ofA.Straight > ofA.Curly && ofB.Curly > ofB.Straight,
            ofB.Straight >= MarksMin && ofA.Curly >= MarksMin && ofB.Straight > ofB.Curly && ofA.Curly > ofA.Straight,
            "curly quotation marks made straight");
        Weigh(ofA.DoubleHyphens > 0 && ofB.LongDashes > 0, ofB.DoubleHyphens > 0 && ofA.LongDashes > 0,
            "long dashes made hyphens");
        Weigh(IsGlued(ofA, ofB), IsGlued(ofB, ofA), "sentences without the space between them");
        Weigh(
            ofB.Paragraphs >= MarksMin && ofA.Paragraphs == 0, ofA.Paragraphs >= MarksMin && ofB.Paragraphs == 0,
            "paragraphs run together");
        return new(kinds, string.Join(", ", what));
    }

    private static bool IsGlued(Marks one, Marks other) => one.Glued > 0 && other.Glued == 0;

    private readonly record struct Marks(int Curly, int Straight, int LongDashes, int DoubleHyphens, int Glued,
        int Paragraphs)
    {
        public static Marks In(string text, ReadOnlySpan<TextSpan> spans)
        {
            var sum = default(Marks);
            foreach (var span in spans)
            {
                var one = In(text.AsSpan(span.Start, span.Length));
                sum = new(
                    sum.Curly + one.Curly, sum.Straight + one.Straight, sum.LongDashes + one.LongDashes,
                    sum.DoubleHyphens + one.DoubleHyphens, sum.Glued + one.Glued, sum.Paragraphs + one.Paragraphs);
            }

            return sum;
        }

        private static Marks In(ReadOnlySpan<char> text)
        {
            int curly = 0, straight = 0, dashes = 0, hyphens = 0, glued = 0, paragraphs = 0;
            for (int i = 0, ahead; i < text.Length && (ahead = text[i..].IndexOfAny(Telling)) >= 0; i++)
            {
                i += ahead;
                switch (text[i])
                {
                    case '“' or '”' or '‘' or '’': curly++; break;
                    case '"' or '\'': straight++; break;
                    case '–' or '—': dashes++; break;
                    case '-' when i + 1 < text.Length && text[i + 1] == '-': hyphens++; break;
                    case '\n' when i + 1 < text.Length && text[i + 1] == '\n': paragraphs++; break;
                }

                if (IsGluedAt(text, i)) glued++;
            }

            return new(curly, straight, dashes, hyphens, glued, paragraphs);
        }

        private static bool IsGluedAt(ReadOnlySpan<char> text, int i) =>
            text[i] is '.' or '!' or '?' && i > 0 && char.IsLower(text[i - 1]) && i + 1 < text.Length
            && (char.IsUpper(text[i + 1])
                || (text[i + 1] is '"' or '”' && i + 2 < text.Length && char.IsUpper(text[i + 2])));
    }
}
