using System.Diagnostics;
using CsCheck;
using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;
using Counterclaim.Reading.Places;

namespace Counterclaim.Reading.Tests.Places;

public sealed class PlacePropertyTests
{
    private static readonly Analyzer Language = Analyzer.Load();
    private static readonly PlaceResolver Resolver = PlaceResolver.Load(Gazetteer.Load());

    private static readonly string[] Words =
    [
        "Paris", "Texas", ",", "in", "the", "Donetsk", "region", "of", "San", "José", "Lake", "Chad", "said", "US", "U.S.", "New", "York", "al", "-", "Tanf", "Kyiv", "'s",
        "Springfield", "(", ")", "and", "Mr.", "Jordan", "near", "southern", "Lebanon", ".", "N.Y.", "\n\n", "Victoria", "Santa", "Cruz", "Russian", "oblast", "Street",
    ];

    private static IReadOnlyList<Place> Resolve(string text) =>
        Resolver.Resolve(new Report("test", "test", text, []), Language.Analyze(text), null);

    [Fact]
    public void Any_mixture_of_names_gives_ordered_spans_and_points_on_earth() =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).List[0, 30].Sample(
            words =>
            {
                var text = string.Join(' ', words);
                var places = Resolve(text);
                Assert.Equal(places, Resolve(text));
                var end = 0;
                foreach (var place in places)
                {
                    Assert.True(place.Span.Start >= end && place.Span.End <= text.Length && !place.Span.IsEmpty);
                    Assert.Equal(place.Latitude is null, place.Longitude is null);
                    Assert.True(place.Latitude is null or (>= -90 and <= 90) && place.Longitude is null or (>= -180 and <= 180));
                    end = place.Span.End;
                }
            },
            iter: 200);

    [Fact]
    public void Any_text_is_read() => Gen.String.Sample(text => Assert.NotNull(Resolve(text)), iter: 200);

    [Theory]
    [InlineData("San José ", 6_000)]
    [InlineData("Paris, ", 10_000)]
    [InlineData("A", 100_000)]
    [InlineData("\"", 50_000)]
    public void Endless_repetition_costs_bounded_time(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        var analysis = Language.Analyze(text);
        var watch = Stopwatch.StartNew();
        _ = Resolver.Resolve(new Report("test", "test", text, []), analysis, null);
        Assert.True(watch.Elapsed < BoundOnBusyMachine, $"{watch.Elapsed} for {text.Length} characters");
    }

    [Fact]
    public void Thousands_of_different_names_cost_bounded_time()
    {
        var gazetteer = Gazetteer.Load();
        var text = string.Join(", ", Enumerable.Range(0, 8000).Select(i => gazetteer.NameOf(20_000 + i * 25)));
        var analysis = Language.Analyze(text);
        var watch = Stopwatch.StartNew();
        _ = Resolver.Resolve(new Report("test", "test", text, []), analysis, null);
        Assert.True(watch.Elapsed < BoundOnBusyMachine, $"{watch.Elapsed} for {text.Length} characters");
    }

    /// <summary>Under a second alone; what grows with the square of the text takes minutes.</summary>
    private static readonly TimeSpan BoundOnBusyMachine = TimeSpan.FromSeconds(20);
}
