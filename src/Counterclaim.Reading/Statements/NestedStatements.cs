using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Finds the attributions told inside a content: what the minister says that the report says.</summary>
/// <remarks>
/// The corpus marks only the outermost, so that the model has not seen these as such: a content is read as if it stood
/// alone, and only what stands clearly is kept, a cue with its own expressed holder and content. What the model passes
/// over and the tree shows, a verb of saying with its subject and its clause, is added.
/// </remarks>
internal sealed class NestedStatements(TokenTable table, StatementModel model)
{
    /// <summary>Confidence from which a nested statement is reported.</summary>
    private const double Threshold = 0.32;

    /// <summary>Less than for the outermost: the corpus marks no cue inside a content, and the model has learned that.</summary>
    private const float LeastCue = 0.15f;
    private const int MaxDepth = 3;
    private readonly CueFinder _cues = new(model.Cues);
    private readonly ArgumentFinder _arguments = new(model.Arguments);
    private readonly StatementJudge _judge = new(model.Judge);
    private readonly int[] _cueOf = new int[table.Count];
    private readonly bool[] _isCue = new bool[table.Count];

    /// <summary>The nested statements of all the given ones, innermost included.</summary>
    public List<Candidate> Find(IReadOnlyList<Candidate> outer)
    {
        var all = new List<Candidate>();
        foreach (var statement in outer) MarkCue(statement);
        IReadOnlyList<Candidate> level = outer;
        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            var next = new List<Candidate>();
            foreach (var statement in level)
                foreach (var run in statement.Content) FindIn(run, next);
            all.AddRange(next);
            level = next;
        }
        return all;
    }

    private void FindIn(TokenRange content, List<Candidate> found)
    {
        for (var start = content.Start; start < content.End;)
        {
            var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[start]];
            var scope = new TokenRange(start, Math.Min(content.End, sentence.End));
            if (scope.Count > 3) FindInSentence(scope, found);
            start = scope.End;
        }
    }

    private void FindInSentence(TokenRange scope, List<Candidate> found)
    {
        var quotes = table.Outer.Passage[scope.Start] >= 0 && table.Outer.Passage[scope.End - 1] >= 0 ? table.Inner : table.Outer;
        var candidates = new List<Candidate>();
        _cues.Find(table, new CueScope(scope, quotes), LeastCue, candidates);
        foreach (var candidate in candidates)
        {
            if (candidate.CueProbability < LeastCue) continue;
            candidate.Window = new TokenRange(
                Math.Max(scope.Start, candidate.Cue.Start - ArgumentWindow.Reach), Math.Min(scope.End, candidate.Cue.End + ArgumentWindow.Reach));
            _arguments.Find(table, candidate, quotes, _cueOf);
        }
        candidates.RemoveAll(c => !StandsClearly(c));
        _judge.Judge(table, candidates);
        candidates.RemoveAll(c => Deeds.IsOne(table, c));
        foreach (var candidate in Selection.Choose(candidates, Threshold)) AddNew(candidate, found);
        var telling = new List<Candidate>();
        TellingVerbs.Find(table, scope, telling);
        foreach (var candidate in telling) AddNew(candidate, found);
    }

    /// <summary>Adds what is not found already: contents lie in one another, and are read once each.</summary>
    private void AddNew(Candidate candidate, List<Candidate> found)
    {
        if (_isCue.AsSpan(candidate.Cue.Start, candidate.Cue.Count).Contains(true)) return;
        MarkCue(candidate);
        found.Add(candidate);
    }

    private void MarkCue(Candidate candidate) => _isCue.AsSpan(candidate.Cue.Start, candidate.Cue.Count).Fill(true);

    /// <summary>A holder and a content are expressed, and the content is more than a name.</summary>
    private bool StandsClearly(Candidate c)
    {
        if (c.Holder.IsEmpty || c.ContentTokens < 2) return false;
        var head = CuePath.HeadOf(table.Tree, c.Cue);
        if (table.Tree.Has(head, Deprel.Ccomp) || table.Tree.Has(head, Deprel.Parataxis)) return true;
        if (table.Analysis.Form(c.Cue.Start).Equals("according", StringComparison.OrdinalIgnoreCase)) return true;
        return IsParenthesis(c) || table.Tree.Has(head, Deprel.Nsubj) && (table.Tree.Has(head, Deprel.Xcomp) || table.Tree.Has(head, Deprel.Obl) || table.Tree.Has(head, Deprel.Obj) || table.Tree.Has(head, Deprel.Iobj));
    }

    /// <summary>", they note,": holder and cue side by side between commas.</summary>
    private bool IsParenthesis(Candidate c)
    {
        var (start, end) = (Math.Min(c.Holder.Start, c.Cue.Start), Math.Max(c.Holder.End, c.Cue.End));
        return end - start == c.Holder.Count + c.Cue.Count
            && start > 0 && table.Analysis.Form(start - 1) is "," && end < table.Count && table.Analysis.Form(end) is ",";
    }
}
