using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds whom a pronoun of the third person means, by agreement and a linear score over the mentions before it.</summary>
internal sealed class PronounResolver(DependencyIndex syntax, StatementTree statements, MentionSet mentions, List<Mention> resolved)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>The best antecedent and why; null when none is good enough.</summary>
    public (Entity? Entity, string Reason) Find(Mention pronoun, Mention? lastHolder)
    {
        if (pronoun.Lemma is "it" or "its" && pronoun.HolderOf < 0) return SpeakerOfItself(pronoun) is { } self ? (self, "a body that speaks of itself") : (null, "");
        Entity? best = null;
        var isSideNote = pronoun.IsPlural && pronoun.HolderOf < 0;
        var bestScore = isSideNote ? SideNoteThreshold : Threshold;
        var sentence = _analysis.SentenceOf[pronoun.Head];
        for (var i = resolved.Count - 1; i >= 0 && resolved.Count - i < LookBack; i--)
        {
            var candidate = resolved[i];
            var entity = candidate.Entity!;
            var distance = sentence - _analysis.SentenceOf[candidate.Head];
            if (distance > (isSideNote ? 1 : MaxSentences)) break;
            if (!Agrees(pronoun, entity) || IsBoundOut(pronoun, candidate) || IsSpokenBy(pronoun, candidate)) continue;
            var score = Score(pronoun, candidate, entity, distance, lastHolder);
            if (score > bestScore) (best, bestScore) = (entity, score);
        }
        return (best, lastHolder?.Entity == best ? "agrees, and held the statement before" : "agrees, and is the most prominent before it");
    }

    /// <summary>"The ministry said <em>it</em> had shot down two drones", "the militia said that <em>its</em> fighters were in the town": whoever is told of first in what a body says is mostly that body.</summary>
    private Entity? SpeakerOfItself(Mention pronoun)
    {
        if (pronoun.IsQuoted || pronoun.Inside < 0 || !OpensContent(pronoun)) return null;
        if (mentions.Holders[pronoun.Inside] is not { Entity: { IsPerson: false, IsPlural: false, Kind: not (ActorKind.Group or ActorKind.Publication) } speaker } holder || holder.Head > pronoun.Head) return null;
        if (pronoun.Lemma == "its") return speaker;
        return _analysis.Deprels[pronoun.Head] == Deprel.Nsubj && !IsEmptySubject(_analysis.Heads[pronoun.Head]) ? speaker : null;
    }

    private bool OpensContent(Mention pronoun)
    {
        var content = statements.Items[pronoun.Inside].Content;
        if (content.IsEmpty) return false;
        var first = _analysis.TokensIn(content[0]).Start;
        while (first < pronoun.Head && (_analysis.Upos[first] is Upos.Punct or Upos.Sconj)) first++;
        return first == pronoun.Head;
    }

    /// <summary>"it is clear that", "it seems", "it was reported that", "it took a day to".</summary>
    private bool IsEmptySubject(int predicate)
    {
        if (_analysis.Upos[predicate] == Upos.Verb && _analysis.Lemma(predicate) is "seem" or "appear" or "happen" or "remain" or "rain" or "snow" or "turn" or "follow" or "matter") return true;
        var clausal = _analysis.Upos[predicate] != Upos.Verb || syntax.IsPassive(predicate) || _analysis.Lemma(predicate) is "take" or "make" or "become" or "mean";
        foreach (var child in syntax.Children(predicate))
            if (_analysis.Deprels[child] == Deprel.Csubj || clausal && _analysis.Deprels[child] is Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl && clausal
                || clausal && _analysis.Deprels[child] == Deprel.Advcl && syntax.Child(child, Deprel.Mark, "to") >= 0) return true;
        return false;
    }

    private const double Threshold = -2.4;
    /// <summary>"they" that holds nothing often means things, which are no mentions: only the nearest group will do.</summary>
    private const double SideNoteThreshold = 0.8;
    private const int LookBack = 120;
    private const int MaxSentences = 8;

    private double Score(Mention pronoun, Mention candidate, Entity entity, int distance, Mention? lastHolder)
    {
        var score = distance switch { 0 => 0.0, 1 => -0.5, _ => -0.5 - (0.55 * (distance - 1)) };
        var relation = _analysis.Deprels[candidate.Form == MentionForm.Name ? syntax.TopOf(candidate.Name) : candidate.Head];
        score += relation switch
        {
            Deprel.Nsubj => 0.8,
            Deprel.Nmod or Deprel.Compound or Deprel.Amod => -0.5,
            Deprel.Obl => -0.2,
            _ => 0,
        };
        if (entity.BestName is not null) score += 0.4;
        if (candidate.Form == MentionForm.Pronoun) score += 0.3;
        score += 0.12 * Math.Min(entity.Mentions.Count, 5);
        if (pronoun.Gender != Gender.Unknown && pronoun.Gender == entity.Gender) score += 0.6;
        if (pronoun.Form == MentionForm.Pronoun && pronoun.IsPlural && entity.IsPlural) score += 0.8;
        if (pronoun.HolderOf >= 0)
        {
            if (lastHolder?.Entity == entity) score += distance <= 1 ? 1.5 : 0.5; // somebody else may have come on in between
            else if (entity.HoldsStatement) score += 0.5;
            if (relation == Deprel.Nsubj && !candidate.IsQuoted && candidate.Inside < 0 && InOneParagraph(candidate, pronoun)) score += 0.7;
            if (distance == 1 && relation == Deprel.Nsubj && entity.BestName is not null) score += 0.4;
        }
        else if (pronoun.Inside >= 0 && candidate.HolderOf >= 0 && statements.IsWithin(pronoun.Inside, candidate.HolderOf)) score += 0.9;
        if (candidate.IsQuoted && !pronoun.IsQuoted) score -= 1.0;
        if (candidate.IsQuoted && pronoun.IsQuoted && candidate.Inside == pronoun.Inside) score += 0.7;
        return score;
    }

    /// <summary>Whoever a paragraph has for its subject speaks in it.</summary>
    private bool InOneParagraph(Mention a, Mention b)
    {
        var between = _analysis.Text.AsSpan(_analysis.Tokens[a.Head].End, Math.Max(0, _analysis.Tokens[b.Head].Start - _analysis.Tokens[a.Head].End));
        return between.Length < 2000 && !between.Contains('\n');
    }

    private static bool Agrees(Mention pronoun, Entity entity) => pronoun.Lemma switch
    {
        "it" => !entity.IsPerson && !entity.IsPlural && entity.Kind != ActorKind.Group,
        "they" or "them" or "their" => entity.IsPlural || pronoun.HolderOf >= 0
            && entity.Kind is ActorKind.Organisation or ActorKind.Publication or ActorKind.Government or ActorKind.ArmedForce,
        _ => entity.IsPerson && !entity.IsPlural && (entity.Gender == Gender.Unknown || entity.Gender == pronoun.Gender),
    };

    /// <summary>Subject and object of one verb differ ("Reed told him").</summary>
    private bool IsBoundOut(Mention pronoun, Mention candidate)
    {
        if (_analysis.Xpos(pronoun.Head) == "PRP$") return candidate.Tokens.Contains(pronoun.Head);
        var verb = _analysis.Heads[pronoun.Head];
        var top = candidate.Form == MentionForm.Name ? syntax.TopOf(candidate.Name) : candidate.Head;
        return verb >= 0 && _analysis.Heads[top] == verb
            && _analysis.Deprels[top] is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl && _analysis.Heads[top] == verb
            && _analysis.Deprels[pronoun.Head] is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl && _analysis.Heads[top] == verb;
    }

    /// <summary>"The firm had lost money, it said": what is told without quotation marks may be about the teller.</summary>
    private bool IsSubject(Mention mention) =>
        _analysis.Deprels[mention.Form == MentionForm.Name ? syntax.TopOf(mention.Name) : mention.Head] == Deprel.Nsubj;

    /// <summary>Inside quotation marks the speaker is "I": others are meant by "he"; and a speaker is seldom named in his own quotation.</summary>
    private bool IsSpokenBy(Mention pronoun, Mention candidate)
    {
        if (pronoun.IsQuoted && pronoun.Inside >= 0 && mentions.Holders[pronoun.Inside] is { Entity: { } speaker } && speaker == candidate.Entity)
            return true;
        if (pronoun.HolderOf < 0 || candidate.Inside != pronoun.HolderOf) return false;
        return candidate.IsQuoted || pronoun.Lemma is not ("it" or "they") || !IsSubject(candidate);
    }
}
