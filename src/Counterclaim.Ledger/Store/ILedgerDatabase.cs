using System.Data.Common;
using Counterclaim.Ledger.Words;

namespace Counterclaim.Ledger.Store;

/// <summary>A database that a ledger lives in: what SQLite and PostgreSQL do differently, and nothing else.</summary>
internal interface ILedgerDatabase : IDisposable
{
    /// <summary>The place as messages name it: a path, or an address without its password.</summary>
    string Shown { get; }

    /// <summary>Opens a connection; the caller disposes it.</summary>
    DbConnection Open();

    /// <summary>Begins a transaction that no other writer runs beside.</summary>
    DbTransaction BeginWriting(DbConnection connection);

    /// <summary>Begins a transaction in which everything read is of one moment, whatever is written meanwhile.</summary>
    DbTransaction BeginReading(DbConnection connection);

    /// <summary>Whether the database holds anything yet; a ledger is only made in an empty one.</summary>
    bool HasTables(DbConnection connection);

    /// <summary>Fills in what a schema script writes in braces.</summary>
    string Expand(string script);

    /// <summary>A query for the rows of a table of words that match the parameter: <c>id</c>, and <c>score</c>, smaller where it fits better.</summary>
    /// <param name="table">"passage_words", "claim_words"…</param>
    /// <param name="parameter">Name of the parameter that holds what <see cref="MatchText"/> made.</param>
    string Scored(string table, string parameter);

    /// <summary>Like <see cref="Scored"/>, for the ids alone.</summary>
    string Matching(string table, string parameter);

    /// <summary>Words and phrases, all of which must be there, in the database's own syntax.</summary>
    string MatchText(IReadOnlyList<WordPattern> patterns);

    /// <summary>The statement that adds a row with the parameters @0 (id) and @1 (words) to a table of words.</summary>
    string InsertWords(string table);

    /// <summary>The statement that takes the row @0 (id) out of a table of words.</summary>
    string DeleteWords(string table);

    /// <summary>Gives the parameters of an INSERT the types of the columns, where the database would else take them from the values of the first rows.</summary>
    /// <param name="columns">Names with commas between them, in the order of the parameters.</param>
    void TypeParameters(DbConnection connection, IReadOnlyList<DbParameter> parameters, string table, string columns);

    /// <summary>Lets the planner know how many rows there are.</summary>
    string Analyze { get; }
}
