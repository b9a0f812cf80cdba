using System.Data.Common;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Asking.Lists;
using Counterclaim.Ledger.Briefs;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Consequences;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Exports;
using Counterclaim.Ledger.Store.Postgres;
using Counterclaim.Ledger.Store.Sqlite;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Store;

/// <summary>The ledger: readings of many reports, the claims in them, who and what is the same in several, and what people corrected.</summary>
/// <remarks>
/// One writes at a time, in this process or another, while any number read. What a method that writes has returned for is on the disk. Safe for several threads.
/// </remarks>
public sealed class LedgerStore : IDisposable
{
    private readonly ILedgerDatabase _database;
    private readonly TimeProvider _clock;
    private readonly LedgerCaches _caches = new();
    private readonly Lock _writing = new();

    private LedgerStore(ILedgerDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Opens a ledger, and makes it where there is none.</summary>
    /// <param name="address">The path of a file, or postgres://USER:PASSWORD@HOST:PORT/DATABASE.</param>
    /// <param name="clock">Tells when something was added or corrected.</param>
    /// <param name="broughtUp">Told how many reports of how many were made anew, where the ledger was written by an older program.</param>
    /// <exception cref="LedgerException">It cannot be opened, is no ledger, or was written by a newer program.</exception>
    public static LedgerStore Open(string address, TimeProvider clock, Action<long, long>? broughtUp = null)
    {
        ILedgerDatabase database = IsPostgres(address) ? new PostgresDatabase(address) : new SqliteDatabase(address);
        try
        {
            LedgerSchema.BringUp(database);
            var store = new LedgerStore(database, clock);
            new LedgerRenewal(database, store.Writing).BringUp(broughtUp ?? ((_, _) => { }));
            return store;
        }
        catch (Exception e) when (e is DbException or System.Net.Sockets.SocketException)
        {
            database.Dispose();
            throw new LedgerException($"{database.Shown} cannot be opened as a ledger: {e.Message}", e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address names a PostgreSQL database, not a file.</summary>
    public static bool IsPostgres(string address) =>
        address.StartsWith("postgres://", StringComparison.Ordinal) || address.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>The place as messages name it.</summary>
    public string Shown => _database.Shown;

    /// <summary>Adds readings, in one transaction and each whole or not at all; when this returns they are on the disk.</summary>
    /// <returns>What became of each, in their order.</returns>
    public IReadOnlyList<AddResult> Add(IReadOnlyList<Model.Reading> readings, ReaderVersion version)
    {
        return Writing(session =>
        {
            var writer = new ReportWriter(session);
            var results = new AddResult[readings.Count];
            for (var i = 0; i < readings.Count; i++) results[i] = AddOne(session, writer, readings[i], version);
            return results;
        });
    }

    /// <summary>Runs work in a transaction and keeps what it did.</summary>
    /// <exception cref="LedgerException">The database cannot write: a full disk, a lost connection.</exception>
    private T Writing<T>(Func<WriteSession, T> work)
    {
        lock (_writing)
        {
            try
            {
                using var session = new WriteSession(_database, _caches);
                var done = work(session);
                session.Commit();
                return done;
            }
            catch (DbException e)
            {
                throw new LedgerException($"{_database.Shown} cannot be written: {e.Message}", e);
            }
        }
    }

    private AddResult AddOne(WriteSession session, ReportWriter writer, Model.Reading reading, ReaderVersion version)
    {
        var report = reading.Report;
        if (HasKey(session.Connection, report.Id)) return new AddResult(AddOutcome.AlreadyThere, null);
        var hash = ReadingForm.TextHash(report.Text);
        try
        {
            var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (session.Prepared("SELECT id FROM reports WHERE text_hash = @0", 1).First(hash) is long same)
            {
                session.Whole(() => writer.AddCopy(same, report, now));
                return new AddResult(AddOutcome.Copy, null);
            }
            session.Whole(() => writer.Add(reading, hash, version, now));
            return new AddResult(AddOutcome.Added, null);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidDataException or ArgumentException or KeyNotFoundException)
        {
            return new AddResult(AddOutcome.Failed, $"a defect of this program, please report it: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Whether these bytes were added before, as a report or as a copy of one.</summary>
    /// <param name="report">"sha256:" and their hash.</param>
    public bool Has(string report)
    {
        using var connection = _database.Open();
        return HasKey(connection, report);
    }

    private static bool HasKey(DbConnection connection, string report) => connection.Long(
        "SELECT (SELECT COUNT(*) FROM reports WHERE report_key = @key) + (SELECT COUNT(*) FROM copies WHERE copy_key = @key)", new SqlValue("@key", report)) > 0;

    /// <summary>The claims that a query asks for.</summary>
    /// <exception cref="QueryException">The query cannot be asked of claims, or the page's <see cref="PageRequest.After"/> is none of ours.</exception>
    public Page<Claim> Claims(LedgerQuery query, PageRequest page) => Ask(new ClaimList(), query, page);

    /// <summary>Passages with the words of a query, best first; with other terms, passages with a claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>, and where the query has no word.</exception>
    public Page<PassageHit> Search(LedgerQuery query, PageRequest page) => Ask(new PassageList(), query, page);

    /// <summary>Actors with the words of a query in a name; with other terms, those who stand in a claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<LedgerActor> Actors(LedgerQuery query, PageRequest page) => Ask(new ActorList(), query, page);

    /// <summary>Places with the words of a query in the name; with other terms, those of a claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<LedgerPlace> Places(LedgerQuery query, PageRequest page) => Ask(new PlaceList(), query, page);

    /// <summary>The place of a gazetteer's id or a name; of several of one name the one that most reports name. Null where the ledger knows none.</summary>
    public LedgerPlace? Place(string name)
    {
        using var connection = _database.Open();
        using var moment = _database.BeginReading(connection);
        return new PlaceList().Find(name, _database, connection, _caches.Terms);
    }

    /// <summary>Statements in a passage with the words of a query; with other terms, those that hold a claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<ToldStatement> Statements(LedgerQuery query, PageRequest page) => Ask(new StatementList(), query, page);

    /// <summary>Reports with the words of a query; with other terms, those that hold a claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<LedgerReport> Reports(LedgerQuery query, PageRequest page) => Ask(new ReportList(), query, page);

    /// <summary>Who publishes the ledger's reports, those with most first.</summary>
    public IReadOnlyList<Outlet> Outlets()
    {
        using var connection = _database.Open();
        return connection.Query("SELECT o.name, COUNT(*) FROM reports r JOIN outlets o ON o.id = r.outlet GROUP BY o.id, o.name ORDER BY 2 DESC, o.name", r => new Outlet(r.GetString(0), r.GetInt64(1)));
    }

    /// <summary>The kinds that the ledger's claims have, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Kinds()
    {
        using var connection = _database.Open();
        return [.. connection.Query("SELECT t.term FROM terms t WHERE EXISTS (SELECT 1 FROM claims c WHERE c.kind = t.id)", r => r.GetString(0)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Happenings with a report that has the words of a query; with other terms, a report or claim that fits them.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<LedgerStory> Stories(LedgerQuery query, PageRequest page) => Ask(new StoryList(), query, page);

    /// <summary>The questions that a claim of a query answers, each with all its answers, the most contested first.</summary>
    /// <remarks>Of very many claims the first of each position are given, and how many there are. With <c>question:Q12</c> the history of its answers is told too.</remarks>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<Question> Questions(LedgerQuery query, PageRequest page) => Ask(new QuestionList(), query, page);

    /// <summary>A question with its history; null where there is none of this id.</summary>
    /// <param name="id">"Q12"; that of a question merged into another gives the other.</param>
    public Question? Question(string id) =>
        QuestionIds.Parse(id) is null ? null : Questions(QueryParser.Parse("question:" + id), new PageRequest(1)) is { Items: [var question, ..] } ? question : null;

    /// <summary>The questions that a claim answers.</summary>
    public IReadOnlyList<Question> QuestionsOf(ClaimRef claim)
    {
        using var connection = _database.Open();
        using var moment = _database.BeginReading(connection);
        return new QuestionReader(connection, _caches.Terms).Read(new QuestionLookUp(_database, connection).Of(claim), history: false);
    }

    /// <summary>The claims of a report that answer a question, in the order of its reading.</summary>
    public ILookup<string, Claim> AnswersOf(string report)
    {
        var claims = ClaimsOf(report).ToDictionary(c => c.Ref.Assertion, StringComparer.Ordinal);
        using var connection = _database.Open();
        return new QuestionLookUp(_database, connection).Answers(report).Where(a => claims.ContainsKey(a.Claim)).ToLookup(a => a.Question, a => claims[a.Claim], StringComparer.Ordinal);
    }

    /// <summary>Claims as a map and a line of time need them.</summary>
    /// <param name="most">How many at most: the first in the order of the query.</param>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<MapClaim> OnMap(LedgerQuery query, int most) => Ask(new MapList(), query, new PageRequest(most));

    /// <summary>How many claims came to questions ("Q12") with reports added from a moment on; questions without any are left out.</summary>
    public IReadOnlyDictionary<string, long> NewAnswers(IReadOnlyDictionary<string, DateTimeOffset> since)
    {
        using var connection = _database.Open();
        return new QuestionLookUp(_database, connection).New(since);
    }

    /// <summary>The questions that somebody answers as the first teller, those first that they answer in most ways.</summary>
    /// <param name="actor">"A12".</param>
    public IReadOnlyList<AnsweredQuestion> QuestionsAnswered(string actor)
    {
        using var connection = _database.Open();
        return new QuestionLookUp(_database, connection).Of(actor);
    }

    /// <summary>How claims of different reports stand to each other: links of which either claim fits a query; <c>relation:contradicts</c> asks for one relation.</summary>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Page<LedgerLink> Links(LedgerQuery query, PageRequest page) => Ask(new LinkList(), query, page);

    /// <summary>Writes all claims of a query in a format; what is written is of one moment, and the same for the same ledger and query. The stream stays open.</summary>
    /// <param name="progress">Told how many claims of how many were read.</param>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public ExportResult Export(LedgerQuery query, ExportFormat format, Stream output, Action<long, long>? progress = null, CancellationToken cancel = default) =>
        ExportRun.Run(query, format, ExportOutput.Of(format, output), _database, _caches.Terms, progress, cancel);

    /// <summary>The same, as a folder, for formats that are several files.</summary>
    /// <param name="folder">Is made where there is none; files of the same names are replaced.</param>
    public ExportResult ExportToFolder(LedgerQuery query, ExportFormat format, string folder, Action<long, long>? progress = null, CancellationToken cancel = default) =>
        ExportRun.Run(query, format, ExportOutput.OfFolder(folder), _database, _caches.Terms, progress, cancel);

    /// <summary>What the sources say depends on what: of the consequences in whose passage a claim fits a query, or a place or an actor that it asks for is named.</summary>
    /// <remarks>Made anew each time, of the newest <see cref="ConsequenceFinder.Most"/> that fit.</remarks>
    /// <param name="most">Fewer than that many, the newest, for a map that is to be there at once.</param>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public ConsequenceMap Consequences(LedgerQuery query, int most = ConsequenceFinder.Most)
    {
        using var connection = _database.Open();
        using var moment = _database.BeginReading(connection);
        return new ConsequenceFinder(_database, connection, _caches.Terms).Map(query, most);
    }

    /// <summary>A page on a matter, made of quotations and facts of the ledger alone.</summary>
    /// <param name="about">A query, the id of a question (Q12), or the name of a place or of somebody; "" for everything.</param>
    /// <exception cref="QueryException">As for <see cref="Claims"/>.</exception>
    public Briefs.Brief Brief(string about) => new BriefMaker(this).Make(about);

    private Page<T> Ask<T>(LedgerList<T> list, LedgerQuery query, PageRequest page)
    {
        using var connection = _database.Open();
        using var moment = _database.BeginReading(connection);
        return list.Read(query, page, _database, connection, _caches.Terms);
    }

    /// <summary>All claims of a report, in the order of its reading.</summary>
    public IReadOnlyList<Claim> ClaimsOf(string report)
    {
        using var connection = _database.Open();
        using var moment = _database.BeginReading(connection);
        var ids = connection.Query("SELECT c.id FROM claims c JOIN reports r ON r.id = c.report WHERE r.report_key = @key ORDER BY c.id", r => r.GetInt64(0), new SqlValue("@key", report));
        return new ClaimReader(connection, _caches.Terms).Read(ids);
    }

    /// <summary>A report's reading as it was made; null where it is not there.</summary>
    public Model.Reading? Reading(string report)
    {
        using var connection = _database.Open();
        var forms = connection.Query("SELECT f.form FROM readings f JOIN reports r ON r.id = f.report WHERE r.report_key = @key", r => (byte[])r.GetValue(0), new SqlValue("@key", report));
        return forms.Count == 0 ? null : ReadingForm.Read(forms[0]);
    }

    /// <summary>A report's reading with the corrections that hold laid over it; null where it is not there.</summary>
    public CorrectedReading? Corrected(string report)
    {
        if (Reading(report) is not { } reading) return null;
        using var connection = _database.Open();
        return CorrectedReading.Of(reading, CorrectionLog.Standing(CorrectionRows.Read(connection, report)));
    }

    /// <summary>Equal as long as nothing was added, made anew or corrected: what is made of the ledger and kept holds so long.</summary>
    public string State()
    {
        using var connection = _database.Open();
        return connection.Query("SELECT value FROM ledger_info WHERE name = 'generation'", r => r.GetString(0)).Single();
    }

    /// <summary>When a report was last added; null where there is none.</summary>
    public DateTimeOffset? LastAdded()
    {
        using var connection = _database.Open();
        return connection.Long("SELECT MAX(added) FROM reports") is > 0 and var added ? DateTimeOffset.FromUnixTimeMilliseconds(added) : null;
    }

    /// <summary>The log of corrections, the first entry first.</summary>
    /// <returns>Each with whether it holds: not taken back.</returns>
    public IReadOnlyList<(Correction Entry, bool Holds)> Corrections()
    {
        using var connection = _database.Open();
        var all = CorrectionRows.Read(connection);
        var standing = CorrectionLog.Standing(all).Select(c => c.Id).ToHashSet();
        return [.. all.Select(c => (c, standing.Contains(c.Id)))];
    }

    /// <summary>Accepts, rejects or changes a claim or a statement; the report's rows follow at once.</summary>
    /// <param name="item">"3fa9c1d2/c12": report, as much of its id as tells it from others, and claim; or statement.</param>
    /// <param name="action">Accept, reject or change.</param>
    /// <param name="changes">Fields (<see cref="CorrectionFields"/>) and their values as people type them; none to accept or reject.</param>
    /// <param name="author">Who says so.</param>
    /// <param name="reason">In their words.</param>
    /// <returns>The numbers of the entries.</returns>
    /// <exception cref="CorrectionException">There is no such item, field or value.</exception>
    public IReadOnlyList<long> Correct(string item, CorrectionAction action, IReadOnlyList<(string Field, string Value)> changes, string author, string? reason = null) =>
        AtDesk(author, reason, desk => desk.Correct(item, action, changes));

    /// <summary>Marks a statement that the reader did not find; clauses in its content are told by it from then on.</summary>
    /// <param name="report">As much of its id as tells it from others.</param>
    /// <param name="given">"content" and, if one likes, "holder", "cue" and "act", their values as people type them (<see cref="CorrectionFields"/>).</param>
    /// <returns>The number of the entry, and the id of the statement in the report.</returns>
    /// <exception cref="CorrectionException">There is no such report or no content, or a value is none for its field.</exception>
    public (long Entry, string Statement) AddStatement(string report, IReadOnlyList<(string Field, string Value)> given, string author, string? reason = null) => AtDesk(author, reason, desk => desk.Add(report, given));

    /// <summary>Says that two actors ("A12", "A15") are one; the first keeps its id, and the second's leads to it.</summary>
    /// <exception cref="CorrectionException">There is no such actor.</exception>
    public long JoinActors(string first, string second, string author, string? reason = null) => AtDesk(author, reason, desk => desk.Join(first, second));

    /// <summary>Says that whom a report names is not the actor it was held to be.</summary>
    /// <exception cref="CorrectionException">The report does not name the actor.</exception>
    public long SplitActor(string actor, string report, string author, string? reason = null) => AtDesk(author, reason, desk => desk.Split(actor, report));

    /// <summary>Words a question anew.</summary>
    /// <exception cref="CorrectionException">There is no such question.</exception>
    public long RenameQuestion(string question, string wording, string author, string? reason = null) => AtDesk(author, reason, desk => desk.RenameQuestion(question, wording));

    /// <summary>Says that a question is none: lists leave it out.</summary>
    /// <exception cref="CorrectionException">There is no such question.</exception>
    public long DismissQuestion(string question, string author, string? reason = null) => AtDesk(author, reason, desk => desk.DismissQuestion(question));

    /// <summary>Says that two questions are one; the first keeps its id, and the second's leads to it.</summary>
    /// <exception cref="CorrectionException">There is no such question.</exception>
    public long MergeQuestions(string first, string second, string author, string? reason = null) => AtDesk(author, reason, desk => desk.MergeQuestions(first, second));

    /// <summary>Puts claims of a question to a new one of their own.</summary>
    /// <param name="claims">As lists show them: "3fa9c1d2/c12".</param>
    /// <returns>The numbers of the entries, one a claim.</returns>
    /// <exception cref="CorrectionException">There is no such question, or a claim does not answer it.</exception>
    public IReadOnlyList<long> PartQuestion(string question, IReadOnlyList<string> claims, string author, string? reason = null) => AtDesk(author, reason, desk => desk.PartQuestion(question, claims));

    /// <summary>Takes a correction back; that is an entry of the log too.</summary>
    /// <exception cref="CorrectionException">There is no such entry, or it was taken back before.</exception>
    public long Undo(long entry, string author, string? reason = null) => AtDesk(author, reason, desk => desk.Undo(entry));

    private T AtDesk<T>(string author, string? reason, Func<CorrectionDesk, T> work) =>
        Writing(session => work(new CorrectionDesk(session, author, _clock.GetUtcNow(), reason)));

    /// <summary>Makes the rows of every report anew, of its reading and the corrections; numbers stay.</summary>
    /// <param name="reread">Reads a report anew; where null, the readings kept are taken. Reports read by <paramref name="version"/> already are not read again.</param>
    /// <param name="done">Told after each report on the disk, with how many there are in all.</param>
    public void Rebuild(Func<Report, Model.Reading>? reread, ReaderVersion version, Action<long, long> done, CancellationToken cancel) =>
        new LedgerRenewal(_database, Writing).Rebuild(reread, version, done, cancel);

    /// <summary>How many reports, copies, statements and claims there are.</summary>
    public LedgerCounts Counts()
    {
        using var connection = _database.Open();
        return connection.Query(
            "SELECT (SELECT COUNT(*) FROM reports), (SELECT COUNT(*) FROM copies), (SELECT COALESCE(SUM(statements), 0) FROM reports), (SELECT COALESCE(SUM(claims), 0) FROM reports)",
            r => new LedgerCounts(r.GetInt64(0), r.GetInt64(1), Convert.ToInt64(r.GetValue(2)), Convert.ToInt64(r.GetValue(3)))).Single();
    }

    /// <summary>Lets the database look after itself; worth calling when much was added.</summary>
    public void Tidy()
    {
        using var connection = _database.Open();
        connection.Run(_database.Analyze);
    }

    public void Dispose() => _database.Dispose();
}

/// <summary>How much a ledger holds.</summary>
public sealed record LedgerCounts(long Reports, long Copies, long Statements, long Claims);
