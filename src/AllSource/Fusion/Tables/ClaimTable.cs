using System.Collections.Immutable;

namespace AllSource.Fusion.Tables;

/// <summary>
/// Plain claims: a source says that an object has a value. Names are sorted ordinally and numbered in that order, so
/// nothing that is computed from a table depends on the order in which claims arrived. A claim said twice is one claim.
/// A <em>group</em> is a value claimed of an object; claims lie sorted by group, groups by object.
/// </summary>
public sealed class ClaimTable
{
    private const int ObjectsAPart = 4096;

    private ClaimTable(string[] sources, string[] objects, string[] values)
    {
        Sources = ImmutableArray.Create(sources);
        Objects = ImmutableArray.Create(objects);
        Values = ImmutableArray.Create(values);
    }

    /// <summary>Names of sources, ordinal order.</summary>
    public ImmutableArray<string> Sources { get; }

    /// <summary>Names of objects, ordinal order.</summary>
    public ImmutableArray<string> Objects { get; }

    /// <summary>Every distinct value as written, ordinal order.</summary>
    public ImmutableArray<string> Values { get; }

    public int ClaimCount => SourceOfClaim.Length;

    public int GroupCount => ValueOfGroup.Length;

    internal int[] SourceOfClaim { get; private set; } = [];

    internal int[] GroupOfClaim { get; private set; } = [];

    internal int[] ValueOfGroup { get; private set; } = [];

    internal int[] ObjectOfGroup { get; private set; } = [];

    /// <summary>First claim of each group, with one entry more at the end.</summary>
    internal int[] ClaimsOfGroup { get; private set; } = [];

    /// <summary>First group of each object, with one entry more at the end.</summary>
    internal int[] GroupsOfObject { get; private set; } = [];

    /// <summary>Claims by source: <see cref="ClaimsOfSource"/>[<see cref="SourceStart"/>[s] ..], ascending.</summary>
    internal int[] ClaimsOfSource { get; private set; } = [];

    internal int[] SourceStart { get; private set; } = [];

    /// <summary>For claims of which that is known, the name of the source that they were taken from.</summary>
    internal IReadOnlyDictionary<int, string> From { get; private set; } = new Dictionary<int, string>();

    /// <summary>When each claim was made; empty where no time of the table is known.</summary>
    internal ClaimTime[] At { get; private set; } = [];

    /// <summary>Whether anything is said of single claims besides what they claim.</summary>
    internal bool HasNotes => From.Count > 0 || At.Length > 0;

    /// <summary>Says where claims come from, and when they were made.</summary>
    internal void Declare(IReadOnlyCollection<ClaimNote> notes)
    {
        var from = new Dictionary<int, string>();
        var at = notes.Any(n => n.At != ClaimTime.Anywhen) ? new ClaimTime[ClaimCount] : [];
        Array.Fill(at, ClaimTime.Anywhen);
        foreach (var note in notes)
        {
            if (Claim(note.Source, note.Object, note.Value) is not (>= 0 and var c)) continue;
            // Said twice, once as seen and once as heard: what was heard may be what was seen.
            if (note.From is { } origin && (origin == note.Source || !from.ContainsKey(c))) from[c] = origin;
            if (note.At != ClaimTime.Anywhen) at[c] = at[c] == ClaimTime.Anywhen ? note.At : at[c].First(note.At);
        }

        (From, At) = (from, at);
    }

    /// <summary>What was declared, by name.</summary>
    /// <param name="value">For each group the value under which its claims now stand.</param>
    internal IReadOnlyCollection<ClaimNote> Notes(int[]? value = null)
    {
        var notes = new List<ClaimNote>();
        for (var c = 0; HasNotes && c < ClaimCount; c++)
        {
            var (g, at) = (GroupOfClaim[c], At.Length == 0 ? ClaimTime.Anywhen : At[c]);
            var from = From.GetValueOrDefault(c);
            if (from is not null || at != ClaimTime.Anywhen) notes.Add(new(Sources[SourceOfClaim[c]],
                Objects[ObjectOfGroup[g]], Values[(value ?? ValueOfGroup)[g]], from, at));
        }

        return notes;
    }

    /// <summary>Whether a claim can have been taken from another: nobody repeats what is not yet said.</summary>
    internal bool MayRepeat(int mine, int theirs) => At.Length == 0 || !At[theirs].IsAfter(At[mine]);

    /// <summary>The number of a claim; negative when nobody makes it.</summary>
    internal int Claim(string source, string name, string value)
    {
        var s = Sources.AsSpan().BinarySearch(source, StringComparer.Ordinal);
        var o = Objects.AsSpan().BinarySearch(name, StringComparer.Ordinal);
        var v = Values.AsSpan().BinarySearch(value, StringComparer.Ordinal);
        if (s < 0 || o < 0 || v < 0) return -1;
        var g = Array.BinarySearch(ValueOfGroup, GroupsOfObject[o], GroupsOfObject[o + 1] - GroupsOfObject[o], v);
        return g < 0 ? -1 : ClaimIn(g, s);
    }

    internal ReadOnlySpan<int> ClaimsOf(int source) =>
        ClaimsOfSource.AsSpan(SourceStart[source]..SourceStart[source + 1]);

    /// <summary>How many claims speak of an object.</summary>
    internal int ClaimsOn(int o) => ClaimsOfGroup[GroupsOfObject[o + 1]] - ClaimsOfGroup[GroupsOfObject[o]];

    /// <summary>The claim of a source in a group; negative when it has none there.</summary>
    internal int ClaimIn(int group, int source) => Array.BinarySearch(
        SourceOfClaim, ClaimsOfGroup[group], ClaimsOfGroup[group + 1] - ClaimsOfGroup[group], source);

    /// <summary>Claims in which two sources say the same of the same object, ascending.</summary>
    internal List<(int Mine, int Theirs)> SharedClaims(int mine, int theirs)
    {
        var shared = new List<(int, int)>();
        var x = ClaimsOf(mine);
        var y = ClaimsOf(theirs);
        for (int a = 0, b = 0; a < x.Length && b < y.Length;)
        {
            var (ga, gb) = (GroupOfClaim[x[a]], GroupOfClaim[y[b]]);
            if (ga == gb) shared.Add((x[a], y[b]));
            if (ga <= gb) a++;
            if (gb <= ga) b++;
        }

        return shared;
    }

    /// <summary>Of the claims that a source shares with one, the part that it shares with another too.</summary>
    internal double Overlap(int source, int one, int another)
    {
        double shared = 0, both = 0;
        foreach (var (mine, _) in SharedClaims(source, one))
        {
            shared++;
            if (ClaimIn(GroupOfClaim[mine], another) >= 0) both++;
        }

        return shared == 0 ? 0 : both / shared;
    }

    /// <summary>All claims by name, in the table's order.</summary>
    internal IEnumerable<(string Source, string Object, string Value)> Rows()
    {
        for (var c = 0; c < ClaimCount; c++)
        {
            var g = GroupOfClaim[c];
            yield return (Sources[SourceOfClaim[c]], Objects[ObjectOfGroup[g]], Values[ValueOfGroup[g]]);
        }
    }

    /// <summary>The part of the table that its first objects make, up to about so many claims.</summary>
    internal ClaimTable FirstObjects(int claims)
    {
        var rows = new List<(int, int, int)>();
        var number = new Dictionary<int, int>();
        var sources = new List<string>();
        for (var c = 0; c < ClaimCount
            && (c < claims || ObjectOfGroup[GroupOfClaim[c]] == ObjectOfGroup[GroupOfClaim[c - 1]]); c++)
        {
            var s = SourceOfClaim[c];
            if (number.TryAdd(s, sources.Count)) sources.Add(Sources[s]);
            rows.Add((number[s], ObjectOfGroup[GroupOfClaim[c]], ValueOfGroup[GroupOfClaim[c]]));
        }

        var objects = ObjectOfGroup[GroupOfClaim[rows.Count - 1]] + 1;
        return Of(rows.ToArray(), [.. sources], [.. Objects.Take(objects)], [.. Values]);
    }

    /// <param name="claims">Source, object and value by name, in any order.</param>
    public static ClaimTable Of(IEnumerable<(string Source, string Object, string Value)> claims)
    {
        var sources = new Numbering();
        var objects = new Numbering();
        var values = new Numbering();
        List<(int, int, int)> rows =
            [.. claims.Select(c => (sources.Of(c.Source), objects.Of(c.Object), values.Of(c.Value)))];
        return Of(rows.ToArray(), sources.Names, objects.Names, values.Names);
    }

    internal static ClaimTable Of(
        ReadOnlySpan<(int Source, int Object, int Value)> rows, string[] sources, string[] objects, string[] values)
    {
        var (s, o, v) = (new int[rows.Length], new int[rows.Length], new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++) (s[i], o[i], v[i]) = rows[i];
        return Of(s, o, v, sources, objects, values);
    }

    /// <summary>Claims as columns of numbers; the names are sorted in place.</summary>
    internal static ClaimTable Of(ReadOnlySpan<int> source, ReadOnlySpan<int> about, ReadOnlySpan<int> value,
        string[] sources, string[] objects, string[] values)
    {
        int[] sourceRank = [], objectRank = [], valueRank = [];
        Parallel.Invoke(() => sourceRank = SortNames(sources), () => objectRank = SortNames(objects),
            () => valueRank = SortNames(values));
        var table = new ClaimTable(sources, objects, values);
        var start = new int[objects.Length + 1];
        foreach (var o in about) start[objectRank[o] + 1]++;
        for (var o = 0; o < objects.Length; o++) start[o + 1] += start[o];
        var keys = new ulong[about.Length];
        var next = start.AsSpan(0, objects.Length).ToArray();
        for (var i = 0; i < keys.Length; i++)
            keys[next[objectRank[about[i]]]++] =
                ((ulong)(uint)valueRank[value[i]] << 32) | (uint)sourceRank[source[i]];
        Parallel.For(0, (objects.Length + ObjectsAPart - 1) / ObjectsAPart, part =>
        {
            for (var o = part * ObjectsAPart; o < Math.Min(objects.Length, (part + 1) * ObjectsAPart); o++)
                keys.AsSpan(start[o]..start[o + 1]).Sort();
        });
        table.Fill(keys, start);
        table.IndexSources();
        return table;
    }

    private static int[] SortNames(string[] names)
    {
        var order = new int[names.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(names, order, StringComparer.Ordinal);
        var rank = new int[order.Length];
        for (var i = 0; i < order.Length; i++) rank[order[i]] = i;
        return rank;
    }

    private void Fill(ulong[] keys, int[] start)
    {
        var source = new int[keys.Length];
        var group = new int[keys.Length];
        var values = new List<int>();
        var objects = new List<int>();
        var firsts = new List<int>();
        var groups = new int[start.Length];
        var n = 0;
        for (var o = 0; o + 1 < start.Length; o++)
        {
            groups[o] = values.Count;
            var mine = keys.AsSpan(start[o], start[o + 1] - start[o]);
            for (var k = 0; k < mine.Length; k++)
            {
                if (k > 0 && mine[k] == mine[k - 1]) continue;
                if (k == 0 || mine[k] >> 32 != mine[k - 1] >> 32)
                {
                    values.Add((int)(mine[k] >> 32));
                    objects.Add(o);
                    firsts.Add(n);
                }

                source[n] = (int)(uint)mine[k];
                group[n++] = values.Count - 1;
            }
        }

        groups[^1] = values.Count;
        firsts.Add(n);
        SourceOfClaim = n == source.Length ? source : source[..n];
        GroupOfClaim = n == group.Length ? group : group[..n];
        (ValueOfGroup, ObjectOfGroup, ClaimsOfGroup, GroupsOfObject) = ([.. values], [.. objects], [.. firsts], groups);
    }

    private void IndexSources()
    {
        SourceStart = new int[Sources.Length + 1];
        foreach (var s in SourceOfClaim) SourceStart[s + 1]++;
        for (var s = 0; s < Sources.Length; s++) SourceStart[s + 1] += SourceStart[s];
        ClaimsOfSource = new int[ClaimCount];
        var next = SourceStart.AsSpan(0, Sources.Length).ToArray();
        for (var c = 0; c < ClaimCount; c++) ClaimsOfSource[next[SourceOfClaim[c]]++] = c;
    }

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public string[] Names => [.. _names];

        public int Of(string name)
        {
            if (_numbers.TryGetValue(name, out var n)) return n;
            _names.Add(name);
            return _numbers[name] = _names.Count - 1;
        }
    }
}
