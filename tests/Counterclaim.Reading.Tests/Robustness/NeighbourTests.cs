using System.Globalization;
using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Robustness;

/// <summary>One bad paragraph never spoils its neighbours: what the others say is found as if it were not there.</summary>
public sealed class NeighbourTests
{
    private static readonly Lazy<ReportReader> Reader = new(() => ReportReader.Load(new ReaderOptions()));

    private static readonly string[] Good =
    [
        "The harbour of Sallow was closed on Tuesday, and the ferries stayed in port.",
        "Harbour master Otto Brandt said the eastern pier had cracked in two places.",
        "“Nobody will moor there before spring,” he told reporters.",
        "The shipping company Lorne denied that its ferries had damaged the pier.",
        "According to the port office, three divers inspected the foundations on Monday.",
        "Mayor Petra Holm promised to pay for the repairs.",
        "“We have the money,” she said. “We lack the stone.”",
        "Engineers warned that a second storm could bring the pier down.",
    ];

    /// <summary>What breaks a paragraph: marks that never close or were never opened, lost spaces, shouting, tables, code, other scripts.</summary>
    private static readonly string[] Damage =
    [
        "“", "”", "\"", "'", "«", "„", "``", "(", "[", "…", "—", ": ", "said ", "he said that ", "according to ", "\"I ", "” he said “", "KRONBERG ", "THE TOWN OF KRONBERG HAS FALLEN ",
        "wordswithoutanyspace", "inter- ", "na- tional ", "|  | 12 | 13 |", "{\"a\": 1}", "<b>", "&nbsp;", "Кронберг ", "كرونبرغ ", "\uFFFD", "\u202E", "\ud83d", "5'10\" ", "12.03.2031 ", "@kron ", "#news ",
        "a a a a a a a a ", "not not not ", ". . . ", "! ", "? ", ", , , ", "1) ", "e.g. ", "Vask said, “", "told the told ", "Brandt: ", "Holm said “", "Q: ", "— Holm ",
    ];

    /// <summary>Enough for every test run; NEIGHBOURS asks for more.</summary>
    private static readonly int Trials = int.TryParse(Environment.GetEnvironmentVariable("NEIGHBOURS"), CultureInfo.InvariantCulture, out var trials) ? trials : 60;

    [Fact]
    public void A_damaged_paragraph_changes_nothing_in_the_others()
    {
        var sound = Statements(Good, -1);
        Assert.True(sound.Count >= 7, string.Join('\n', sound));
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var bad = "Vask " + string.Concat(Enumerable.Range(0, 1 + random.Next(14)).Select(_ => Damage[random.Next(Damage.Length)]));
            var at = random.Next(Good.Length + 1);
            Assert.True(sound.SequenceEqual(Statements([.. Good[..at], bad, .. Good[at..]], at)), $"seed {seed}, before paragraph {at}: {bad}");
        }
    }

    /// <summary>Every statement that has no word in the damaged paragraph, as the text puts it.</summary>
    private static List<string> Statements(string[] paragraphs, int damaged)
    {
        var spans = new List<Paragraph>();
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            spans.Add(new Paragraph(new TextSpan(at, at + paragraph.Length), ParagraphKind.Body));
            at += paragraph.Length + 2;
        }
        var text = string.Join("\n\n", paragraphs);
        var reading = Reader.Value.Read(new Report("r", "r", text, spans));
        var found = new List<string>();
        foreach (var s in reading.Statements)
        {
            if (damaged >= 0 && (s.Content.Overlaps(spans[damaged].Span) || s.Cue.Overlaps(spans[damaged].Span) || s.Holder.Overlaps(spans[damaged].Span))) continue;
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{s.Holder.TextIn(text)}|{s.Cue.TextIn(text)}|{s.Content.TextIn(text)}|{s.Act}"));
        }
        return found;
    }
}
