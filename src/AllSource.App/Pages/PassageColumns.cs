using System.Globalization;
using AllSource.Kernel.Pages;
using AllSource.Lineage;

namespace AllSource.App.Pages;

/// <summary>
/// Two texts' passages beside each other: the original on the left where one is known. What the copy has not is struck
/// out on the left, what it has of its own is underlined on the right; colour never says it alone.
/// </summary>
internal static class PassageColumns
{
    /// <summary>Stands where a brief has its label: such a page went through no gate.</summary>
    public const string Marking = "DESK ONLY";

    public const string Style = """

        .tree ul { padding-left: 1.4rem; }
        .tree li { padding: .1rem 0; }
        a { color: var(--for); }
        .pair { border-top: 1px solid var(--line); padding: .7rem 0 .9rem; }
        .pair h3 { margin: 0; font: 700 1rem/1.35 var(--serif); }
        .why { color: var(--soft); font-size: .86rem; max-width: 84ch; margin-top: .5rem; }
        .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6rem; margin-top: .5rem; }
        .beside > * { min-width: 0; }
        .beside h4 { margin: 0 0 .2rem; font: 700 .84rem/1.3 var(--sans); color: var(--soft); }
        .stretch { white-space: pre-line; font-family: var(--serif); }
        .stretch { border-left: 3px solid var(--band); padding-left: .6rem; }
        .whole { white-space: pre-wrap; font-family: var(--serif); }
        mark { background: var(--band); color: inherit; }
        del { color: var(--against); text-decoration: line-through; }
        ins { color: var(--for); text-decoration: underline; text-underline-offset: .15em; }
        .whys li { display: grid; grid-template-columns: 1.4rem 1fr; align-items: baseline; }
        sup { font: 700 .68rem/1 var(--sans); color: var(--soft); }
        @media (max-width: 640px) { .beside { grid-template-columns: 1fr; gap: .8rem; } }
        @media print { .pair { break-inside: avoid; } }

        """;

    public static string NameOf(LineageDocument document) =>
        document.Title is { Length: > 0 } title && title != document.Id ? $"{document.Id}: {title}" : document.Id;

    /// <summary>All passages of one pair, under one heading.</summary>
    public static void Write(
        Markup page, int number, LineageDocument a, LineageDocument b, IReadOnlyList<Passage> passages)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var turned = LeftIsB(passages);
        var (left, right) = turned ? (b, a) : (a, b);
        page.Raw($"<article class=\"pair\" id=\"p{id}\"><h3>").Outside(NameOf(right)).Raw(Relation(passages))
            .Outside(NameOf(left)).Line("</h3>");
        foreach (var passage in passages)
        {
            WriteWhy(page, passage);
            page.Raw("<div class=\"beside\">");
            Side(page, left, turned ? EditMarks.OfB(passage) : EditMarks.OfA(passage), "del");
            Side(page, right, turned ? EditMarks.OfA(passage) : EditMarks.OfB(passage), "ins");
            page.Line("</div>");
        }

        page.Line("</article>");
    }

    /// <summary>Whether B is the original, which stands on the left; where nothing tells, A stands there.</summary>
    public static bool LeftIsB(IReadOnlyList<Passage> passages) =>
        passages.Count(static p => p.Copier == p.A) > passages.Count(static p => p.Copier == p.B);

    public static string Relation(IReadOnlyList<Passage> passages) =>
        passages.Any(static p => p.Copier is not null) ? " repeats " : " shares a passage with ";

    public static void WriteWhy(Markup page, Passage passage)
    {
        var kind = string.Create(CultureInfo.InvariantCulture,
            $"{passage.Kind}, probability of borrowing {passage.Probability:F2}.");
        var said = $"{kind} {Sentence(passage.Why)} {passage.DirectionWhy}";
        page.Raw("<p class=\"why\">").Text(said).Line("</p>");
    }

    /// <summary>The stretches of one side, each changed one in an element of its own.</summary>
    public static void Stretches(Markup page, string text, IEnumerable<MarkedStretch> stretches, string changed)
    {
        foreach (var (span, isChanged) in stretches)
        {
            if (isChanged) page.Raw($"<{changed}>");
            page.Stretch(text.AsSpan(span.Start, span.Length));
            if (isChanged) page.Raw($"</{changed}>");
        }
    }

    private static string Sentence(string words) => words.Length == 0 ? ""
        : $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}.";

    private static void Side(
        Markup page, LineageDocument document, IEnumerable<MarkedStretch> stretches, string changed)
    {
        page.Raw("<div><h4>").Outside(document.Id).Raw("</h4><p class=\"stretch\"><bdi>");
        Stretches(page, document.Text, stretches, changed);
        page.Raw("</bdi></p></div>");
    }
}
