namespace AllSource.Lineage.Segments;

/// <summary>Does each piece of work at once, on the thread that asks for it.</summary>
internal sealed class AtOnce : TaskScheduler
{
    public static TaskScheduler Scheduler { get; } = new AtOnce();

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
