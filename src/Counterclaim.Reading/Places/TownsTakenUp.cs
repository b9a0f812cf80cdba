using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>
/// "12 km from the city", "north of the town": the town named shortly before, where it is the only one there and something is told to lie away from it.
/// Elsewhere "the city" says nothing that the name has not said.
/// </summary>
internal sealed class TownsTakenUp(Analysis analysis, List<ToponymMention> mentions, List<Toponym?> toponyms, List<ToponymGroup> groupOf)
{
    /// <summary>Adds a mention of the town for each, with what the town stands for.</summary>
    public void Add()
    {
        var relations = new RelationFinder(analysis, mentions);
        var next = 0;
        for (var token = 1; token < analysis.TokenCount; token++)
        {
            while (next < mentions.Count && mentions[next].Tokens.Start <= token) next++;
            if (!IsTown(token) || !(analysis.Form(token - 1) is "the") || NamesItself(token) || relations.Away(token - 1) is not { } away) continue;
            if (TownBefore(next, away.Tokens.Start) is not { } town) continue;
            Insert(next, new TokenRange(token, token + 1), town);
        }
    }

    private bool IsTown(int token) => analysis.Form(token) is "city" or "town" or "village" or "capital";

    /// <summary>"the city of X", "the town's".</summary>
    private bool NamesItself(int token) =>
        token + 1 < analysis.TokenCount && analysis.SentenceOf[token + 1] == analysis.SentenceOf[token]
        && (char.IsUpper(analysis.Form(token + 1)[0]) || analysis.Xpos(token + 1) == "POS" || analysis.Form(token + 1) is "of" || analysis.Upos[token + 1] is Upos.Noun or Upos.Propn);

    /// <summary>The one town in the sentence and the one before; null for none or several.</summary>
    /// <param name="relation">Where the words for the distance begin: what stands right before them lies there and is not what they are told of.</param>
    private int? TownBefore(int next, int relation)
    {
        int? found = null;
        for (var i = next - 1; i >= 0 && analysis.SentenceOf[relation] - analysis.SentenceOf[mentions[i].Tokens.Start] <= 1; i--)
        {
            if (mentions[i].Role is not null || toponyms[i] is not { } toponym || !toponym.Kind.IsSettlement() || IsDateline(mentions[i])) continue;
            if (mentions[i].Tokens.End < relation && relation - mentions[i].Tokens.End <= 2 && analysis.Form(mentions[i].Tokens.End) is ",") continue;
            if (found is { } other && mentions[other].Key != mentions[i].Key) return null;
            found ??= i;
        }
        return found;
    }

    private bool IsDateline(ToponymMention mention)
    {
        const int Acronym = 3;
        var form = analysis.Form(mention.Tokens.Start);
        return form.Length > Acronym && !form.ContainsAnyInRange('a', 'z');
    }

    private void Insert(int at, TokenRange tokens, int town)
    {
        foreach (var mention in mentions)
            if (mention.Container >= at) mention.Container++;
        mentions.Insert(at, new ToponymMention { Tokens = tokens, Span = analysis.SpanOf(tokens), Key = mentions[town].Key });
        toponyms.Insert(at, toponyms[town]);
        groupOf.Insert(at, groupOf[town]);
    }
}
