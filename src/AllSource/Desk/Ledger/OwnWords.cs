using AllSource.Claims;
using AllSource.Lineage.Origins;
using AllSource.Reports;

namespace AllSource.Desk.Ledger;

/// <summary>Whether a claim that shares a passage with what affirms a sentence says the contrary all the same: "was not
/// closed because of cracks" is no copy of "was closed because of cracks".</summary>
internal static class OwnWords
{
    public static bool AreAgainst(Claim claim, IReadOnlyDictionary<ReportId, Report> reports, string sentence)
    {
        var text = reports[claim.Report].Text;
        var own = Statement.Of(string.Join(' ', claim.Said.Content.Where(s => s.End <= text.Length)
            .Select(s => s.Of(text))));
        var shared = Statement.Shared(own, Statement.Of(sentence)).ToList();
        var opposed = shared.Count(s => s.A.Turned != s.B.Turned);
        var isContrary = opposed * 2 > shared.Count || Statement.AreOpposed(own, Statement.Of(sentence));
        var isAgainst = claim.Said.ActOnContent is Act.Deny or Act.Dispute or Act.Doubt;
        return isAgainst ? !isContrary
            : isContrary && claim.Said.ActOnContent is Act.Assert or Act.Affirm or Act.StandBy;
    }
}
