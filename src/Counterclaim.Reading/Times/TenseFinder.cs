using System.Collections.Frozen;
using Counterclaim.Language;

namespace Counterclaim.Reading.Times;

/// <summary>Tells from the verbs around an expression whether its clause speaks of what was or of what is to come.</summary>
internal static class TenseFinder
{
    private const int Window = 16, HighestClimb = 8;

    /// <summary>Words whose infinitive lies ahead of them: "agreed to meet on Friday", "a plan to leave in May".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prospective = Set(
        "plan agree expect intend hope want schedule promise decide vow pledge offer threaten propose order call urge ask prepare seek aim agreement proposal decision due set ready likely sure poised slate "
        + "supposed about program programme promise offer threat effort bid deadline demand request vote wish option right deal pact commit arrange invite allow permit enable instruct tell direct require need "
        + "have go hope readiness intention proposal preparation");

    /// <summary>What is said to be so on a later day: "the meeting is scheduled for May 5", "payable Dec. 7".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ahead = Set(
        "schedule slate expect plan due set postpone delay adjourn extend payable effective deadline upcoming await forthcoming planned expected scheduled anticipate forecast pencil");

    /// <summary>
    /// The verb that governs the expression in the tree decides, through infinitives and nouns up to a finite one; else the nearest finite verb
    /// to the left, else to the right.
    /// </summary>
    public static Direction At(Analysis analysis, int token)
    {
        var sentence = analysis.Sentences[analysis.SentenceOf[token]];
        if (IsSetFor(analysis, token, sentence)) return Direction.Future;
        if (ByTree(analysis, token, sentence) is var found and not Direction.Unknown) return found;
        for (var i = token - 1; i >= Math.Max(sentence.Start, token - Window); i--)
            if (OfForm(analysis, i, sentence) is var left and not Direction.Unknown) return left;
        for (var i = token + 1; i < Math.Min(sentence.End, token + Window); i++)
            if (OfForm(analysis, i, sentence) is var right and not Direction.Unknown) return right;
        return Direction.Unknown;
    }

    /// <summary>"called a summit for Wednesday": what is set for a day lies ahead, unless the day names something ("for Monday's attack").</summary>
    private static bool IsSetFor(Analysis analysis, int token, TokenRange sentence)
    {
        if (token <= sentence.Start || analysis.Form(token - 1) is not "for" || analysis.Upos[token] != Upos.Propn) return false;
        if (token + 1 < sentence.End && (analysis.Xpos(token + 1) == "POS" || analysis.Upos[token + 1] is Upos.Noun or Upos.Propn)) return false;
        var head = analysis.Heads[token];
        return head >= 0 && !IsPluperfect(analysis, head, sentence) && analysis.Upos[head] is Upos.Noun or Upos.Verb && analysis.Lemma(head) is not ("figure" or "toll" or "total" or "result" or "datum" or "data" or "responsibility" or "report" or "number" or "apologise" or "apologize" or "blame");
    }

    private static Direction ByTree(Analysis analysis, int token, TokenRange sentence)
    {
        var preposition = token > sentence.Start ? analysis.Form(token - 1) : default;
        var node = token;
        for (var climbed = 0; climbed < HighestClimb; climbed++)
        {
            var head = analysis.Heads[node];
            if (head < 0) return Direction.Unknown;
            node = head;
            if (Ahead.Contains(analysis.Lemma(node)) && !IsPluperfect(analysis, node, sentence) && Announces(analysis, node, preposition)) return Direction.Future;
            if (analysis.Upos[node] is not (Upos.Verb or Upos.Aux) && !HasCopula(analysis, node, sentence)) continue;
            if (OfVerb(analysis, node, sentence, preposition) is var direction and not Direction.Unknown) return direction;
            if (analysis.Deprels[node] is not (Deprel.Xcomp or Deprel.Acl or Deprel.Advcl or Deprel.Ccomp or Deprel.Conj or Deprel.Csubj)) return Direction.Unknown;
        }
        return Direction.Unknown;
    }

    /// <summary>"was postponed until Friday", but "was scheduled on Friday" tells when that was done.</summary>
    private static bool Announces(Analysis analysis, int node, ReadOnlySpan<char> preposition) =>
        preposition is "for" or "until" or "till" or "to" or "by" || analysis.Upos[node] == Upos.Adj;

    private static Direction OfVerb(Analysis analysis, int verb, TokenRange sentence, ReadOnlySpan<char> preposition)
    {
        bool infinitive = false, modal = false, perfect = false, had = false, was = false, present = false;
        for (var i = Math.Max(sentence.Start, verb - Window); i < Math.Min(sentence.End, verb + Window); i++)
        {
            if (analysis.Heads[i] != verb || analysis.Deprels[i] is not (Deprel.Aux or Deprel.Cop or Deprel.Mark)) continue;
            switch (analysis.Form(i))
            {
                case "will" or "shall" or "'ll" or "’ll" or "wo" or "would" or "Will" or "must" or "should" or "may" or "might" or "can" or "ca":
                    modal = true;
                    break;
                case "to" or "To":
                    infinitive = true;
                    break;
                case "had" or "'d" or "’d":
                    had = true;
                    break;
                case "has" or "have" or "'ve" or "’ve":
                    perfect = true;
                    break;
                case "was" or "were" or "did":
                    was = true;
                    break;
                case "is" or "are" or "am" or "'s" or "’s" or "'re" or "’re" or "do" or "does":
                    present = true;
                    break;
            }
        }
        if (had) return Direction.Past;
        if (modal) return perfect ? Direction.Past : Direction.Future; // "may have left on Monday"
        if (infinitive) return IsAheadOfItsHead(analysis, verb, sentence) ? Direction.Future : Direction.Unknown;
        if (preposition is "by" or "until" or "till" && perfect) return Direction.Future;
        if (was || perfect) return Direction.Past;
        if (present) return Direction.Unknown;
        if (analysis.Deprels[verb] == Deprel.Xcomp && analysis.Xpos(verb) == "VBN" && HasWill(analysis, analysis.Heads[verb], sentence)) return Direction.Future; // "will stay shut until Saturday"
        return analysis.Xpos(verb) is "VBD" or "VBN" ? Direction.Past : Direction.Unknown;
    }

    private static bool IsAheadOfItsHead(Analysis analysis, int verb, TokenRange sentence)
    {
        var head = analysis.Heads[verb];
        if (head < 0) return true;
        if (IsPluperfect(analysis, head, sentence)) return false;
        return Prospective.Contains(analysis.Lemma(head));
    }

    private static bool IsPluperfect(Analysis analysis, int verb, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, verb - Window); i < verb; i++)
            if (analysis.Heads[i] == verb && analysis.Form(i) is "had") return true;
        return false;
    }

    private static bool HasWill(Analysis analysis, int verb, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, verb - Window); i < verb; i++)
            if (analysis.Heads[i] == verb && analysis.Form(i) is "will" or "shall" or "'ll" or "’ll" or "would") return true;
        return false;
    }

    private static bool HasCopula(Analysis analysis, int node, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, node - Window); i < node; i++)
            if (analysis.Heads[i] == node && analysis.Deprels[i] == Deprel.Cop) return true;
        return false;
    }

    private static Direction OfForm(Analysis analysis, int token, TokenRange sentence)
    {
        switch (analysis.Form(token))
        {
            case "will" or "shall" or "'ll" or "’ll" or "wo" or "would" or "Will":
                return Direction.Future;
            case "was" or "were" or "had" or "did":
                return Direction.Past;
            case "to" when token > sentence.Start && IsProspective(analysis.Form(token - 1)):
                return Direction.Future;
        }
        return analysis.Xpos(token) switch
        {
            "VBD" => Direction.Past,
            _ => Direction.Unknown,
        };
    }

    private static bool IsProspective(ReadOnlySpan<char> word) => word is "expected" or "scheduled" or "due" or "set" or "plan" or "plans" or "planned"
        or "planning" or "going" or "about" or "supposed" or "slated" or "poised" or "ready" or "is" or "are";

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
