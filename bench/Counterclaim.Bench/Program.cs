using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Counterclaim.Bench;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading;
using Counterclaim.Reading.Statements;

// counterclaim-bench count FILE | cold FILE [fast] | warm FILE ROUNDS THREADS [fast] | steps FILE ROUNDS
// FILE: articles, one a line, each a JSON string. Prints "name value" lines for bench/language and bench/steps.
var started = Process.GetCurrentProcess().StartTime;
var (what, file) = (args[0], args[1]);
switch (what)
{
    case "count": Count(); break;
    case "cold": Cold(args.Contains("fast") ? AnalyzerModel.Fast : AnalyzerModel.Accurate); break;
    case "warm": Warm(int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture), args.Contains("fast") ? AnalyzerModel.Fast : AnalyzerModel.Accurate); break;
    case "steps": Steps(int.Parse(args[2], CultureInfo.InvariantCulture)); break;
    default: throw new ArgumentException($"'{what}' is none of count, cold, warm, steps.");
}

IEnumerable<string> Articles() => File.ReadLines(file).Select(line => JsonSerializer.Deserialize(line, BenchJson.Default.String)!);

void Count()
{
    var analyzer = Analyzer.Load();
    var (articles, words, characters) = (0, 0L, 0L);
    foreach (var article in Articles())
    {
        articles++;
        characters += article.Length;
        words += Words(analyzer.Analyze(article));
    }
    Print("articles", articles);
    Print("words", words);
    Print("characters", characters);
}

// What somebody waits for who starts a program, reads one article and stops.
void Cold(AnalyzerModel model)
{
    var article = Articles().First();
    var watch = Stopwatch.StartNew();
    var analyzer = Analyzer.Load(model);
    var loaded = watch.Elapsed;
    Print("memory_loaded", Resident());
    watch.Restart();
    var words = Words(analyzer.Analyze(article));
    var first = watch.Elapsed;
    Print("start_ms", (DateTime.Now - started).TotalMilliseconds);
    Print("load_ms", loaded.TotalMilliseconds);
    Print("first_ms", first.TotalMilliseconds);
    Print("first_words", words);
}

// The second round on is warm: code is compiled, buffers have grown, pages of the models have been read.
void Warm(int rounds, int threads, AnalyzerModel model)
{
    var analyzer = Analyzer.Load(model);
    for (var round = 0; round <= rounds; round++)
    {
        var (wall, used, words) = Round(analyzer, threads);
        if (round == 0) continue;
        Print("words", words);
        Print("wall_s", wall);
        Print("processor_s", used);
    }
    Print("memory_end", Resident());
    Print("memory_peak", Status("VmHWM"));
}

// Processor time of the language layer, of the statement step on its analyses, and of the whole reading, on one thread.
void Steps(int rounds)
{
    var analyzer = Analyzer.Load().WithStates();
    var extractor = StatementExtractor.Load();
    var reader = ReportReader.Load(new ReaderOptions());
    var reports = Articles().Select(AsReport).ToList();
    for (var round = 0; round <= rounds; round++)
    {
        var (analyses, language) = Timed(() => reports.Select(r => analyzer.Analyze(r.Text, [.. r.Paragraphs.Select(p => p.Span)])).ToList());
        var (_, statements) = Timed(() => reports.Zip(analyses).Sum(pair => extractor.Extract(pair.First, pair.Second, explain: false).Count));
        var (_, whole) = Timed(() => reports.Sum(r => reader.Read(r).Statements.Count));
        if (round == 0) continue;
        Print("words", analyses.Sum(Words));
        Print("language_s", language);
        Print("statements_s", statements);
        Print("whole_s", whole);
    }
}

static (T Result, double Seconds) Timed<T>(Func<T> act)
{
    using var process = Process.GetCurrentProcess();
    var used = process.TotalProcessorTime;
    var result = act();
    process.Refresh();
    return (result, (process.TotalProcessorTime - used).TotalSeconds);
}

static Report AsReport(string text)
{
    var paragraphs = new List<Paragraph>();
    for (var start = 0; start < text.Length;)
    {
        var end = text.IndexOf('\n', start) is >= 0 and var line ? line : text.Length;
        if (!string.IsNullOrWhiteSpace(text[start..end])) paragraphs.Add(new Paragraph(new TextSpan(start, end), ParagraphKind.Body));
        start = end + 1;
    }
    return new Report("article", "article", text, paragraphs);
}

(double Wall, double Processor, long Words) Round(Analyzer analyzer, int threads)
{
    using var process = Process.GetCurrentProcess();
    using var articles = Articles().GetEnumerator();
    var words = 0L;
    var used = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
    workers.ForEach(w => w.Start());
    workers.ForEach(w => w.Join());
    var wall = watch.Elapsed;
    process.Refresh();
    return (wall.TotalSeconds, (process.TotalProcessorTime - used).TotalSeconds, words);

    void Work()
    {
        var own = 0L;
        while (Next() is { } article) own += Words(analyzer.Analyze(article));
        Interlocked.Add(ref words, own);
    }

    string? Next()
    {
        lock (articles) return articles.MoveNext() ? articles.Current : null;
    }
}

// A word is a token with a letter or digit in it: marks do not count.
static long Words(Analysis analysis)
{
    var words = 0L;
    foreach (var token in analysis.Tokens)
        foreach (var c in token.In(analysis.Text))
            if (char.IsLetterOrDigit(c))
            {
                words++;
                break;
            }
    return words;
}

static double Resident() => Status("VmRSS");

// Megabytes, from the kernel; the working set where there is none to ask.
static double Status(string field)
{
    if (!File.Exists("/proc/self/status")) return Environment.WorkingSet / 1048576.0;
    var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
    return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0;
}

static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}"));
