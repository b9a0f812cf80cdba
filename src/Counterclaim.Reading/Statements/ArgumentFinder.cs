using Counterclaim.Language;
using Counterclaim.Language.Neural;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Finds the holder and the content of a cue.</summary>
internal sealed class ArgumentFinder(SequenceModel model)
{
    private readonly FeatureBuffer _buffer = new();
    private readonly ArgumentFeatures _features = new();
    private readonly Lattice _lattice = new(ArgumentLabel.Count);
    private readonly FloatBuffer _space = new();
    private byte[] _path = [];

    /// <summary>Fills holder and content of a candidate within its window.</summary>
    public void Find(TokenTable table, Candidate candidate, QuoteTrack quotes, ReadOnlySpan<int> cueOf)
    {
        var window = candidate.Window;
        _buffer.Clear();
        _features.Extract(table, candidate.Cue, window, quotes, cueOf, _buffer);
        model.Chain.Score(_buffer, _lattice);
        model.Hidden.Score(table.Analysis, window, CuePath.HeadOf(table.Tree, candidate.Cue), _buffer, _lattice, _space);
        Constrain(_lattice, window, candidate.Cue);
        if (_path.Length < window.Count) _path = new byte[window.Count * 2];
        var path = _path.AsSpan(0, window.Count);
        _lattice.Best(path);
        BridgePunctuation(table, path, window.Start);
        var logSum = _lattice.Sum();
        ReadPath(path, window, logSum, candidate);
        TrimContent(table, candidate);
    }

    /// <summary>The cue's tokens are the cue, and no others.</summary>
    public static void Constrain(Lattice lattice, TokenRange window, TokenRange cue)
    {
        const float Never = -1e4f;
        for (var t = window.Start; t < window.End; t++)
        {
            var row = lattice.Single(t - window.Start);
            if (cue.Contains(t))
                row[ArgumentLabel.Outside] = row[ArgumentLabel.Holder] = row[ArgumentLabel.Content] = Never;
            else
                row[ArgumentLabel.Cue] = Never;
        }
    }

    /// <summary>A mark or two between two runs of the same label belong to them: "Ann Lee, of Ashby, and others".</summary>
    private static void BridgePunctuation(TokenTable table, Span<byte> path, int offset)
    {
        const int Longest = 2;
        for (var t = 1; t < path.Length; t++)
        {
            var label = path[t - 1];
            if (path[t] != ArgumentLabel.Outside || label is not (ArgumentLabel.Holder or ArgumentLabel.Content)) continue;
            var end = t;
            while (end < path.Length && end - t <= Longest && path[end] == ArgumentLabel.Outside &&
                table.Analysis.Upos[offset + end] == Upos.Punct) end++;
            if (end - t <= Longest && end < path.Length && path[end] == label) path[t..end].Fill(label);
        }
    }

    private void ReadPath(ReadOnlySpan<byte> path, TokenRange window, float logSum, Candidate candidate)
    {
        var bestHolder = 0f;
        var contentSum = 0f;
        for (var t = 0; t < path.Length;)
        {
            var label = path[t];
            var (end, sum) = (t, 0f);
            for (; end < path.Length && path[end] == label; end++)
                if (label is ArgumentLabel.Holder or ArgumentLabel.Content) sum += _lattice.Probability(end, label, logSum);
            var range = new TokenRange(window.Start + t, window.Start + end);
            if (label == ArgumentLabel.Content)
            {
                candidate.Content.Add(range);
                contentSum += sum;
            }
            else if (label == ArgumentLabel.Holder && sum > bestHolder)
            {
                bestHolder = sum;
                candidate.Holder = range;
                candidate.HolderProbability = sum / (end - t);
            }
            t = end;
        }
        var tokens = candidate.ContentTokens;
        candidate.ContentProbability = tokens == 0 ? 0 : contentSum / tokens;
    }

    /// <summary>Drops commas and the like at the edges of a run of content.</summary>
    private static void TrimContent(TokenTable table, Candidate candidate)
    {
        static bool Trims(ReadOnlySpan<char> form) => form is "," or ";" or ":" or "-" or "–" or "—";
        var content = candidate.Content;
        for (var i = content.Count - 1; i >= 0; i--)
        {
            var (start, end) = (content[i].Start, content[i].End);
            while (start < end && Trims(table.Analysis.Form(start))) start++;
            while (end > start && Trims(table.Analysis.Form(end - 1))) end--;
            if (start == end) content.RemoveAt(i);
            else content[i] = new TokenRange(start, end);
        }
    }
}
