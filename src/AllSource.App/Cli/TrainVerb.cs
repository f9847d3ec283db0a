using System.CommandLine;
using System.Text.Json;
using AllSource.Claims;

namespace AllSource.App.Cli;

/// <summary>`allsource train claims`: trains the shipped model of claims anew, byte for byte.</summary>
internal static class TrainVerb
{
    public static Command Build(Terminal terminal)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description =
            "Folder with train.jsonl: {\"id\",\"text\",\"attributions\"} lines.",
            Required = true
        };
        var more = new Option<FileInfo[]>("--more")
        {
            Description =
            "Further files of the same form, such as gold/attribution/train.jsonl."
        };
        var syntax = new Option<DirectoryInfo>("--syntax")
        {
            Description = "Folder with *-train.conllu.",
            Required = true
        };
        var output = new Option<FileInfo>("--out") { Description = "The model file to write.", Required = true };
        var claims = new Command(
            "claims",
            "Example: allsource train claims --data attribution --syntax syntax --more "
                + "gold/attribution/train.jsonl --out claims.model")
        {
            data, more, syntax, output,
        };
        claims.SetAction(parsed => Claims(
            terminal, parsed.GetRequiredValue(data), parsed.GetValue(more) ?? [], parsed.GetRequiredValue(syntax),
                parsed.GetRequiredValue(output)));
        return new Command("train", "Trains a model that the program ships with.") { claims };
    }

    private static int Claims(Terminal terminal, DirectoryInfo data, FileInfo[] more, DirectoryInfo syntax,
        FileInfo output)
    {
        try
        {
            var trees = Directory.GetFiles(syntax.FullName, "*-train.conllu").Order(StringComparer.Ordinal).ToArray();
            if (trees.Length == 0) throw new VerbException(ExitCodes.Usage,
                $"{syntax}: there is no *-train.conllu. Name the folder with the treebanks.");
            var trainer = new ClaimTrainer();
            foreach (var tree in trees)
            {
                using var reader = new StreamReader(tree);
                trainer.AddTreebank(reader);
            }

            foreach (var file in (string[])[Path.Combine(data.FullName, "train.jsonl"),
                .. more.Select(f => f.FullName)])
            {
                foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
                {
                    Add(trainer, line, byGuide: more.Any(f => f.FullName == file));
                }
            }

            File.WriteAllBytes(output.FullName, trainer.Train(words => terminal.Words.WriteLine(words)));
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException)
        {
            throw new VerbException(ExitCodes.Failed,
                $"The model was not trained: {e.Message} Check --data, --more and --syntax.");
        }
    }

    internal static void Add(ClaimTrainer trainer, string line, bool byGuide)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var attributions = json.RootElement.GetProperty("attributions").EnumerateArray()
            .Select(a => new LearnedSpans(Spans(a, "source"), Spans(a, "cue"), Spans(a, "content"))).ToList();
        trainer.AddText(text, attributions, byGuide);
    }

    private static (int Start, int End)[] Spans(JsonElement attribution, string role) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(s => (s[0].GetInt32(), s[1].GetInt32()))];
}
