namespace AllSource.Language.Names;

/// <summary>The signs by which a name is taken for a person's, an organisation's or a place's, with their
/// weights.</summary>
internal static class NameEvidence
{
    public static void OfWords(NameRuns.Run run, ParsedText text, NameVotes votes)
    {
        var lower = text.Tokens.Lower[run.First..run.End];
        var joined = votes.Name.ToLowerInvariant();
        var (first, last) = (lower[0], lower[^1]);
        if (PlaceNames.Has(joined)) votes.Word(NameKind.Place, 5, "a known place");
        if (lower.Length > 1 && PlaceNames.Closing.Contains(last)) votes.Word(NameKind.Place, 4, $"ends in {last}");
        if (lower.Length > 1 && PlaceNames.Opening.Contains(first) && !GivenNames.Has(first)) votes.Word(
            NameKind.Place, 2, $"begins with {first}");
        if (NameWords.Known.Contains(joined)) votes.Word(NameKind.Organisation, 5, "a known organisation");
        if (lower.Length > 1 && NameWords.Organisations.Contains(last)) votes.Word(NameKind.Organisation, 5,
            $"ends in {last}");
        else if (lower.Length > 2 && NameWords.Organisations.Contains(first) && lower[1] is "of" or "for") votes.Word(
            NameKind.Organisation, 5, $"begins with {first} {lower[1]}");
        else if (lower.Length > 2 && lower.Any(NameWords.Organisations.Contains)) votes.Word(NameKind.Organisation, 3,
            "has the noun of an institution");
        else if (lower.Length == 1 && NameWords.Organisations.Contains(first)) votes.Word(NameKind.Organisation, 1,
            "the noun of an institution");
        if (lower.Length > 1 && first is "daily" or "weekly" or "radio" or "channel" or "evening" or "morning"
            or "sunday"
            or "national" or "royal" or "federal") votes.Word(NameKind.Organisation, 3, $"begins with {first}");
        if (lower.Contains("&")) votes.Word(NameKind.Organisation, 3, "joined with &");
        var form = text.Tokens.Form[run.First];
        if (lower.Length == 1 && form.Length is 2 or 3 && form.All(char.IsUpper)) votes.Word(NameKind.Organisation, 2,
            "an acronym");
        if (lower.Length == 1 && form.Length is 4 or 5 && form.All(char.IsUpper))
        {
            votes.Word(NameKind.Organisation, 1.3, "an acronym");
            votes.Word(NameKind.Person, 0.8, "a code name in capitals");
        }

        if (lower.Length == 1 && form.Length > 5 && form.All(char.IsUpper)) votes.Word(NameKind.Person, 1.3,
            "a code name in capitals");
        if (lower.Length is > 1 and < 5 && GivenNames.Has(first) && !NameWords.IsOfFirms(last)) votes.Word(
            NameKind.Person, 4, $"given name {first}");
        else if (lower.Length == 1 && GivenNames.Has(first)) votes.Word(NameKind.Person, 2.5, $"given name {first}");
        else if (lower.Length is 2 or 3 && !lower.Any(NameWords.Organisations.Contains)
            && !PlaceNames.Closing.Contains(last)) votes.Word(NameKind.Person, 1.3, "two words");
        if (lower.Length > 1 && text.Tokens.Form[run.First..run.End].Any(f => f.Length == 2 && f[1] == '.')) votes.Word(
            NameKind.Person, 2, "an initial");
    }

    public static void OfContext(NameRuns.Run run, ParsedText text, NameVotes votes)
    {
        var tokens = text.Tokens;
        votes.Mention();
        if (run.Titled) votes.Context(NameKind.Person, 4, "after a title");
        var from = tokens.SentenceStart[tokens.SentenceOf[run.First]];
        var to = tokens.SentenceStart[tokens.SentenceOf[run.First] + 1];
        string W(int k) => k >= from && k < to ? tokens.Lower[k] : "";
        Before(run, text, votes, W);
        After(run, text, votes, W);
        if (run.First == from && tokens.Form[run.First].Length > 2 && tokens.Form[run.First].All(char.IsUpper)
            && !NameWords.Organisations.Contains(tokens.Lower[run.End - 1]) && Enumerable.Range(run.End, 10).Any(k
                => W(k) is "—" or "–" or "--"))
        {
            votes.Context(NameKind.Place, 8, "a dateline");
        }
    }

    private static void Before(NameRuns.Run run, ParsedText text, NameVotes votes, Func<int, string> at)
    {
        var before = at(run.First - 1);
        if (NameWords.BeforeOrganisation.Contains(before)) votes.Context(NameKind.Organisation, 3, $"after {before}");
        else if (NameWords.Posts.Contains(before)) votes.Context(NameKind.Person, 2.5, $"after {before}");
        else if (before is "in" or "near" or "outside" or "across" or "throughout") votes.Context(NameKind.Place,
            before == "in" ? 2 : 1.8, $"after {before}");
        else if (before is "at" or "from" or "to" or "towards" or "toward" or "around") votes.Context(NameKind.Place,
            0.8, $"after {before}");
        else if (before == "the" && !run.Titled && !IsNoun(run.End, text)) votes.Context(NameKind.Organisation,
            run.End - run.First == 1 ? 1.5 : 2.5, "after the");
        else if (before is "mr" or "mrs" or "ms" or "dr") votes.Context(NameKind.Person, 4, "after a title");
        if (before == "," && NameWords.Posts.Contains(at(run.First - 2))) votes.Context(NameKind.Person, 2,
            "in apposition to a post");
        if (before == "," && NameWords.BeforeOrganisation.Contains(at(run.First - 2))) votes.Context(
            NameKind.Organisation, 3, "in apposition to an organisation");
        if (at(run.First - 1) == "by" || at(run.First - 1) == "with") votes.Context(NameKind.Person, 0.3, "an agent");
    }

    private static bool IsNoun(int i, ParsedText text) => i < text.Count && Tags.IsNoun(text.Tag[i])
        && char.IsLower(text.Tokens.Form[i][0]);

    private static void After(NameRuns.Run run, ParsedText text, NameVotes votes, Func<int, string> at)
    {
        var (after, next) = (at(run.End), at(run.End + 1));
        if (after is "said" or "says" or "told" or "added" or "asked" or "replied" or "wrote" or "denied" or "denies"
            or "thinks" or "believes" or "laughed")
        {
            votes.Context(NameKind.Person, 1.3, $"before {after}");
        }
        else if (NameWords.AfterOrganisation.Contains(after)) votes.Context(NameKind.Organisation, 1.5,
            $"before {after}");
        else if (after is "'s" or "’s")
        {
            if (next is "wife" or "husband" or "lawyer" or "lawyers" or "son" or "daughter" or "father" or "mother"
                or "brother" or "sister" or "doctor") votes.Context(NameKind.Person, 2, $"has a {next}");
            else if (next is "capital" or "government" or "parliament" or "economy" or "border" or "president"
                or "population" or "ambassador" or "navy" or "army" or "transport" or "foreign" or "prime" or "defence"
                or "finance" or "interior" or "coast" or "airport") votes.Context(NameKind.Place, 1.5, $"has a {next}");
            else if (NameWords.AfterOrganisation.Contains(next)) votes.Context(NameKind.Organisation, 1.2,
                $"has a {next}");
        }
        else if (PlaceNames.Closing.Contains(after) || after is "pond" or "village" or "coast" or "navy" or "army"
            or "government" or "border") votes.Context(NameKind.Place, after is "river" ? 3 : 1.8, $"before {after}");
        else if (after == ",")
        {
            if (next.Length is 1 or 2 && next.All(char.IsAsciiDigit)) votes.Context(NameKind.Person, 3, "with an age");
            else if (next is "who" or "whose") votes.Context(NameKind.Person, 2, $"before {next}");
            else if (next == "which") votes.Context(NameKind.Organisation, 1, "before which");
            else if (PlaceNames.Single.Contains(next) && run.End + 1 < text.Count
                && char.IsUpper(text.Tokens.Form[run.End + 1][0])) votes.Context(NameKind.Place, 1.5,
                    "before a country");
            else if (next is "a" or "an" or "the" && Enumerable.Range(run.End + 2, 5).Any(k => NameWords.Posts.Contains(
                at(k)))) votes.Context(NameKind.Person, 2, "with a post in apposition");
        }
        else if (after is "himself" or "herself") votes.Context(NameKind.Person, 3, $"before {after}");
    }
}
