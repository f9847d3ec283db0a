using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using AllSource.Lineage.Segments;
using AllSource.Store.Segments;
using AllSource.Tests.Lineage.Segments;

namespace AllSource.Tests.Store.Segments;

/// <summary>
/// A process that writes an index until it is killed: the tests' own executable, started with a variable that names the
/// folder. It says each number once the index has returned from it: "+12" is held, "-9" is withdrawn.
/// </summary>
internal static class WriterProcess
{
    public static readonly SegmentIndexSettings Settings = new(YoungReportsMax: 6, MergeFanOut: 2, WritesBeside: true);

    private const string Variable = "ALLSOURCE_TEST_INDEX_WRITER";

    public static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WriterProcess).Assembly.Location);
        }

        start.Environment[Variable] = folder;
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    internal static void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } folder) return;
        var world = new HeldWorld(101, 120);
        using var files = SegmentFolder.Open(folder).Value!;
        using var index = SegmentIndex.Open(files, HeldWorld.Seal, world, Settings).Value!;
        using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var d = 0; d < world.Documents.Count; d++)
        {
            if (index.Insert(world.Documents[d]) == Inserted.New) Say('+', d);
            if (d % 7 == 6 && index.Withdraw(world.Documents[d - 4].Id).WasHere) Say('-', d - 4);
        }

        said.WriteLine("end");
        Environment.Exit(0);

        void Say(char what, int report) =>
            said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}{report}"));
    }
}
