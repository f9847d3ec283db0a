using AllSource.Access;
using AllSource.Claims;
using AllSource.Kernel;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Tests.Claims;

/// <summary>An analyst's rulings over what a reader found, whichever reader it is.</summary>
public sealed class RuledClaimsTests
{
    private const string Text = "Ada Voss said that Bo Lund had denied that the ferry sank. Nobody else spoke.";
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Attribution Outer =
        Said("Ada Voss", "said", "Bo Lund had denied that the ferry sank", Act.Assert);

    private static readonly Attribution Inner = Said("Bo Lund", "had denied", "the ferry sank", Act.Deny) with
    {
        Parent = 0,
    };

    private static readonly Report Report = Of(Text);

    [Fact]
    public void What_was_rejected_is_gone_and_what_stood_in_it_stays()
    {
        var ruled = Ruled([Outer, Inner], Rule(RulingKind.Rejected, Outer, null));
        var left = Assert.Single(ruled);
        Assert.Equal("Bo Lund", left.Said.Canonical);
        Assert.Null(left.Said.Parent);
    }

    [Fact]
    public void What_was_changed_says_by_whom_and_why_and_keeps_its_place_in_the_chain()
    {
        var ruled = Ruled([Outer, Inner], Rule(RulingKind.Changed, Inner, Inner with { Act = Act.Dispute }));
        var changed = ruled[1];
        Assert.Equal(Act.Dispute, changed.Said.Act);
        Assert.Equal(["Ada Voss", "Bo Lund"], changed.Chain.Select(r => r.Name));
        Assert.Contains("changed by analyst 1, 2026-03-01", changed.Said.Why, StringComparison.Ordinal);
        Assert.Contains("as read: read", changed.Said.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RulingKind.Accepted)]
    [InlineData(RulingKind.Changed)]
    [InlineData(RulingKind.Added)]
    public void What_an_analyst_vouched_for_stays_when_a_reader_no_longer_finds_it(RulingKind kind)
    {
        var ruled = Ruled([Outer], Rule(kind, Inner, Inner with { Parent = null }));
        Assert.Equal(2, ruled.Length);
        Assert.Equal(["Ada Voss", "Bo Lund"], ruled[1].Chain.Select(r => r.Name));
    }

    [Fact]
    public void A_ruling_finds_its_claim_when_another_reader_cuts_the_cue_otherwise()
    {
        var wider = Inner with { Cue = [Span("denied")], Canonical = "Lund" };
        var ruled = Ruled([Outer, wider], Rule(RulingKind.Changed, Inner, Inner with { Act = Act.Doubt }));
        Assert.Equal(2, ruled.Length);
        Assert.Equal((Act.Doubt, "Bo Lund"), (ruled[1].Said.Act, ruled[1].Said.Canonical));
    }

    [Fact]
    public void The_last_ruling_counts_in_whatever_order_they_are_given()
    {
        var first = Rule(RulingKind.Rejected, Inner, null);
        var second = Rule(RulingKind.Accepted, Inner, Inner) with { Id = "a-2", At = At.AddDays(1) };
        var there = Ruled([Outer, Inner], first, second);
        var back = Ruled([Outer, Inner], second, first);
        Assert.Equal(2, there.Length);
        Assert.Equal(there.Select(c => (c.Id, c.Said.Why)), back.Select(c => (c.Id, c.Said.Why)));
    }

    [Fact]
    public void No_ruling_changes_nothing()
    {
        var read = Read(Report, [Outer, Inner]);
        Assert.Same(read, RuledClaims.Of(Report, read, []));
    }

    [Fact]
    public void A_ruling_follows_its_words_when_the_text_was_read_with_more_before_it()
    {
        const string before = "From the archive\n\n";
        var moved = Of(before + Text);
        var ruled = RuledClaims.Of(moved, Read(moved, []), [Rule(RulingKind.Added, Inner, Inner)]);
        Assert.Equal("the ferry sank", Assert.Single(ruled.Claims).Said.Content[0].Of(moved.Text));
        Assert.Empty(ruled.Findings);
    }

    [Fact]
    public void A_ruling_whose_words_are_gone_changes_nothing_and_is_named()
    {
        var other = Of("Something else altogether, and quite short.");
        var ruled = RuledClaims.Of(other, Read(other, []), [Rule(RulingKind.Added, Inner, Inner)]);
        Assert.Empty(ruled.Claims);
        Assert.Contains("a-1", Assert.Single(ruled.Findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_rulings_leave_every_span_in_the_text_and_no_circle_in_the_chain()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            Attribution Any() => new(Spans(random), Spans(random), Spans(random), [], [], [], (Act)random.Next(8),
                Mode.Indirect, SourceKind.Person, "x", null, "");
            var read = Enumerable.Range(0, random.Next(4)).Select(_ => Any()).ToArray();
            var rulings = Enumerable.Range(0, random.Next(5)).Select(i =>
            {
                var kind = (RulingKind)random.Next(4);
                var on = read.Length > 0 && random.Next(2) == 0 ? read[random.Next(read.Length)] : Any();
                return Rule(kind, on, kind == RulingKind.Rejected ? null : Any()) with { Id = $"a-{i}" };
            }).ToArray();
            var ruled = RuledClaims.Of(Report, Read(Report, read), rulings).Claims;
            var turned = RuledClaims.Of(Report, Read(Report, read), [.. rulings.Reverse()]).Claims;
            Assert.Equal(ruled.Select(c => c.Id), turned.Select(c => c.Id));
            Assert.All(ruled, c => Assert.All(
                c.Said.Source.Concat(c.Said.Cue).Concat(c.Said.Content), s => Assert.True(s.End <= Text.Length)));
            Assert.All(ruled, c => Assert.True(c.Chain.Length <= ruled.Length));
        }
    }

    private static System.Collections.Immutable.ImmutableArray<TextSpan> Spans(Random random) =>
        [.. Enumerable.Range(0, random.Next(3)).Select(i => new TextSpan(i * 30, (i * 30) + 1 + random.Next(15)))];

    private static System.Collections.Immutable.ImmutableArray<Claim> Ruled(
        Attribution[] read, params AttributionRuling[] rulings) =>
        RuledClaims.Of(Report, Read(Report, read), rulings).Claims;

    private static ReportClaims Read(Report report, Attribution[] said) => new(
        [.. said.Select(a => new Claim(Claim.IdOf(report.Id, a), report.Id, a, ClaimChain.Of(a, [.. said])))], "en",
        []);

    private static AttributionRuling Rule(RulingKind kind, Attribution on, Attribution? now) =>
        new("a-1", kind, ClaimAnchor.Of(Report, on), now, "analyst 1", At, "heard the tape");

    private static Attribution Said(string who, string cue, string content, Act act) => new(
        [Span(who)], [Span(cue)], [Span(content)], [], [], [], act, Mode.Indirect, SourceKind.Person, who, null,
        "read");

    private static TextSpan Span(string part)
    {
        var at = Text.IndexOf(part, StringComparison.Ordinal);
        return new(at, at + part.Length);
    }

    private static Report Of(string text)
    {
        var hash = ContentHash.Of("one"u8);
        return new(ReportId.Of(hash, null, default), hash, new("one.txt", "text"), Label.Clear, text);
    }
}
