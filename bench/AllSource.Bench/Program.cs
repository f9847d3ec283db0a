using System.Globalization;
using AllSource.Bench;
using AllSource.Bench.Worlds;
using AllSource.Lineage.Detailed;

switch (args)
{
    case ["pairs", var prefix, .. var changes]:
        var trial = new PairTrial(prefix);
        trial.Run("as set", new(), Console.Out);
        foreach (var change in changes) trial.Run(change, Changed(change), Console.Out);
        break;
    case ["folds", var listed, .. var choices]:
        new PairTrial(listed).CrossValidate(
            [("as set", new DetailedSettings()), .. choices.Select(static c => (c, Changed(c)))], Console.Out);
        break;
    case ["draw", var drawn, var seed, var count]:
        PassageDraw.Run(drawn, int.Parse(seed, CultureInfo.InvariantCulture),
            int.Parse(count, CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["fit", .. var sets]:
        EvidenceTrial.Fit(sets, Console.Out);
        break;
    case ["direction", var learnt, var tried]:
        DirectionTrial.Across(learnt, tried, Console.Out);
        break;
    case ["direction", var dated]:
        DirectionTrial.Run(dated, Console.Out);
        break;
    case ["signs", var set]:
        Candidates.Write(set, Console.Out);
        break;
    case ["desks", var known, var size, var desks]:
        Candidates.WriteDesks(known, int.Parse(size, CultureInfo.InvariantCulture),
            int.Parse(desks, CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["synthetic", var ofEach]:
        Candidates.WriteSynthetic(int.Parse(ofEach, CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["score", .. var scored]:
        EvidenceTrial.Score(scored, Console.Out);
        break;
    case ["find", var file]:
        RetrievalTrial.Run(file, Console.Out);
        break;
    case ["find", var file, var threads, var rounds]:
        RetrievalTrial.RunWhole(file, int.Parse(threads, CultureInfo.InvariantCulture),
            int.Parse(rounds, CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["words", var file]:
        RetrievalTrial.RunWords(file, Console.Out);
        break;
    case ["grammar", .. var treebanks]:
        GrammarTrial.Run(treebanks, Console.Out);
        break;
    case ["grammar-pace", var news]:
        GrammarTrial.Pace(news, Console.Out);
        break;
    case ["reading-pace", var news, var passes]:
        ReadingPace.Run(news, int.Parse(passes, CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["disk", var folder, var reports, .. var files]:
        DiskTrial.Run(folder, int.Parse(reports, CultureInfo.InvariantCulture), files, Console.Out);
        break;
    case ["hostile", var name]:
        HostileTrial.Run(name, Console.Out);
        break;
    case ["stream", var many, .. var streamed]:
        StreamTrial.Run(int.Parse(many, CultureInfo.InvariantCulture), streamed, Console.Out);
        break;
    case ["kill", var folder, var kills, var file]:
        KillTrial.Run(folder, int.Parse(kills, CultureInfo.InvariantCulture), file, Console.Out);
        break;
    case ["postings", var reports, var every, .. var files]:
        PostingLines.Write(
            int.Parse(reports, CultureInfo.InvariantCulture), int.Parse(every, CultureInfo.InvariantCulture), files,
            Console.OpenStandardOutput());
        break;
    case ["kill-writer", var folder, var file]:
        KillTrial.Write(folder, file);
        break;
    case ["worlds" or "corroborate" or "outcomes" or "known" or "table" or "change", _, ..]:
        FusionTrials.Run(args, Console.Out);
        break;
    default:
        Console.Error.WriteLine(
            "usage: AllSource.Bench find DOCS.jsonl[.gz] [THREADS ROUNDS] | words DOCS\n"
            + "  grammar CONLLU... | grammar-pace DOCS | reading-pace DOCS PASSES\n"
            + "  signs DOCS > SIGNS | desks DOCS=GOLD,JUDGED SIZE COUNT > SIGNS | synthetic COUNT > SIGNS "
            + "| pairs PREFIX [Setting=value,Setting=value ...] | folds PREFIX [Setting=value,... ...]\n"
            + "  fit SIGNS=GOLD,JUDGED ... | score SIGNS=GOLD,JUDGED | direction DOCS [TRIED] | draw DOCS SEED COUNT\n"
            + $"  hostile {HostileTrial.Names} | stream REPORTS DOCS...\n"
            + "  disk FOLDER REPORTS DOCS... | kill FOLDER KILLS DOCS | postings REPORTS EVERY DOCS...\n"
            + FusionTrials.Usage);
        break;
}

static DetailedSettings Changed(string change)
{
    var settings = new DetailedSettings();
    foreach (var part in change.Split(','))
    {
        var cut = part.IndexOf('=', StringComparison.Ordinal);
        var property = typeof(DetailedSettings).GetProperty(part[..cut])!;
        property.SetValue(settings, Convert.ChangeType(part[(cut + 1)..], property.PropertyType,
            CultureInfo.InvariantCulture));
    }

    return settings;
}
