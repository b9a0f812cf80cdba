using System.Diagnostics;
using System.Globalization;
using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Store;
using Counterclaim.LedgerBench;

// counterclaim-ledger-bench READINGS REPORTS LEDGER: adds so many variations of the readings to a new ledger and asks it.
// Processor time is what one thread used; where others compute beside, it says more than time passed.
const int BatchSize = 64;
const int Stretches = 8;
const int Rounds = 19;
var (readings, reports, path) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2]);
var variations = Variations.Of(readings, seed: 5);
using var process = Process.GetCurrentProcess();
using var store = LedgerStore.Open(path, TimeProvider.System);

var stretch = Math.Max(BatchSize, reports / Stretches / BatchSize * BatchSize);
var (passed, used, added) = (0.0, 0.0, 0);
var (allPassed, allUsed) = (0.0, 0.0);
var batches = new List<double>();
for (var number = 0; number < reports; number += BatchSize)
{
    var batch = Enumerable.Range(number, Math.Min(BatchSize, reports - number)).Select(variations.Next).ToArray();
    var (wall, processor) = Timed(() => store.Add(batch, new ReaderVersion("bench", 1)));
    (passed, used, added) = (passed + wall, used + processor, added + batch.Length);
    (allPassed, allUsed) = (allPassed + wall, allUsed + processor);
    batches.Add(processor / batch.Length);
    if (added < stretch) continue;
    Say($"up to {number + batch.Length,7:N0} reports: {used / added:0.00} ms of processor a report (median of batches {batches.Order().ElementAt(batches.Count / 2):0.00}), {passed / added:0.00} ms passed");
    (passed, used, added) = (0, 0, 0);
    batches.Clear();
}
Say($"all added, with copies, stories, links and questions, in {allPassed / 60_000:0.0} minutes, {allUsed / 60_000:0.0} of processor");
store.Tidy();
var counts = store.Counts();
Say($"{counts.Reports:N0} reports, {counts.Statements:N0} statements, {counts.Claims:N0} claims; {new FileInfo(path).Length / 1e6:N0} MB, {new FileInfo(path).Length / 1e3 / counts.Reports:0.0} KB a report");
SayCopies();

var claimTimes = new List<double>();
foreach (var query in (string[])
    ["", "kind:casualties", $"actor:\"{Variations.Person(3)}\"", $"place:\"{Variations.TownName(7)}\"", "certainty:hypothetical", "voice:own kind:route", "near:10,20,300km", "when:2026-03-11",
     "said:2023-01-01..2023-01-10", "outlet:\"Outlet 7\"", "kind:control certainty:certain -voice:own has:place", "army", "\"coast road\"", "count:20..30 sort:largest", "act:deny", "patient:\"fish market\"", "has:patient"])
    claimTimes.AddRange(Ask($"claims {query}", query, (q, p) => store.Claims(q, p).Total));
Ask("search army", "army", (q, p) => store.Search(q, p).Total);
Ask("search diesel harbour", "diesel harbour", (q, p) => store.Search(q, p).Total);
Ask("statements act:deny", "act:deny", (q, p) => store.Statements(q, p).Total);
var largest = store.Questions(QueryParser.Parse("sort:newest"), new PageRequest(1000)).Items.MaxBy(q => q.Positions.Sum(p => p.ClaimCount));
if (largest is not null) Ask($"questions question:{largest.Id} ({largest.Positions.Sum(p => p.ClaimCount)} claims)", $"question:{largest.Id}", (q, p) => store.Questions(q, p).Total);
foreach (var query in (string[])["", "kind:casualties", $"place:\"{Variations.TownName(7)}\"", "voice:own", "army", "sort:newest"]) Ask($"questions {query}", query, (q, p) => store.Questions(q, p).Total);
foreach (var query in (string[])["", "relation:contradicts", "relation:updates kind:control", $"place:\"{Variations.TownName(7)}\"", "certainty:probable", "army"]) Ask($"links {query}", query, (q, p) => store.Links(q, p).Total);
foreach (var query in (string[])["", "army", "sort:newest", "story:S7", "kind:strike"]) Ask($"stories {query}", query, (q, p) => store.Stories(q, p).Total);
Ask("claims story:S7", "story:S7", (q, p) => store.Claims(q, p).Total);
Ask("actors", "", (q, p) => store.Actors(q, p).Total);
Ask("actors kind:route", "kind:route", (q, p) => store.Actors(q, p).Total);
foreach (var query in (string[])["", "kind:strike"]) Ask($"places {query}", query, (q, p) => store.Places(q, p).Total);
foreach (var query in (string[])["", "army kind:strike"]) Ask($"reports {query}", query, (q, p) => store.Reports(q, p).Total);
claimTimes.Sort();
Say($"claims: p95 of all rounds {claimTimes[(int)(claimTimes.Count * 0.95)]:0.0} ms of processor");

// How many of the texts printed again are tied to the text they print, and how many others are tied.
void SayCopies()
{
    var (right, wrong, all) = (0, 0, Enumerable.Range(0, reports).Count(n => variations.OriginalOf(n) != n));
    for (string? after = null; ;)
    {
        var page = store.Reports(QueryParser.Parse("sort:added"), new PageRequest(PageRequest.MostAtOnce, 0, after));
        foreach (var report in page.Items.Where(r => r.Ties.Any(t => t.Tie.IsOneText)))
            if (variations.OriginalOf(Number(report.Report.Id)) == variations.OriginalOf(Number(report.Ties[0].Earlier))) right++;
            else wrong++;
        if (page.Next is null) break;
        after = page.Next;
    }
    Say($"texts printed again: {all:N0}; {right:N0} tied to theirs, {wrong:N0} others tied");
}

static int Number(string id) => int.Parse(id.AsSpan(id.Length - 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

List<double> Ask(string name, string query, Func<LedgerQuery, PageRequest, long> ask)
{
    var (total, times, walls) = (0L, new List<double>(), new List<double>());
    for (var round = 0; round <= Rounds; round++)
    {
        var (wall, processor) = Timed(() => total = ask(QueryParser.Parse(query), new PageRequest()));
        if (round == 0) continue; // opens files and prepares
        times.Add(processor);
        walls.Add(wall);
    }
    Say($"{name}: {total:N0} found; median {times.Order().ElementAt(Rounds / 2):0.0} ms of processor, p95 {times.Order().ElementAt((int)(Rounds * 0.95)):0.0}; {walls.Order().ElementAt(Rounds / 2):0.0} ms passed");
    return times;
}

(double Wall, double Processor) Timed(Action act)
{
    process.Refresh();
    var before = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    act();
    var wall = watch.Elapsed.TotalMilliseconds;
    process.Refresh();
    return (wall, (process.TotalProcessorTime - before).TotalMilliseconds);
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
