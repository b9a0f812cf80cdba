using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Actors;

/// <summary>Finds the name that a description brings with it: "the NAME group", "the private firm NAME", "a gunner who goes by NAME".</summary>
/// <param name="byHead">The mention whose head each token is.</param>
internal sealed class NamesGiven(DependencyIndex syntax, Mention?[] byHead)
{
    private readonly Analysis _analysis = syntax.Analysis;

    /// <summary>Whether a description may be of the one named beside it: "the barge's owner" may be a person or a firm.</summary>
    public static bool AreOfAKind(Mention description, Mention name)
    {
        if (description.IsPlural) return false;
        if (description.Noun is null || description.Noun.Class == NounClass.Person == (name.Kind == ActorKind.Person)) return true;
        return description.Noun is { Class: NounClass.Person } && description.Determination == Determination.Definite && description.HolderOf >= 0;
    }

    /// <summary>"the private firm NAME": the description belongs to the name.</summary>
    public Mention? NameRightAfter(Mention description) =>
        description.Head + 1 < byHead.Length && description.Noun is { Class: not NounClass.Person } && !description.IsPlural
        && Covering(description.Head + 1) is { Form: MentionForm.Name } name && name.Tokens.Start == description.Head + 1 ? name : null;

    /// <summary>"the NAME group", "an organisation known as NAME", "a gunner who goes by NAME".</summary>
    public Mention? NameGiven(Mention description)
    {
        if (description.IsPlural) return null;
        foreach (var child in syntax.Children(description.Head))
        {
            if (_analysis.Deprels[child] == Deprel.Appos && child > description.Head && Covering(child) is { Form: MentionForm.Name, Naming: CountryNaming.None } apposed
                && apposed.Name.Contains(child) && AreOfAKind(description, apposed)) return apposed;
            if (_analysis.Deprels[child] == Deprel.Acl && child > description.Head && IsNaming(child)) return LastNameIn(syntax.Extent(child));
            if (child < description.Head && _analysis.Deprels[child] is Deprel.Compound or Deprel.Nmod && description.Noun is { Class: NounClass.Organisation or NounClass.Publication or NounClass.Force } && IsKindOfBody(_analysis.Lemma(description.Head))
                && Covering(child) is { Form: MentionForm.Name, Kind: not (ActorKind.Person or ActorKind.Government), Naming: CountryNaming.None } inside && OnlyNounsBetween(inside.Tokens.End, description.Head)) return inside;
        }
        return null;
    }

    /// <summary>Nouns that say of what kind the body named before them is: "the Saltmarsh gang".</summary>
    private static bool IsKindOfBody(string lemma) => lemma is "group" or "movement" or "gang" or "militia" or "agency" or "newspaper" or "outlet" or "channel" or "broadcaster" or "network"
        or "coalition" or "alliance" or "faction" or "cartel" or "website" or "organisation" or "organization" or "charity" or "party";

    /// <summary>"the NAME news agency", "the NAME monitoring group".</summary>
    private bool OnlyNounsBetween(int start, int head)
    {
        const int Most = 2;
        for (var i = start; i < head; i++)
            if (head - start > Most || !char.IsLower(_analysis.Form(i)[0]) || _analysis.Upos[i] is not (Upos.Noun or Upos.Adj or Upos.Verb)) return false;
        return start <= head;
    }

    private bool IsNaming(int verb) => _analysis.Lemma(verb) switch
    {
        "know" or "call" or "name" or "dub" or "nickname" => _analysis.Xpos(verb) is "VBN" or "VBD",
        "go" => syntax.Child(verb, Deprel.Nsubj, "who") >= 0 && _analysis.Form(Math.Min(verb + 1, _analysis.TokenCount - 1)) is "by",
        _ => false,
    };

    private const int LongestNaming = 24;

    private Mention? LastNameIn(TokenRange range)
    {
        for (var i = range.End - 1; i >= Math.Max(range.Start, range.End - LongestNaming); i--)
            if (Covering(i) is { Form: MentionForm.Name, Naming: CountryNaming.None } name) return name;
        return null;
    }

    /// <summary>The mention that covers a token; null for none.</summary>
    public Mention? Covering(int token)
    {
        if (token < 0) return null;
        for (var i = token; i < byHead.Length && i < token + 5; i++)
            if (byHead[i] is { } mention && mention.Tokens.Contains(token)) return mention;
        return null;
    }
}
