using Counterclaim.Language.Features;
using Counterclaim.Model;
using Counterclaim.Training.Language;

namespace Counterclaim.Training.Neural;

/// <summary>Turns sentences of treebanks and name corpora into rows of the tables.</summary>
internal sealed class Examples(FixedVectors vectors, IReadOnlyDictionary<uint, int> words, int partRows, IReadOnlyDictionary<string, int> tags)
{
    private readonly Sentence _sentence = new();
    private readonly FormFeatures _features = new();
    private readonly Dictionary<ulong, Form> _forms = [];
    private int _count;

    public Example From(GoldSentence gold) => new()
    {
        Number = _count++,
        Forms = Forms(gold.Source.Text, gold.Spans),
        Tags = [.. gold.Tags.Select(t => tags.GetValueOrDefault(t, -1))],
        Heads = gold.Heads,
        Relations = gold.Relations,
    };

    /// <param name="respell">Writes the text in other capitals; every character keeps its place.</param>
    public Example From(GoldSentence gold, Func<string, string> respell)
    {
        var from = gold.Spans[0].Start;
        var text = respell(gold.Source.Text[from..gold.Spans[^1].End]);
        return From(gold) with { Number = _count++, Forms = Forms(text, [.. gold.Spans.ToArray().Select(s => new TextSpan(s.Start - from, s.End - from))]) };
    }

    public Example From(NamedSentence gold) => new() { Number = _count++, Forms = Forms(gold.Text, gold.Tokens), Names = gold.Allowed };

    /// <summary>A sentence of which nothing is known.</summary>
    public Example From(string text, TextSpan[] tokens) => new() { Number = _count++, Forms = Forms(text, tokens) };

    private Form[] Forms(string text, ReadOnlySpan<TextSpan> tokens)
    {
        _sentence.Read(text, tokens);
        var forms = new Form[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!_forms.TryGetValue(_sentence.Keys[i], out var form))
            {
                _features.Read(tokens[i].In(text), _sentence.Casing);
                var vector = vectors.Index.GetValueOrDefault(_features.Plain);
                if (vector == 0) vector = vectors.Index.GetValueOrDefault(_features.Last);
                form = new Form(vector, words.GetValueOrDefault(_features.Word), [.. _features.Parts.ToArray().Select(p => FormFeatures.Row(p, partRows))], _features.Spelling);
                _forms.Add(_sentence.Keys[i], form);
            }
            forms[i] = form;
        }
        return forms;
    }

    /// <summary>The words seen at least that often, in the order of their hashes; row 0 is for the others.</summary>
    public static Dictionary<uint, int> CommonWords(IEnumerable<(string Text, TextSpan[] Tokens)> sentences, int atLeast, int most)
    {
        var features = new FormFeatures();
        var counts = new Dictionary<uint, int>();
        foreach (var (text, tokens) in sentences)
            foreach (var token in tokens)
            {
                features.Read(token.In(text), Capitals.AsProse);
                counts[features.Word] = counts.GetValueOrDefault(features.Word) + 1;
            }
        return counts.Where(c => c.Value >= atLeast).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(most)
            .Select((c, i) => (c.Key, i + 1)).ToDictionary(c => c.Key, c => c.Item2);
    }
}
