namespace AllSource.Fusion.Tables;

/// <summary>
/// A claim more (<paramref name="Sign"/> 1) or less (-1) than a table has; 0 for no change. Sources count from 1 here,
/// so that no change names nobody.
/// </summary>
/// <param name="Number">The source's number and one.</param>
/// <param name="Object">The object spoken of; negative when nobody spoke of it.</param>
/// <param name="Alone">How likely the claim is to be true by what others say.</param>
/// <param name="Sign">1, -1 or 0.</param>
internal readonly record struct ClaimShift(int Number, int Object, double Alone, int Sign)
{
    public int Source => Number - 1;
}
