using System.Text;

namespace AllSource.Fusion.Tables;

/// <summary>One line of comma-separated values, quotes as in RFC 4180.</summary>
internal static class HierarchyLine
{
    public static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(c);
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
