using System.Collections.Immutable;
using System.Globalization;
using AllSource.Claims;
using AllSource.Fusion.Propositions;
using AllSource.Sources;

namespace AllSource.Fusion.Grades;

/// <summary>
/// Puts what persons graded beside what is suggested, and says where persons disagree with one another or with the
/// suggestion. Nothing is averaged: of a source's grades the latest is the one that counts as given, a claim's grade
/// moves nothing.
/// </summary>
public static class GradesBeside
{
    /// <summary>A register in which the latest grade that a person gave a source is the source's grade.</summary>
    public static SourceRegister Register(SourceRegister register, GivenGrades given)
    {
        if (given.Sources.IsEmpty) return register;
        var sources = register.Sources.ToDictionary(s => s.Id);
        foreach (var grade in InOrder(given.Sources))
        {
            var known = register.Find(grade.Source)
                ?? new Source(new(grade.Source), grade.Kind, Reliability.F, null, []);
            sources[known.Id] = known with { Reliability = grade.Grade };
        }

        return new(sources.Values);
    }

    public static ImmutableArray<SourceGrade> Sources(
        ImmutableArray<SourceGrade> suggested, GivenGrades given, SourceRegister register)
    {
        if (given.Sources.IsEmpty) return suggested;
        string NameOf(string source) => register.Find(source)?.Id.Name ?? source;
        var bySource = InOrder(given.Sources).ToLookup(g => NameOf(g.Source), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. suggested.Select(grade =>
            {
                var persons = bySource[NameOf(grade.Voice)].Select(g =>
                    new PersonGrade(g.Grade.ToString(), g.Author, g.At, g.Why, g.Id)).ToImmutableArray();
                return persons.IsEmpty ? grade
                    : grade with { Persons = persons, Reasons = [.. grade.Reasons, .. Disagreements(persons)] };
            }),
        ];
    }

    /// <param name="suggested">One a proposition, in the same order.</param>
    public static ImmutableArray<ItemGrade> Items(
        ImmutableArray<Proposition> propositions, ImmutableArray<ItemGrade> suggested, GivenGrades given,
        IReadOnlyCollection<Claim> claims)
    {
        if (given.Claims.IsEmpty) return suggested;
        var found = InOrder(given.Claims).Select(g => (Given: g, g.Claim.FindIn(claims)?.Id))
            .Where(x => x.Id is not null).ToLookup(x => x.Id!.Value, x => x.Given);
        return [.. propositions.Zip(suggested, (p, grade) => Beside(p, grade, found))];
    }

    private static ItemGrade Beside(
        Proposition proposition, ItemGrade suggested, ILookup<ClaimId, GivenCredibility> found)
    {
        var persons = proposition.Claims.Select(c => c.Claim).Distinct()
            .SelectMany(id => found[id].Select(g => (g, Shown: new PersonGrade(
                ((int)g.Grade).ToString(CultureInfo.InvariantCulture), g.Author, g.At, g.Why, g.Id, id))))
            .OrderBy(x => x.g.At).ThenBy(x => x.g.Id, StringComparer.Ordinal).ToList();
        if (persons.Count == 0) return suggested;
        var reasons = suggested.Reasons.ToBuilder();
        var own = ((int)suggested.Suggested).ToString(CultureInfo.InvariantCulture);
        foreach (var differing in persons.Select(x => x.Shown).Where(p => p.Grade != own))
        {
            reasons.Add($"{differing.Author} gave {differing.Grade}: it differs from the suggestion.");
        }

        if (persons.Any(x => x.g.Grade == Credibility.Confirmed) && proposition.Origins < 2)
        {
            reasons.Add("A person gave 1, which needs two independent origins: there are not two.");
        }

        ImmutableArray<PersonGrade> shown = [.. persons.Select(x => x.Shown)];
        reasons.AddRange(Disagreements(shown));
        return suggested with { Persons = shown, Reasons = reasons.ToImmutable() };
    }

    /// <summary>One sentence where two persons, each by his latest grade, differ.</summary>
    private static IEnumerable<string> Disagreements(ImmutableArray<PersonGrade> persons)
    {
        var last = persons.GroupBy(p => (p.Author, p.Claim)).Select(g => g.Last()).ToList();
        foreach (var about in last.GroupBy(p => p.Claim))
        {
            if (about.Select(p => p.Grade).Distinct().Count() < 2) continue;
            yield return $"{string.Join(", ", about.Select(p => $"{p.Author} gave {p.Grade}"))}: they disagree.";
        }
    }

    private static IEnumerable<GivenReliability> InOrder(IEnumerable<GivenReliability> given) =>
        given.OrderBy(g => g.At).ThenBy(g => g.Id, StringComparer.Ordinal);

    private static IEnumerable<GivenCredibility> InOrder(IEnumerable<GivenCredibility> given) =>
        given.OrderBy(g => g.At).ThenBy(g => g.Id, StringComparer.Ordinal);
}
