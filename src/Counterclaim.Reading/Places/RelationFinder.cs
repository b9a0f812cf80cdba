using System.Globalization;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>What the words around a name say of where something is: "20 km east of X".</summary>
/// <param name="Tokens">The words that say so, the name not included.</param>
/// <param name="Bearing">Degrees clockwise from north; null where none is told.</param>
/// <param name="Kilometres">The distance told; null for none.</param>
/// <param name="Other">Index of the second anchor's mention ("between A and B"); −1 for none.</param>
internal readonly record struct FoundRelation(PlaceRelationKind Kind, TokenRange Tokens, int? Bearing = null, double? Kilometres = null, int Other = -1);

/// <summary>Reads the words before and behind the name of a place. Every rule looks a bounded number of words away.</summary>
internal sealed class RelationFinder(Analysis analysis, List<ToponymMention> mentions)
{
    /// <param name="index">The mention.</param>
    /// <param name="kind">What the name stands for.</param>
    public FoundRelation? At(int index, ToponymKind kind)
    {
        var tokens = mentions[index].Tokens;
        var sentence = analysis.Sentences[analysis.SentenceOf[tokens.Start]];
        var start = PhraseStart(tokens.Start, sentence);
        return Pair(index, start, sentence) ?? Away(start, sentence) ?? Waterside(start, sentence, kind) ?? Part(start, tokens, sentence) ?? Nearby(start, sentence) ?? Axis(tokens, sentence);
    }

    /// <summary>Where "the (besieged) town of X" begins.</summary>
    private int PhraseStart(int token, TokenRange sentence)
    {
        var i = token;
        while (i > sentence.Start && (analysis.Form(i - 1) is "the" or "The" || analysis.Upos[i - 1] == Upos.Adj && RelationWords.Bearing(analysis.Form(i - 1)) is null && !ToponymWords.IsCompass(analysis.Form(i - 1)))) i--;
        if (i < sentence.Start + 2 || analysis.Form(i - 1) is not "of" || ToponymWords.TypeOf(analysis.Form(i - 2)) is not (ToponymKind.City or ToponymKind.Town or ToponymKind.Village)) return i;
        i -= 2;
        while (i > sentence.Start && (analysis.Form(i - 1) is "the" or "The" || analysis.Upos[i - 1] is Upos.Adj && RelationWords.Bearing(analysis.Form(i - 1)) is null)) i--;
        return i;
    }

    /// <summary>"between A and B", "the road from A to B", "the A–B highway".</summary>
    private FoundRelation? Pair(int index, int start, TokenRange sentence)
    {
        var tokens = mentions[index].Tokens;
        var before = start - 1;
        if (before >= sentence.Start && NextLinked(index) is { } next)
        {
            var link = Word(mentions[index].Tokens.End);
            if (Is(before, "between") && link is "and") return RoadBefore(before, sentence) is { } road ? new(PlaceRelationKind.Route, new(road, start), Other: next) : new(PlaceRelationKind.Between, new(before, start), Other: next);
            if (Is(before, "from") && link is "to" && RoadBefore(before, sentence) is { } from) return new(PlaceRelationKind.Route, new(from, start), Other: next);
            if ((Is(before, "linking") || Is(before, "connecting")) && RoadBefore(before, sentence) is { } links) return new(PlaceRelationKind.Route, new(links, start), Other: next);
            if (link is "-" or "–" or "—" && RelationWords.IsRoad(Word(mentions[next].Tokens.End))) return new(PlaceRelationKind.Route, new(mentions[next].Tokens.End, mentions[next].Tokens.End + 1), Other: next);
        }
        if (before >= sentence.Start && Is(before, "to") && RoadBefore(before, sentence) is { } towards) return new(PlaceRelationKind.Route, new(towards, start));
        return tokens.End < sentence.End && RelationWords.IsRoad(Word(tokens.End)) && char.IsLower(analysis.Form(tokens.End)[0]) && mentions[index].Said is null && Word(tokens.End) is not "line" and not "route"
            ? new(PlaceRelationKind.Route, new(tokens.End, tokens.End + 1))
            : null;
    }

    /// <summary>The next mention, one short word on: "A and B", "A–B".</summary>
    private int? NextLinked(int index)
    {
        if (index + 1 >= mentions.Count) return null;
        var (from, to) = (mentions[index].Tokens.End, mentions[index + 1].Tokens.Start);
        if (analysis.SentenceOf[from - 1] != analysis.SentenceOf[to] || to - from is < 1 or > 5 || Word(from) is not ("and" or "to" or "with" or "-" or "–" or "—")) return null;
        for (var i = from + 1; i < to; i++)
            if (!Is(i, "the") && !Is(i, "of") && ToponymWords.TypeOf(analysis.Form(i)) is null && analysis.Upos[i] != Upos.Adj) return null;
        return index + 1;
    }

    private int? RoadBefore(int token, TokenRange sentence)
    {
        for (var i = token - 1; i >= Math.Max(sentence.Start, token - 3); i--)
            if (RelationWords.IsRoad(Word(i))) return i > sentence.Start && Is(i - 1, "the") ? i - 1 : i;
        return null;
    }

    /// <summary>What lies away from something, told right before a token.</summary>
    public FoundRelation? Away(int start) => Away(start, analysis.Sentences[analysis.SentenceOf[start]]);

    /// <summary>"20 km east of X", "to the east of X", "within 5 miles of X", "a few kilometres from X".</summary>
    private FoundRelation? Away(int start, TokenRange sentence)
    {
        var i = start - 1;
        if (i <= sentence.Start || Word(i) is not ("of" or "from" or "outside")) return null;
        var outside = Word(i) == "outside";
        i--;
        int? bearing = null;
        if (!outside && DirectionEnding(i, sentence) is { } direction)
        {
            (bearing, i) = (direction.Bearing, direction.Start - 1);
            if (i > sentence.Start && Is(i, "the") && Is(i - 1, "to")) i -= 2;
        }
        if (i > sentence.Start && Is(i, ")")) // "20 km (12 miles) east of X"
            while (i > sentence.Start && !Is(i + 1, "(")) i--;
        if (Distance(i, sentence) is { } distance)
            return new(PlaceRelationKind.Distance, new(distance.Start, start), bearing, distance.Kilometres);
        return bearing is null ? null : new(PlaceRelationKind.Direction, new(i + 1, start), bearing);
    }

    /// <summary>A point of the compass that ends at a token: "south-east" is three.</summary>
    private (int Bearing, int Start)? DirectionEnding(int token, TokenRange sentence)
    {
        if (token < sentence.Start || RelationWords.Bearing(analysis.Form(token)) is not { } bearing) return null;
        if (token - 2 < sentence.Start || Word(token - 1) is not ("-" or "–") || RelationWords.Bearing(analysis.Form(token - 2)) is not { } first || (first != 0 && first != 180)) return (bearing, token);
        return ((first, bearing) switch { (0, 90) => 45, (0, 270) => 315, (180, 90) => 135, (180, 270) => 225, _ => bearing }, token - 2);
    }

    /// <summary>A number and a unit of length that end at a token.</summary>
    private (double Kilometres, int Start)? Distance(int token, TokenRange sentence)
    {
        if (token <= sentence.Start) return null;
        double kilometres, value;
        var i = token;
        if (RelationWords.Kilometres(analysis.Form(i)) is { } unit)
        {
            kilometres = unit;
            i--;
            if (Is(i, "-") && i > sentence.Start) i--;
            if (NumberAt(i) is not { } number) return null;
            value = number;
        }
        else if (GluedDistance(analysis.Form(i)) is { } glued)
        {
            (value, kilometres) = (glued, 1);
        }
        else
        {
            return null;
        }
        while (i > sentence.Start && (Word(i - 1) is "a" or "about" or "some" or "around" or "roughly" or "just" or "nearly" or "only" or "within" or "approximately" or "almost" || NumberAt(i - 1) is not null && !char.IsAsciiDigit(analysis.Form(i - 1)[0]))) i--;
        return (value * kilometres, i);
    }

    private double? NumberAt(int token)
    {
        var form = analysis.Form(token);
        return char.IsAsciiDigit(form[0])
            ? double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 2000 ? number : null
            : RelationWords.Number(form);
    }

    /// <summary>"20km".</summary>
    private static double? GluedDistance(ReadOnlySpan<char> form) =>
        form.Length > 2 && char.IsAsciiDigit(form[0]) && form.EndsWith("km", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(form[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 2000 ? number : null;

    /// <summary>"along the X river", "on the left bank of the X", "off the coast of X".</summary>
    private FoundRelation? Waterside(int start, TokenRange sentence, ToponymKind kind)
    {
        var i = start - 1;
        if (i < sentence.Start) return null;
        var isLine = kind is ToponymKind.River or ToponymKind.Road or ToponymKind.Canal or ToponymKind.Sea or ToponymKind.Lake or ToponymKind.Strait;
        if (isLine && Word(i) is "along" or "down" or "up") return new(PlaceRelationKind.Along, new(i, start));
        if (!Is(i, "of") || i - 1 < sentence.Start) return null;
        if (Word(i - 1) is "coast" or "coastline")
        {
            var from = CompassBefore(i - 1, sentence, out _);
            var off = from > sentence.Start + 1 && Is(from - 1, "the") && Is(from - 2, "off") ? from - 2 : -1;
            return off >= 0 ? new(PlaceRelationKind.Near, new(off, start)) : new(PlaceRelationKind.Along, new(from, start));
        }
        return isLine && RelationWords.IsWaterside(Word(i - 1)) ? new(PlaceRelationKind.Along, new(CompassBefore(i - 1, sentence, out _), start)) : null;
    }

    /// <summary>"the southern outskirts of X", "X's northern suburbs", "eastern X", "downtown X".</summary>
    private FoundRelation? Part(int start, TokenRange tokens, TokenRange sentence)
    {
        var i = start - 1;
        if (i > sentence.Start && Is(i, "of") && RelationWords.IsPart(Word(i - 1)))
            return new(PlaceRelationKind.Part, new(CompassBefore(i - 1, sentence, out var bearing), start), bearing);
        if (i >= sentence.Start && DirectionEnding(i, sentence) is { } direction && Word(i) is [.., 'e', 'r', 'n']) return new(PlaceRelationKind.Part, new(direction.Start, start), direction.Bearing);
        if (i >= sentence.Start && Word(i) is "downtown" or "central") return new(PlaceRelationKind.Part, new(i, start));
        if (tokens.End + 1 >= sentence.End || analysis.Form(tokens.End) is not ("'s" or "’s" or "'" or "’")) return null;
        var j = tokens.End + 1;
        int? side = null;
        if (RelationWords.Bearing(analysis.Form(j)) is { } owned && j + 1 < sentence.End) (side, j) = (owned, j + 1);
        return RelationWords.IsPart(Word(j)) ? new(PlaceRelationKind.Part, new(tokens.End + 1, j + 1), side) : null;
    }

    /// <summary>Where the words for a point of the compass before a token begin; the token itself where there are none.</summary>
    private int CompassBefore(int token, TokenRange sentence, out int? bearing)
    {
        var i = token - 1;
        if (i >= sentence.Start && Word(i) is "left" or "right" or "far" or "outer" or "inner") i--;
        var found = DirectionEnding(i, sentence);
        bearing = found?.Bearing;
        return found?.Start ?? i + 1;
    }

    /// <summary>"near X", "outside X", "close to X", "on the approaches to X", "in the vicinity of X".</summary>
    private FoundRelation? Nearby(int start, TokenRange sentence)
    {
        var i = start - 1;
        if (i < sentence.Start) return null;
        if (Word(i) is "near" or "outside" or "around" or "beside" or "off") return new(PlaceRelationKind.Near, new(i, start));
        if (i == sentence.Start) return null;
        if (Is(i, "to") && Word(i - 1) is "close" or "near" or "next" or "closer" or "nearer" or "adjacent") return new(PlaceRelationKind.Near, new(i - 1, start));
        return Is(i, "to") && Word(i - 1) is "approaches" or "approach" or "entrance" || Is(i, "of") && Word(i - 1) is "vicinity" or "gates" or "surroundings" or "environs"
            ? new(PlaceRelationKind.Near, new(i - 1, start))
            : null;
    }

    /// <summary>"the X direction", "on the X axis", "the X sector of the front".</summary>
    private FoundRelation? Axis(TokenRange tokens, TokenRange sentence) =>
        tokens.End < sentence.End && char.IsLower(analysis.Form(tokens.End)[0]) && RelationWords.IsFront(Word(tokens.End)) ? new(PlaceRelationKind.Axis, new(tokens.End, tokens.End + 1)) : null;

    private string Word(int token) => token >= 0 && token < analysis.TokenCount ? analysis.Form(token).ToString().ToLowerInvariant() : "";

    private bool Is(int token, string word) => token >= 0 && token < analysis.TokenCount && analysis.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
