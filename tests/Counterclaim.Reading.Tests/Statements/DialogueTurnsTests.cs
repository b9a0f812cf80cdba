using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements;

namespace Counterclaim.Reading.Tests.Statements;

public class DialogueTurnsTests
{
    private static readonly Lazy<Analyzer> Analyzer = new(() => Language.Analyzer.Load().WithStates());
    private static readonly Lazy<StatementExtractor> Extractor = new(StatementExtractor.Load);

    [Fact]
    public void After_two_speakers_a_paragraph_that_is_all_quotation_is_the_first_ones_again()
    {
        var found = Read("“The siren came first,” said Marta Lind.\n“There was no siren,” said Oskar Lind.\n“There was. You were asleep.”\nThey sell onions.");
        Assert.Contains("Marta Lind||“There was. You were asleep.”", found);
    }

    [Fact]
    public void A_quotation_beside_what_somebody_does_is_hers()
    {
        var found = Read("Marta Lind lit a cigarette. “We are used to waiting by now.”\nThe harbour was empty.");
        Assert.Contains("Marta Lind||“We are used to waiting by now.”", found);
    }

    [Fact]
    public void A_quotation_beside_what_a_thing_does_is_nobodys()
    {
        var found = Read("The banner hung over the bridge. “No more ships in our harbour.”\nThe harbour was empty.");
        Assert.DoesNotContain(found, f => f.StartsWith("The banner", StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_is_not_answered_by_whoever_asked_it()
    {
        var found = Read("“Who opened the lock that night?” the judge asked.\n“Nobody opened it, your honour, it opened by itself.”\nThe trial goes on.");
        Assert.DoesNotContain(found, f => f.StartsWith("the judge", StringComparison.Ordinal) && f.Contains("by itself", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_cited_is_a_source_not_what_is_said()
    {
        var found = Read("Nine people have died, Nordlys News reported on Monday, citing the regional health office.");
        Assert.Contains(found, f => f.StartsWith("the regional health office|citing|Nine people have died", StringComparison.Ordinal));
        Assert.DoesNotContain(found, f => f.Split('|')[2].Contains("health office", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_source_is_not_made_one() =>
        Assert.DoesNotContain(Read("The ferry will not sail, the company said on Monday, citing high waves."), f => f.StartsWith("high waves|", StringComparison.Ordinal));

    [Theory]
    [InlineData("The office said so, citing the police, ", 500)]
    [InlineData("“Go home at once.” Marta laughed. ", 500)]
    [InlineData("“Who is there?”\n", 1000)]
    [InlineData("“We wait here,” said Marta.\n“They wait too,” said Oskar.\n“So be it.”\n", 250)]
    public void Endless_talk_costs_bounded_time(string part, int times)
    {
        var once = Seconds(string.Concat(Enumerable.Repeat(part, times)));
        var fourfold = Seconds(string.Concat(Enumerable.Repeat(part, times * 4)));
        Assert.True(fourfold < 10 * once + 5, $"{once:0.0} s, then {fourfold:0.0} s for four times as much");
    }

    private static double Seconds(string text)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        return clock.Elapsed.TotalSeconds;
    }

    private static List<string> Read(string text)
    {
        var blocks = new List<TextSpan>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            blocks.Add(new TextSpan(start, end));
        }
        var report = new Report("r", "r", text, [.. blocks.Select(b => new Paragraph(b, ParagraphKind.Body))]);
        var found = Extractor.Value.Extract(report, Analyzer.Value.Analyze(text, blocks), explain: false);
        return [.. found.Select(s => $"{Words(s.Holder)}|{Words(s.Cue)}|{Words(s.Content)}")];

        string Words(SpanList spans) => string.Join(" … ", spans.Select(s => s.In(text).ToString()));
    }
}
