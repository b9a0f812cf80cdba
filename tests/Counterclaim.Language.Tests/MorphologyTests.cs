using Counterclaim.Language.Models;
using Counterclaim.Language.Morphology;
using Counterclaim.Model;

namespace Counterclaim.Language.Tests;

public sealed class MorphologyTests
{
    private static readonly Analyzer Analyzer = Analyzer.Load();

    // Tags and trees are given, so that these hold whatever the tagger makes of the sentences.
    private static (string[] Lemmas, string[] Features) Describe(string words)
    {
        var rows = words.Split(' ').Select(w => w.Split('/')).ToArray();
        var forms = rows.Select(r => r[0]).ToArray();
        var spans = new List<TextSpan>();
        foreach (var form in forms) spans.Add(new TextSpan(spans.Count == 0 ? 0 : spans[^1].End + 1, (spans.Count == 0 ? 0 : spans[^1].End + 1) + form.Length));
        var tags = rows.Select(r => $"{r[1]} {r[2]}").Distinct().ToArray();
        var model = MorphologyModel.From(ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", MorphologyModel.FileName)), tags);
        var data = new AnalysisData(string.Join(' ', forms), [.. spans], [new TokenRange(0, rows.Length)], new int[rows.Length], new Upos[rows.Length],
            new byte[rows.Length], [], new string[rows.Length], new ushort[rows.Length], model.FeatureNames, [.. rows.Select(r => int.Parse(r[3]) - 1)],
            [.. rows.Select(r => UniversalNames.ParseDeprel(r[4]))], [], []);
        model.Describe(data, data.Sentences[0], [.. rows.Select(r => (byte)Array.IndexOf(tags, $"{r[1]} {r[2]}"))], new WordSequence(), new LemmaCache());
        return (data.Lemmas, [.. data.Features.Select(f => model.FeatureNames[f])]);
    }

    [Theory]
    [InlineData("faded/VERB/VBD/0/root", "fade")]
    [InlineData("gossiped/VERB/VBD/0/root", "gossip")]
    [InlineData("underwent/VERB/VBD/0/root", "undergo")]
    [InlineData("froze/VERB/VBD/0/root", "freeze")]
    [InlineData("mimicking/VERB/VBG/0/root", "mimic")]
    [InlineData("shelling/VERB/VBG/0/root", "shell")]
    [InlineData("shrunk/VERB/VBN/0/root", "shrink")]
    [InlineData("fled/VERB/VBD/0/root", "flee")]
    [InlineData("corpses/NOUN/NNS/0/root", "corpse")]
    [InlineData("geese/NOUN/NNS/0/root", "goose")]
    [InlineData("bonuses/NOUN/NNS/0/root", "bonus")]
    [InlineData("smelled/VERB/VBD/0/root", "smell")]
    [InlineData("bid/VERB/VBD/0/root", "bid")]
    [InlineData("monarchs/NOUN/NNS/0/root", "monarch")]
    [InlineData("calories/NOUN/NNS/0/root", "calorie")]
    [InlineData("simplest/ADJ/JJS/0/root", "simple")]
    [InlineData("muddier/ADJ/JJR/0/root", "muddy")]
    public void Words_the_treebanks_lack_have_the_lemmas_of_the_dictionary(string word, string lemma) => Assert.Equal([lemma], Describe(word).Lemmas);

    [Theory]
    [InlineData("She/PRON/PRP/3/nsubj 's/AUX/VBZ/3/aux shown/VERB/VBN/0/root it/PRON/PRP/3/obj", "she have show it")]
    [InlineData("She/PRON/PRP/3/nsubj ’s/AUX/VBZ/3/cop here/ADV/RB/0/root", "she be here")]
    [InlineData("Who/PRON/WP/4/nsubj 's/AUX/VBZ/4/aux been/AUX/VBN/4/cop there/ADV/RB/0/root", "who have be there")]
    [InlineData("We/PRON/PRP/3/nsubj 'd/AUX/MD/3/aux go/VERB/VB/0/root", "we would go")]
    [InlineData("We/PRON/PRP/3/nsubj 'd/AUX/VBD/3/aux gone/VERB/VBN/0/root", "we have go")]
    [InlineData("Let/VERB/VB/0/root 's/PRON/PRP/1/obj", "let we")]
    [InlineData("ca/AUX/MD/3/aux n’t/PART/RB/3/advmod stay/VERB/VB/0/root", "can not stay")]
    [InlineData("i/PRON/PRP/2/nsubj saw/VERB/VBD/0/root", "I see")]
    public void Clitics_and_pronouns_have_the_lemma_of_the_word_they_stand_for(string words, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Describe(words).Lemmas));

    [Theory]
    [InlineData("the/DET/DT/3/det Peruvian/ADJ/JJ/3/amod Harbours/NOUN/NNS/0/root", "the Peruvian harbour")]
    [InlineData("peruvian/ADJ/JJ/2/amod navy/NOUN/NN/0/root", "Peruvian navy")]
    [InlineData("MARISH/PROPN/NNP/2/compound HARBOUR/NOUN/NN/3/nsubj CLOSES/VERB/VBZ/0/root", "Marish harbour close")]
    [InlineData("the/DET/DT/3/det NATO/PROPN/NNP/3/compound envoy/NOUN/NN/0/root", "the NATO envoy")]
    [InlineData("the/DET/DT/2/det Americans/PROPN/NNPS/0/root", "the American")]
    [InlineData("12,500/NUM/CD/2/nummod men/NOUN/NNS/0/root", "12500 man")]
    public void Capitals_and_commas_are_written_as_the_treebanks_do(string words, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Describe(words).Lemmas));

    [Theory]
    [InlineData("They/PRON/PRP/3/nsubj were/AUX/VBD/3/aux shelled/VERB/VBN/0/root", 2, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("We/PRON/PRP/3/nsubj were/AUX/VBD/3/aux shelled/VERB/VBN/0/root", 2, "Mood=Ind|Number=Plur|Person=1|Tense=Past|VerbForm=Fin")]
    [InlineData("We/PRON/PRP/3/nsubj were/AUX/VBD/3/aux shelled/VERB/VBN/0/root", 3, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("They/PRON/PRP/3/nsubj have/AUX/VBP/3/aux shelled/VERB/VBN/0/root us/PRON/PRP/3/obj", 3, "Tense=Past|VerbForm=Part")]
    [InlineData("envoys/NOUN/NNS/2/nsubj gossiped/VERB/VBD/0/root", 2, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("envoys/NOUN/NNS/0/root who/PRON/WP/3/nsubj gossiped/VERB/VBD/1/acl", 3, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("envoys/NOUN/NNS/0/root who/PRON/WP/3/nsubj gossiped/VERB/VBD/1/acl", 2, "PronType=Rel")]
    [InlineData("who/PRON/WP/2/nsubj gossiped/VERB/VBD/0/root ?/PUNCT/./2/punct", 1, "PronType=Int")]
    [InlineData("She/PRON/PRP/3/nsubj 'd/AUX/VBD/3/aux gossiped/VERB/VBN/0/root", 2, "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("They/PRON/PRP/2/nsubj want/VERB/VBP/0/root to/PART/TO/4/mark leave/VERB/VB/2/xcomp", 4, "VerbForm=Inf")]
    [InlineData("Leave/VERB/VB/0/root it/PRON/PRP/1/obj", 2, "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("It/PRON/PRP/2/nsubj rained/VERB/VBD/0/root", 1, "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("They/PRON/PRP/3/nsubj are/AUX/VBP/3/aux shelling/VERB/VBG/0/root us/PRON/PRP/3/obj", 3, "Tense=Pres|VerbForm=Part")]
    [InlineData("27/NUM/CD/2/nummod towns/NOUN/NNS/0/root", 1, "NumForm=Digit|NumType=Card")]
    [InlineData("27/NUM/CD/2/nummod towns/NOUN/NNS/0/root", 2, "Number=Plur")]
    [InlineData("muddiest/ADJ/JJS/0/root", 1, "Degree=Sup")]
    [InlineData("because/ADP/IN/3/case of/ADP/IN/1/fixed rain/NOUN/NN/0/root", 1, "ExtPos=ADP")]
    public void Features_follow_from_tag_form_and_surroundings(string words, int word, string features) => Assert.Equal(features, Describe(words).Features[word - 1]);

    [Theory]
    [InlineData("\u00AD \u00AD\u00AD x")]
    [InlineData("🙂🙂 \uD800 'd ’s")]
    [InlineData("İstanbul ẞ ŉ ǅ 1,2,3,, ,,, 1,000,0000")]
    public void Odd_forms_have_a_lemma_each(string text)
    {
        var analysis = Analyzer.Analyze(text);
        for (var i = 0; i < analysis.TokenCount; i++)
        {
            Assert.NotNull(analysis.Lemma(i));
            Assert.NotNull(analysis.Features(i));
        }
    }

    [Fact]
    public void What_is_longer_than_any_word_is_its_own_lemma()
    {
        var word = new string('A', 5000);
        var analysis = Analyzer.Analyze(word);
        Assert.Equal(word, string.Concat(Enumerable.Range(0, analysis.TokenCount).Select(analysis.Lemma)));
    }

    [Theory]
    [InlineData("1,210,000", true)]
    [InlineData("12,500", true)]
    [InlineData("3,40", false)]
    [InlineData(",500", false)]
    [InlineData("1,0000", false)]
    [InlineData("21.88,210", false)]
    public void Only_commas_between_thousands_are_taken_out(string number, bool expected) => Assert.Equal(expected, LemmaKeys.HasThousands(number));

    [Fact]
    public void Tags_of_another_tagger_are_matched_by_name()
    {
        var tags = new TagInventory(["NOUN NN", "VERB VBD", "VERB VB"]);
        Assert.Equal([1, 0, 1, 0], tags.MapFrom(["VERB VBD", "NOUN NN", "VERB XYZ", "SYM NFP"]));
    }

    [Fact]
    public void The_shipped_tables_know_every_tag_of_the_shipped_tagger()
    {
        static string[] Tags(string file) => ModelFile.Open(Path.Combine(AppContext.BaseDirectory, "models", file)).Lines("tags");
        Assert.Empty(Tags("language.bin").Except(Tags(MorphologyModel.FileName)));
    }
}
