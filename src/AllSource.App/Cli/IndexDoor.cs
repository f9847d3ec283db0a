using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AllSource.Kernel;
using AllSource.Lineage;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource lineage ... --index FOLDER</c>: the texts that are new to an index on disk go into it, and their
/// passages with all that is held are told. The index has no texts: those of earlier reports are read from the inputs.
/// </summary>
internal sealed class IndexDoor
{
    private readonly Option<DirectoryInfo?> _index = new("--index")
    {
        Description = "insert what is new into the lineage index in this folder, and tell the passages of the new "
            + "alone; name the files of earlier texts as well, for the index has none",
    };

    private readonly Option<string[]> _withdraw = new("--withdraw")
    {
        Description = "with --index: take these ids out of it, and their bytes out of its files; inserts nothing",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _compact = new("--compact")
    {
        Description = "with --index: write the whole index anew, as small as it can be",
    };

    private readonly Option<FileInfo?> _key = new("--index-key")
    {
        Description = "the desk key that the index is sealed with; FOLDER.key by default, made with the index",
    };

    public void AddTo(Command verb)
    {
        verb.Add(_index);
        verb.Add(_withdraw);
        verb.Add(_compact);
        verb.Add(_key);
    }

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_index) is not null;

    /// <summary>
    /// Does what is asked of the index. Null when reports were withdrawn or the index compacted alone, and there is
    /// nothing to show.
    /// </summary>
    public ImmutableArray<Passage>? Act(
        ParseResult parsed, Terminal terminal, IReadOnlyList<LineageDocument> documents, bool keepPassedOver,
        CancellationToken cancel)
    {
        var folder = parsed.GetValue(_index)!.FullName;
        var seal = SealOf(parsed.GetValue(_key)?.FullName ?? $"{folder.TrimEnd('/', '\\')}.key", folder);
        try
        {
            using var files = Opened(SegmentFolder.Open(folder), ExitCodes.Busy);
            using var index = Opened(
                SegmentIndex.Open(files, seal, new GivenTexts(documents, seal), new(KeepPassedOver: keepPassedOver)),
                ExitCodes.IntegrityBroken);
            var withdrawn = parsed.GetValue(_withdraw) ?? [];
            if (withdrawn.Length > 0) Withdraw(terminal, index, withdrawn, cancel);
            var found = withdrawn.Length > 0 ? (ImmutableArray<Passage>?)null
                : Insert(terminal, index, documents, cancel);
            if (parsed.GetValue(_compact)) Sound(index.Compact(cancel));
            return found;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"{folder}: {e.Message} What was acknowledged before is kept. Make room and run the command again.");
        }
    }

    private static ImmutableArray<Passage> Insert(
        Terminal terminal, SegmentIndex index, IReadOnlyList<LineageDocument> documents, CancellationToken cancel)
    {
        var entered = new List<LineageDocument>();
        foreach (var document in documents)
        {
            cancel.ThrowIfCancellationRequested();
            switch (index.Insert(document))
            {
                case Inserted.New:
                    entered.Add(document);
                    break;
                case Inserted.IdTaken:
                    terminal.Words.WriteLine(
                        $"allsource: {document.Id} is in the index with other words, time or author, and was left as "
                        + "it is. Take it out with --withdraw first, or give the new text an id of its own.");
                    break;
            }
        }

        // Looked for when all are in, so that their order in the file tells nothing.
        var found = new HashSet<(string, TextSpan, string, TextSpan)>();
        var passages = new List<Passage>();
        var findings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in entered)
        {
            cancel.ThrowIfCancellationRequested();
            var held = index.Find(document);
            foreach (var finding in held.Findings) findings.Add(finding.ToString());
            passages.AddRange(held.Passages.Where(p => found.Add((p.A, p.ASpan, p.B, p.BSpan))));
        }

        foreach (var finding in findings) terminal.Words.WriteLine($"allsource: {finding}");
        terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"index: {entered.Count} new, {index.Reports} held"));
        return [.. passages];
    }

    private static void Withdraw(Terminal terminal, SegmentIndex index, string[] ids, CancellationToken cancel)
    {
        foreach (var id in ids)
        {
            var withdrawn = index.Withdraw(id);
            foreach (var finding in withdrawn.Findings) terminal.Words.WriteLine($"allsource: {finding}");
            if (!withdrawn.WasHere)
            {
                throw new VerbException(ExitCodes.NotFoundOrNotAllowed, $"--withdraw: the index holds no '{id}'.");
            }
        }

        Sound(index.Purge(cancel));
        terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"index: {ids.Length} withdrawn, {index.Reports} held"));
    }

    private static void Sound(Finding? fault)
    {
        if (fault is not null) throw new VerbException(ExitCodes.IntegrityBroken, fault.ToString());
    }

    private static T Opened<T>(Parsed<T> opened, int exitCode)
        where T : class =>
        opened.Value ?? throw new VerbException(exitCode, opened.Findings[0].ToString());

    private static DeskSeal SealOf(string keyFile, string folder)
    {
        try
        {
            if (File.Exists(keyFile))
            {
                var key = File.ReadAllBytes(keyFile);
                return key.Length == DeskSeal.KeyBytes ? new(key) : throw new VerbException(
                    ExitCodes.Usage, $"{keyFile}: not a desk key, which has {DeskSeal.KeyBytes} bytes.");
            }

            if (File.Exists(Path.Combine(folder, "manifest")))
            {
                throw new VerbException(ExitCodes.Usage,
                    $"{keyFile}: the key of this index is not there. Name it with --index-key, or make a new index.");
            }

            var made = RandomNumberGenerator.GetBytes(DeskSeal.KeyBytes);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(keyFile, options);
            file.Write(made);
            file.Flush(flushToDisk: true);
            return new(made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Usage, $"{keyFile}: {e.Message} Name another file with --index-key.");
        }
    }

    /// <summary>The texts given on the command line.</summary>
    private sealed class GivenTexts : IReportTexts
    {
        private readonly Dictionary<ReportKey, LineageDocument> _byKey = [];

        public GivenTexts(IEnumerable<LineageDocument> documents, DeskSeal seal)
        {
            foreach (var document in documents) _byKey.TryAdd(seal.KeyOf(document.Id), document);
        }

        public LineageDocument? Find(ReportKey report) => _byKey.GetValueOrDefault(report);
    }
}
