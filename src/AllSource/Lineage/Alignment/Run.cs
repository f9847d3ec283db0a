namespace AllSource.Lineage.Alignment;

/// <summary>Words A.. and B.. that are the same, one by one.</summary>
internal readonly record struct Run(int A, int B, int Length)
{
    public int EndA => A + Length;

    public int EndB => B + Length;
}
