namespace Counterclaim.Ledger.Asking;

/// <summary>What is asked of the ledger: all terms must hold. The same words ask in the command line, the web and the API (docs/ledger.md).</summary>
/// <param name="Text">As given.</param>
public sealed record LedgerQuery(string Text, IReadOnlyList<QueryTerm> Terms)
{
    public static LedgerQuery Empty { get; } = new("", []);

    /// <summary>The order asked for; null for the listing's own.</summary>
    public QueryTerm? Sort => Terms.LastOrDefault(t => t.Field?.Name == "sort");

    public bool Asks(string field) => Terms.Any(t => t.Field?.Name == field);
}

/// <summary>One condition.</summary>
/// <param name="Field">Null for words looked for in the text.</param>
/// <param name="Values">At least one; any of them may hold.</param>
/// <param name="IsNegated">Whether it must not hold.</param>
/// <param name="Position">Where it stands in the query, in characters from 0.</param>
public sealed record QueryTerm(QueryField? Field, IReadOnlyList<string> Values, bool IsNegated, int Position);

/// <summary>A field that a query may name.</summary>
/// <param name="Values">What may stand after the colon, for people.</param>
/// <param name="Meaning">For people.</param>
public sealed record QueryField(string Name, QueryValueKind Kind, string Values, string Meaning)
{
    /// <summary>The values allowed; empty where any are.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}

public enum QueryValueKind
{
    /// <summary>A word or a phrase.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A day, month, year or moment, or a range of them.</summary>
    Time,

    /// <summary>A number, or a range.</summary>
    Number,

    /// <summary>Latitude, longitude and kilometres.</summary>
    Circle,
}
