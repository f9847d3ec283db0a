using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Release;

namespace AllSource.Briefs;

/// <summary>The scale's bands in a strip with a mark at the number. It repeats what the words beside it say.</summary>
internal static class LikelihoodStrip
{
    public static void Write(Markup page, ReleasedJudgment judgment, string scale)
    {
        var bands = (scale == LikelihoodScale.Phia.Name ? LikelihoodScale.Phia : LikelihoodScale.Icd203).Bands;
        page.Raw(
            "<svg class=\"strip\" viewBox=\"0 0 200 12\" preserveAspectRatio=\"none\" "
            + "aria-hidden=\"true\" focusable=\"false\">");
        foreach (var band in bands)
        {
            var here = band.Holds(judgment.Likelihood.Probability) ? " class=\"here\"" : "";
            var (left, width) = ((band.Low * 200) + .75, ((band.High - band.Low) * 200) - 1.5);
            page.Raw(Wording.Invariant($"<rect x=\"{left:0.##}\" y=\"3\" width=\"{width:0.##}\" height=\"6\"{here}/>"));
        }

        var x = judgment.Likelihood.Probability * 200;
        page.Line(Wording.Invariant($"<line x1=\"{x:0.##}\" x2=\"{x:0.##}\" y1=\"0\" y2=\"12\"/></svg>"));
    }
}
