using System.Collections.Immutable;
using System.Globalization;

namespace AllSource.Kernel.Pages;

/// <summary>A mark of the picture: a moment (null where unknown), whether it is the root, and its words.</summary>
public sealed record PictureMark(ReportedTime? At, bool IsRoot, string Words);

/// <summary>
/// A line of the picture: the group it belongs to (its number stands before the group's first line; 0 for none), its
/// words, whether it speaks against, how many lines of the group are left out after it, and its marks.
/// </summary>
public sealed record PictureLine(
    int Group, string Words, bool IsAgainst, int More, ImmutableArray<PictureMark> Marks);

/// <summary>
/// Origins over time: one line an origin, its root a full mark and what repeats it open marks joined to it; what has no
/// date stands in a column of its own. All places are in percent of the width, so that the words keep their size on a
/// phone. The names stand beside it as text; a list or table near it should say the same.
/// </summary>
public sealed class TimePicture
{
    private const double NearestMarks = 1.5;
    private const double PlotShare = .86;
    private const double UndatedAt = 93;

    private const int WordsMax = 38;

    private readonly ImmutableArray<PictureLine> _lines;
    private readonly string _described;
    private readonly TimeSpan _zone;
    private readonly TimeAxis _axis;
    private readonly bool _hasUndated;

    /// <param name="lines">From top to bottom; lines of one group stand together.</param>
    /// <param name="described">What the picture shows, in sentences, for who hears the page.</param>
    public TimePicture(ImmutableArray<PictureLine> lines, string described)
    {
        (_lines, _described) = (lines, described);
        var times = lines.SelectMany(o => o.Marks).Select(m => m.At).OfType<ReportedTime>().ToList();
        _zone = times.Select(t => t.Offset).OfType<TimeSpan>().GroupBy(o => o).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .FirstOrDefault()?.Key ?? TimeSpan.Zero;
        _axis = new(times.Select(Wall));
        _hasUndated = lines.Any(o => o.Marks.Any(m => m.At is null));
    }

    public void Write(Markup page)
    {
        if (_lines.Length == 0) return;
        page.Raw("<figure class=\"picture\" style=\"--n:").Raw(Number(_lines.Length)).Line("\">");
        page.Line("<figcaption><span class=\"key\"><span class=\"root-key\"></span> where it entered the record</span> "
            + "<span class=\"key\"><span class=\"copy-key\"></span> a report that repeats it</span></figcaption>");
        WriteNames(page);
        WriteSvg(page);
        page.Line("</figure>");
    }

    private void WriteNames(Markup page)
    {
        page.Line("<ol class=\"voices\" aria-hidden=\"true\">");
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i];
            var first = i == 0 || _lines[i - 1].Group != line.Group;
            page.Raw(first ? "<li class=\"first\"><span class=\"no\">" : "<li><span class=\"no\">")
                .Raw(first && line.Group > 0 ? Number(line.Group) : "").Raw("</span><span class=\"voice\">");
            if (line.IsAgainst) page.Raw("<em>against:</em> ");
            page.Outside(OutsideText.Shorten(line.Words, WordsMax));
            if (line.Marks.Length > 1) page.Raw($" <b>\u00d7{Number(line.Marks.Length)}</b>");
            if (line.More > 0) page.Raw($" and {Number(line.More)} more");
            page.Line("</span></li>");
        }

        page.Line("</ol>");
    }

    private void WriteSvg(Markup page)
    {
        page.Line("<svg class=\"plot\" role=\"img\" aria-labelledby=\"pt pd\" focusable=\"false\">");
        page.Line("<title id=\"pt\">Origins over time</title>");
        page.Raw("<desc id=\"pd\">").Text(_described).Line("</desc>");
        foreach (var tick in _axis.Ticks) WriteColumn(page, "grid", tick.At * PlotShare, tick.At * PlotShare,
            tick.Words);
        if (_hasUndated) WriteColumn(page, "undated", 88, 100, "no date");
        for (var i = 0; i < _lines.Length; i++) WriteOrigin(page, _lines[i], i);
        var axis = Percent(_lines.Length);
        page.Line($"<line class=\"axis\" x1=\"0\" x2=\"88%\" y1=\"{axis}\" y2=\"{axis}\"/>");
        foreach (var x in _axis.Breaks.Select(Place))
        {
            page.Line(
                $"<text class=\"break\" x=\"{x}\" y=\"{axis}\" dy=\".35em\" text-anchor=\"middle\">//</text>");
        }

        page.Line("</svg>");
    }

    private void WriteColumn(Markup page, string kind, double lineAt, double wordsAt, string words)
    {
        var x = Number(lineAt);
        page.Raw($"<line class=\"{kind}\" x1=\"{x}%\" x2=\"{x}%\" y1=\"0\" y2=\"{Percent(_lines.Length)}\"/>");
        page.Line($"<text class=\"tick\" x=\"{Number(wordsAt)}%\" y=\"100%\" dy=\"-4\" "
            + $"text-anchor=\"{Anchor(wordsAt)}\">{words}</text>");
    }

    private void WriteOrigin(Markup page, PictureLine origin, int line)
    {
        var y = Percent(line + .5);
        if (line > 0 && origin.Group != _lines[line - 1].Group)
            page.Line($"<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"{Percent(line)}\" y2=\"{Percent(line)}\"/>");
        var places = Places(origin);
        var side = origin.IsAgainst ? " against" : "";
        page.Raw($"<g class=\"origin{side}\">");
        if (places.Count > 1)
        {
            var (from, to) = (Number(places.Min()), Number(places.Max()));
            page.Raw($"<line class=\"join\" x1=\"{from}%\" x2=\"{to}%\" y1=\"{y}\" y2=\"{y}\"/>");
        }

        for (var i = origin.Marks.Length - 1; i >= 0; i--)
        {
            var mark = origin.Marks[i];
            var (kind, radius) = mark.IsRoot ? ("root", 5) : ("copy", 3);
            page.Raw($"<circle class=\"{kind}\" cx=\"{Number(places[i])}%\" cy=\"{y}\" r=\"{radius}\"><title>")
                .Text(mark.Words).Raw("</title></circle>");
        }

        page.Line("</g>");
    }

    /// <summary>Marks that would touch are set side by side, in their order in time.</summary>
    private List<double> Places(PictureLine origin)
    {
        var places = origin.Marks.Select(m => m.At is { } at ? _axis.At(Wall(at)) * PlotShare : UndatedAt).ToList();
        var order = Enumerable.Range(0, places.Count).OrderBy(i => places[i]).ThenBy(i => i).ToList();
        for (var i = 1; i < order.Count; i++)
        {
            var least = places[order[i - 1]] + NearestMarks;
            if (places[order[i]] < least) places[order[i]] = least;
        }

        return places;
    }

    private DateTime Wall(ReportedTime time) => time.Offset is { } offset ? time.Local - offset + _zone : time.Local;

    private string Percent(double line) => Number(line / (_lines.Length + 1.3) * 100) + "%";

    private static string Place(double at) => Number(at * PlotShare) + "%";

    private static string Anchor(double at) => at < 6 ? "start" : at > 96 ? "end" : "middle";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
