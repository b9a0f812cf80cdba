using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Tests.Store;

namespace Counterclaim.Ledger.Tests.Links;

/// <summary>Links and questions follow from the claims that are there, not from how they came.</summary>
public class AnyOrderTests
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);

    /// <summary>The demo six times over, each in other letters and a few hours or days on: enough that every bound on what is compared and kept is reached.</summary>
    private static readonly Lazy<IReadOnlyList<Model.Reading>> Siege = new(() => [.. TestLedger.Demo.Concat(Enumerable.Range(1, 5).SelectMany(n => TestLedger.Demo.Select(r => InOtherLetters(r, n))))]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reports_in_any_order_give_the_same_links_and_questions(int seed)
    {
        Assert.Equal(Inside(Siege.Value), Inside(Shuffled(Siege.Value, seed)));
        Assert.Equal(Inside(TestLedger.Demo), Inside(Shuffled(TestLedger.Demo, seed)));
    }

    [Fact]
    public void They_are_those_made_of_all_claims_at_once()
    {
        using var ledger = Ledger(Shuffled(Siege.Value, 4));
        var made = QuestionBuilder.Build(ledger.Store.Claims(LedgerQuery.Empty, All).Items);
        Assert.Equal(made.Select(Shown).Order(StringComparer.Ordinal), ledger.Store.Questions(LedgerQuery.Empty, All).Items.Select(Shown).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Corrections_taken_back_leave_no_trace_in_whatever_order(int seed)
    {
        var random = new Random(seed);
        using var ledger = Ledger(Shuffled(Siege.Value, seed));
        var before = Written(ledger);
        string[] ids = [.. QuestionsById(ledger)];
        var claims = ledger.Store.Claims(QueryParser.Parse("kind:casualties,strike,responsibility,control,appeal"), All).Items;
        var entries = new List<long>();
        for (var i = 0; i < 14; i++)
        {
            var claim = claims[random.Next(claims.Count)].Ref.ToString();
            entries.AddRange(random.Next(3) switch
            {
                0 => ledger.Store.Correct(claim, CorrectionAction.Reject, [], "desk"),
                1 => ledger.Store.Correct(claim, CorrectionAction.Change, [("place", "Brandry")], "desk"),
                _ => ledger.Store.Correct(claim, CorrectionAction.Change, [("certainty", "possible")], "desk"),
            });
        }
        var questions = ledger.Store.Questions(QueryParser.Parse("kind:casualties"), All).Items;
        entries.Add(ledger.Store.MergeQuestions(questions[0].Id!, questions[1].Id!, "desk"));
        entries.AddRange(ledger.Store.PartQuestion(questions[0].Id!, [questions[0].Positions[0].Claims[0].Ref.ToString()], "desk"));
        Assert.NotEqual(before, Written(ledger));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries));
        foreach (var entry in entries) ledger.Store.Undo(entry, "desk");
        Assert.Equal(before, Written(ledger));
        Assert.Equal(ids, QuestionsById(ledger));
    }

    [Fact]
    public void Made_anew_they_are_the_same()
    {
        using var ledger = Ledger(Shuffled(Siege.Value, 7));
        var before = Written(ledger);
        string[] ids = [.. QuestionsById(ledger)];
        ledger.Store.Rebuild(null, TestLedger.Version, (_, _) => { }, CancellationToken.None);
        Assert.Equal(before, Written(ledger));
        Assert.Equal(ids, QuestionsById(ledger));
    }

    private static List<string> Inside(IEnumerable<Model.Reading> readings)
    {
        using var ledger = Ledger(readings);
        return Written(ledger);
    }

    private static TestLedger Ledger(IEnumerable<Model.Reading> readings)
    {
        var ledger = new TestLedger();
        foreach (var some in readings.Chunk(7)) ledger.Store.Add(some, TestLedger.Version);
        return ledger;
    }

    private static Model.Reading[] Shuffled(IEnumerable<Model.Reading> readings, int seed)
    {
        Model.Reading[] shuffled = [.. readings];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static List<string> Written(TestLedger ledger) =>
    [
        .. ledger.Store.Links(LedgerQuery.Empty, All).Items.Select(l => $"{l.Later.Ref} {l.Comparison} {l.Earlier.Ref}").Order(StringComparer.Ordinal),
        .. ledger.Store.Questions(LedgerQuery.Empty, All).Items.Select(Shown).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> QuestionsById(TestLedger ledger) => ledger.Store.Questions(LedgerQuery.Empty, All).Items.Select(q => $"{q.Id} {Shown(q)}").Order(StringComparer.Ordinal);

    private static string Shown(Question question) =>
        $"{question.Kind} {question.Wording} {question.Contested:0.000} {question.Period}: " + string.Join("; ", question.Positions.Select(p => $"{p.Label} {p.Origins} {p.ClaimCount} {p.At} {p.Since} {p.Last} {p.Claims[0].Ref}"));

    /// <summary>The same claims in a text that nobody would take for the same, told later.</summary>
    private static Model.Reading InOtherLetters(Model.Reading reading, int number) => reading with
    {
        Report = reading.Report with
        {
            Id = $"{reading.Report.Id[..^1]}{number}x",
            Publisher = $"Outlet {number}",
            Url = null,
            Text = string.Concat(reading.Report.Text.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + (c - 'a' + number * 4) % 26) : c)),
            Published = reading.Report.Published?.AddHours(number * 5),
        },
    };
}
