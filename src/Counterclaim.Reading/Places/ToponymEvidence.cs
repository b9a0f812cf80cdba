using Counterclaim.Language;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Adds up what speaks for and against a stretch of text naming a place.</summary>
internal sealed class ToponymEvidence(Analysis analysis, Gazetteer gazetteer, NameMap names)
{
    /// <param name="lastEnd">End of the place found before, in tokens; −1 for none.</param>
    public double Of(ToponymMention mention, List<ToponymHit> hits, int lastEnd) =>
        FromGazetteer(mention, hits) + FromNames(mention, hits) + FromNeighbours(mention, lastEnd) + FromWriting(mention, hits);

    /// <summary>How well known the best-known bearer of the name is.</summary>
    private double FromGazetteer(ToponymMention mention, List<ToponymHit> hits)
    {
        var best = -2.0;
        foreach (var hit in hits)
        {
            var toponym = gazetteer[hit.Row];
            var known = toponym.Kind switch
            {
                ToponymKind.Country or ToponymKind.Continent => 2.5,
                ToponymKind.Region => 1.3,
                ToponymKind.Area => 1.6,
                ToponymKind.Seat => 2.3,
                ToponymKind.District => 0.4,
                _ when toponym.Kind.IsNatural() || toponym.Kind is ToponymKind.Facility or ToponymKind.Camp or ToponymKind.Crossing or ToponymKind.Canal => 1.2,
                _ when toponym.IsCapital => 2,
                _ => Math.Min(1.6, 0.14 * Math.Log(1 + toponym.Population)),
            };
            if (hit.Kind == ToponymHitKind.Abbreviation) known = IsBehindComma(mention) ? 2.5 : -3;
            else if (hit.Kind == ToponymHitKind.Alternate && toponym.Kind.IsSettlement()) known -= 0.5;
            else if (hit.Kind == ToponymHitKind.Transliteration) known -= 0.8;
            if (gazetteer.IsOverlay(hit.Row)) known = 2;
            best = Math.Max(best, known);
        }
        const int FewBearers = 2, LongName = 6;
        if (mention.Tokens.Count > 1) return best + 0.8;
        return hits.Count <= FewBearers && mention.Key.Length >= LongName ? best + 0.5 : best; // hardly a word or a surname
    }

    private double FromNames(ToponymMention mention, List<ToponymHit> hits)
    {
        if (names.IsEmpty) return 0.6;
        if (OpensDateline(mention)) return 3;
        var elsewhere = names.IsLocationSomewhere(mention.Key) ? 1.2 : 0;
        if (names.At(mention.Tokens.Start) is not { } name) return elsewhere - 0.6;
        var exact = name.Tokens == mention.Tokens || IsAllButArticle(name.Tokens, mention.Tokens);
        return name.Kind switch
        {
            EntityKind.Location => exact ? 3 : 1.8,
            EntityKind.Facility => exact ? 2 : -0.5,
            EntityKind.Organisation => exact ? (IsBareTown(mention, hits) ? 1 : 0.2) : IsOwnerOf(name, mention, hits) ? 0.4 : -1.8,
            EntityKind.Group => exact ? (IsBareTown(mention, hits) ? 0.6 : -0.5) : -1,
            EntityKind.Person when exact && (LiesThere(mention) || StandsAmongPlaces(mention)) => elsewhere - 0.6, // a bearer of the name elsewhere does not make "in Delmas" a person
            EntityKind.Person => exact ? elsewhere + AgainstPerson(mention, hits) : -5,
            EntityKind.Other when exact && IsBareTown(mention, hits) => 0.6,
            _ => elsewhere - 1,
        };
    }

    /// <summary>"The United States".</summary>
    private bool IsAllButArticle(TokenRange name, TokenRange mention) =>
        mention.End == name.End && mention.Start == name.Start + 1 && analysis.Form(name.Start).Equals("the", StringComparison.OrdinalIgnoreCase);

    /// <summary>"VELM, Nov 10 (Agency) —" stands as a sentence of its own.</summary>
    private bool OpensDateline(ToponymMention mention)
    {
        var sentence = analysis.Sentences[analysis.SentenceOf[mention.Tokens.Start]];
        return mention.Tokens.Start == sentence.Start && sentence.Count > mention.Tokens.Count && analysis.Form(sentence.End - 1) is "—" or "–" or "--" or "-";
    }

    /// <summary>The name model takes many a foreign town that stands alone for an organisation or a people.</summary>
    private bool IsBareTown(ToponymMention mention, List<ToponymHit> hits)
    {
        const int Large = 40_000;
        return mention.Tokens.Count == 1 && !IsAcronym(analysis.Form(mention.Tokens.Start)) && !names.IsPartOfPerson(mention.Key)
            && hits.Exists(h => h.Kind != ToponymHitKind.Abbreviation && gazetteer[h.Row] is { Kind: var kind, Population: > Large } && kind.IsSettlement());
    }

    /// <summary>"Gaza Health Ministry", "Kentucky Department of Roads": the organisation of a country, region or large city, not "Boston Globe".</summary>
    private bool IsOwnerOf(NamedEntity organisation, ToponymMention mention, List<ToponymHit> hits)
    {
        const int Large = 100_000;
        var last = analysis.Form(organisation.Tokens.End - 1);
        return organisation.Tokens.Start == mention.Tokens.Start && !ToponymWords.IsPaper(last)
            && hits.Exists(h => h.Kind != ToponymHitKind.Abbreviation && gazetteer[h.Row] is { Kind: ToponymKind.Country or ToponymKind.Region or ToponymKind.Area } or { Population: > Large });
    }

    /// <summary>The name model takes many a foreign town for a surname: a name that only towns bear, one of them large, is no surname.</summary>
    private double AgainstPerson(ToponymMention mention, List<ToponymHit> hits)
    {
        const int FewBearers = 12, Large = 40_000;
        if (mention.Tokens.Count > 1) return 0.4;
        if (names.IsPartOfPerson(mention.Key) || hits.Count > FewBearers) return -2.5;
        if (hits.Count == 1 && mention.Key.Length >= 5 && hits[0].Kind == ToponymHitKind.Name && gazetteer[hits[0].Row].Kind.IsSettlement()) return -0.3; // hardly a surname
        var isLarge = hits.Exists(h => gazetteer[h.Row] is { Kind: ToponymKind.Country or ToponymKind.Seat } or { IsCapital: true } or { Population: > Large });
        return isLarge ? 0.4 : -1.2;
    }

    private double FromNeighbours(ToponymMention mention, int lastEnd)
    {
        var evidence = 0.0;
        var sentence = analysis.Sentences[analysis.SentenceOf[mention.Tokens.Start]];
        if (mention.Said is not null) evidence += 1.2;
        if (mention.Tokens.Start > sentence.Start)
        {
            var before = analysis.Form(mention.Tokens.Start - 1);
            if (ToponymWords.IsLocative(before) || before is "of" && LiesThere(mention)) evidence += 1.4;
            else if (ToponymWords.IsWeakLocative(before)) evidence += 0.5;
            else if (ToponymWords.IsCompass(before)) evidence += 1.2;
            else if (ToponymWords.IsTitle(before)) evidence -= 2.5;
            else if (IsNameWord(mention.Tokens.Start - 1)) evidence -= names.IsEmpty ? 1.6 : 0.8;
        }
        if (IsDoneTo(mention)) evidence += 1;
        if (mention.Tokens.End < sentence.End)
        {
            var after = analysis.Form(mention.Tokens.End);
            if (char.IsLower(after[0]) && RelationWords.IsFront(after) && analysis.Upos[mention.Tokens.End] == Upos.Noun) evidence += 4; // "the Pokrovsk direction": a front has no other names
            else if (ToponymWords.TypeOf(after) is not null && char.IsLower(after[0])) evidence += 1.2;
            if (after is "," && mention.Tokens.End + 1 < sentence.End && char.IsUpper(analysis.Form(mention.Tokens.End + 1)[0])) evidence += 0.4;
            else if (after is "-" && mention.Tokens.End + 1 < sentence.End && analysis.Form(mention.Tokens.End + 1) is "based" or "backed" or "led" or "held" or "controlled" or "occupied") evidence += 1;
            else if (ToponymWords.IsPaper(after)) evidence -= 6; // "Boston Globe"
            else if (IsNameWord(mention.Tokens.End)) evidence -= names.IsEmpty ? 1.6 : 0.8;
        }
        if (mention.Tokens.Count == 1 && names.IsPartOfPerson(mention.Key) && !LiesThere(mention) && !StandsAmongPlaces(mention)) evidence -= 2;
        if (lastEnd == mention.Tokens.Start - 1 && sentence.Contains(lastEnd) && analysis.Form(lastEnd) is "and" && IsBetween(lastEnd, sentence)) evidence += 1.5;
        var followsPlace = lastEnd == mention.Tokens.Start - 1 && sentence.Contains(lastEnd) && analysis.Form(lastEnd) is "and" or "," or "or" or "-" or "–";
        if (followsPlace || IsListedWithPlace(mention.Tokens.End, 1, sentence) || IsListedWithPlace(mention.Tokens.Start - 1, -1, sentence)) evidence += 0.8;
        return evidence;
    }

    /// <summary>"Tyre, Nabatieh and Sidon": one of a list of places, though somebody bears its name elsewhere.</summary>
    private bool StandsAmongPlaces(ToponymMention mention)
    {
        var sentence = analysis.Sentences[analysis.SentenceOf[mention.Tokens.Start]];
        return IsListedWithPlace(mention.Tokens.End, 1, sentence) || IsListedWithPlace(mention.Tokens.Start - 1, -1, sentence);
    }

    /// <summary>"in Delmas", "near Aden", "90 miles southeast of Aden": nobody is where these words point, but for trust in somebody.</summary>
    private bool LiesThere(ToponymMention mention)
    {
        var (start, first) = (mention.Tokens.Start, analysis.Sentences[analysis.SentenceOf[mention.Tokens.Start]].Start);
        if (start <= first) return false;
        var before = analysis.Form(start - 1);
        if (before is "of") return start - 2 >= first && ToponymWords.IsCompass(analysis.Form(start - 2));
        if (before is not ("in" or "In" or "near" or "Near" or "outside")) return false;
        return start - 2 < first || analysis.Lemma(start - 2) is not ("confidence" or "trust" or "faith" or "believe" or "interest" or "hope" or "belief" or "interested" or "disappointed");
    }

    private bool HasCase(int node)
    {
        foreach (var child in analysis.Children(node))
            if (analysis.Deprels[child] == Deprel.Case) return analysis.Form(child) is "of" or "for" or "on";
        return false;
    }

    private bool HasChild(int head, Deprel relation, string lemma)
    {
        foreach (var child in analysis.Children(head))
            if (analysis.Deprels[child] == relation && analysis.Lemma(child).Equals(lemma, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>"entered Mrauk-U", "shelled Gwoza", "Gwoza was shelled", "the fall of Gwoza".</summary>
    private bool IsDoneTo(ToponymMention mention)
    {
        const int DeepestCoordination = 4;
        var node = mention.Tokens.Start;
        while (node >= 0 && mention.Tokens.Contains(analysis.Heads[node])) node = analysis.Heads[node];
        for (var climbed = 0; climbed < DeepestCoordination && node >= 0 && analysis.Deprels[node] == Deprel.Conj; climbed++) node = analysis.Heads[node];
        if (node < 0 || analysis.Heads[node] is not (>= 0 and var verb)) return false;
        if (analysis.Deprels[node] == Deprel.Obj) return RoleWords.DoneToLand.Contains(analysis.Lemma(verb));
        if (analysis.Deprels[node] == Deprel.Nmod) return analysis.Upos[verb] == Upos.Noun && RoleWords.DeedsToLand.Contains(analysis.Lemma(verb)) && HasCase(node);
        if (analysis.Deprels[node] != Deprel.Nsubj) return false;
        return analysis.Xpos(verb) == "VBN" && RoleWords.DoneToLand.Contains(analysis.Lemma(verb)) && HasChild(verb, Deprel.Aux, "be")
            || analysis.Lemma(verb) is "change" && HasChild(verb, Deprel.Obj, "hand");
    }

    /// <summary>"between A and": what comes is a place as A was.</summary>
    private bool IsBetween(int and, TokenRange sentence)
    {
        for (var i = and - 1; i >= Math.Max(sentence.Start, and - 5); i--)
            if (analysis.Form(i) is "between" or "Between") return true;
        return false;
    }

    private double FromWriting(ToponymMention mention, List<ToponymHit> hits)
    {
        if (mention.Tokens.Count > 1) return ToponymWords.IsPaper(analysis.Form(mention.Tokens.End - 1)) ? -6 : 0;
        var form = analysis.Form(mention.Tokens.Start);
        var evidence = 0.0;
        if (form.Length <= 3 && !IsAcronym(form)) evidence -= 1.5; // "Us" is not "US"
        if (mention.Key.Length <= 3 && IsAcronym(form) && !hits.Exists(h => gazetteer[h.Row].Kind == ToponymKind.Country || h.Kind == ToponymHitKind.Abbreviation)) evidence -= 2;
        if (ToponymWords.Common.Contains(mention.Key) || ToponymWords.IsCompass(form) || ToponymWords.TypeOf(form) is not null) evidence -= 3;
        var upos = analysis.Upos[mention.Tokens.Start];
        if (names.IsEmpty) return evidence;
        return upos is Upos.Propn ? evidence : evidence - (upos is Upos.Noun or Upos.Adj or Upos.X ? 1 : 2.5);
    }

    private bool IsBehindComma(ToponymMention mention) => mention.Tokens.Start >= 2 && analysis.Form(mention.Tokens.Start - 1) is "," && char.IsUpper(analysis.Form(mention.Tokens.Start - 2)[0]);

    /// <summary>"Pokrovsk and Lyman", "Tolvane, Brandry": the neighbour in a list is a place.</summary>
    private bool IsListedWithPlace(int separator, int step, TokenRange sentence)
    {
        var other = separator + step;
        return sentence.Contains(separator) && sentence.Contains(other) && analysis.Form(separator) is "and" or "," or "or"
            && names.At(other) is { Kind: EntityKind.Location };
    }

    private bool IsNameWord(int token)
    {
        var form = analysis.Form(token);
        return char.IsUpper(form[0]) && form.Length > 1 && !ToponymWords.IsCompass(form) && ToponymWords.TypeOf(form) is null
            && (names.IsEmpty ? token > analysis.Sentences[analysis.SentenceOf[token]].Start : analysis.Upos[token] == Upos.Propn);
    }

    private static bool IsAcronym(ReadOnlySpan<char> form) => form.Length >= 2 && char.IsUpper(form[0]) && char.IsUpper(form.TrimEnd('.')[^1]);
}
