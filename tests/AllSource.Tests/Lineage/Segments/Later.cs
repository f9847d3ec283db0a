namespace AllSource.Tests.Lineage.Segments;

/// <summary>
/// Work beside, by hand: each piece is done when the test says so, or when somebody waits for it. So every order of
/// writing and acting can be tried on one thread.
/// </summary>
internal sealed class Later : TaskScheduler
{
    private readonly List<Task> _waiting = [];

    /// <summary>Does the piece that waits longest, if there is one.</summary>
    public void DoOne()
    {
        if (_waiting.Count > 0) Do(_waiting[0]);
    }

    protected override void QueueTask(Task task) => _waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Do(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    private bool Do(Task task)
    {
        _waiting.Remove(task);
        return TryExecuteTask(task);
    }
}
