using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Certainty;

/// <summary>
/// <c>evaluate negation</c>: the words that deny, against the negation cues of *SEM 2012 (Morante and Blanco), token by token. Cues inside a
/// word ("infrequent", "careless") turn no clause round: we do not look for them, and they are scored apart.
/// </summary>
internal static class NegationExam
{
    public static Exam Exam { get; } = new("negation", "Words that deny, against the negation cues of *SEM 2012.", new HashSet<string> { "--errors" }, Run);

    private static readonly string[] Prefixes = ["un", "in", "im", "ir", "il", "dis"];

    private sealed record Sentence(string[] Tokens, HashSet<int> Cues);

    private static ScoreSheet Run(ExamOptions options, Pipeline pipeline)
    {
        if (options.Predictions is not null || options.WritePredictions is not null) throw new InvalidDataException("negation: only our own reading is scored.");
        var gold = options.Chosen(Read(options.Gold));
        var clauses = ClauseReader.Load();
        var found = Pipeline.ForAll(gold, g => Find(g, pipeline.Analyzer, clauses));
        var scores = gold.Zip(found, Score).ToList();
        return new ScoreSheet("negation", $"{gold.Count} sentences, {gold.Sum(g => g.Cues.Count)} tokens of cues", gold.Count,
            Bootstrap.Rows(scores, Tally.Sum, options.Boot))
        {
            Remarks = [.. gold.Zip(found).Where(p => !Words(p.First).SetEquals(p.Second)).Take(options.Errors).Select(p =>
                $"  missed [{Show(p.First, Words(p.First).Except(p.Second))}] added [{Show(p.First, p.Second.Except(p.First.Cues))}] {string.Join(' ', p.First.Tokens)}")],
        };
    }

    private static string Show(Sentence sentence, IEnumerable<int> tokens) => string.Join(' ', tokens.Order().Select(t => sentence.Tokens[t]));

    private static IReadOnlyList<Sentence> Read(string path) => JsonLines.Read(path, record => new Sentence(
        [.. record.Items("tokens").Select(t => t.GetString() ?? "")],
        [.. record.Items("cue_tags").Select((t, i) => (Tag: t.GetString(), i)).Where(t => t.Tag != "O").Select(t => t.i)]));

    /// <summary>The tokens that deny any word of the sentence.</summary>
    private static HashSet<int> Find(Sentence sentence, Analyzer analyzer, ClauseReader clauses)
    {
        var trees = new DependencyIndex(GivenTokens.Analyze(analyzer, sentence.Tokens));
        var reader = clauses.CertaintyOf(trees);
        var found = new HashSet<int>();
        for (var token = 0; token < sentence.Tokens.Length; token++)
            if (reader.At(token, inside: _ => false).Denier is >= 0 and var denier) found.Add(denier);
        return found;
    }

    private static Tally Score(Sentence gold, HashSet<int> found)
    {
        var tally = new Tally();
        var words = Words(gold);
        tally.Matches("cue token", "", found.Count(gold.Cues.Contains), found.Count, gold.Cues.Count);
        tally.Matches("cue token", "whole words", found.Count(words.Contains), found.Count(f => words.Contains(f) || !gold.Cues.Contains(f)), words.Count);
        tally.Matches("sentence denies", "", found.Count > 0 && words.Count > 0 ? 1 : 0, found.Count > 0 ? 1 : 0, words.Count > 0 ? 1 : 0);
        return tally;
    }

    private static HashSet<int> Words(Sentence sentence) => [.. sentence.Cues.Where(c => !IsAffixal(sentence.Tokens[c]))];

    private static bool IsAffixal(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length > 4 && (Prefixes.Any(p => lower.StartsWith(p, StringComparison.Ordinal)) || lower.Contains("less", StringComparison.Ordinal));
    }
}

/// <summary>Texts whose tokens a corpus gives.</summary>
internal static class GivenTokens
{
    /// <summary>Analyzes one sentence of tokens, joined by spaces.</summary>
    public static Analysis Analyze(Analyzer analyzer, IReadOnlyList<string> forms)
    {
        var tokens = new TextSpan[forms.Count];
        for (int i = 0, start = 0; i < tokens.Length; start += forms[i].Length + 1, i++) tokens[i] = new TextSpan(start, start + forms[i].Length);
        return analyzer.Analyze(string.Join(' ', forms), tokens, [new TokenRange(0, tokens.Length)]);
    }
}
