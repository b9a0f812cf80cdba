using System.Diagnostics;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Model;
using Counterclaim.Reading;

namespace Counterclaim.Fuzz;

/// <summary>Reads hostile texts as plain text and as pages, checks what must hold of a reading, and measures how its time and memory grow.</summary>
public sealed class ReadingRun(HostileTexts texts, FuzzOptions options, TextWriter output)
{
    /// <summary>Growth above this over three doublings is no noise of measuring (a quadratic step gives 8).</summary>
    private const double WorstRatio = 3;

    /// <summary>Seconds of one core for a million characters; a million short tokens in endless sentences are the worst honest case.</summary>
    private const double WorstSecondsPerMillion = 180;

    /// <summary>Bytes held for a character at most while a text is read.</summary>
    private const double WorstBytesPerCharacter = 3000;

    private const int ShortestGrowthText = 1 << 15;

    /// <summary>Characters of the text whose memory is measured.</summary>
    private const int MemoryText = 1 << 18;

    /// <summary>Forms that the steps behind the language layer look for, repeated for ever.</summary>
    private static readonly string[] Units =
    [
        "\"", "\" ", "'", "“", "”", "“a” ", "« a ", "``a'' ", "(", ")", "(a) ", "[b] ", "A ", "KYIV ", "Anna Lee ", "Mr. Lee ", "— ", "- ", ": ", "a: ", "\n", "a\n", "\n\n", "@x_y ",
        "— A (@b) May 3, 2026\n", "Ann @b · 3h\nWe go.\n", "Ann on X: We go now, she said.\n\n", "ANN: We go. Will you?\n\n", "Q: Why?\nA: No.\n", "1 ", "7", "May 3, 2026 ", "said ",
        "he said that ", "He said so. ", "Anna Lee said: “We go.”\n\n", "“We go\n\n", "> a\n", "Ann and Bob said they denied it. ", "The officials denied the report. ", "Kyiv, Lviv and Paris ",
        "The minister of the ministry said Kyiv said ", "if he goes, they will ", "RT @a: ", "https://t.co/a ", "10:30 ", "(Applause) ", "- a\n", "# A\n", "The report said so.\n\n", "“No,” he said, “we won't.” ",
    ];

    private readonly ReportReader _reader = ReportReader.Load(new ReaderOptions());
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _failures;

    /// <returns>How much was broken.</returns>
    public int Run()
    {
        var (count, characters, measured) = (0, 0L, 0);
        var worst = (Ratio: 0.0, Unit: "");
        var next = TimeSpan.FromSeconds(10);
        for (var seed = options.Seed; _watch.Elapsed < options.Time; seed++)
        {
            var (kind, text) = texts.Make(seed);
            count++;
            characters += text.Length;
            if (Broken(text, seed % 4 == 0) is { } broken) Fail(seed, kind, broken, FailureFile.Minimised(text, shorter => Broken(shorter, seed % 4 == 0) is not null));
            if (seed % 2 == 0)
            {
                var unit = (seed / 2) % 3 == 2 ? texts.MakeUnit(seed).Text : Units[measured++ % Units.Length];
                var ratio = Measure(seed, unit);
                if (ratio > worst.Ratio) worst = (ratio, unit);
            }
            if (_watch.Elapsed < next) continue;
            next = _watch.Elapsed + TimeSpan.FromSeconds(10);
            Say(seed);
        }
        Say(options.Seed + count - 1);
        return _failures;

        void Say(int seed) => output.WriteLine(string.Create(null,
            $"{_watch.Elapsed:hh\\:mm\\:ss}  {count} texts, {characters / 1e6:0.0} million characters, {measured} of {Units.Length} forms grown, {_failures} failures; worst growth {worst.Ratio:0.00} ({worst.Unit.ReplaceLineEndings("⏎")}); at seed {seed}"));
    }

    private double Measure(int seed, string unit)
    {
        var growth = GrowthMeter.Measure(text => Read(text, asPage: false), unit, ShortestGrowthText);
        if (growth.Ratio > WorstRatio && GrowthMeter.Measure(text => Read(text, asPage: false), unit, ShortestGrowthText) is var again && again.Ratio < growth.Ratio) growth = again;
        if (growth.Ratio > WorstRatio || growth.SecondsPerMillion > WorstSecondsPerMillion)
            Fail(seed, "growth", string.Create(null, $"eight times the text takes {8 * growth.Ratio:0.0} times as long, {growth.SecondsPerMillion:0.0} s a million characters"), unit);
        var text = HostileTexts.Repeat(unit, MemoryText);
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var reading = Read(text, asPage: false);
        var held = (GC.GetTotalMemory(false) - before) / (double)text.Length;
        GC.KeepAlive(reading);
        if (held > WorstBytesPerCharacter) Fail(seed, "memory", string.Create(null, $"{held:0} bytes held for a character"), unit);
        return growth.Ratio;
    }

    private string? Broken(string text, bool asPage)
    {
        try
        {
            return Read(text, asPage) is { } reading ? OutOfPlace(reading) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message}{Environment.NewLine}{e.StackTrace}";
        }
    }

    /// <summary>Null where ingest finds nothing to read.</summary>
    private Model.Reading? Read(string text, bool asPage)
    {
        var page = asPage ? $"<html><body><article><h1>Title</h1><p>{text}</p></article></body></html>" : text;
        var ingest = new IngestOptions { Format = asPage ? InputFormat.Html : InputFormat.Text };
        using var source = new SourceReader(ingest, () => new MemoryStream(Encoding.UTF8.GetBytes(page)));
        return source.ReadAsync(["-"]).ToBlockingEnumerable().FirstOrDefault() is { IsReport: true } result ? _reader.Read(result.Report) : null;
    }

    private static string? OutOfPlace(Model.Reading reading)
    {
        var length = reading.Report.Text.Length;
        var actors = reading.Actors.Select(a => a.Id).ToHashSet();
        var statements = reading.Statements.Select(s => s.Id).ToHashSet();
        foreach (var statement in reading.Statements)
        {
            if (statement.Content.IsEmpty) return $"{statement.Id} says nothing";
            foreach (var spans in (ReadOnlySpan<SpanList>)[statement.Holder, statement.Cue, statement.Content])
                if (!spans.IsEmpty && (spans.Hull.Start < 0 || spans.Hull.End > length)) return $"{statement.Id} lies outside the text";
            if (statement.Cue.Overlaps(statement.Content)) return $"the cue of {statement.Id} is in its content";
            if (statement.Actor is { } actor && !actors.Contains(actor) || statement.Addressee is { } addressee && !actors.Contains(addressee)) return $"{statement.Id} has an actor that is not there";
            if (statement.Via is { } via && (!statements.Contains(via) || via == statement.Id)) return $"{statement.Id} is told through {via}";
        }
        return null;
    }

    private void Fail(int seed, string kind, string broken, string text)
    {
        _failures++;
        var path = Path.Combine(options.FailureFolder, $"reading-{seed}-{kind.Replace(' ', '-')}.txt");
        FailureFile.Write(path, text);
        output.WriteLine($"FAILED seed {seed}, {kind}: {broken}");
        output.WriteLine($"       {text.Length} characters kept in {path}");
    }
}
