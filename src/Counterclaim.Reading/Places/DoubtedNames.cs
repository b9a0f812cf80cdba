using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>Takes names that the name model gave to somebody for places after all, where several other places of the report lie beside a town of that name.</summary>
internal static class DoubtedNames
{
    /// <summary>Kilometres within which a report's other places speak for a town.</summary>
    private const double Beside = 120;

    private const int EnoughNeighbours = 2, MostNeighbours = 40;

    /// <summary>All mentions with those that are believed, in text order; null where none is.</summary>
    public static List<ToponymMention>? Near(Gazetteer gazetteer, ToponymFinder finder, ToponymJudge judge, List<ToponymMention> mentions)
    {
        if (finder.Doubted.Count == 0) return null;
        var settled = new List<Toponym>();
        foreach (var group in judge.Groups)
            if (group.Best is { Toponym: var place } && place.Kind.IsSettlement() && settled.Count < MostNeighbours) settled.Add(place);
        if (settled.Count < EnoughNeighbours) return null;
        var believed = finder.Doubted.Where(d => finder.Held[d.Key].Exists(h => IsAmong(gazetteer[h.Row], settled)) && !mentions.Exists(m => m.Tokens.Start < d.Tokens.End && d.Tokens.Start < m.Tokens.End)).ToList();
        return believed.Count == 0 ? null : [.. mentions.Concat(believed).OrderBy(m => m.Tokens.Start)];
    }

    private static bool IsAmong(Toponym town, List<Toponym> settled)
    {
        if (!town.Kind.IsSettlement()) return false;
        var near = 0;
        foreach (var place in settled)
            if (place.Country == town.Country && place.Row != town.Row && place.DistanceTo(town) <= Beside) near++;
        return near >= EnoughNeighbours;
    }
}
