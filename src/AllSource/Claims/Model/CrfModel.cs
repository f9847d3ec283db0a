using System.Runtime.Intrinsics;
using AllSource.Language.Learning;

namespace AllSource.Claims.Model;

/// <summary>A trained conditional random field: weights of features by label, and of edges, starts and ends of its
/// shape.</summary>
internal sealed record CrfModel(CrfShape Shape, SparseWeights Weights, float[] Edge, float[] Start, float[] End)
{
    public static CrfModel Read(BinaryReader from, CrfShape shape) => new(
        shape,
        WeightList.Read(from),
        Floats(from, shape.Edges.Length),
        Floats(from, shape.States),
        Floats(from, shape.States));

    private static float[] Floats(BinaryReader from, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = from.ReadSingle();
        return values;
    }

    /// <summary>Sets a position's label scores from its features.</summary>
    public void Emit(CrfLattice lattice, int position, ReadOnlySpan<uint> features)
    {
        Span<int> scores = stackalloc int[8];
        scores.Clear();
        Weights.Add(features, scores);
        var labels = Shape.Labels;
        for (var l = 0; l < labels; l++) lattice.Emission[(position * labels) + l] = scores[l] * Weights.Scale;
    }

    /// <summary>Sets a position's label scores from the sums of its features' weights.</summary>
    public void Emit(CrfLattice lattice, int position, Vector256<int> scores)
    {
        var labels = Shape.Labels;
        for (var l = 0; l < labels; l++) lattice.Emission[(position * labels) + l] = scores[l] * Weights.Scale;
    }
}
