using System.Text.RegularExpressions;
using AllSource.App.Ledgers;
using AllSource.Desk.Ledger;
using AllSource.Tests.Cases;

namespace AllSource.Tests.App.Ledgers;

/// <summary>The ledger of the sample case as a person reads it.</summary>
public sealed partial class LedgerPageTests(Harbour harbour) : IClassFixture<Harbour>
{
    private const string Gust = "A gust of wind tore the crane loose.";

    private static readonly (string Question, LedgerQuery Query)[] Questions =
    [
        ("against the gust", new(Denies: Gust)),
        ("against the lead, as the help asks", new(Denies: "a bridging lead was in the cabinet")),
        ("declined", new(Declined: true)),
        ("said by nobody here", new(Source: "Orrin Terminal")),
    ];

    [Fact]
    public void The_questions_of_a_desk_are_answered_as_accepted()
    {
        using var page = new StringWriter { NewLine = "\n" };
        var ask = new AskLedger(harbour.Assessed);
        foreach (var (question, query) in Questions)
        {
            LedgerPage.Write(page, question, ask.Ask(query), inColour: false);
            page.WriteLine();
        }

        // An id comes from the spans, a share from the model's training; the way to the origin, and how many claims
        // there are, is Lineage's to tell.
        var told = Origin().Replace(Id().Replace(page.ToString(), "$1-…"), "why: Origin …");
        told = Total().Replace(Share().Replace(told, "(… %)"), "of all claims");
        Golden.Golden.Holds("App/Ledgers/harbour.txt.golden", told);
    }

    [Fact]
    public void Every_row_of_the_whole_ledger_shows_its_sentence_its_cue_and_why()
    {
        var answer = new AskLedger(harbour.Assessed).Ask(new());
        Assert.NotEmpty(answer.Rows);
        Assert.All(answer.Rows, row =>
        {
            Assert.NotEmpty(row.Whys);
            Assert.All(row.Claim.Said.Cue, cue => Assert.True(row.Sentence.Contains(cue)));
            Assert.Contains("[cue: ", MarkedSentence.Of(row, inColour: false), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_read_row_tells_its_cue_whose_reading_it_is_and_what_set_the_act()
    {
        var rows = new AskLedger(harbour.Assessed).Ask(new()).Rows.Where(r => r.Claim.Said.Why.Contains("act: ",
            StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches("^(cue “.+” by |rule: .+, at “.+”).*; act: .+", row.Whys[0]));
        Assert.True(rows.Select(r => r.Whys[0]).Distinct().Count() > rows.Count / 2);
        Assert.Contains(rows, r => r.Whys[0].Contains("“Ostrand” is Mirela Ostrand by part of the name",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_narrow_one_another()
    {
        var ask = new AskLedger(harbour.Assessed);
        var all = ask.Ask(new(Via: "Northgate Wire")).Rows.Select(r => r.Claim.Id).ToHashSet();
        var some = ask.Ask(new(Via: "Northgate Wire", Source: "Orrin Terminals")).Rows;
        Assert.NotEmpty(some);
        Assert.All(some, row => Assert.Equal("Orrin Terminals", row.Voice));
        Assert.ProperSubset(all, some.Select(r => r.Claim.Id).ToHashSet());
    }

    [GeneratedRegex(@"\b([crap])-[a-z0-9]{16}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\(\d+ %\)")]
    private static partial Regex Share();

    [GeneratedRegex(@"of \d+ claims")]
    private static partial Regex Total();

    [GeneratedRegex(@"why: (Origin:|Nobody is named).*")]
    private static partial Regex Origin();
}
