using System.Globalization;
using Counterclaim.Model;
using Counterclaim.Reading.Assertions;

namespace Counterclaim.Reading.Tests.Assertions;

/// <summary>Every example sentence in the kinds' files is found, or left alone, as its line says.</summary>
public class PatternExampleTests
{
    private static readonly AssertionReader Reader = AssertionReader.Load();
    private static readonly string[] PlaceNames = ["Velm", "Harsk"];

    public static TheoryData<string> Kinds() => [.. PatternFile.LoadKinds().Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Examples_are_read_as_their_lines_say(string name)
    {
        var kind = PatternFile.LoadKinds().Single(k => k.Name == name);
        var wrong = new List<string>();
        foreach (var pattern in kind.Patterns)
        {
            Assert.True(pattern.Examples.Count > 0, $"{pattern.Id} has no example");
            foreach (var example in pattern.Examples)
                if (Failure(pattern, example) is { } failure) wrong.Add($"{pattern.Id}, line {example.Line}: {example.Sentence} — {failure}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Positions_lie_on_the_scale_of_their_kind()
    {
        foreach (var kind in PatternFile.LoadKinds())
            foreach (var pattern in kind.Patterns)
                if (kind.Scale.Count > 0 && pattern.Position is { } position) Assert.Contains(position, kind.Scale);
    }

    private static string? Failure(Pattern pattern, PatternExample example)
    {
        var text = example.Sentence;
        var (actors, places) = Entities(text, example);
        var found = Reader.Read(TestAnalyzer.Report(text), TestAnalyzer.Analyze(text), [], actors, places, []);
        var ofKind = found.Where(a => a.Kind == pattern.Kind).ToList();
        if (example.Expected is not { } expected) return ofKind.Count == 0 ? null : "found";
        if (ofKind.Count == 0) return "not found";
        return ofKind.Select(a => Difference(a, expected, actors, places)).MinBy(d => d is null ? 0 : 1);
    }

    private static (List<Actor> Actors, List<Place> Places) Entities(string text, PatternExample example)
    {
        var actors = new List<Actor>();
        foreach (var slot in new[] { "agent", "patient" })
            if (example.Expected is not null && example.Expected.TryGetValue(slot, out var words))
                actors.Add(new Actor(slot, words, ActorKind.Group, [TestAnalyzer.SpanOf(text, words)]));
        var places = PlaceNames.Where(name => text.Contains(name, StringComparison.Ordinal))
            .Select(name => new Place(name, TestAnalyzer.SpanOf(text, name), name, "town")).ToList();
        if (text.Contains("Norland", StringComparison.Ordinal)) places.Add(new Place("Norland", TestAnalyzer.SpanOf(text, "Norland"), "Norland", "country"));
        return (actors, places);
    }

    private static string? Difference(Assertion assertion, IReadOnlyDictionary<string, string> expected, List<Actor> actors, List<Place> places)
    {
        foreach (var (slot, words) in expected)
        {
            var got = slot switch
            {
                "agent" => assertion.Agent is null ? "" : words,
                "patient" => assertion.Patient is null ? "" : words,
                "place" => places.Exists(p => p.Id == words) ? assertion.Place ?? "" : words,
                "position" => assertion.Position ?? "",
                "polarity" => assertion.Polarity == Polarity.Negative ? "-" : "+",
                "certainty" => assertion.Certainty.ToString().ToLowerInvariant(),
                "count" => Count(assertion.Quantity),
                _ => $"unknown slot {slot}",
            };
            if (got != words) return $"{slot} is '{got}', not '{words}'";
        }
        return null;
    }

    private static string Count(Quantity? quantity)
    {
        if (quantity is null) return "";
        if (quantity.Value >= 2e6 && quantity.To is not null) return "millions";
        var prefix = quantity.Bound switch { QuantityBound.AtLeast => "at least ", QuantityBound.AtMost => "up to ", _ => quantity.Approximate ? "about " : "" };
        return prefix + quantity.Value.ToString(CultureInfo.InvariantCulture);
    }
}
