using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Conflict;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Posts;

/// <summary>Holds the outermost statements of a reading against those that were expected, by the letters and digits of their contents.</summary>
internal sealed class PostScores
{
    /// <summary>Share of letters in common, of all letters of both, from which two contents are the same statement.</summary>
    private const double Enough = 0.5;

    private readonly PostDocument _gold;
    private readonly Model.Reading _reading;
    private readonly Tally _tally = new();
    private readonly List<string> _remarks = [];

    private PostScores(PostDocument gold, Model.Reading reading) => (_gold, _reading) = (gold, reading);

    /// <summary>The counts of one document, and what differs, for people.</summary>
    public static (Tally Tally, IReadOnlyList<string> Differences) Of(PostDocument gold, Model.Reading reading)
    {
        var scores = new PostScores(gold, reading);
        scores.Score();
        return (scores._tally, scores._remarks);
    }

    private void Score()
    {
        var found = _reading.Statements.Where(s => s.Via is null).ToList();
        if (_gold.IsQuiet) _tally.Share("quiet texts", "", found.Count == 0 ? 1 : 0, 1);
        var letters = found.ConvertAll(s => Letters(s.Content));
        var expected = _gold.Statements.Select(Letters).ToList();
        var pairs = Pairs(expected, letters);
        _tally.Matches("statement found", "", pairs.Count, found.Count, expected.Count);
        _tally.Matches("content exact", "", pairs.Count(p => expected[p.Gold].SetEquals(letters[p.Found])), found.Count, expected.Count);
        foreach (var (g, f) in pairs) Compare(_gold.Statements[g], found[f], expected[g].SetEquals(letters[f]));
        for (var g = 0; g < expected.Count; g++)
            if (!pairs.Exists(p => p.Gold == g)) _remarks.Add($"missed: {string.Join(" … ", _gold.Statements[g].Content)}");
        for (var f = 0; f < found.Count; f++)
            if (!pairs.Exists(p => p.Found == f)) _remarks.Add($"false alarm: {Words(found[f])}");
    }

    private void Compare(ExpectedStatement gold, Statement found, bool isExact)
    {
        if (!isExact) _remarks.Add($"other content: {Words(found)}");
        if (gold.Holder is { } holder) Judge("holder", holder, HolderOf(found), (a, b) => NameLikeness.Match(a, b));
        Judge("channel", gold.Channel, found.Channel, (a, b) => NameLikeness.Match(a, b));
        if (gold.Time is { } time) Judge("time", time, _reading.Times.FirstOrDefault(t => t.Id == found.Time)?.Value, SameTime);
        if (gold.Act is { } act) Judge("act", act, JsonNames.Of(found.Act), string.Equals);
        if (gold.Addressee is { } addressee) Judge("addressee", addressee, NameOf(found.Addressee), (a, b) => NameLikeness.Match(a, b));

        void Judge(string what, string? wanted, string? given, Func<string, string, bool> same)
        {
            var right = wanted is null || given is null ? wanted == given : same(wanted, given);
            _tally.Share($"{what} accuracy", "", right ? 1 : 0, 1);
            if (!right) _remarks.Add($"{what} {given ?? "none"}, not {wanted ?? "none"}: {Words(found)}");
        }
    }

    /// <summary>A day is right when the found time lies on it.</summary>
    private static bool SameTime(string gold, string found) => found == gold || (!gold.Contains('T', StringComparison.Ordinal) && found.StartsWith(gold + "T", StringComparison.Ordinal));

    private string? HolderOf(Statement statement) =>
        NameOf(statement.Actor) ?? (statement.Holder.IsEmpty ? null : statement.Holder.TextIn(_reading.Report.Text));

    private string? NameOf(string? actor) => actor is null ? null : _reading.Actors.First(a => a.Id == actor).Name;

    /// <summary>Pairs one to one, those that share most first.</summary>
    private static List<(int Gold, int Found)> Pairs(List<HashSet<int>> gold, List<HashSet<int>> found)
    {
        var all = new List<(double Share, int Gold, int Found)>();
        for (var g = 0; g < gold.Count; g++)
            for (var f = 0; f < found.Count; f++)
            {
                var shared = gold[g].Count(found[f].Contains);
                var share = shared / (double)Math.Max(1, gold[g].Count + found[f].Count - shared);
                if (share >= Enough) all.Add((share, g, f));
            }
        var pairs = new List<(int Gold, int Found)>();
        foreach (var (_, g, f) in all.OrderByDescending(p => p.Share).ThenBy(p => p.Gold).ThenBy(p => p.Found))
            if (!pairs.Exists(p => p.Gold == g || p.Found == f)) pairs.Add((g, f));
        return pairs;
    }

    private HashSet<int> Letters(SpanList spans)
    {
        var letters = new HashSet<int>();
        foreach (var span in spans) Add(letters, span);
        return letters;
    }

    /// <summary>Where the expected pieces stand in the report's text; nowhere, and so never found, where ingest lost them.</summary>
    private HashSet<int> Letters(ExpectedStatement expected)
    {
        var letters = new HashSet<int>();
        var from = 0;
        foreach (var piece in expected.Content)
        {
            var at = _reading.Report.Text.IndexOf(piece, from, StringComparison.Ordinal);
            if (at < 0)
            {
                _remarks.Add($"not in the text: {piece}");
                return [];
            }
            Add(letters, new TextSpan(at, at + piece.Length));
            from = at + piece.Length;
        }
        return letters;
    }

    private void Add(HashSet<int> letters, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (char.IsLetterOrDigit(_reading.Report.Text[i])) letters.Add(i);
    }

    private string Words(Statement statement)
    {
        var text = _reading.Report.Text;
        return $"[{statement.Holder.TextIn(text)}] <{statement.Cue.TextIn(text)}> {statement.Content.TextIn(text)}".ReplaceLineEndings("⏎");
    }
}
