using AllSource.Access;
using AllSource.Desk;
using AllSource.Documents.Meta;
using AllSource.Documents.Text;
using AllSource.Kernel;

namespace AllSource.Documents;

/// <summary>
/// Reads case.yaml strictly: an unknown key, a wrong type or a bad value is a finding of weight Loss with line and
/// column. What can be
/// used is given nevertheless; a file that is no YAML, or no mapping, gives no value. A label that cannot be read seals
/// the case's reports.
/// </summary>
public sealed class CaseFileReader : ICaseFileReader
{
    /// <inheritdoc/>
    public Parsed<CaseFile> Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var text = DecodedText.Of(bytes);
        var findings = new List<Finding>();
        if (text.Charset.Doubt is { } doubt) findings.Add(
            new(FindingWeight.Doubt, "encoding-guessed", new(name), doubt, "Save it as UTF-8."));
        var tree = YamlTree.Parse(text.Text, name);
        if (!tree.IsRead) return new(null, [.. findings, .. tree.Findings]);
        if (tree.Value is YamlScalar { Text: null }) return new(CaseFile.None, [.. findings]);
        if (tree.Value is not YamlMap map)
        {
            findings.Add(new(FindingWeight.Loss, "wrong-type", new(name, tree.Value!.Line, tree.Value.Column),
                "must hold keys with values, such as 'question: ...'.", "See the sample case."));
            return new(null, [.. findings]);
        }

        var keys = new YamlKeys(map, name, findings, "case", "title", "question", "label", "audience", "zone",
            "date_order",
            "hypotheses", "sources", "evidence", "assumptions", "dissent");
        var hypotheses = CaseSections.Hypotheses(keys);
        var evidence = CaseSections.Evidence(keys, hypotheses);
        var sources = CaseSections.Sources(keys);
        var answers = Answers(keys, findings) with
        {
            ProtectedSources = [.. sources.Where(s => s.IsProtected).SelectMany(s => s.Aliases.Prepend(s.Id.Name))],
        };
        var file = new CaseFile(keys.Text("case"), keys.Text("title"), keys.Text("question"), hypotheses,
            evidence, sources, answers, Audience(keys, findings))
        {
            Assumptions = CaseOpinions.Assumptions(keys, hypotheses, evidence),
            Dissents = CaseOpinions.Dissents(keys, hypotheses),
        };
        return new(file, [.. findings]);
    }

    private static ReadingAnswers Answers(YamlKeys keys, List<Finding> findings) =>
        new(LabelOf(keys, "label", findings) ?? CaseFile.None.Answers.DefaultLabel, Zone(keys), Order(keys));

    private static Label? LabelOf(YamlKeys keys, string key, List<Finding> findings)
    {
        if (keys.Node(key) is null) return null;
        if (keys.Text(key) is not { } text) return Label.Sealed;
        var parsed = Label.Parse(text, keys.Place(key));
        findings.AddRange(parsed.Findings.Select(f => f with { Weight = FindingWeight.Loss }));
        return parsed.Value ?? Label.Sealed;
    }

    private static TimeSpan? Zone(YamlKeys keys)
    {
        if (keys.Text("zone") is not { } text) return null;
        if (ReportedTime.TryOffset(text) is { } offset) return offset;
        keys.Bad("zone", "is no offset from UTC.",
            "Write it as \"+02:00\". Names of zones are not read: which offset they mean depends on the date.");
        return null;
    }

    private static DateOrder? Order(YamlKeys keys)
    {
        switch (keys.Text("date_order"))
        {
            case null: return null;
            case "day-first": return DateOrder.DayFirst;
            case "month-first": return DateOrder.MonthFirst;
            case "year-first": return DateOrder.YearFirst;
            default:
                keys.Bad("date_order", "is none of day-first, month-first, year-first.");
                return null;
        }
    }

    private static CaseAudience? Audience(YamlKeys keys, List<Finding> findings)
    {
        if (keys.Mapping("audience", "name", "clearance") is not { } audience) return null;
        var name = audience.Text("name");
        if (name is null) audience.Bad("name", "is missing: say whom the brief is for.");
        // A clearance that is missing or cannot be read is that of the public: the brief then holds less, never more.
        var label = LabelOf(audience, "clearance", findings);
        if (label is null) audience.Bad("clearance", "is missing; the audience sees what is TLP:CLEAR.",
            "Write such as TLP:AMBER.");
        var clearance = label is { IsSealed: false } ? new Clearance(label.Level, label.Compartments)
            : Clearance.Public;
        return name is null ? null : new(name, clearance);
    }
}
