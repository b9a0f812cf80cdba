using System.Text;

namespace Counterclaim.Ledger.Asking;

/// <summary>
/// Reads the query syntax: words and "phrases" that must be in the text, <c>field:value</c> with commas between values any of which may hold, and
/// <c>-</c> before what must not be.
/// </summary>
public static class QueryParser
{
    private const int Longest = 4_000;
    private const int MostTerms = 100;

    /// <exception cref="QueryException">Something cannot be asked; the message says where and what can be.</exception>
    public static LedgerQuery Parse(string text)
    {
        if (text.Length > Longest) throw new QueryException(Longest, FormattableString.Invariant($"The query is longer than {Longest} characters."));
        var terms = new List<QueryTerm>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            if (terms.Count == MostTerms) throw new QueryException(at, FormattableString.Invariant($"A query has at most {MostTerms} terms."));
            terms.Add(Term(text, ref at));
        }
        return new LedgerQuery(text, terms);
    }

    private static QueryTerm Term(string text, ref int at)
    {
        var position = at;
        var negated = text[at] == '-';
        if (negated) at++;
        if (at == text.Length || char.IsWhiteSpace(text[at])) throw new QueryException(position, "After \"-\" comes what must not be, without a space: -kind:strike.");
        var field = FieldAt(text, ref at);
        if (field is null) return new QueryTerm(null, [Value(text, ref at, commasPart: false)], negated, position);
        if (negated && field.Name == "sort") throw new QueryException(position, "An order cannot be negated; give another one: sort:oldest.");
        var values = new List<string>();
        do
        {
            var start = at;
            var value = Value(text, ref at, commasPart: field.Kind != QueryValueKind.Circle);
            Check(field, value, start);
            values.Add(value);
        }
        while (at < text.Length && text[at++] == ',');
        return new QueryTerm(field, values, negated, position);
    }

    /// <summary>The field named before a colon; null where a word or a phrase begins.</summary>
    private static QueryField? FieldAt(string text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == at || end == text.Length || text[end] != ':') return null;
        var name = text[at..end].ToLowerInvariant();
        var field = QueryFields.Find(name) ?? throw new QueryException(at, $"There is no field \"{name}\"; there are {string.Join(", ", QueryFields.All.Select(f => f.Name))}. To look for the word itself, put it in quotation marks.");
        at = end + 1;
        if (at == text.Length || char.IsWhiteSpace(text[at])) throw new QueryException(at, $"After \"{name}:\" comes, without a space: {field.Values}.");
        return field;
    }

    private static string Value(string text, ref int at, bool commasPart)
    {
        if (text[at] is not ('"' or '“' or '”')) return Bare(text, ref at, commasPart);
        var open = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] is not ('"' or '“' or '”')) value.Append(text[at++]);
        if (at == text.Length) throw new QueryException(open, "The quotation mark that opens here is not closed.");
        at++;
        if (value.Length == 0) throw new QueryException(open, "There is nothing between the quotation marks.");
        return value.ToString();
    }

    private static string Bare(string text, ref int at, bool commasPart)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !(commasPart && text[at] == ',')) at++;
        if (at == start) throw new QueryException(start, "A value is missing before the comma.");
        return text[start..at];
    }

    private static void Check(QueryField field, string value, int position)
    {
        switch (field.Kind)
        {
            case QueryValueKind.Choice when !field.Allowed.Contains(value):
                throw new QueryException(position, $"{field.Name}:{value} is not known; give one of {string.Join(", ", field.Allowed)}.");
            case QueryValueKind.Time when TimeRange.Parse(value) is null:
                throw new QueryException(position, $"{field.Name}:{value} is no time; give a day (2025-11-09), a month (2025-11), a year, a moment (2025-11-09T08:30), or a range of them (2025-11-01..2025-11-10, >2025-11-01, <2025-11-10).");
            case QueryValueKind.Number when NumberRange.Parse(value) is null:
                throw new QueryException(position, $"{field.Name}:{value} is no number; give one (30), or a range (20..40, >100, <=5).");
            case QueryValueKind.Circle when Circle.Parse(value) is null:
                throw new QueryException(position, $"{field.Name}:{value} is no circle; give latitude, longitude and kilometres: near:48.3,37.2,25km.");
        }
    }
}
