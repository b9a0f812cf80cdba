using Counterclaim.Language;
using Counterclaim.Language.Neural;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Finds the words that attribute.</summary>
internal sealed class CueFinder(SequenceModel model)
{
    private readonly FeatureBuffer _features = new();
    private readonly Lattice _lattice = new(CueLabel.Count);
    private readonly FloatBuffer _space = new();
    private byte[] _path = [];

    /// <summary>Sentences are cut into stretches of this many tokens, so that hostile ones cost bounded memory.</summary>
    private const int Stretch = 2000;

    /// <summary>Adds the cues of a scope: those of the best labelling, then others whose beginning is likely enough.</summary>
    /// <param name="threshold">Probability from which a beginning counts that the best labelling passes over.</param>
    public void Find(TokenTable table, CueScope scope, float threshold, List<Candidate> found)
    {
        for (var start = scope.Tokens.Start; start < scope.Tokens.End; start += Stretch)
        {
            var range = new TokenRange(start, Math.Min(scope.Tokens.End, start + Stretch));
            FindWithin(table, scope with { Tokens = range }, threshold, found);
        }
    }

    private void FindWithin(TokenTable table, CueScope scope, float threshold, List<Candidate> found)
    {
        _features.Clear();
        CueFeatures.Extract(table, scope, _features);
        model.Chain.Score(_features, _lattice);
        model.Hidden.Score(table.Analysis, scope.Tokens, -1, _features, _lattice, _space);
        var n = _features.Count;
        if (_path.Length < n) _path = new byte[n * 2];
        var path = _path.AsSpan(0, n);
        _lattice.Best(path);
        var logSum = _lattice.Sum();
        for (var t = 0; t < n; t++)
        {
            if (path[t] == CueLabel.Outside)
            {
                if (_lattice.Probability(t, CueLabel.Begin, logSum) >= threshold) found.Add(Follow(path, t, scope.Tokens.Start, logSum));
                continue;
            }
            var end = t + 1;
            var probability = _lattice.Probability(t, path[t], logSum);
            for (; end < n && path[end] == CueLabel.Inside; end++) probability += _lattice.Probability(end, CueLabel.Inside, logSum);
            found.Add(new Candidate(new TokenRange(scope.Tokens.Start + t, scope.Tokens.Start + end), probability / (end - t)));
            t = end - 1;
        }
    }

    /// <summary>The most likely extent of a cue that begins at a token.</summary>
    private Candidate Follow(ReadOnlySpan<byte> path, int begin, int offset, float logSum)
    {
        var first = _lattice.Probability(begin, CueLabel.Begin, logSum);
        var (end, last) = (begin + 1, first);
        while (end < path.Length && path[end] == CueLabel.Outside)
        {
            var goesOn = _lattice.Probability(end, CueLabel.Inside, logSum);
            if (goesOn < last / 2) break;
            last = goesOn;
            end++;
        }
        return new Candidate(new TokenRange(offset + begin, offset + end), first);
    }
}
