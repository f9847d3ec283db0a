using AllSource.Lineage.Reading;
using AllSource.Lineage.Seeds;

namespace AllSource.Lineage.Segments;

/// <summary>A report's words, and its seeds ascending by word, as they were read from a text.</summary>
internal sealed record ReadReport(string Text, Words Words, Seed[] Seeds);

/// <summary>
/// The words and seeds of reports that were lately compared. The first reports with a stock phrase are asked for again
/// and again, and their texts need not be cut into words each time. Two generations: when the younger is full, the
/// older goes.
/// </summary>
internal sealed class SeedCache(IReportTexts texts, bool allGrams)
{
    private const int GenerationMax = 512; // some nine kilobytes each

    private readonly WordReader _reader = new(blockWordsMost: WordReader.FewBlockWords);
    private readonly SeedPicker _picker = new(sparseOnly: !allGrams);
    private Dictionary<ReportKey, ReadReport> _young = [];
    private Dictionary<ReportKey, ReadReport> _old = [];

    /// <summary>What was read of a report; null when its text is not there.</summary>
    public ReadReport? Of(ReportKey report)
    {
        if (_young.TryGetValue(report, out var read)) return read;
        if (!_old.TryGetValue(report, out read))
        {
            if (texts.Find(report) is not { } text) return null;
            var words = _reader.Read(text.Text);
            read = new(text.Text, words, _picker.Pick(words).ToArray());
        }

        if (_young.Count == GenerationMax) (_old, _young) = (_young, []);
        _young[report] = read;
        return read;
    }

    /// <summary>Forgets all: what was withdrawn must not stay in memory either.</summary>
    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
