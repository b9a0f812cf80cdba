using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>Who is interviewed, as the title and the lines before the first question tell.</summary>
internal static class Introduction
{
    private static readonly HashSet<string> Talks = ["interview", "speak", "talk", "answer", "tell", "reach", "conversation", "discuss", "ask", "q&a", "question"];

    /// <summary>The fullest mention of the person named most often before a position; null where two are named as often.</summary>
    public static TextSpan? Interviewee(TokenTable table, int before)
    {
        var persons = new Dictionary<string, (int Count, int First, TokenRange Fullest)>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in table.Analysis.Names)
        {
            if (table.Analysis.Tokens[name.Tokens.Start].Start >= before) break;
            if (name.Kind != EntityKind.Person) continue;
            var key = table.Analysis.Form(name.Tokens.End - 1).ToString();
            persons[key] = persons.TryGetValue(key, out var known)
                ? (known.Count + 1, known.First, known.Fullest.Count >= name.Tokens.Count ? known.Fullest : name.Tokens)
                : (1, name.Tokens.Start, name.Tokens);
        }
        if (persons.Count == 0) return null;
        var ranked = persons.Values.OrderByDescending(p => p.Count).ThenBy(p => p.First).ToList();
        var tied = ranked.TakeWhile(p => p.Count == ranked[0].Count).ToList();
        if (tied.Count > 1) tied.RemoveAll(p => !TellsOfTalk(table, p.Fullest));
        return tied.Count == 1 ? table.Analysis.SpanOf(tied[0].Fullest) : null;
    }

    /// <summary>Whether a sentence that names somebody before a position says that there was a talk.</summary>
    public static bool TellsOfTalk(TokenTable table, int before)
    {
        foreach (var name in table.Analysis.Names)
        {
            if (table.Analysis.Tokens[name.Tokens.Start].Start >= before) break;
            if (name.Kind == EntityKind.Person && TellsOfTalk(table, name.Tokens)) return true;
        }
        // The name may stand in the sentence before: "Jonas Pell was an engineer until 2021. He spoke to the paper at home."
        for (var s = 0; s < table.Analysis.Sentences.Length && table.Analysis.Tokens[table.Analysis.Sentences[s].Start].Start < before; s++)
            if (table.Analysis.Form(table.Analysis.Sentences[s].Start) is "He" or "She" or "They" or "We" && TellsOfTalk(table, table.Analysis.Sentences[s])) return true;
        return false;
    }

    private static bool TellsOfTalk(TokenTable table, TokenRange name)
    {
        var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[name.Start]];
        for (var t = sentence.Start; t < Math.Min(sentence.End, sentence.Start + 200); t++)
            if (Talks.Contains(table.Analysis.Lemma(t).ToLowerInvariant())) return true;
        return false;
    }
}
