using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Model.Json;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Words;

namespace Counterclaim.Web.Suggesting;

/// <summary>How a query could go on: fields and values of its syntax, names of actors, places and outlets that the ledger knows.</summary>
internal sealed class Suggester(Desk desk)
{
    private const int Most = 10;
    private const int MostNames = 5;
    private const int LongestPrefix = 60;

    /// <param name="Text">What the term becomes; ends with a blank where it is complete.</param>
    /// <param name="Meaning">For people.</param>
    internal sealed record Suggestion(string Text, string Meaning);

    public IReadOnlyList<Suggestion> Of(QueryToken token)
    {
        if (token.Value.Length > LongestPrefix) return [];
        var found = token.Field.Length == 0 ? OfWord(token.Value) : OfField(token.Field, token.Value).Select(s => s with { Text = $"{token.Field}:{token.Before}{s.Text} " });
        return [.. found.DistinctBy(s => s.Text).Take(Most)];
    }

    private IEnumerable<Suggestion> OfWord(string typed)
    {
        foreach (var field in QueryFields.All.Where(f => f.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))) yield return new Suggestion(field.Name + ":", field.Meaning);
        if (typed.Length < 2) yield break;
        foreach (var kind in desk.Kinds.Where(k => Begins(k, typed))) yield return new Suggestion($"kind:{kind} ", Texts.AKind);
        foreach (var place in Places(typed)) yield return place with { Text = $"place:{place.Text} " };
        foreach (var actor in Actors(typed)) yield return actor with { Text = $"actor:{actor.Text} " };
        foreach (var field in QueryFields.All)
            foreach (var value in field.Allowed.Where(v => Begins(v, typed))) yield return new Suggestion($"{field.Name}:{value} ", field.Meaning);
    }

    private IEnumerable<Suggestion> OfField(string name, string typed)
    {
        if (QueryFields.Find(name) is not { } field) return [];
        if (field.Allowed.Count > 0) return field.Allowed.Where(v => Begins(v, typed)).Select(v => new Suggestion(v, field.Meaning));
        return name switch
        {
            "kind" => desk.Kinds.Where(k => Begins(k, typed)).Select(k => new Suggestion(k, Texts.AKind)),
            "position" => desk.Kinds.SelectMany(k => Scale.Of(k)?.Positions.Select(p => (Position: p.Name, Kind: k)) ?? []).Where(p => Begins(p.Position, typed)).Select(p => new Suggestion(Quoted(p.Position), p.Kind)),
            "actor" or "holder" or "agent" or "patient" => Actors(typed),
            "place" => Places(typed),
            "outlet" => desk.Outlets.Where(o => Begins(o.Name, typed)).Select(o => new Suggestion(Quoted(o.Name), Texts.Count(o.Reports, "report"))),
            _ => [],
        };
    }

    private IEnumerable<Suggestion> Actors(string typed) =>
        Named(typed, desk.Ledger.Actors).Where(a => a.Id is not null).Select(a => new Suggestion(Quoted(a.Name), $"{JsonNames.Of(a.Kind).Replace('_', ' ')}, {Texts.Count(a.Reports, "report")}"));

    private IEnumerable<Suggestion> Places(string typed) => Named(typed, desk.Ledger.Places).Select(p => new Suggestion(Quoted(p.Place.Name), $"{p.Place.Kind}, {Texts.Count(p.Reports, "report")}"));

    /// <summary>The first rows of a list whose names hold words that begin so.</summary>
    private static IReadOnlyList<T> Named<T>(string typed, Func<LedgerQuery, PageRequest, Page<T>> list)
    {
        var words = typed.Split([' ', ':', ',', '*', '-', '"'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        try
        {
            return list(QueryParser.Parse(string.Join(' ', words[..^1].Append(words[^1] + "*"))), new PageRequest(MostNames)).Items;
        }
        catch (QueryException)
        {
            return [];
        }
    }

    private static bool Begins(string value, string typed) => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || value.Contains(' ' + typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>A value as a term needs it.</summary>
    private static string Quoted(string value) => Urls.Term("", value)[1..];
}
