using System.Text.Json;
using Counterclaim.Language;
using Counterclaim.Language.Names;
using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Tests;

public sealed class ConflictNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private NamedSentence Read(string text, params (string Words, string Kind)[] mentions)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "names", "re3d", "Invented")).FullName;
        File.WriteAllText(Path.Combine(folder, "documents.json"), JsonSerializer.Serialize(new { _id = "1", text }));
        File.WriteAllLines(Path.Combine(folder, "entities.json"), mentions.Select(m =>
            JsonSerializer.Serialize(new { documentId = "1", begin = text.IndexOf(m.Words, StringComparison.Ordinal), end = text.IndexOf(m.Words, StringComparison.Ordinal) + m.Words.Length, type = m.Kind })));
        return Assert.Single(Assert.Single(ConflictNames.Read(_folder)).Sentences);
    }

    private static bool May(NamedSentence sentence, int token, int tag) => (sentence.Allowed[token] >> tag & 1) != 0;

    [Fact]
    public void Given_NamesAndDescriptions_When_Read_Then_OnlyNamesAreKnown()
    {
        var sentence = Read("Armed men of the Harran Front shelled Veldt Bridge.", ("Armed men of the Harran Front", "Organisation"), ("Veldt Bridge", "Location"));
        // The description begins with a capital: what is within is a name of that kind.
        Assert.True(May(sentence, 0, NameTags.Begin(EntityKind.Organisation)));
        Assert.True(May(sentence, 7, NameTags.Begin(EntityKind.Location)) && May(sentence, 7, NameTags.Begin(EntityKind.Facility)) && !May(sentence, 7, NameTags.Outside));
        Assert.True(May(sentence, 6, NameTags.Outside) && !May(sentence, 6, NameTags.Begin(EntityKind.Person)));
    }

    [Fact]
    public void Given_ADescriptionWithoutAName_When_Read_Then_NothingIsSaidOfIt()
    {
        var sentence = Read("The front was held by local fighters there.", ("local fighters", "Organisation"));
        Assert.True(May(sentence, 5, NameTags.Outside) && !May(sentence, 5, NameTags.Begin(EntityKind.Organisation)));
    }

    [Fact]
    public void Given_ATitleWithinAPerson_When_Read_Then_TheNameMayBeginBehindIt()
    {
        var sentence = Read("Then General Oda Brandt spoke.", ("General Oda Brandt", "Person"));
        Assert.True(May(sentence, 1, NameTags.Outside) && May(sentence, 1, NameTags.Begin(EntityKind.Person)));
        Assert.True(May(sentence, 3, NameTags.Inside(EntityKind.Person)) && !May(sentence, 3, NameTags.Outside));
    }

    [Fact]
    public void Given_Sentences_When_Respelt_Then_LettersKeepTheirPlaces()
    {
        var texts = Enumerable.Range(0, 100).Select(i => $"the {i} boats of Arnholm left").ToList();
        var respelt = Respelling.Of(texts, (text, respell) => (text, respell(text))).ToList();
        Assert.Contains(("the 0 boats of Arnholm left", "THE 0 BOATS OF ARNHOLM LEFT"), respelt);
        Assert.Contains(("the 7 boats of Arnholm left", "The 7 Boats Of Arnholm Left"), respelt);
        Assert.All(respelt, pair => Assert.Equal(pair.Item1, pair.Item2, ignoreCase: true));
    }
}
