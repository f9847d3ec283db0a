using AllSource.Claims.Model;
using AllSource.Kernel;
using AllSource.Language.Learning;

namespace AllSource.Claims;

/// <summary>A true attribution's spans, [start, end) in Unicode code points of its text; a role may be empty.</summary>
public sealed record LearnedSpans(
    IReadOnlyList<(int Start, int End)> Source, IReadOnlyList<(int Start, int End)> Cue,
        IReadOnlyList<(int Start, int End)> Content);

/// <summary>
/// Trains a model of claims from annotated texts and treebanks, given in any amounts and then trained once. The same
/// input in the same
/// order gives the same bytes. For one thread.
/// </summary>
public sealed class ClaimTrainer
{
    private readonly List<TreebankSentence> _treebank = [];
    private readonly List<TrueText> _texts = [];

    /// <summary>Adds the sentences of a CoNLL-U file.</summary>
    public void AddTreebank(TextReader conllu) => _treebank.AddRange(Treebank.Read(conllu));

    /// <param name="text">The text.</param>
    /// <param name="attributions">Its attributions.</param>
    /// <param name="byGuide">
    /// Whether the text follows our own guide, which leaves "that" out of contents (here it is taken in, as in the
    /// large
    /// set), and weighs more, because there are few of them.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A span lies outside the text.</exception>
    public void AddText(string text, IReadOnlyList<LearnedSpans> attributions, bool byGuide)
    {
        var map = new CodePointMap(text);
        TextSpan[] Units(IReadOnlyList<(int Start, int End)> spans) =>
            [.. spans.Select(s => map.ToUnits(s.Start, s.End))];
        _texts.Add(new(
            text,
            [.. attributions.Select(a => new TrueAttribution(Units(a.Source), Units(a.Cue), Units(a.Content)))],
            byGuide));
    }

    /// <param name="say">Takes a line of progress now and then.</param>
    /// <returns>The bytes of a model file.</returns>
    public byte[] Train(Action<string> say) => ClaimTraining.Train(_treebank, _texts, say);
}
