using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>"The agency quoted the governor as saying that …": the governor's own saying, inside that of whoever quotes.</summary>
internal static class QuotedSayings
{
    /// <summary>How far before "as saying" the verb of quoting stands.</summary>
    private const int Reach = 24;

    /// <summary>Adds to the nested statements those that nobody has found.</summary>
    public static void Add(TokenTable table, IReadOnlyList<Candidate> chosen, List<Candidate> nested)
    {
        Candidate?[]? inner = null;
        Candidate?[]? outer = null;
        var added = new List<Candidate>();
        for (var verb = 2; verb < table.Count; verb++)
        {
            if (table.Analysis.Xpos(verb) != "VBG" || table.Analysis.Form(verb - 1) is not "as" || !TellingVerbs.IsTelling(table.Analysis.Lemma(verb))) continue;
            if (Quoting(table, verb) is not (>= 0 and var quoting) || Quoted(table, quoting) is not (>= 0 and var quoted)) continue;
            inner ??= StatementMap.ByCue(table, nested);
            outer ??= StatementMap.ByCue(table, chosen);
            if (inner[verb] is not null || outer[quoting] is not { } report || report.Cue.Contains(verb)) continue;
            var sentence = table.Analysis.Sentences[table.Analysis.SentenceOf[verb]];
            var saying = new Candidate(new TokenRange(verb, verb + 1), 1) { Confidence = TellingVerbs.Confidence, Holder = HolderPhrase.Of(table, quoted, sentence) };
            saying.Content.AddRange(Said(table, verb, report, sentence));
            if (report.Content.Count > 0 && report.Content[^1] is var told && told.End == verb - 1 && told.Contains(quoted)) report.Content[^1] = new TokenRange(told.Start, verb + 1);
            if (saying.Content.Count > 0 && !saying.HolderIsIn(saying.Cue) && !saying.Content.Exists(run => saying.HolderIsIn(run) || run.Contains(verb))) added.Add(saying);
        }
        nested.AddRange(added);
    }

    private static int Quoting(TokenTable table, int verb)
    {
        for (var above = verb - 2; above >= Math.Max(0, verb - Reach); above--)
            if (table.Analysis.Upos[above] == Upos.Verb && table.Analysis.Lemma(above) is "quote" or "cite" or "report") return above;
        return -1;
    }

    /// <summary>The object; of a passive the subject.</summary>
    private static int Quoted(TokenTable table, int quoting)
    {
        var isPassive = table.Analysis.Xpos(quoting) == "VBN" && table.Tree.Has(quoting, Deprel.Aux) && !table.Tree.Has(quoting, Deprel.Obj);
        return table.Tree.Child(quoting, isPassive ? Deprel.Nsubj : Deprel.Obj);
    }

    /// <summary>What follows as a clause or a quotation; where nothing follows, the quotation that the report began with.</summary>
    private static List<TokenRange> Said(TokenTable table, int verb, Candidate report, TokenRange sentence)
    {
        var end = report.Content.FindLast(run => run.End > verb + 1) is { Count: > 0 } last ? last.End : sentence.End;
        for (var t = verb + 1; t < Math.Min(end, verb + Reach); t++)
        {
            var opens = table.Analysis.Upos[t] == Upos.Sconj && table.Analysis.Form(t) is "that" || table.Outer.Passage[t] >= 0 && table.Outer.Passage[verb] < 0;
            var isClause = t == verb + 1 && table.Tree.Child(verb, Deprel.Ccomp) > verb;
            if (!opens && !isClause) continue;
            while (end > t && table.Analysis.Form(end - 1) is "." or ",") end--;
            return end - t < 2 ? [] : [new TokenRange(t, end)];
        }
        return report.Content.Count > 0 && report.Content[0].End <= verb - 1 && table.Outer.Passage[report.Content[0].Start] >= 0 ? [report.Content[0]] : [];
    }
}
