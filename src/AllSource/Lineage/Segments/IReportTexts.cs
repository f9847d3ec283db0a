namespace AllSource.Lineage.Segments;

/// <summary>
/// Port: the texts of reports that the index holds seeds of. The index keeps no words, so it asks here for those few
/// earlier reports that may share a passage with a new one. A text that is withdrawn, or not admitted to whoever asks,
/// is not there: the index then finds no passage with it.
/// </summary>
public interface IReportTexts
{
    /// <summary>The report, with the id, text, time, author and title that it was inserted with, or null.</summary>
    LineageDocument? Find(ReportKey report);
}
