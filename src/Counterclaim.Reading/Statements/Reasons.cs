using System.Globalization;
using Counterclaim.Language.Neural;
using Counterclaim.Reading.Statements.Features;
using Counterclaim.Reading.Statements.Learning;

namespace Counterclaim.Reading.Statements;

/// <summary>Says for people what a model saw in a statement.</summary>
internal sealed class Reasons(TokenTable table, StatementModel model)
{
    /// <summary>Tokens to each side of a cue that are looked at again.</summary>
    private const int Sight = 100;

    private readonly FeatureBuffer _features = new() { KeepsTemplates = true };
    private readonly Lattice _lattice = new(CueLabel.Count);
    private readonly FloatBuffer _space = new();


    public string OfCited() => "a source cited by whoever tells it, or one that carries the words of another";

    public string OfSignature() => "a quotation with a name behind a dash";

    public string Of(Candidate statement, bool nested)
    {
        if (statement.Cue.IsEmpty) return "a quoted paragraph without words that attribute it";
        var start = statement.Cue.Start;
        var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[start]];
        var seen = new Language.TokenRange(Math.Max(sentence.Start, start - Sight), Math.Min(sentence.End, start + Sight));
        _features.Clear();
        CueFeatures.Extract(table, new CueScope(seen, table.Outer), _features);
        var groups = new SortedDictionary<string, float>(StringComparer.Ordinal);
        var keys = _features.Single(start - seen.Start);
        var templates = _features.Templates(start - seen.Start);
        for (var i = 0; i < keys.Length; i++)
        {
            var weight = model.Cues.Chain.Weight(keys[i], CueLabel.Begin) - model.Cues.Chain.Weight(keys[i], CueLabel.Outside);
            var group = Group(templates[i]);
            groups[group] = groups.GetValueOrDefault(group) + weight;
        }
        groups["its use in the sentence"] = FromState(seen, start - seen.Start);
        var strongest = groups.Where(g => g.Value > 0).OrderByDescending(g => g.Value).Take(3).Select(g => g.Key);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"cue “{table.Analysis.SpanOf(statement.Cue).In(table.Analysis.Text)}”{(nested ? ", told inside another statement" : "")}: {string.Join(", ", strongest)}; " +
            $"cue {statement.CueProbability:F2}, holder {statement.HolderProbability:F2}, content {statement.ContentProbability:F2}");
    }

    /// <summary>How far the state of a token speaks for the beginning of a cue.</summary>
    private float FromState(Language.TokenRange seen, int position)
    {
        _lattice.Resize(seen.Count);
        for (var t = 0; t < seen.Count; t++) _lattice.Single(t).Clear();
        model.Cues.Hidden.Score(table.Analysis, seen, -1, _features, _lattice, _space);
        var scores = _lattice.Single(position);
        return scores[CueLabel.Begin] - scores[CueLabel.Outside];
    }

    private static string Group(int template) => template switch
    {
        <= 7 or 27 => "the word itself",
        >= 8 and <= 33 => "the words around it",
        >= 40 and <= 52 => "its place in the sentence",
        >= 53 and <= 59 => "the subject, object and clause it takes",
        >= 60 and <= 64 => "who or what its subject and object are",
        >= 65 and <= 68 => "the clause it governs",
        >= 69 and <= 71 => "the small words it takes",
        >= 75 and <= 78 => "what it stands under",
        _ => "quotation marks near it",
    };
}
