using Counterclaim.Web.Notes;

namespace Counterclaim.Web.Tests;

/// <summary>What one person notes of a ledger: visits, searches, the way back.</summary>
public sealed class NotebookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-notes-").FullName;
    private readonly SteppedClock _clock = new();

    private string NotesPath => Path.Combine(_folder, "ledger.db.notes.json");

    [Fact]
    public void What_was_new_stays_new_for_a_visit()
    {
        var notes = Notebook.Open(null, _clock);
        var first = _clock.Now;
        Assert.Null(notes.LookAt("Q1", 0.2));
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(notes.LookAt("Q1", 0.2));
        var lastOfFirst = _clock.Now;

        _clock.Now += TimeSpan.FromHours(5);
        Assert.Equal((lastOfFirst, 0.2), (notes.LookAt("Q1", 0.6)!.Last, notes.LookAt("Q1", 0.6)!.Measure));
        _clock.Now += TimeSpan.FromMinutes(29);
        Assert.Equal(lastOfFirst, notes.LookAt("Q1", 0.6)!.Last);
        Assert.Equal(_clock.Now, notes.LastLook("Q1"));
        Assert.Equal(first, notes.LastLook("Q2"));
    }

    [Fact]
    public void A_look_can_be_put_back_and_everything_taken_for_seen()
    {
        var notes = Notebook.Open(null, _clock);
        notes.LookAt("Q1");
        var first = _clock.Now;
        _clock.Now += TimeSpan.FromDays(1);
        notes.LookAt("Q1");
        var step = notes.Unlook("Q1");
        Assert.Equal(first, notes.LastLook("Q1"));
        Assert.True(notes.Undo(step));
        Assert.Equal(_clock.Now, notes.LastLook("Q1"));

        _clock.Now += TimeSpan.FromDays(1);
        var seen = notes.SeeAll();
        Assert.Equal(_clock.Now, notes.LastLook("Q7"));
        Assert.True(notes.Undo(seen));
        Assert.Equal(first, notes.LastLook("Q7"));
        Assert.False(notes.Undo(seen));
    }

    [Fact]
    public void Searches_and_looks_are_there_again_when_the_room_is_opened_anew()
    {
        var notes = Notebook.Open(NotesPath, _clock);
        notes.Keep("Roads", "claims", "kind:route");
        var kept = notes.Keep("الطرق", "questions", "kind:route \"coast road\"");
        notes.SignAs("Irena");
        _clock.Now += TimeSpan.FromHours(1);
        notes.LookAt("Q1", 0.5);
        var again = Notebook.Open(NotesPath, _clock);
        Assert.Equal(notes.Searches, again.Searches);
        Assert.Equal(("Irena", _clock.Now), (again.Author, again.LastLook("Q1")));
        notes.Undo(kept);
        Assert.Single(Notebook.Open(NotesPath, _clock).Searches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"looks\": [")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("{\"looks\": null, \"searches\": null}")]
    public void A_file_that_cannot_be_understood_is_put_aside(string content)
    {
        File.WriteAllText(NotesPath, content);
        var notes = Notebook.Open(NotesPath, _clock);
        notes.LookAt("Q1");
        Assert.Empty(notes.Searches);
        Assert.Equal(content, File.ReadAllText(Assert.Single(Directory.GetFiles(_folder, "*.unread"))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
