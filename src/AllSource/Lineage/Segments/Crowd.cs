namespace AllSource.Lineage.Segments;

/// <summary>
/// The reports held of one and the same words, in order. The first <see cref="SearchRules.ComparedMax"/> have places in
/// the index and are compared with all others; the rest are told as copies of the first. The attack: a hundred thousand
/// identical reports.
/// </summary>
internal sealed class Crowd(IndexFiles files)
{
    private readonly List<int> _rows = [];

    /// <summary>Ascending by the one order of reports; empty for a text too short to have seeds.</summary>
    public List<(IndexedReport Report, ReportRow Row)> Of(ulong instance)
    {
        var crowd = new List<(IndexedReport Report, ReportRow Row)>();
        if (instance == 0) return crowd;
        for (var s = 0; s < files.Segments.Count + files.Tables.Count; s++)
        {
            _rows.Clear();
            if (s < files.Segments.Count) files.Segments[s].FindInstances(instance, _rows);
            else files.Tables[s - files.Segments.Count].FindInstances(instance, _rows);
            foreach (var row in _rows) crowd.Add((new(s, row), files.RowOf(new(s, row))));
        }

        crowd.Sort(static (x, y) => x.Row.CompareTo(y.Row));
        return crowd;
    }
}
