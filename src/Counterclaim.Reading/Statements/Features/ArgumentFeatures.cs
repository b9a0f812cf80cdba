using Counterclaim.Language;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>What tells whether a token belongs to the holder or the content of a given cue.</summary>
internal sealed class ArgumentFeatures
{
    private const int None = -7;
    private readonly CuePath _path = new();
    private TokenTable _table = null!;
    private TokenRange _cue;
    private TokenRange _window;
    private QuoteTrack _quotes = null!;
    private CueView _view;

    private readonly record struct CueView(
        int Head, int Lemma, int Upos, int Cluster, int Kind, int Last, int Next, int SentenceQuotes, int PassageBefore, int PassageAfter, int Sentence);

    /// <summary>Adds one position for every token of the window.</summary>
    /// <param name="cueOf">For every token of the text, the number of the cue that it is in, or 0.</param>
    public void Extract(TokenTable table, TokenRange cue, TokenRange window, QuoteTrack quotes, ReadOnlySpan<int> cueOf, FeatureBuffer features)
    {
        (_table, _cue, _window, _quotes) = (table, cue, window, quotes);
        _view = View();
        _path.Fill(table.Tree, window, _view.Head);
        var between = new BetweenCue(window, cue, table, quotes, cueOf);
        for (var t = window.Start; t < window.End; t++)
        {
            if (cue.Contains(t))
            {
                features.Add(1, 0);
                features.AddMark(1, 0);
            }
            else
            {
                Position(t, between, features);
                Syntax(t, features);
                Words(t, features);
                Quotes(t, between, features);
                OtherCues(t, between, cueOf, features);
            }
            Pairs(t, features);
            features.Close();
        }
    }

    private int Side(int t) => t < _cue.Start ? 0 : 1;

    private int At(int[] of, int t) => _window.Contains(t) ? of[t] : None;

    private CueView View()
    {
        var k = _table;
        var head = CuePath.HeadOf(k.Tree, _cue);
        var upos = k.Analysis.Upos[head];
        var passive = k.Analysis.Xpos(head) is "VBN" && !k.Tree.Has(head, Deprel.Obj) && k.Tree.Has(head, Deprel.Aux);
        var form = k.Analysis.Form(_cue.Start);
        var kind = form.Equals("according", StringComparison.OrdinalIgnoreCase) ? 1 : form is ":" ? 2 : upos switch
        {
            Upos.Verb when passive => 3,
            Upos.Verb => 4,
            Upos.Noun or Upos.Propn => 5,
            Upos.Adj => 6,
            Upos.Adp => 7,
            _ => 8,
        };
        var next = _cue.End < k.Count ? _quotes.Mark[_cue.End] == 1 ? 1 : k.Word[_cue.End] : None;
        int before = -1, after = -1;
        for (var t = _cue.Start - 1; t >= _window.Start && before < 0 && t > _cue.Start - 30; t--) before = _quotes.Passage[t];
        for (var t = _cue.End; t < _window.End && after < 0 && t < _cue.End + 30; t++) after = _quotes.Passage[t];
        var sentenceQuotes = (before >= 0 ? 1 : 0) + (after >= 0 ? 2 : 0) + (_quotes.Passage[_cue.Start] >= 0 ? 4 : 0);
        return new CueView(
            head, k.Lemma[head], (int)upos, k.ClusterPrefix(head, 8), kind, k.Word[_cue.End - 1], next, sentenceQuotes, before, after,
            k.Analysis.SentenceOf[_cue.Start]);
    }

    private void Position(int t, BetweenCue between, FeatureBuffer f)
    {
        var side = Side(t);
        var distance = t < _cue.Start ? _cue.Start - t : t - _cue.End + 1;
        var bucket = distance <= 5 ? distance : distance <= 8 ? 6 : distance <= 15 ? 7 : distance <= 30 ? 8 : 9;
        var sentence = Math.Clamp(_table.Analysis.SentenceOf[t] - _view.Sentence, -4, 4);
        f.Add(2, side, bucket);
        f.Add(3, sentence, _view.SentenceQuotes);
        f.Add(4, side, bucket, _view.Kind);
        f.AddMark(7, side, bucket);
        f.Add(5, side, distance <= 5 ? distance : 6, _table.Tag[t]);
        f.Add(6, side, distance <= 3 ? distance : 6, _table.Word[t]);
        f.Add(7, side, between.Commas(t), _view.Kind);
        f.Add(8, side + (2 * between.Commas(t)), sentence, _path.Branch(t) == t ? 1 : 0);
        f.Add(9, side, distance <= 5 ? distance : 6, _view.Next);
        f.Add(10, side, Math.Clamp(_table.ParagraphOf[t] - _table.ParagraphOf[_cue.Start], -3, 3), _view.Kind);
        f.Add(11, side, _view.Lemma, distance <= 2 ? distance : 3);
    }

    private void Syntax(int t, FeatureBuffer f)
    {
        var k = _table;
        var tree = k.Tree;
        var side = Side(t);
        var (up, down, branch, path) = (_path.Up(t), Math.Min(_path.Down(t), 6), _path.Branch(t), _path.Path(t));
        var branchRelation = (int)tree.Relation[branch];
        var arm = (int)FeatureBuffer.Hash((uint)(up * 64) + (uint)branchRelation, (uint)((side * 2) + (down == 0 ? 1 : 0)));
        f.Add(20, path);
        f.AddMark(2, path);
        f.AddMark(3, arm, _view.Kind);
        f.AddMark(4, arm, _view.Lemma);
        f.Add(21, path, side);
        f.Add(22, path, _view.Kind);
        f.Add(23, path, _view.Lemma);
        f.Add(24, path, _view.Cluster);
        f.Add(25, path, k.Tag[t]);
        f.Add(26, path, _view.Next);
        f.Add(27, path, _view.Last);
        f.Add(28, arm);
        f.Add(29, arm, _view.Kind);
        f.Add(30, arm, _view.Lemma);
        f.Add(31, arm, _view.Lemma, _view.Last);
        f.Add(32, arm, _view.Cluster, _view.Next);
        f.Add(33, arm, (int)k.Analysis.Upos[branch]);
        f.Add(34, arm, k.Lemma[branch]);
        f.Add(35, arm, k.Tag[t]);
        f.Add(36, arm, down);
        f.Add(37, arm, _view.SentenceQuotes, _quotes.Passage[t] >= 0 ? 1 : 0);
        f.Add(38, arm, branch == t ? 2 : t >= tree.Left[branch] && t <= tree.Right[branch] ? 1 : 0, _view.Kind);
        var mark = tree.Child(branch, Deprel.Mark);
        if (mark < 0) mark = tree.Child(branch, Deprel.Case);
        f.Add(39, arm, mark < 0 ? None : k.Lemma[mark]);
        f.Add(40, arm, mark < 0 ? None : k.Lemma[mark], _view.Lemma);
        f.Add(41, arm, tree.Has(branch, Deprel.Nsubj) ? 1 : 0, _view.Kind);
        f.Add(42, arm, k.Name[t], _view.Kind);
        f.Add(43, arm, k.Name[branch], (int)tree.Relation[t]);
        f.Add(44, arm, (int)tree.Relation[t], tree.Head[t] < 0 ? None : (int)tree.Relation[tree.Head[t]]);
        var headFrame = (int)(tree.ChildrenRight[_view.Head] >> (int)Deprel.Ccomp & 1) + (2 * (int)(tree.ChildrenRight[_view.Head] >> (int)Deprel.Xcomp & 1)) +
            (4 * (int)(tree.ChildrenRight[_view.Head] >> (int)Deprel.Obj & 1)) + (8 * (tree.Has(_view.Head, Deprel.Nsubj) ? 1 : 0)) +
            (16 * (int)(tree.ChildrenLeft[_view.Head] >> (int)Deprel.Ccomp & 1)) + (32 * (tree.Has(_view.Head, Deprel.Parataxis) ? 1 : 0));
        f.Add(45, arm, headFrame);
        f.Add(46, arm, headFrame, _view.Kind);
        f.Add(47, arm, (int)tree.Relation[_view.Head], _view.Kind);
    }

    private void Words(int t, FeatureBuffer f)
    {
        var k = _table;
        var side = Side(t);
        var branch = _path.Branch(t);
        var relation = (_path.Up(t) * 40) + (int)k.Tree.Relation[branch];
        f.Add(50, k.Word[t], side);
        f.Add(51, k.Lemma[t], relation);
        f.Add(52, k.Tag[t], side, _view.Kind);
        f.Add(53, k.ClusterPrefix(t, 8), relation);
        f.Add(54, At(k.Tag, t - 1), k.Tag[t], relation);
        f.Add(55, k.Tag[t], At(k.Tag, t + 1), relation);
        f.Add(56, At(k.Word, t - 1), side, relation);
        f.Add(57, At(k.Word, t + 1), side, relation);
        f.Add(58, At(k.Word, t - 1), k.Word[t], side);
        f.Add(59, k.Word[t], At(k.Word, t + 1), side);
        f.Add(60, k.Shape[t], relation);
        var head = k.Tree.Head[t];
        f.Add(61, head < 0 ? None : k.Lemma[head], (int)k.Tree.Relation[t], side);
        var sentence = k.Analysis.Sentences[k.Analysis.SentenceOf[t]];
        f.Add(62, Math.Min(2, t - sentence.Start), Math.Min(2, sentence.End - 1 - t), side);
        f.Add(63, sentence.End - 1 == t ? k.Word[t] : None, side);
    }

    private void Quotes(int t, BetweenCue between, FeatureBuffer f)
    {
        var passage = _quotes.Passage[t];
        var side = Side(t);
        var relation = passage < 0 ? 0 : passage == _view.PassageAfter ? 1 : passage == _view.PassageBefore ? 2 : 3;
        var state = relation + (4 * _quotes.Mark[t]) + (12 * (_view.SentenceQuotes & 3));
        var sentence = Math.Clamp(_table.Analysis.SentenceOf[t] - _view.Sentence, -3, 3);
        var start = _table.Analysis.Sentences[_table.Analysis.SentenceOf[t]].Start;
        var opens = _quotes.Passage[start] >= 0 ? 1 : 0;
        var length = passage < 0 ? 0 : _quotes.Length[t] < 4 ? 1 : _quotes.Length[t] < 8 ? 2 : 3;
        f.Add(70, state, side);
        f.Add(71, state, sentence);
        f.AddMark(5, state, sentence);
        f.AddMark(6, _view.SentenceQuotes, _view.Kind);
        f.Add(72, state, _view.Kind, side);
        f.Add(73, state, _view.Lemma, side);
        f.Add(74, state, length, side);
        f.Add(75, (sentence * 2) + opens, relation, _view.SentenceQuotes);
        f.Add(76, relation, side, (_path.Up(t) * 40) + (int)_table.Tree.Relation[_path.Branch(t)]);
        f.Add(77, Math.Min(4, between.Passages(t)), relation, side);
        f.Add(78, Math.Min(4, between.Passages(t)), sentence, opens);
        f.Add(79, Math.Min(2, between.OpenSentences(t)), relation, side);
        f.AddMark(8, Math.Min(2, between.OpenSentences(t)), relation + (4 * Math.Min(4, between.Passages(t))));
        f.Add(80, Math.Min(2, between.OpenSentences(t)), relation, (_table.ParagraphOf[t] == _table.ParagraphOf[_cue.Start] ? 1 : 0) + (2 * _view.SentenceQuotes));
    }

    private void OtherCues(int t, BetweenCue between, ReadOnlySpan<int> cueOf, FeatureBuffer f)
    {
        var tree = _table.Tree;
        var side = Side(t);
        var count = Math.Min(2, between.Cues(t));
        var self = cueOf[t] != 0 ? 1 : 0;
        var under = 0;
        for (int u = t, steps = 0; u >= 0 && steps < 8 && _window.Contains(u) && _path.Down(u) > 0; u = tree.Head[u], steps++)
            if (cueOf[u] != 0) { under = 1 + Math.Min(steps, 2); break; }
        var relation = (_path.Up(t) * 40) + (int)tree.Relation[_path.Branch(t)];
        f.Add(90, count, side, self);
        f.Add(91, count, side, relation);
        f.AddMark(9, count + (3 * under), side + (2 * self));
        f.Add(92, under, relation, side);
        f.Add(93, under, _path.Path(t));
        f.Add(94, (count * 4) + under, _quotes.Passage[t] >= 0 ? 1 : 0, Math.Clamp(_table.Analysis.SentenceOf[t] - _view.Sentence, -2, 2));
        f.Add(95, Math.Min(2, between.CuesInSentence(t)), side, _view.SentenceQuotes);
    }

    private void Pairs(int t, FeatureBuffer f)
    {
        var k = _table;
        var tree = k.Tree;
        f.AddPair(1, 0);
        if (t == _window.Start) return;
        var cueBefore = _cue.Contains(t - 1) ? 1 : _cue.Contains(t) ? 2 : 0;
        f.AddPair(2, cueBefore, _view.Kind);
        f.AddPair(3, k.Tag[t - 1], k.Tag[t]);
        f.AddPair(4, k.Word[t]);
        f.AddPair(5, k.Word[t - 1]);
        if (cueBefore != 0)
        {
            f.AddPair(6, _view.Lemma, cueBefore);
            f.AddPair(7, k.Word[t], cueBefore);
            return;
        }
        var starts = _window.Contains(tree.StartsAs[t]) ? tree.StartsAs[t] : t;
        var ends = _window.Contains(tree.EndsAs[t - 1]) ? tree.EndsAs[t - 1] : t - 1;
        f.AddPair(8, (int)tree.Relation[starts], (int)tree.Relation[ends]);
        f.AddPair(9, _path.Path(starts), Side(t));
        f.AddPair(10, _path.Path(ends), Side(t));
        f.AddPair(11, (_path.Branch(t) == _path.Branch(t - 1) ? 1 : 0) + (2 * Side(t)), (_path.Up(t) * 40) + (int)tree.Relation[_path.Branch(t)]);
        f.AddPair(12, (_path.Branch(t) == _path.Branch(t - 1) ? 1 : 0) + (2 * Side(t)), (_path.Up(t - 1) * 40) + (int)tree.Relation[_path.Branch(t - 1)]);
        var quotes = (_quotes.Mark[t - 1] * 3) + _quotes.Mark[t] + (9 * (_quotes.Passage[t - 1] >= 0 ? 1 : 0)) + (18 * (_quotes.Passage[t] >= 0 ? 1 : 0));
        f.AddPair(13, quotes, Side(t));
        f.AddPair(14, quotes, k.Analysis.SentenceOf[t] != k.Analysis.SentenceOf[t - 1] ? 1 : 0);
        f.AddPair(15, _path.Path(t), k.Analysis.Upos[t - 1] == Upos.Punct ? k.Word[t - 1] : 0);
        f.AddPair(16, k.Word[t], (_path.Up(t) * 40) + (int)tree.Relation[_path.Branch(t)]);
        f.AddPair(17, (int)tree.Relation[starts], k.Word[t]);
        f.AddPair(18, _path.Path(starts), _view.Lemma);
    }
}
