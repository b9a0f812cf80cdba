using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;
using Counterclaim.Model;
using Microsoft.Playwright;

namespace Counterclaim.Web.Tests.Browser;

/// <summary>Correcting where one reads: text is selected, and becomes a part of a statement, a claim's clause, or a statement of its own.</summary>
[Collection(nameof(RoomFixture))]
public sealed class MarkingTests(RoomFixture rooms)
{
    private const string Pasted = """
        Ninefields 🏚 has fallen

        The suburb of Ninefields has fallen to the Compact, an aid worker said on Thursday. Governor Irena Vosk was in the town hall.

        The Compact now holds all of Ninefields, officials said.
        """;

    private async Task<(OpenPage Open, LedgerStore Ledger, string Report)> PasteAsync(string name)
    {
        var (room, ledger) = await rooms.FreshDemoAsync(name);
        var open = await Chromium.OpenAsync(room.Address, "/add");
        await open.Page.FillAsync("#text", Pasted);
        await open.Page.FillAsync("#published", "2026-03-12");
        await open.Page.FillAsync("#publisher", "Tolvane Echo");
        await open.Page.ClickAsync("button.main");
        await open.ArrivedAsync("/reports/");
        return (open, ledger, ledger.Reports(QueryParser.Parse("outlet:\"Tolvane Echo\""), new PageRequest()).Items[0].Report.Id);
    }

    /// <summary>Selects words of the report as a person with a mouse does.</summary>
    private static Task SelectAsync(IPage page, string words) => page.EvaluateAsync("""
        words => {
          const nodes = [];
          const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT, n => n.parentElement.closest('.tag, .from, .legend') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
          while (walk.nextNode()) nodes.push(walk.currentNode);
          const at = nodes.map(n => n.data).join('').indexOf(words);
          const find = offset => { for (const node of nodes) { if (offset <= node.data.length) return [node, offset]; offset -= node.data.length; } };
          getSelection().setBaseAndExtent(...find(at), ...find(at + words.length));
        }
        """, words);

    private static async Task MakeAsync(IPage page, string words, string what)
    {
        await SelectAsync(page, words);
        await page.Locator($"#marking [data-do={what}]").ClickAsync();
        await page.Locator(".notice").WaitForAsync();
    }

    private static Statement Told(LedgerStore ledger, string report, string words) =>
        ledger.Corrected(report)!.Reading is var reading ? reading.Statements.First(s => s.Content.TextIn(reading.Report.Text).Contains(words, StringComparison.Ordinal)) : throw new InvalidOperationException();

    private static Claim Control(LedgerStore ledger, string report, string words) => ledger.ClaimsOf(report).First(c => c.Kind == "control" && c.Exact.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task A_holder_and_a_content_are_set_right_by_selecting_the_question_follows_and_it_is_taken_back_and_away()
    {
        var (open, ledger, report) = await PasteAsync(nameof(A_holder_and_a_content_are_set_right_by_selecting_the_question_follows_and_it_is_taken_back_and_away));
        await using var _ = open;
        var page = open.Page;
        var statement = Told(ledger, report, "has fallen to the Compact");
        var text = ledger.Reading(report)!.Report.Text;
        var claim = Control(ledger, report, "has fallen to");
        var question = ledger.QuestionsOf(claim.Ref)[0].Id!;
        await page.GotoAsync($"/reports/{ReportKeys.Short(report)}#{statement.Id}");
        await page.Locator($"#{statement.Id}.on").WaitForAsync();

        // Another holder: who the words stand for comes with them, and the question names them.
        await MakeAsync(page, "Governor Irena Vosk", "holder");
        Assert.Equal("Governor Irena Vosk", Told(ledger, report, "has fallen to the Compact").Holder.TextIn(text));
        Assert.Equal("Irena Vosk", Control(ledger, report, "has fallen to").FirstTeller.Name);
        await page.GotoAsync("/questions/" + question);
        Assert.Contains("Irena Vosk", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // A content that holds less: what is left out is the paper's own.
        await page.GotoAsync($"/reports/{ReportKeys.Short(report)}#{statement.Id}");
        await page.Locator($"#{statement.Id}.on").WaitForAsync();
        await MakeAsync(page, "The suburb", "content");
        Assert.Equal("The suburb", ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == statement.Id).Content.TextIn(text));
        Assert.Equal(Voice.Own, Control(ledger, report, "has fallen to").Voice);
        await page.GotoAsync("/questions/" + question);
        Assert.DoesNotContain("Irena Vosk", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // More is added to it; then all is taken back, the last first.
        await page.GotoAsync($"/reports/{ReportKeys.Short(report)}#{statement.Id}");
        await page.Locator($"#{statement.Id}.on").WaitForAsync();
        await MakeAsync(page, "has fallen to the Compact", "more");
        Assert.Equal("The suburb … has fallen to the Compact", ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == statement.Id).Content.TextIn(text));
        Assert.Equal("Irena Vosk", Control(ledger, report, "has fallen to").FirstTeller.Name);
        await page.GotoAsync("/corrections");
        for (var left = 3; left > 0; left--)
        {
            await page.Locator(".log .row:not(.gone) button").First.ClickAsync();
            await page.Locator($".log .gone >> nth={3 - left}").WaitForAsync();
        }
        Assert.Equal(statement.Content, Told(ledger, report, "has fallen").Content);
        Assert.Equal(claim.FirstTeller.Name, Control(ledger, report, "has fallen to").FirstTeller.Name);

        await page.GotoAsync("/claims?q=outlet:\"Tolvane Echo\"");
        var rows = await page.Locator("ol.claims > .row").CountAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".take a").First.ClickAsync());
        Assert.Equal(rows, (await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Length - 1);
        open.AssertQuiet();
    }

    [Fact]
    public async Task By_keyboard_alone_a_statement_is_marked_its_end_moved_and_taken_back()
    {
        var (open, ledger, report) = await PasteAsync(nameof(By_keyboard_alone_a_statement_is_marked_its_end_moved_and_taken_back));
        await using var _ = open;
        var (page, keyboard) = (open.Page, open.Page.Keyboard);
        var text = ledger.Reading(report)!.Report.Text;
        var statement = Told(ledger, report, "has fallen to the Compact");
        for (var step = 0; step < 40 && !page.Url.EndsWith("#" + statement.Id, StringComparison.Ordinal); step++) await keyboard.PressAsync("j");
        Assert.EndsWith("#" + statement.Id, page.Url, StringComparison.Ordinal);

        // Its words, without the last two.
        await keyboard.PressAsync("s");
        Assert.Equal(statement.Content.TextIn(text), (await page.EvaluateAsync<string>("getSelection().toString()")).Trim(',', ' '));
        for (var word = 0; word < 2; word++) await keyboard.PressAsync("Control+Shift+ArrowLeft");
        await page.Locator("#marking").WaitForAsync();
        var selected = await page.EvaluateAsync<string>("getSelection().toString()");
        Assert.StartsWith("The suburb of Ninefields has fallen", selected, StringComparison.Ordinal);
        await keyboard.PressAsync("t");
        await page.Locator(".notice").WaitForAsync();
        Assert.Equal(selected.Trim(), ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == statement.Id).Content.TextIn(text));

        await keyboard.PressAsync("u");
        await page.Locator(".notice").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(statement.Content, Told(ledger, report, "has fallen").Content);

        // Nothing selected in the ledger: s begins at the text itself, Escape lets go.
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("s");
        await page.Locator("#marking").WaitForAsync();
        Assert.Equal(1, await page.Locator("#marking button:visible").CountAsync());
        await keyboard.PressAsync("Escape");
        await page.Locator("#marking").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        open.AssertQuiet();
    }

    [Fact]
    public async Task A_statement_that_was_not_found_is_marked_behind_an_emoji()
    {
        var (open, ledger, report) = await PasteAsync(nameof(A_statement_that_was_not_found_is_marked_behind_an_emoji));
        await using var _ = open;
        var page = open.Page;
        await page.Keyboard.PressAsync("Escape");
        await MakeAsync(page, "Governor Irena Vosk was in the town hall", "new");
        var reading = ledger.Corrected(report)!.Reading;
        var added = Assert.Single(reading.Statements, s => s.Content.TextIn(reading.Report.Text) == "Governor Irena Vosk was in the town hall");
        Assert.StartsWith("s*", added.Id, StringComparison.Ordinal);
        await page.Locator(".ledger .entry.on").WaitForAsync(); // it is selected: its holder and cue come next
        await MakeAsync(page, "an aid worker", "holder");
        Assert.Equal("an aid worker", ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == added.Id).Holder.TextIn(reading.Report.Text));
        open.AssertQuiet();
    }

    [Fact]
    public async Task Selected_text_becomes_a_claim_s_clause()
    {
        var (open, ledger, report) = await PasteAsync(nameof(Selected_text_becomes_a_claim_s_clause));
        await using var _ = open;
        var claim = Control(ledger, report, "has fallen to");
        await open.Page.GotoAsync($"/reports/{ReportKeys.Short(report)}#{claim.Ref.Assertion}");
        await open.Page.Locator($"#{claim.Ref.Assertion}.on").WaitForAsync();
        await MakeAsync(open.Page, "Ninefields has fallen to the Compact", "span");
        Assert.Equal("Ninefields has fallen to the Compact", ledger.ClaimsOf(report).Single(c => c.IsCorrected).Exact);
    }

    [Fact]
    public async Task Without_script_forms_do_the_same_in_words_and_in_offsets()
    {
        var (open, ledger, report) = await PasteAsync(nameof(Without_script_forms_do_the_same_in_words_and_in_offsets));
        var statement = Told(ledger, report, "has fallen to the Compact");
        var origin = new Uri(open.Page.Url).GetLeftPart(UriPartial.Authority);
        await open.DisposeAsync();
        await using var plain = await Chromium.OpenAsync(new Uri(origin), $"/reports/{ReportKeys.Short(report)}", script: false);
        var (page, text) = (plain.Page, ledger.Reading(report)!.Report.Text);
        Assert.True(await page.Locator("#marking").IsHiddenAsync());
        await page.Locator($"[id='{statement.Id}'] > p").First.HoverAsync();
        await page.Locator($"[id='{statement.Id}'] > p > .tools [data-key=e]").First.ClickAsync();
        Assert.Equal("an aid worker", await page.InputValueAsync("input[name=holder]"));
        await page.FillAsync("input[name=holder]", "Governor Irena Vosk");
        await page.FillAsync("textarea", "has fallen … the Compact");
        await page.ClickAsync("button.main");
        await page.Locator(".notice").WaitForAsync();
        var after = ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == statement.Id);
        Assert.Equal(("Governor Irena Vosk", "has fallen … the Compact"), (after.Holder.TextIn(text), after.Content.TextIn(text)));
        Assert.Equal("Irena Vosk", await page.InputValueAsync("input[name=who]"));

        await page.FillAsync("textarea", "25-50");
        await page.FillAsync("input[name=who]", "Marten Tolliver");
        await page.ClickAsync("button.main");
        await page.Locator(".log .row >> nth=3").WaitForAsync();
        Assert.Equal("Marten Tolliver", await page.InputValueAsync("input[name=who]"));
        Assert.Equal(text[26..51], ledger.Corrected(report)!.Reading.Statements.First(s => s.Id == statement.Id).Content.TextIn(text)); // an emoji stands before it

        await page.GotoAsync($"{origin}/reports/{ReportKeys.Short(report)}");
        await page.Locator("details.rule > summary").First.ClickAsync();
        await page.Locator("form.correct textarea").FillAsync("was in the town hall");
        await page.Locator("form.correct input[name=holder]").FillAsync("Irena Vosk");
        await page.Locator("form.correct button.main").ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        Assert.Contains(ledger.Corrected(report)!.Reading.Statements, s => s.Content.TextIn(text) == "was in the town hall" && s.Holder.TextIn(text) == "Irena Vosk");
        plain.AssertQuiet();
    }
}
