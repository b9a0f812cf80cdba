using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Tests.Store;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Questions;

/// <summary>Questions that the ledger keeps as claims come.</summary>
public class KeptQuestionTests
{
    private static readonly PageRequest All = new(PageRequest.MostAtOnce);

    [Fact]
    public void They_are_those_made_of_all_claims_at_once()
    {
        using var ledger = TestLedger.WithDemo();
        var made = QuestionBuilder.Build(ledger.Store.Claims(LedgerQuery.Empty, All).Items);
        Assert.NotEmpty(made);
        Assert.Equal(made.Select(Shown).Order(StringComparer.Ordinal), Kept(ledger).Select(Shown).Order(StringComparer.Ordinal));
        Assert.Equal(Kept(ledger).Select(q => q.Contested).OrderDescending(), Kept(ledger).Select(q => q.Contested));
    }

    [Fact]
    public void One_is_asked_for_by_its_id_with_its_history()
    {
        using var ledger = TestLedger.WithDemo();
        var question = Kept(ledger)[0];
        var one = ledger.Store.Question(question.Id!)!;
        Assert.Equal(Shown(question), Shown(one));
        Assert.Equal(one.Positions.Sum(p => p.ClaimCount), one.History.Sum(d => d.Claims));
        Assert.Equal(one.History.Select(d => d.Day).Order(), one.History.Select(d => d.Day));
        Assert.Equal(one.Claims.Select(c => c.Ref).ToHashSet(), ledger.Store.Claims(QueryParser.Parse("question:" + one.Id), All).Items.Select(c => c.Ref).Except(one.Apart.Select(a => a.Ref)).ToHashSet());
        Assert.Null(ledger.Store.Question("Q999999"));
        Assert.Null(ledger.Store.Question("nonsense"));
    }

    [Fact]
    public void Those_of_a_place_are_those_that_a_claim_set_there_answers_whatever_is_merged_and_corrected()
    {
        using var ledger = TestLedger.WithDemo();
        Check();
        ledger.Store.Correct(Kept(ledger)[0].Positions[0].Claims[0].Ref.ToString(), CorrectionAction.Change, [("place", "Brandry")], "desk");
        var states = ledger.Store.Questions(QueryParser.Parse("kind:control"), All).Items;
        ledger.Store.MergeQuestions(states[0].Id!, states[1].Id!, "desk");
        Check();

        void Check()
        {
            foreach (var place in (string[])["Quillhaven", "Ninefields", "Brandry"])
            {
                var there = ledger.Store.Claims(QueryParser.Parse($"place:{place}"), All).Items.Select(c => c.Ref).ToHashSet();
                var wanted = Kept(ledger).Where(q => q.Claims.Concat(q.Apart).Any(c => there.Contains(c.Ref))).Select(q => q.Id).Order(StringComparer.Ordinal);
                Assert.Equal(wanted, ledger.Store.Questions(QueryParser.Parse($"place:{place}"), All).Items.Select(q => q.Id).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void The_ledgers_state_changes_with_whatever_makes_questions_anew()
    {
        using var ledger = TestLedger.WithDemo();
        var before = ledger.Store.State();
        Assert.Equal(before, ledger.Store.State());
        ledger.Store.Rebuild(null, TestLedger.Version, (_, _) => { }, CancellationToken.None);
        Assert.NotEqual(before, ledger.Store.State());
    }

    [Fact]
    public void Corrections_of_claims_change_the_answers_and_taking_them_back_restores_them()
    {
        using var ledger = TestLedger.WithDemo();
        var before = Kept(ledger).Select(Shown).ToArray();
        var question = Kept(ledger)[0];
        var claim = question.Positions[0].Claims[0].Ref.ToString();
        var rejected = ledger.Store.Correct(claim, CorrectionAction.Reject, [], "desk")[0];
        Assert.DoesNotContain(Kept(ledger).SelectMany(q => q.Claims), c => c.Ref.ToString() == claim);
        ledger.Store.Undo(rejected, "desk");
        Assert.Equal(before, Kept(ledger).Select(Shown));
        var moved = ledger.Store.Correct(claim, CorrectionAction.Change, [("place", "Brandry")], "desk")[0];
        Assert.DoesNotContain(ledger.Store.Question(question.Id!)!.Claims, c => c.Ref.ToString() == claim);
        ledger.Store.Undo(moved, "desk");
        Assert.Equal(before, Kept(ledger).Select(Shown));
    }

    [Fact]
    public void People_word_dismiss_merge_and_split_questions_for_good_and_take_it_back()
    {
        using var ledger = TestLedger.WithDemo();
        var before = Kept(ledger).Select(Shown).ToArray();
        string[] states = [.. ledger.Store.Questions(QueryParser.Parse("kind:control"), All).Items.Select(q => q.Id!)];
        var (one, other) = (states[0], states[1]);
        var split = ledger.Store.Question(one)!.Positions[^1].Claims[0];
        List<long> entries =
        [
            ledger.Store.RenameQuestion(one, "Who is master of the port?", "desk"), ledger.Store.MergeQuestions(one, other, "desk", "one front"),
            .. ledger.Store.PartQuestion(one, [split.Ref.ToString()], "desk"), ledger.Store.DismissQuestion(Kept(ledger)[^1].Id!, "desk"),
        ];
        var dismissed = Kept(ledger).Select(q => q.Id).ToArray();
        Check();
        ledger.Store.Rebuild(null, TestLedger.Version, (_, _) => { }, CancellationToken.None);
        ledger.Reopen();
        Check();
        foreach (var entry in entries.AsEnumerable().Reverse()) ledger.Store.Undo(entry, "desk");
        Assert.Equal(before, Kept(ledger).Select(Shown));
        Assert.Throws<CorrectionException>(() => ledger.Store.MergeQuestions("Q1", "Q1", "desk"));
        Assert.Throws<CorrectionException>(() => ledger.Store.RenameQuestion("Q999999", "what?", "desk"));
        Assert.Throws<CorrectionException>(() => ledger.Store.RenameQuestion("Q1", " ", "desk"));

        void Check()
        {
            var question = ledger.Store.Question(one)!;
            Assert.Equal(("Who is master of the port?", true), (question.Wording, question.IsRenamed));
            Assert.Equal(one, ledger.Store.Question(other)!.Id);
            Assert.True(question.Claims.Select(c => c.Place?.Name).Distinct().Count() > 1);
            Assert.DoesNotContain(question.Claims, c => c.Ref == split.Ref);
            var own = ledger.Store.Corrections().Select(c => c.Entry).Single(c => c.Action == CorrectionAction.Part).NewValue!.Trim('"');
            Assert.Equal(split.Ref, ledger.Store.Question(own)!.Claims.Single().Ref);
            Assert.Equal(dismissed, Kept(ledger).Select(q => q.Id));
        }
    }

    [Fact]
    public void Two_tellers_found_to_be_one_are_one_origin()
    {
        using var ledger = TestLedger.WithDemo();
        var question = Kept(ledger).First(q => q.Positions.Any(p => TellerOf(p) is not null));
        var position = question.Positions.First(p => TellerOf(p) is not null);
        var teller = TellerOf(position)!;
        var told = TestLedger.Demo.Single(r => r.Report.Id == teller.Ref.Report);
        ledger.Store.Add([told with
        {
            Report = told.Report with { Id = "sha256:other", Publisher = "Evening Post", Text = string.Concat(told.Report.Text.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + (c - 'a' + 13) % 26) : c)) },
            Actors = [.. told.Actors.Select(a => a.Name == teller.Name ? a with { Name = "Petra Lindqvist", Identity = null } : a)],
        }], TestLedger.Version);
        var before = Kept(ledger).Select(Shown).ToArray();
        Assert.Equal(position.Origins + 1, Now().Origins);
        var other = Now().Claims.Select(c => c.FirstTeller.Actor).First(a => a?.Name == "Petra Lindqvist")!;
        var entry = ledger.Store.JoinActors(teller.Cluster!, other.Cluster!, "desk");
        Assert.Equal(position.Origins, Now().Origins);
        ledger.Store.Undo(entry, "desk");
        Assert.Equal(before, Kept(ledger).Select(Shown));

        Position Now() => ledger.Store.Question(question.Id!)!.Positions.Single(p => p.Label == position.Label);
    }

    private static ClaimActor? TellerOf(Position position) => position.Claims.Select(c => c.FirstTeller.Actor).FirstOrDefault(a => a is { Kind: ActorKind.Person, Cluster: not null });

    private static IReadOnlyList<Question> Kept(TestLedger ledger) => ledger.Store.Questions(LedgerQuery.Empty, All).Items;

    private static string Shown(Question question) =>
        $"{question.Kind} {question.Wording} {question.Contested:0.000} {question.Period} {question.Apart.Count}: " + string.Join("; ", question.Positions.Select(p => $"{p.Label} {p.Origins} {p.At} {p.Since} {p.Last} [{string.Join(' ', p.Claims.Select(c => c.Ref))}]"));
}
