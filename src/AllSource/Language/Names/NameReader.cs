namespace AllSource.Language.Names;

/// <summary>
/// Finds the names of people, organisations and places in a text by rules: what the words themselves say, what stands
/// beside each mention, and the whole text: all mentions of a name are of one kind, a surname is the person named in
/// full before or after, an acronym its expansion. Made for English; knows only public, common facts.
/// </summary>
internal static class NameReader
{
    /// <summary>A text with more different names is a list or an attack; the rest is read each by itself.</summary>
    private const int NamesMax = 5000;

    public static NameSpan[] Read(ParsedText text)
    {
        var runs = NameRuns.Find(text);
        var groups = new Dictionary<string, NameVotes>(StringComparer.Ordinal);
        var keys = new string[runs.Count];
        for (var r = 0; r < runs.Count; r++)
        {
            keys[r] = Key(runs[r], text);
            if (!groups.TryGetValue(keys[r], out var votes))
            {
                votes = new NameVotes(keys[r]);
                if (keys[r] == Words(runs[r], text)) NameEvidence.OfWords(runs[r], text, votes);
                if (groups.Count < NamesMax) groups[keys[r]] = votes;
            }

            NameEvidence.OfContext(runs[r], text, votes);
        }

        var full = FullForms(groups);
        var found = new List<NameSpan>(runs.Count);
        for (var r = 0; r < runs.Count; r++)
        {
            var own = groups.GetValueOrDefault(keys[r]);
            if (own is null) continue;
            var of = full.TryGetValue(keys[r], out var longer) ? longer : own;
            if (of.Best is not { } best || !of.IsSure) continue;
            var why = ReferenceEquals(of, own) ? best.Why : $"part of {of.Name}";
            found.Add(new(runs[r].First, runs[r].End, best.Kind, of.Name, why));
        }

        return [.. found];
    }

    private static bool IsCommon(string word)
    {
        var lower = word.ToLowerInvariant();
        return NameWords.Organisations.Contains(lower) || PlaceNames.Closing.Contains(lower)
            || PlaceNames.Opening.Contains(lower);
    }

    /// <summary>"HOST:" at the head of a line is a label, "EIDE:" is Jorun Eide.</summary>
    private static string Key(NameRuns.Run run, ParsedText text)
    {
        var words = Words(run, text);
        var label = run.End < text.Count && text.Tokens.Form[run.End] == ":" && run.End - run.First == 1
            && run.First == text.Tokens.ParagraphStart[text.Tokens.ParagraphOf[run.First]];
        return label && words.Length > 3 && words.All(char.IsUpper) ? words[..1] + words[1..].ToLowerInvariant()
            : words;
    }

    private static string Words(NameRuns.Run run, ParsedText text)
    {
        var tokens = text.Tokens;
        return string.Join(' ', tokens.Text[tokens.Start[run.First]..tokens.End[run.End - 1]].Split(null as char[],
            StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Short forms and the names that they stand for: surnames and given names, the head of an institution's
    /// name, its initials.</summary>
    private static Dictionary<string, NameVotes> FullForms(Dictionary<string, NameVotes> groups)
    {
        var full = new Dictionary<string, NameVotes>(StringComparer.Ordinal);
        foreach (var votes in groups.Values)
        {
            var words = votes.Name.Split(' ');
            if (words.Length < 2 || votes.Best is not { } best || !votes.IsSure) continue;
            switch (best.Kind)
            {
                case NameKind.Person:
                    Add(words[^1]);
                    Add(words[0]);
                    if (words.Length > 2) Add(string.Join(' ', words[1..]));
                    break;
                case NameKind.Organisation:
                    if (!IsCommon(words[^1])
                        || NameWords.Organisations.Contains(words[^1].ToLowerInvariant())) Add(words[^1]);
                    if (!IsCommon(words[0])) Add(words[0]);
                    if (words.Length > 2) Add(string.Join(' ', words[..2]));
                    Add(string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0])));
                    break;
            }

            void Add(string part)
            {
                if (part.Length < 2 || !groups.TryGetValue(part, out var own) || ReferenceEquals(own, votes)) return;
                if (own.IsCertain && own.Best?.Kind != best.Kind) return;
                if (own.Best?.Kind == NameKind.Place && own.IsSure && best.Kind == NameKind.Organisation) return;
                if (!full.TryGetValue(part, out var other) || votes.Count > other.Count) full[part] = votes;
            }
        }

        return full;
    }
}
