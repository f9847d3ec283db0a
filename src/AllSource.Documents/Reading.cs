using System.Collections.Immutable;
using System.Globalization;
using AllSource.Access;
using AllSource.Desk;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;
using AllSource.Reports;

namespace AllSource.Documents;

/// <summary>
/// One file while it is read: its bytes, what was answered and declared, and what has been noticed and asked so far.
/// The readers
/// of all formats write into it; <see cref="ReportReader"/> makes the answer from it.
/// </summary>
internal sealed class Reading
{
    /// <summary>A hostile file can hold a million faults; of each kind this many are listed, the rest
    /// counted.</summary>
    private const int FindingsOfKindMax = 20;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _questions = new(StringComparer.Ordinal);
    private LineIndex? _lines;

    public Reading(
        IncomingFile file, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte>? sidecar, ReadingAnswers answers,
            int depth = 0)
    {
        Depth = depth;
        File = file;
        Bytes = bytes;
        Answers = answers;
        Original = ContentHash.Of(bytes.Span);
        if (sidecar is not { } beside) return;
        SidecarHash = ContentHash.Of(beside.Span);
        Sidecar = DeclaredYaml.Read(DecodedText.Of(beside).Text, $"{file.Name}.meta.yaml", 1, this);
    }

    public IncomingFile File { get; }

    /// <summary>How many files this one is attached within: 0 for a file of the folder.</summary>
    public int Depth { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ReadingAnswers Answers { get; }

    public ContentHash Original { get; }

    public ContentHash SidecarHash { get; }

    public Declared Sidecar { get; } = Declared.Nothing;

    public List<Report> Reports { get; } = [];

    /// <summary>True once something kept the file from being read at all.</summary>
    public bool Failed { get; private set; }

    public LineIndex Lines => _lines ??= LineIndex.Of(Bytes.Span);

    public ImmutableArray<string> Questions => [.. _questions];

    public ImmutableArray<Finding> Findings =>
    [
        .. _findings,
        .. _counts.Where(kind => kind.Value > FindingsOfKindMax).OrderBy(kind =>
            kind.Key, StringComparer.Ordinal).Select(kind =>
            new Finding(FindingWeight.Note, kind.Key, new(File.Name), string.Create(
                CultureInfo.InvariantCulture,
                    $"{kind.Value - FindingsOfKindMax} more of the same kind are not listed one by one."))),
    ];

    public void Add(Finding finding)
    {
        var count = _counts.GetValueOrDefault(finding.Kind) + 1;
        _counts[finding.Kind] = count;
        if (count <= FindingsOfKindMax) _findings.Add(finding);
    }

    public void Add(FindingWeight weight, string kind, Locator where, string what, string? wayOut = null) =>
        Add(new(weight, kind, where, what, wayOut));

    /// <summary>Says that something holds of the whole file; of a kind only the first is kept.</summary>
    public void AddOnce(FindingWeight weight, string kind, Locator where, string what, string? wayOut = null)
    {
        if (!_counts.ContainsKey(kind)) Add(weight, kind, where, what, wayOut);
    }

    /// <summary>Gives the file up: nothing of it is taken in.</summary>
    public void Fail(string kind, Locator where, string what, string? wayOut = null)
    {
        Failed = true;
        Add(FindingWeight.Loss, kind, where, what, wayOut);
    }

    public void Ask(string question) => _questions.Add(question);

    public Locator At(int? line = null, long? at = null, int? row = null, string? part = null, int? column = null) =>
        new(File.Name, line, column, at, row, part);

    /// <summary>The place of a byte of the file.</summary>
    public Locator AtByte(int at, string? part = null) => new(File.Name, Lines.LineOf(at), null, at, null, part);

    /// <summary>A time with the zone that a person answered, if it names none; without an answer it stays open, and is
    /// asked.</summary>
    public ReportedTime? Zoned(ReportedTime? time, Locator where)
    {
        if (time is null || time.Zone is ZoneOrigin.Stated) return time;
        if (Answers.Zone is { } zone) return time.WithZone(zone);
        Ask(ReadingQuestions.Zone);
        AddOnce(FindingWeight.Doubt, "time-without-zone", where,
            "gives a time without a zone, so it is not known when that was.",
            "Set zone in case.yaml.");
        return time;
    }

    /// <summary>Decodes text of the file, and says so when the encoding was guessed.</summary>
    public DecodedText Decode(MappedBytes bytes, string? declared = null, string? part = null)
    {
        var text = DecodedText.Of(bytes, declared);
        if (text.Charset.Doubt is { } doubt)
        {
            var at = bytes.FileOffset((int)Math.Clamp(text.Charset.FirstBad ?? 0, 0, bytes.Length));
            Add(FindingWeight.Doubt, "encoding-guessed", new(File.Name, null, null, at, null, part), doubt,
                "Save it as UTF-8 if letters look wrong.");
        }

        return text;
    }

    /// <summary>
    /// Makes the report of a part: what the sidecar declares ranks over what <paramref name="own"/> says, and what
    /// nobody says is
    /// unknown. The findings since <paramref name="findingsFrom"/> are those of this report.
    /// </summary>
    public Report Make(string format, TextAssembly text, Declared own, string? part = null, int findingsFrom = 0,
        string? messageId = null)
    {
        var known = Sidecar.Over(own);
        var facts = new ReportFacts(
            File.Name, format, known.Discipline ?? Discipline.Unknown, known.Source is { } source ? new(source)
                : null, known.Title,
            known.Author, known.Url, Zoned(known.Published, At(part: part)), Zoned(known.Received, At(part: part)),
                messageId);
        var label = known.Label ?? (Answers.IsProtected(known.Source) ? Closed(known.Source!, part)
            : Answers.DefaultLabel);
        return new(ReportId.Of(Original, part, SidecarHash), Original, facts, label, text.Text)
        {
            Segments = text.Segments,
            Findings = [.. _findings.Skip(findingsFrom)],
        };
    }

    /// <summary>
    /// A forgotten line must not give a person away. The finding names the file and not the source: findings are shown
    /// and logged.
    /// </summary>
    private Label Closed(string source, string? part)
    {
        Add(FindingWeight.Doubt, "protected-unlabelled", At(part: part),
            "is of a protected person and has no label, so it is closed to all who do not hold its source's "
            + "compartment.",
            "Write 'label: TLP:RED//NAME' with the source's name into its head or its .meta.yaml; or another label, "
            + "if others may see it.");
        return Answers.DefaultLabel.Join(Label.Of(Tlp.Red, Label.CompartmentOf(source)));
    }

    /// <summary>How many findings there are now, to tell those of the next report.</summary>
    public int FindingsMark => _findings.Count;
}
