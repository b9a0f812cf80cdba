using System.Globalization;
using System.Text.Json;
using Counterclaim.Training.Evaluation;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Pages;
using Counterclaim.Training.Evaluation.Places;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;
using Counterclaim.Training.Evaluation.Times;

namespace Counterclaim.Training.Tests;

/// <summary>Every figure equals that of the reference scorer on the same, spoiled, predictions.</summary>
public sealed class AgreementTests : IDisposable
{
    private const double ThirdDigit = 0.0005;
    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-agreement-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("quotes/polnear.dev.jsonl", false)]
    [InlineData("quotes/polnear.dev.jsonl", true)]
    [InlineData("quotes/gum-news.derived.jsonl", false)]
    public void Quotes(string file, bool punctuation)
    {
        ReferenceScorer.Require(file, "tools/score_quotes.py");
        var gold = QuoteFile.Read(ReferenceScorer.Data(file));
        var predictions = Path.Combine(_folder, "predictions.jsonl");
        QuoteFile.Write(predictions, gold.Skip(1).Select((d, n) => d with
        {
            Statements = Spoil.List(d.Statements, n, (s, salt) => new QuoteStatement(
                Spoil.Spans(s.Holder, salt + 2, d.Text.Length), Spoil.Spans(s.Cue, salt + 3, d.Text.Length),
                Spoil.Spans(s.Content, salt, d.Text.Length), s.Type)),
        }));

        string[] flags = punctuation ? ["--json", "--punct"] : ["--json"];
        using var reference = JsonDocument.Parse(ReferenceScorer.Run([
            ReferenceScorer.Data("tools/score_quotes.py"), ReferenceScorer.Data(file), predictions, .. flags]));
        var sheet = Sheet("quotes", new ExamOptions(ReferenceScorer.Data(file)) { Predictions = predictions, Punctuation = punctuation });

        var compared = 0;
        foreach (var row in reference.RootElement.EnumerateObject())
        {
            var parts = row.Name.Split('|');
            var label = $"{QuoteMeasure(parts[0])} {parts[1]}";
            var theirs = row.Value.EnumerateArray().Select(v => v.GetDouble()).ToArray();
            string[] names = theirs.Length == 3 ? ["P", "R", "F1"] : ["share"];
            foreach (var (name, value) in names.Zip(theirs))
            {
                Close(value, sheet, $"{label} / {name}");
                compared++;
            }
        }
        Assert.Equal(91, compared);
    }

    private static string QuoteMeasure(string theirs) => theirs
        .Replace("(aligned)", "", StringComparison.Ordinal).Replace(" (CofeNet)", "", StringComparison.Ordinal).Replace(" acc", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("geo/trnews.dev.jsonl", null)]
    [InlineData("geo/geovirus.dev.jsonl", null)]
    [InlineData("geo/gwn.dev.jsonl", "Literal,Mixed,Coercion,Embedded_Literal,Literal_Modifier")]
    [InlineData("geo/relocar.dev.jsonl", "lit")]
    public void Places(string file, string? types)
    {
        ReferenceScorer.Require(file, "tools/score_geo.py");
        var gold = PlaceFile.Read(ReferenceScorer.Data(file));
        var predictions = Path.Combine(_folder, "predictions.jsonl");
        PlaceFile.Write(predictions, gold.Skip(1).Select((d, n) => d with
        {
            Places = Spoil.List(d.Places, n, (p, salt) => p with
            {
                Span = Spoil.Span(p.Span, salt, d.Text!.Length),
                Latitude = salt % 3 == 0 ? null : (p.Latitude ?? 10) + salt % 4,
                Longitude = (p.Longitude ?? 20) - salt % 5,
            }),
        }));

        string[] flags = types is null ? ["--json"] : ["--json", "--types", types];
        using var reference = JsonDocument.Parse(ReferenceScorer.Run([
            ReferenceScorer.Data("tools/score_geo.py"), ReferenceScorer.Data(file), predictions, .. flags]));
        var sheet = Sheet("places", new ExamOptions(ReferenceScorer.Data(file))
        {
            Predictions = predictions,
            Types = types?.Split(',').ToHashSet(),
        });

        foreach (var (theirs, ours) in new[] { ("exact", "recognition exact"), ("overlap", "recognition overlap"), ("e2e", "end to end @161km") })
        {
            var row = reference.RootElement.GetProperty(theirs);
            Close(row.GetProperty("p").GetDouble(), sheet, $"{ours} / P");
            Close(row.GetProperty("r").GetDouble(), sheet, $"{ours} / R");
            Close(row.GetProperty("f1").GetDouble(), sheet, $"{ours} / F1");
        }
        foreach (var part in new[] { "paired", "all" })
        {
            var row = reference.RootElement.GetProperty(part);
            if (row.GetProperty("n").GetInt32() == 0) continue;
            Close(row.GetProperty("acc161").GetDouble(), sheet, $"resolution {part} / acc@161km");
            Close(row.GetProperty("auc").GetDouble(), sheet, $"resolution {part} / AUC");
            Close(row.GetProperty("mean").GetDouble(), sheet, $"resolution {part} / mean km", within: 0.06);
            Close(row.GetProperty("median").GetDouble(), sheet, $"resolution {part} / median km", within: 0.006);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("aquaint")]
    public void Times(string? split)
    {
        const string file = "time/timex.dev.jsonl";
        ReferenceScorer.Require(file, "tools/score_events.py");
        var gold = TimeFile.Read(ReferenceScorer.Data(file));
        var predictions = Path.Combine(_folder, "predictions.jsonl");
        TimeFile.Write(predictions, gold.Skip(1).Select((d, n) => d with
        {
            Times = Spoil.List(d.Times, n, (t, salt) => new TimeMark(
                Spoil.Span(t.Span, salt, d.Text.Length), salt % 7 == 0 ? "SET" : t.Type, salt % 3 == 0 ? null : t.Value)),
        }));

        string[] flags = split is null ? [] : ["--split", split];
        using var reference = JsonDocument.Parse(ReferenceScorer.Run([
            ReferenceScorer.Data("tools/score_events.py"), "timex", ReferenceScorer.Data(file), predictions, .. flags]));
        var sheet = Sheet("times", new ExamOptions(ReferenceScorer.Data(file)) { Predictions = predictions, Split = split });

        foreach (var part in new[] { "strict", "relaxed" })
        {
            var row = reference.RootElement.GetProperty(part);
            Close(row.GetProperty("p").GetDouble() / 100, sheet, $"{part} / P");
            Close(row.GetProperty("r").GetDouble() / 100, sheet, $"{part} / R");
            Close(row.GetProperty("f1").GetDouble() / 100, sheet, $"{part} / F1");
        }
        foreach (var part in new[] { "type", "value" })
        {
            var row = reference.RootElement.GetProperty(part);
            Close(row.GetProperty("f1").GetDouble() / 100, sheet, $"{part} / F1");
            Close(row.GetProperty("acc").GetDouble() / 100, sheet, $"{part} accuracy / share");
        }
    }

    [Theory]
    [InlineData("pages/fundus.jsonl")]
    [InlineData("pages/aeb.jsonl")]
    [InlineData("pages/naeb.jsonl")]
    public void Pages(string file)
    {
        ReferenceScorer.Require(file, "tools/score_pages.py");
        var gold = PageFile.Read(ReferenceScorer.Data(file));
        var predictions = Path.Combine(_folder, "predictions.jsonl");
        PageFile.Write(predictions, gold.Skip(1).Select((p, n) => new PageRecord(p.Id, null, null)
        {
            Title = n % 3 == 0 ? p.Title + " | site" : p.Title?.ToUpperInvariant(),
            Authors = n % 4 == 0 ? p.Authors?.Skip(1).ToList() : p.Authors?.Reverse().ToList(),
            Published = (n % 5) switch { 0 => null, 1 => "2020-01-01", _ => p.Published },
            Text = (n % 6) switch
            {
                0 => "",
                1 => string.Join('\n', p.Paragraphs?.Skip(1) ?? [p.Text?[..(p.Text.Length / 2)] ?? ""]),
                2 => "Two words",
                _ => "Menu, more² and_so on. " + string.Join('\n', p.Paragraphs ?? [p.Text ?? ""]),
            },
        }));

        var reference = ReferenceScorer.Run(ReferenceScorer.Data("tools/score_pages.py"), ReferenceScorer.Data(file), predictions);
        var sheet = Sheet("pages", new ExamOptions(ReferenceScorer.Data(file)) { Predictions = predictions });
        var names = new Dictionary<string, string>
        {
            ["shingle F1"] = "shingle / F1",
            ["P"] = "shingle / P",
            ["R"] = "shingle / R",
        };
        var lines = reference.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];
        foreach (var line in lines)
        {
            var name = line[..11].TrimEnd();
            if (name == "shingle F1" && !lines.Any(l => l[..11].TrimEnd() == "P")) continue; // printed as 0 where no text is judged
            Close(double.Parse(line[11..], CultureInfo.InvariantCulture), sheet, names.GetValueOrDefault(name, $"{name} / share"));
        }
    }

    [Fact]
    public void WordsAndSpaceAreThoseOfPython()
    {
        ReferenceScorer.RequirePython();
        const string script = """
            import re, unicodedata
            for c in range(0x110000):
                if unicodedata.category(chr(c)) != 'Cn':
                    print(c, int(bool(re.match(r'\w', chr(c)))), int(bool(re.match(r'\s', chr(c)))))
            """;
        foreach (var line in ReferenceScorer.Run("-c", script).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split(' ');
            var point = int.Parse(fields[0], CultureInfo.InvariantCulture);
            Assert.True(PythonText.IsWord(point) == (fields[1] == "1"), $"\\w differs for U+{point:X4}");
            Assert.True(PythonText.IsSpace(point) == (fields[2] == "1"), $"\\s differs for U+{point:X4}");
        }
    }

    private static ScoreSheet Sheet(string step, ExamOptions options) =>
        Exam.All.Single(e => e.Step == step).Run(options, new Pipeline());

    private static void Close(double theirs, ScoreSheet sheet, string key, double within = ThirdDigit)
    {
        var ours = sheet[key];
        Assert.True(ours is { } value && Math.Abs(value - theirs) <= within, $"{key}: {ours} where the reference says {theirs}");
    }
}
