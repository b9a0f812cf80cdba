using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language.Tests;

/// <summary>What the layers for names are told beside the words themselves.</summary>
public sealed class NameNetworkTests
{
    private static readonly LanguageNetwork Network = new(ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", LanguageNetwork.FileName)));

    [Theory]
    [InlineData("Marta left Port Orlo on foot", "Given . Place PlaceIn . .")]
    [InlineData("the port orlo road", ". Place PlaceIn .")]
    [InlineData("Orlo and Port", ". . .")]
    [InlineData("marta said that Anna left", ". . . . .")]
    [InlineData("marta left early", "Given . .")]
    public void Lists_say_what_words_may_be(string text, string expected)
    {
        var lists = new NameLists(Table(("marta", Listed.GivenName), ("port orlo", Listed.Place)));
        var space = Read(text);
        var marks = new ushort[space.Encoder.Rows.Count];
        lists.Mark(space.Encoder.Forms, space.Encoder.Rows, 0, marks.Length, marks);
        Assert.Equal(expected, string.Join(' ', marks.Select(m => m switch { 0 => ".", 1 => "Given", 8 => "Place", 128 => "PlaceIn", _ => m.ToString() })));
    }

    [Fact]
    public void The_kind_of_text_is_shares_of_its_words()
    {
        var space = Read("The boats left . THE BOATS LEFT .");
        Network.Tag(space);
        var style = new float[TextStyle.Width];
        TextStyle.Read(space, Network.Tags, style);
        Assert.Equal(4f * 2 / 8, style[(int)Upos.Punct]);
        Assert.Equal(8f / 40, style[17 + FormFeatures.Marks]);
        Assert.All(style, share => Assert.InRange(share, 0, 4));
    }

    [Fact]
    public void What_was_read_before_changes_no_name()
    {
        const string mail = "hey anna, did u see the game?? lol. tell mark i am at taco bell in el paso";
        const string news = "Prime Minister Orla Brennick flew from Lagos to Port Moresby on Tuesday, the Daily Ledger reported.";
        var analyzer = Analyzer.Load();
        NamedEntity[] first = [.. analyzer.Analyze(mail).Names];
        NamedEntity[] other = [.. analyzer.Analyze(news).Names];
        Assert.Equal(first, analyzer.Analyze(mail).Names);
        Assert.Equal(other, Analyzer.Load().Analyze(news).Names);
    }

    private static NetworkSpace Read(string text)
    {
        var tokens = new List<TextSpan>();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        var space = new NetworkSpace();
        Network.Add(text, tokens.ToArray(), space);
        return space;
    }

    private static HashTable16 Table(params (string Name, Listed Listed)[] names)
    {
        var (keys, values) = (new uint[16], new ushort[16]);
        var features = new FormFeatures();
        foreach (var (name, listed) in names)
        {
            var hash = 0u;
            foreach (var word in name.Split(' '))
            {
                features.Read(word, Capitals.AsProse);
                hash = NameLists.Join(hash, features.Plain);
            }
            var slot = HashTable16.Slot(hash) & 15;
            while (keys[slot] != 0) slot = slot + 1 & 15;
            (keys[slot], values[slot]) = (hash, (ushort)listed);
        }
        return new HashTable16(Values<uint>.Pinned(keys), Values<ushort>.Pinned(values));
    }
}
