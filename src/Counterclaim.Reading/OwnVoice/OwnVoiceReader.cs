using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.OwnVoice;

/// <summary>Picks the clauses that the publisher says in its own voice.</summary>
public sealed class OwnVoiceReader
{
    private const int FewestWords = 2;
    private const int ClimbLimit = 4;
    private const int LongestIsland = 6;

    private static readonly HashSet<string> Thoughts =
        ["fear", "concern", "worry", "anxiety", "claim", "allegation", "accusation", "suspicion", "rumour", "rumor", "warning", "complaint", "hope", "belief"];

    private readonly LoadedWords _loaded;

    private OwnVoiceReader(LoadedWords loaded) => _loaded = loaded;

    public static OwnVoiceReader Load() => new(LoadedWords.Load());

    /// <summary>The publisher's clauses in text order, each cut down to what no statement holds.</summary>
    /// <remarks>
    /// What only attributes ("the minister wrote") is listed when it carries a loaded word, else it says nothing of its own.
    /// </remarks>
    public IReadOnlyList<OwnClause> Read(Analysis analysis, ClauseSet clauses, VoiceMap voices)
    {
        var own = new List<OwnClause>();
        foreach (var clause in clauses.Clauses)
        {
            if (!voices.IsOwn(clause.Head) || GoesOnTelling(analysis, clause, clauses, voices)) continue;
            var tokens = OwnPart(analysis, clause, voices);
            if (Words(analysis, tokens) < FewestWords) continue;
            var frame = AttributesOnly(analysis, clause, clauses, tokens, voices) || SpeakingParticiples.HeadsLine(clause.Head, analysis);
            if (!clause.Propositional && !frame) continue;
            var words = new List<LoadedWord>(_loaded.Find(analysis, tokens).Where(word => !IsOthersThought(analysis, word)));
            ScareQuotes.AddTo(words, analysis, tokens);
            if (frame && words.Count == 0) continue;
            own.Add(new OwnClause(clause, tokens, words));
        }
        own.Sort((a, b) => a.Tokens.Start != b.Tokens.Start ? a.Tokens.Start.CompareTo(b.Tokens.Start) : b.Tokens.End.CompareTo(a.Tokens.End));
        return own;
    }

    /// <summary>The stretch around the predicate that lies outside all statements.</summary>
    private static TokenRange OwnPart(Analysis analysis, Clause clause, VoiceMap voices)
    {
        int start = clause.Head, end = clause.Head + 1;
        while (start > clause.Tokens.Start && (voices.IsOwn(start - 1) || (start = BeforeIsland(analysis, clause, voices, start)) > clause.Tokens.Start && voices.IsOwn(start - 1))) start--;
        while (end < clause.Tokens.End && voices.IsOwn(end)) end++;
        while (start < clause.Head && IsEdge(analysis, start)) start++;
        while (end - 1 > clause.Head && IsTail(analysis, end - 1, end < clause.Tokens.End)) end--;
        return new TokenRange(start, end);
    }

    /// <summary>Where a few words of somebody else stand inside the clause ("The operation, code-named “Storm”, began"), the start of them; else the position itself.</summary>
    private static int BeforeIsland(Analysis analysis, Clause clause, VoiceMap voices, int start)
    {
        if (clause.Subject < clause.Tokens.Start || clause.Subject >= start || !voices.IsOwn(clause.Subject)) return start;
        for (var token = start - 1; token >= Math.Max(clause.Tokens.Start, start - LongestIsland); token--)
        {
            if (voices.IsOwn(token)) return token + 1;
            if (analysis.Upos[token] is Upos.Verb or Upos.Aux) break;
        }
        return start;
    }

    /// <summary>
    /// Whether a clause that no content holds is part of what is told all the same: its subject is told, or it trails behind the content
    /// without a tense of its own ("noted losses of 600,000, with 140,000 killed").
    /// </summary>
    private static bool GoesOnTelling(Analysis analysis, Clause clause, ClauseSet clauses, VoiceMap voices)
    {
        if (voices.IsCue(clause.Head)) return false;
        var subject = clause.Subject;
        if (subject >= 0 && analysis.Heads[subject] == clause.Head && analysis.Deprels[subject] == Deprel.Nsubj && subject < clause.Head && voices.StatementOf(subject) is not null) return true;
        if (clause.Finite || clause.Parent < 0 || !voices.IsCue(clauses.Clauses[clause.Parent].Head)) return false;
        for (var token = clause.Tokens.Start - 1; token >= Math.Max(0, clause.Tokens.Start - 3); token--)
            if (voices.StatementOf(token) is not null) return true;
        return false;
    }

    /// <summary>"fears of a disaster": what a thought or a claim is about is worded by whoever has it.</summary>
    private static bool IsOthersThought(Analysis analysis, LoadedWord word)
    {
        var token = analysis.TokensIn(word.Span).Start;
        for (var climb = 0; climb < ClimbLimit; climb++)
        {
            var (head, relation) = (analysis.Heads[token], analysis.Deprels[token]);
            if (head >= 0 && relation == Deprel.Obl && HasThoughtAsSubject(analysis, head)) return true;
            if (head < 0 || relation is not (Deprel.Nmod or Deprel.Amod or Deprel.Compound or Deprel.Conj or Deprel.Acl)) return false;
            if (relation is Deprel.Nmod or Deprel.Acl && head < token && Thoughts.Contains(analysis.Lemma(head))) return true;
            token = head;
        }
        return false;
    }

    /// <summary>"fears grew of a disaster": what the fears are about stands after the verb.</summary>
    private static bool HasThoughtAsSubject(Analysis analysis, int verb)
    {
        foreach (var child in analysis.Children(verb))
        {
            if (analysis.Deprels[child] == Deprel.Obj) return false;
            if (analysis.Deprels[child] == Deprel.Nsubj) return Thoughts.Contains(analysis.Lemma(child));
        }
        return false;
    }

    private static bool IsEdge(Analysis analysis, int token) =>
        analysis.Upos[token] is Upos.Punct or Upos.Cconj && analysis.Form(token) is not ("“" or "\"" or "‘" or "«");

    /// <summary>Where content was cut off, its quotation mark, colon and conjunction go with it.</summary>
    private static bool IsTail(Analysis analysis, int token, bool cut) => cut
        ? analysis.Upos[token] is Upos.Punct or Upos.Sconj or Upos.Cconj
        : analysis.Upos[token] is Upos.Cconj || analysis.Form(token) is "," or ";" or ":" or "." or "–" or "—" or "-";

    private static int Words(Analysis analysis, TokenRange tokens)
    {
        var words = 0;
        for (var token = tokens.Start; token < tokens.End; token++)
            if (analysis.Upos[token] is not (Upos.Punct or Upos.Sym)) words++;
        return words;
    }

    /// <summary>Verbs that only bring on what is told ("responded by saying", "issued a statement claiming"); "have" stands for one torn from it by a phrase.</summary>
    private static readonly HashSet<string> BringingOn =
        ["respond", "reply", "react", "answer", "counter", "issue", "release", "publish", "post", "put", "send", "write", "speak", "take", "appear", "seek", "try", "have", "hit", "fire", "lash"];

    /// <summary>Whether the predicate attributes: it is a cue, or a cue is its subject, object or complement ("issued a warning").</summary>
    private static bool AttributesOnly(Analysis analysis, Clause clause, ClauseSet clauses, TokenRange tokens, VoiceMap voices)
    {
        if (voices.IsCue(clause.Head)) return true;
        if (BringingOn.Contains(analysis.Lemma(clause.Head)))
            foreach (var child in analysis.Children(clause.Head))
                if (voices.IsCue(child) && child > clause.Head && analysis.Deprels[child] is Deprel.Advcl or Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis && analysis.Upos[child] == Upos.Verb) return true;
        for (var token = tokens.Start; token < tokens.End; token++)
            if (voices.IsCue(token) && clauses.Of(token).Index == clause.Index && IsOfPredicate(analysis, token, clause.Head)) return true;
        return false;
    }

    /// <summary>"The operation, code-named “Storm”, began": what only modifies a noun of the clause does not make it a frame.</summary>
    private static bool IsOfPredicate(Analysis analysis, int token, int predicate)
    {
        for (var climb = 0; climb < ClimbLimit && token >= 0; climb++)
        {
            if (token == predicate) return true;
            if (analysis.Deprels[token] is not (Deprel.Aux or Deprel.Cop or Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Nsubj or Deprel.Obl or Deprel.Compound or Deprel.Advmod)) return false;
            token = analysis.Heads[token];
        }
        return false;
    }
}

/// <summary>A clause in the publisher's own voice.</summary>
/// <param name="Tokens">The part of it that no statement holds.</param>
public sealed record OwnClause(Clause Clause, TokenRange Tokens, IReadOnlyList<LoadedWord> Loaded);
