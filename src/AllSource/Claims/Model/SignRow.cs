namespace AllSource.Claims.Model;

/// <summary>A row of numbers as it is filled, always in the same order.</summary>
internal sealed class SignRow
{
    private float[] _row = [];
    private int _at;

    public void Begin(float[] row) => (_row, _at) = (row, 0);

    public void Put(float value) => _row[_at++] = value;

    public void Put(bool value) => _row[_at++] = value ? 1 : 0;
}
