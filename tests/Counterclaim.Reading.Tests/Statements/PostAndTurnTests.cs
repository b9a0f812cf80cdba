using Counterclaim.Model;

namespace Counterclaim.Reading.Tests.Statements;

/// <summary>Posts, turns and block quotations, from a report with paragraphs of known kinds to whole statements.</summary>
public sealed class PostAndTurnTests
{
    private static readonly Lazy<ReportReader> Reader = new(() => ReportReader.Load(new ReaderOptions()));

    [Theory]
    [InlineData("The pier holds. pic.twitter.com/aBc1", "The pier holds.")]
    [InlineData("The pier holds. https://t.co/aBc1", "The pier holds.")]
    [InlineData("2/3 The pier holds.", "The pier holds.")]
    [InlineData("The pier holds. (2/3)", "The pier holds.")]
    [InlineData("Replying to @ottobrandt\nThe pier holds.", "The pier holds.")]
    [InlineData("@ottobrandt The pier holds.", "The pier holds.")]
    [InlineData("@ottobrandt is wrong: the pier holds.", "@ottobrandt is wrong: the pier holds.")]
    [InlineData("The plan is at https://harbour.example/plan", "The plan is at https://harbour.example/plan")]
    public void Of_a_post_only_what_its_author_wrote_is_content(string post, string content)
    {
        var text = post + "\n— Oren Vask (@vask) May 4, 2031";
        Assert.Equal(content, Post(text).Content.TextIn(text));
    }

    [Fact]
    public void A_post_is_asked_of_whom_it_answers_by_whoever_owns_the_account()
    {
        const string article = "Harbour master Otto Brandt closed the pier.";
        const string post = "@ottobrandt Who has the keys?\n— @orenvask May 4, 2031";
        var text = $"{article} Oren Vask was not told.\n\n{post}";
        var start = text.IndexOf(post, StringComparison.Ordinal);
        var signature = text.IndexOf('—', StringComparison.Ordinal);
        var reading = Reader.Value.Read(new Report("r", "r", text,
        [
            new Paragraph(new TextSpan(0, start - 2), ParagraphKind.Body),
            new Paragraph(new TextSpan(start, text.Length), ParagraphKind.Social) { Post = new SocialPost(null, "orenvask", "X", null, new TextSpan(signature, text.Length)) },
        ]));
        var statement = reading.Statements.Single(s => s.Cue.IsEmpty);
        Assert.Equal(SpeechAct.Ask, statement.Act);
        Assert.Equal("Oren Vask", reading.Actors.Single(a => a.Id == statement.Actor).Name);
        Assert.Contains("Brandt", reading.Actors.Single(a => a.Id == statement.Addressee).Name, StringComparison.Ordinal);
        Assert.Equal("2031-05-04", reading.Times.Single(t => t.Id == statement.Time).Value);
    }

    [Theory]
    [InlineData("Note: The pier is closed.\n\nPhoto: The pier in March.\n\nNote: It opens at six.\n\nPhoto: The ferry was late.")]
    [InlineData("ORVANE: The pier was closed.\n\nSALLOW: The ferry was late.\n\nORVANE: Engineers came.\n\nSALLOW: Divers went down.")]
    [InlineData("Monday: The boats sail at six.\n\nTuesday: The boats sail at nine.\n\nMonday: There are extra boats.")]
    public void Labels_where_nobody_takes_turns_are_no_speakers(string text) => Assert.Empty(Read(text).Statements);

    [Fact]
    public void What_happens_in_the_room_is_not_said()
    {
        const string text = "BRANDT: The pumps failed. (Applause) Two men slept.\n\nVASK: Who were they? [crosstalk]\n\nBRANDT: You know [the men] well.\n\nVASK: I do not.";
        var contents = Read(text).Statements.Where(s => s.Cue.IsEmpty).Select(s => string.Join('|', s.Content.Select(c => c.In(text).ToString())));
        Assert.Equal(["The pumps failed.|Two men slept.", "Who were they?", "You know [the men] well.", "I do not."], contents);
    }

    [Fact]
    public void A_question_is_asked_and_no_claim_of_the_one_who_answers()
    {
        const string text = "Otto Brandt, the harbour master, spoke to the Lantern.\n\nQ: Did the pumps fail?\n\nA: They did. Two men slept.\n\nQ: Who were they?\n\nA: I will not name them.";
        var reading = Read(text);
        var question = reading.Statements.Single(s => s.Content.TextIn(text) == "Did the pumps fail?");
        Assert.Equal(SpeechAct.Ask, question.Act);
        Assert.Null(question.Actor);
        var answer = reading.Statements.Single(s => s.Content.TextIn(text) == "They did. Two men slept.");
        Assert.Equal(question.Addressee, answer.Actor);
        Assert.Equal("Otto Brandt", reading.Actors.Single(a => a.Id == answer.Actor).Name);
        Assert.Equal(StatementMode.Direct, answer.Mode);
    }

    [Fact]
    public void All_of_a_block_quotation_is_what_was_written()
    {
        const string text = "In a post on Telegram, Otto Brandt wrote:\n\nThe pumps failed. The minister said they would last.\n\nTwo men slept.";
        int first = text.IndexOf("The pumps", StringComparison.Ordinal), second = text.IndexOf("Two men", StringComparison.Ordinal);
        var reading = Reader.Value.Read(new Report("r", "r", text,
        [
            new Paragraph(new TextSpan(0, first - 2), ParagraphKind.Body), new Paragraph(new TextSpan(first, second - 2), ParagraphKind.Quote), new Paragraph(new TextSpan(second, text.Length), ParagraphKind.Quote),
        ]));
        var statement = Assert.Single(reading.Statements, s => s.Via is null);
        Assert.Equal(text[first..], text[statement.Content.Hull.Start..statement.Content.Hull.End]);
        Assert.Equal("Telegram", statement.Channel);
    }

    private static Statement Post(string text)
    {
        var signature = new TextSpan(text.IndexOf('—', StringComparison.Ordinal), text.Length);
        var paragraph = new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Social) { Post = new SocialPost("Oren Vask", "vask", "X", null, signature) };
        return Reader.Value.Read(new Report("r", "r", text, [paragraph])).Statements.First(s => s.Cue.IsEmpty);
    }

    private static Model.Reading Read(string text)
    {
        var paragraphs = new List<Paragraph>();
        var at = 0;
        foreach (var part in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(new TextSpan(at, at + part.Length), ParagraphKind.Body));
            at += part.Length + 2;
        }
        return Reader.Value.Read(new Report("r", "r", text, paragraphs) { Publisher = "The Lantern" });
    }
}
