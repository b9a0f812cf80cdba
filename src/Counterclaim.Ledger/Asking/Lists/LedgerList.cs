using System.Data.Common;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>One kind of list that the ledger gives: which rows, in which orders, and what each term of a query means for them.</summary>
internal abstract class LedgerList<T>
{
    protected ILedgerDatabase Database { get; private set; } = null!;

    protected DbConnection Connection { get; private set; } = null!;

    protected Terms Terms { get; private set; } = null!;

    protected SqlFilter Filter { get; } = new();

    protected ClaimConditions Conditions { get; private set; } = null!;

    /// <summary>The rows, with a name for them: "claims c".</summary>
    protected abstract string Table { get; }

    /// <summary>The number of a row: "c.id".</summary>
    protected abstract string Id { get; }

    /// <summary>The orders it can be in, its own first.</summary>
    protected abstract IReadOnlyList<ListOrder> Orders { get; }

    protected void Attach(ILedgerDatabase database, DbConnection connection, Terms terms)
    {
        (Database, Connection, Terms) = (database, connection, terms);
        Conditions = new ClaimConditions(database, connection, terms, Filter);
    }

    public Page<T> Read(LedgerQuery query, PageRequest page, ILedgerDatabase database, DbConnection connection, Terms terms)
    {
        Attach(database, connection, terms);
        Restrict(query);
        var (ids, total, next) = OrderOf(query).Ids(connection, Table, Id, Filter, page);
        terms.Follow(connection);
        return new Page<T>(Rows(ids), total, next) { Offset = page.Offset };
    }

    /// <summary>The numbers of all rows of a query, in the order it asks for, or in another.</summary>
    /// <param name="order">Columns in SQL; null for the order of the query.</param>
    /// <param name="most">How many of them, the first; null for all.</param>
    public List<long> Ids(LedgerQuery query, string? order, ILedgerDatabase database, DbConnection connection, Terms terms, int? most = null)
    {
        Attach(database, connection, terms);
        Restrict(query);
        return connection.Query($"SELECT {Id} FROM {Table}{Filter.Where} ORDER BY {order ?? OrderOf(query).Sql(Id)}{(most is { } limit ? FormattableString.Invariant($" LIMIT {limit}") : "")}", r => r.GetInt64(0), Filter.Values);
    }

    protected virtual ListOrder OrderOf(LedgerQuery query) => ListOrder.Chosen(query, Orders);

    /// <summary>Sets the conditions of a query: words, what the list itself has, what its reports have, and all others to one and the same claim.</summary>
    protected virtual void Restrict(LedgerQuery query)
    {
        AddWords(query);
        var ofClaims = new List<QueryTerm>();
        var ofReports = new List<string>();
        foreach (var term in query.Terms)
        {
            if (term.Field is null or { Name: "sort" }) continue;
            if (Own(term) is { } own) Filter.Must(own);
            else if (ClaimConditions.IsOfReport(term)) ofReports.Add(Conditions.OfReport(term));
            else ofClaims.Add(term);
        }
        if (ofReports.Count > 0) Filter.Must(InReports(string.Join(" AND ", ofReports)));
        if (ofClaims.Count > 0) Filter.Must(InClaims(ofClaims) ?? InClaims(string.Join(" AND ", Conditions.OfClaims(ofClaims))));
    }

    protected abstract void AddWords(LedgerQuery query);

    /// <summary>What a term means for the rows themselves; null where it asks of their claims or reports.</summary>
    protected virtual string? Own(QueryTerm term) => null;

    /// <summary>That a row has a report for which the condition on <c>reports r</c> holds.</summary>
    protected abstract string InReports(string condition);

    /// <summary>That a row has a claim for which the condition on <c>claims c</c> holds.</summary>
    protected abstract string InClaims(string condition);

    /// <summary>The same for terms that the list can tell of its own columns; null where it cannot.</summary>
    protected virtual string? InClaims(IReadOnlyList<QueryTerm> asked) => null;

    /// <summary>The rows of these numbers, in their order.</summary>
    protected abstract IReadOnlyList<T> Rows(List<long> ids);

    /// <summary>Rows looked up by their numbers, put in the order of these.</summary>
    protected List<T> InOrder(List<long> ids, string sql, Func<Columns, (long Id, T Row)> read)
    {
        var found = new Dictionary<long, T>(ids.Count);
        foreach (var (id, row) in Connection.Query($"{sql} IN {SqlFilter.List(ids)}", r => read(new Columns(r, Terms)))) found[id] = row;
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>That a row's number is, or is not, among those of matching words.</summary>
    protected void MustMatch(LedgerQuery query, string table, Func<string, string> condition, bool asNames = false)
    {
        foreach (var (patterns, negated) in ClaimConditions.WordsOf(query, asNames))
            Filter.Must((negated ? "NOT " : "") + condition(Database.Matching(table, Filter.Value(Database.MatchText(patterns)))));
    }
}
