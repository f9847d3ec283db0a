namespace AllSource.Claims.Model;

/// <summary>For each token of a text, how likely it stands in the content of another cue than the one that asks: the
/// field's best reading of each cue, weighed by how likely the cue is one.</summary>
internal sealed class Neighbours
{
    private readonly int[] _owner;
    private readonly float[] _first, _second;

    public Neighbours(int tokens, IReadOnlyList<CueReadings> all, float[] cueShare)
    {
        (_owner, _first, _second) = (new int[tokens], new float[tokens], new float[tokens]);
        Array.Fill(_owner, -1);
        for (var c = 0; c < all.Count; c++)
        {
            if (all[c].Readings.Count == 0) continue;
            var share = cueShare[all[c].Cue.First] * all[c].Filled;
            foreach (var run in all[c].Readings[0].Content)
            {
                for (var t = run.First; t < run.End; t++) Add(t, c, share);
            }
        }
    }

    private void Add(int token, int cue, float share)
    {
        if (share > _first[token]) (_second[token], _first[token], _owner[token]) = (_first[token], share, cue);
        else if (share > _second[token]) _second[token] = share;
    }

    public float At(int token, int cue) => _owner[token] == cue ? _second[token] : _first[token];
}
