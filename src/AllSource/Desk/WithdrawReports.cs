using AllSource.Access;
using AllSource.Desk.Acts;
using AllSource.Release;
using AllSource.Reports;
using AllSource.Sources;

namespace AllSource.Desk;

/// <summary>
/// Takes reports back. The reason is kept without a label of its own, so it may write nothing that gives a protected
/// source away to anybody who may see the withdrawn reports and holds no compartment.
/// </summary>
public sealed class WithdrawReports(IReportShelf shelf)
{
    /// <summary>The rule that author or reason break; null where they may stand in the journal.</summary>
    public Refusal? Broken(IReadOnlyCollection<ReportId> ids, Withdrawal withdrawal, Clearance clearance)
    {
        var beside = ids.SelectMany(id => shelf.Beside(id, clearance)).DistinctBy(r => r.Id).ToList();
        var level = beside.Where(r => ids.Contains(r.Id)).Select(r => r.Label.Level)
            .Append(CaseFile.None.Answers.DefaultLabel.Level).Max();
        return ActWording.Broken(
            withdrawal.By, withdrawal.Why, [], Label.Of(level), SourceRegister.Empty, beside);
    }

    /// <summary>False where there is no such report, or none that the clearance admits.</summary>
    public bool Withdraw(ReportId id, Withdrawal withdrawal, Clearance clearance) =>
        shelf.Withdraw(id, withdrawal, clearance);
}
