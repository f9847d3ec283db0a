using System.Collections.Immutable;
using System.Globalization;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>
/// The origins over time: one line an origin, its root a full mark and what repeats it open marks joined to it; reports
/// without a date stand in a column of their own. All places are in percent of the width, so that the words keep their
/// size on a phone. The names stand beside it as text; a table after it says the same.
/// </summary>
internal sealed class OriginsPicture
{
    private const double NearestMarks = 1.5;
    private const double PlotShare = .86;
    private const double UndatedAt = 93;

    private readonly ImmutableArray<ReleasedOrigin> _origins;
    private readonly Func<int, int> _more;
    private readonly TimeSpan _zone;
    private readonly TimeAxis _axis;

    /// <param name="more">How many origins of a row stand not in the picture for want of room.</param>
    public OriginsPicture(ImmutableArray<ReleasedOrigin> origins, Func<int, int> more)
    {
        (_origins, _more) = (origins, more);
        var times = origins.SelectMany(o => o.Marks).Select(m => m.At).OfType<ReportedTime>().ToList();
        _zone = times.Select(t => t.Offset).OfType<TimeSpan>().GroupBy(o => o).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .FirstOrDefault()?.Key ?? TimeSpan.Zero;
        _axis = new(times.Select(Wall));
        HasUndated = origins.Any(o => o.Marks.Any(m => m.At is null));
    }

    public bool HasUndated { get; }

    public void Write(Markup page)
    {
        if (_origins.Length == 0) return;
        page.Raw("<figure class=\"picture\" style=\"--n:").Raw(Number(_origins.Length)).Line("\">");
        page.Line("<figcaption><span class=\"key\"><span class=\"root-key\"></span> where it entered the record</span> "
            + "<span class=\"key\"><span class=\"copy-key\"></span> a report that repeats it</span></figcaption>");
        WriteNames(page);
        WriteSvg(page);
        page.Line("</figure>");
    }

    private void WriteNames(Markup page)
    {
        page.Line("<ol class=\"voices\" aria-hidden=\"true\">");
        for (var i = 0; i < _origins.Length; i++)
        {
            var origin = _origins[i];
            var first = i == 0 || _origins[i - 1].Row != origin.Row;
            var last = i == _origins.Length - 1 || _origins[i + 1].Row != origin.Row;
            page.Raw(first ? "<li class=\"first\"><span class=\"no\">" : "<li><span class=\"no\">")
                .Raw(first ? Number(origin.Row) : "").Raw("</span><span class=\"voice\">");
            if (origin.Disputes) page.Raw("<em>against:</em> ");
            page.Outside(OutsideText.Shorten(origin.Voice, 38));
            if (origin.Marks.Length > 1) page.Raw(Wording.Invariant($" <b>\u00d7{origin.Marks.Length}</b>"));
            if (last && _more(origin.Row) is > 0 and var more) page.Raw(Wording.Invariant($" and {more} more"));
            page.Line("</span></li>");
        }

        page.Line("</ol>");
    }

    private void WriteSvg(Markup page)
    {
        page.Line("<svg class=\"plot\" role=\"img\" aria-labelledby=\"pt pd\" focusable=\"false\">");
        page.Line("<title id=\"pt\">Origins over time</title>");
        page.Raw("<desc id=\"pd\">").Text(Describe()).Line("</desc>");
        foreach (var tick in _axis.Ticks) WriteColumn(page, "grid", tick.At * PlotShare, tick.At * PlotShare,
            tick.Words);
        if (HasUndated) WriteColumn(page, "undated", 88, 100, "no date");
        for (var i = 0; i < _origins.Length; i++) WriteOrigin(page, _origins[i], i);
        var axis = Percent(_origins.Length);
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
        page.Raw($"<line class=\"{kind}\" x1=\"{x}%\" x2=\"{x}%\" y1=\"0\" y2=\"{Percent(_origins.Length)}\"/>");
        page.Line($"<text class=\"tick\" x=\"{Number(wordsAt)}%\" y=\"100%\" dy=\"-4\" "
            + $"text-anchor=\"{Anchor(wordsAt)}\">{words}</text>");
    }

    private void WriteOrigin(Markup page, ReleasedOrigin origin, int line)
    {
        var y = Percent(line + .5);
        if (line > 0 && origin.Row != _origins[line - 1].Row)
            page.Line($"<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"{Percent(line)}\" y2=\"{Percent(line)}\"/>");
        var places = Places(origin);
        var side = origin.Disputes ? " against" : "";
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
            page.Raw(
                Wording.Invariant(
                $"<circle class=\"{kind}\" cx=\"{places[i]:0.##}%\" cy=\"{y}\" r=\"{radius}\"><title>"))
                .Text($"{mark.Report}, {Wording.When(mark.At)}").Raw("</title></circle>");
        }

        page.Line("</g>");
    }

    /// <summary>Marks that would touch are set side by side, in their order in time.</summary>
    private List<double> Places(ReleasedOrigin origin)
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

    private string Describe()
    {
        var lines = _origins.Select(o =>
        {
            var repeats = o.Marks.Count(m => !m.IsRoot);
            var root = o.Marks.FirstOrDefault(m => m.IsRoot);
            var from = root is null ? "" : $" from {Wording.When(root.At)}";
            var said = repeats == 0 ? "" : root is null ? $", carried by {Wording.Reports(repeats)}"
                : $", repeated by {Wording.Reports(repeats)}";
            return Wording.Invariant($"Evidence {o.Row}: {o.Voice}{(o.Disputes ? ", against it," : "")}{from}{said}.");
        });
        return string.Join(' ', lines);
    }

    private DateTime Wall(ReportedTime time) => time.Offset is { } offset ? time.Local - offset + _zone : time.Local;

    private string Percent(double line) => Number(line / (_origins.Length + 1.3) * 100) + "%";

    private static string Place(double at) => Number(at * PlotShare) + "%";

    private static string Anchor(double at) => at < 6 ? "start" : at > 96 ? "end" : "middle";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
