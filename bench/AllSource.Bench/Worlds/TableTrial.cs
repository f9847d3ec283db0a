using System.Diagnostics;
using System.Globalization;
using AllSource.Fusion.Copying;
using AllSource.Fusion.Models;
using AllSource.Fusion.Tables;

namespace AllSource.Bench.Worlds;

/// <summary>Reads a table of claims and fuses it, with the clock of each step.</summary>
internal static class TableTrial
{
    public static void Run(string path, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        void Step(string name)
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-12} {clock.Elapsed.TotalSeconds:0.00} s, {cpu:0.00} s of processor"));
        }

        Step("start");
        using var stream = File.OpenRead(path);
        var table = ClaimTableReader.Read(stream, path).Value!;
        Step("read");
        var echoes = Echoes.SetAside(table);
        Step("echoes");
        _ = LabelBeliefs.Better(table);
        Step("labels");
        var model = new FactModel(echoes.Voices, 10, null);
        Step("model");
        model.Settle(10);
        Step("settle");
        var finder = new CopyFinder(echoes.Voices, model);
        Step("pairs");
        for (var k = 0; k < 6; k++)
        {
            model.FalseValues = ErrorSpread.Of(model, 10);
            Step("spread");
            model.Copies = finder.Find();
            Step(string.Create(CultureInfo.InvariantCulture,
                $"copies {model.Copies.Habits.Sum(h => h.Probability):0.0}"));
            model.Settle(5);
            Step("settle");
        }
    }
}
