using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>
/// The seeds of reports that were lately compared. The first reports with a stock phrase are asked for again and again,
/// and their texts need not be cut into words each time. Two generations: when the younger is full, the older goes.
/// </summary>
internal sealed class SeedCache(IReportTexts texts)
{
    private const int GenerationMax = 512; // some three kilobytes each

    private readonly WordReader _reader = new();
    private readonly SeedPicker _picker = new(sparseOnly: true);
    private Dictionary<ReportKey, Seed[]> _young = [];
    private Dictionary<ReportKey, Seed[]> _old = [];

    /// <summary>A report's seeds, ascending by word; null when its text is not there.</summary>
    public Seed[]? Of(ReportKey report)
    {
        if (_young.TryGetValue(report, out var seeds)) return seeds;
        if (!_old.TryGetValue(report, out seeds))
        {
            if (texts.Find(report) is not { } text) return null;
            seeds = Of(text);
        }

        if (_young.Count == GenerationMax) (_old, _young) = (_young, []);
        _young[report] = seeds;
        return seeds;
    }

    private Seed[] Of(LineageDocument report) => _picker.Pick(_reader.Read(report.Text)).ToArray();

    /// <summary>Forgets all: what was withdrawn must not stay in memory either.</summary>
    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
