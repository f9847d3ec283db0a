using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AllSource.Kernel;
using AllSource.Kernel.Pages;
using AllSource.Lineage;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;

namespace AllSource.App.Cli;

/// <summary>
/// <c>allsource lineage ... --index FOLDER</c>: the texts that are new to an index on disk go into it, and the passages
/// of all given texts with all that is held are told. The index has no texts: those of earlier reports are read from
/// the inputs.
/// </summary>
internal sealed class IndexDoor
{
    private readonly Option<DirectoryInfo?> _index = new("--index")
    {
        Description = "insert what is new into the lineage index in this folder, and tell the passages of all given "
            + "texts with those held; name the files of earlier texts as well, for the index has none",
    };

    private readonly Option<bool> _newOnly = new("--new")
    {
        Description = "with --index: tell only the passages of the texts that are new to it",
    };

    private readonly Option<bool> _again = new("--again")
    {
        Description = "with --index: take in again what was withdrawn from it before",
    };

    private readonly Option<string[]> _withdraw = new("--withdraw")
    {
        Description = "with --index: take these ids out of it, and their bytes out of its files; inserts nothing, "
            + "and needs no texts",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _compact = new("--compact")
    {
        Description = "with --index: write the whole index anew, as small as it can be",
    };

    private readonly Option<bool> _fewGrams = new("--few-grams")
    {
        Description = "with --index: make a new index two thirds as large, for millions of texts; short quotations "
            + "with edits are missed more often than by the search in memory",
    };

    private readonly Option<FileInfo?> _key = new("--index-key")
    {
        Description = "the desk key that the index is sealed with; FOLDER.key by default, made with the index",
    };

    public void AddTo(Command verb)
    {
        verb.Add(_index);
        verb.Add(_newOnly);
        verb.Add(_again);
        verb.Add(_withdraw);
        verb.Add(_compact);
        verb.Add(_fewGrams);
        verb.Add(_key);
    }

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_index) is not null;

    /// <summary>True when there is something to do without a text.</summary>
    public bool NeedsNoTexts(ParseResult parsed) =>
        IsAsked(parsed) && (parsed.GetValue(_withdraw) is { Length: > 0 } || parsed.GetValue(_compact));

    /// <summary>What the index told.</summary>
    /// <param name="Found">Null when reports were withdrawn or the index compacted alone: nothing to show.</param>
    /// <param name="IsDamaged">Damage was met and named: there may be more passages.</param>
    public sealed record Told(ImmutableArray<Passage>? Found, bool IsDamaged);

    /// <summary>Does what is asked of the index.</summary>
    public Told Act(
        ParseResult parsed, Terminal terminal, IReadOnlyList<LineageDocument> documents, bool keepPassedOver,
        CancellationToken cancel)
    {
        var folder = parsed.GetValue(_index)!.FullName;
        var seal = SealOf(parsed.GetValue(_key)?.FullName ?? $"{folder.TrimEnd('/', '\\')}.key", folder);
        try
        {
            using var files = Opened(SegmentFolder.Open(folder), ExitCodes.Busy);
            using var index = Opened(
                SegmentIndex.Open(files, seal, new GivenTexts(documents, seal),
                    new(KeepPassedOver: keepPassedOver, AllGrams: !parsed.GetValue(_fewGrams))),
                ExitCodes.IntegrityBroken);
            var taken = new WithdrawnIds(folder, seal);
            var told = parsed.GetValue(_withdraw) is { Length: > 0 } ids
                ? Withdraw(terminal, index, ids, taken, cancel)
                : Tell(terminal, index, documents,
                    Insert(parsed, terminal, index, documents, taken, cancel), parsed.GetValue(_newOnly), cancel);
            if (parsed.GetValue(_compact)) Sound(index.Compact(cancel));
            return documents.Count == 0 ? told with { Found = null } : told;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"{folder}: {e.Message} What was acknowledged before is kept. Make room and run the command again.");
        }
    }

    /// <summary>Puts in what is new, and gives it back, with what is held already and was given.</summary>
    private (List<LineageDocument> New, List<LineageDocument> Held) Insert(
        ParseResult parsed, Terminal terminal, SegmentIndex index, IReadOnlyList<LineageDocument> documents,
        WithdrawnIds withdrawn, CancellationToken cancel)
    {
        var (entered, held, again) = (new List<LineageDocument>(), new List<LineageDocument>(), new List<string>());
        foreach (var document in documents)
        {
            cancel.ThrowIfCancellationRequested();
            var wasWithdrawn = withdrawn.Has(document.Id);
            if (wasWithdrawn && !parsed.GetValue(_again))
            {
                terminal.Words.WriteLine(
                    $"allsource: {OutsideText.Clean(document.Id)} was withdrawn from this index and was not taken in "
                    + "again. Add --again if it is to come back.");
                continue;
            }

            switch (index.Insert(document))
            {
                case Inserted.New:
                    entered.Add(document);
                    break;
                case Inserted.AlreadyHere:
                    held.Add(document);
                    break;
                case Inserted.IdTaken:
                    terminal.Words.WriteLine(
                        $"allsource: {OutsideText.Clean(document.Id)} is in the index with other words, time or "
                        + "author, and was left as it is. Take it out with --withdraw first, or give the new text "
                        + "an id of its own.");
                    break;
            }

            if (wasWithdrawn) again.Add(document.Id);
        }

        withdrawn.Remove(again);
        return (entered, held);
    }

    /// <summary>
    /// The passages of what was given, also of what is held already: an earlier run may have lacked the text of the
    /// other. Looked for when all are in, so that their order in the file tells nothing.
    /// </summary>
    private static Told Tell(
        Terminal terminal, SegmentIndex index, IReadOnlyList<LineageDocument> documents,
        (List<LineageDocument> New, List<LineageDocument> Held) given, bool newOnly, CancellationToken cancel)
    {
        var sought = (newOnly ? given.New : given.New.Concat(given.Held)).ToHashSet();
        var found = new HashSet<(string, TextSpan, string, TextSpan)>();
        var passages = new List<Passage>();
        var (findings, isDamaged) = (new SortedSet<string>(StringComparer.Ordinal), false);
        foreach (var document in documents.Where(sought.Contains))
        {
            cancel.ThrowIfCancellationRequested();
            var held = index.Find(document);
            foreach (var finding in held.Findings) findings.Add(finding.ToString());
            isDamaged |= held.Findings.Any(static f => f.Kind == SegmentIndex.DamageKind);
            passages.AddRange(held.Passages.Where(p => found.Add((p.A, p.ASpan, p.B, p.BSpan))));
        }

        foreach (var finding in findings) terminal.Words.WriteLine($"allsource: {finding}");
        terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"index: {given.New.Count} new, {index.Reports} held"));
        return new([.. passages], isDamaged);
    }

    private static Told Withdraw(
        Terminal terminal, SegmentIndex index, string[] ids, WithdrawnIds withdrawn, CancellationToken cancel)
    {
        if (ids.FirstOrDefault(id => !index.Holds(id)) is { } unknown)
        {
            throw new VerbException(ExitCodes.NotFoundOrNotAllowed, $"--withdraw: the index holds no '{unknown}'.");
        }

        withdrawn.Add(ids); // first: whoever is killed here withdraws again, and nothing comes back meanwhile
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            foreach (var finding in index.Withdraw(id).Findings) terminal.Words.WriteLine($"allsource: {finding}");
        }

        Sound(index.Purge(cancel));
        terminal.Words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"index: {ids.Length} withdrawn, {index.Reports} held"));
        return new(null, false);
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
