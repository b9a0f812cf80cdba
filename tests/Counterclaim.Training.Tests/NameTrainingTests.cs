using System.Text.Json;
using Counterclaim.Training.Naming;

namespace Counterclaim.Training.Tests;

/// <summary>Training the layers for names, over a few invented sentences.</summary>
public sealed class NameTrainingTests : IDisposable
{
    private static readonly string[] First = ["Orla", "Anna", "Marek", "Ines"], Last = ["Vane", "Brennick", "Sorel"], Towns = ["Marish", "Kharsal", "Tolvek"], Bodies = ["Harbour Board", "Coast Guard"];

    private readonly string _folder = Directory.CreateTempSubdirectory("counterclaim-names-").FullName;

    public NameTrainingTests()
    {
        Write("worldwide/train.bio", 90, "PER", "LOC", "ORG");
        Write("uner_ewt/train.bio", 60, "PER", "LOC", "ORG");
        Write("wikigold/all.bio", 20, "PER", "LOC", "ORG");
        Write("wnut17/train.bio", 20, "person", "location", "corporation");
        Write("gum_named/train.bio", 10, "person", "place", "organization");
        foreach (var dev in (string[])["worldwide", "uner_ewt"]) Write(dev + "/dev.bio", 5, "PER", "LOC", "ORG");
        Write("wnut17/dev.bio", 5, "person", "location", "corporation");
        WriteConflictNames();
        foreach (var file in (string[])["ewt/en_ewt-ud-train", "ewt/en_ewt-ud-dev", "gum/en_gum-ud-train"]) WriteTrees(file + ".conllu", 12);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, int sentences, string person, string place, string body)
    {
        var path = Path.Combine(_folder, "names", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path);
        for (var i = 0; i < sentences; i++)
        {
            if (i % 5 == 0) writer.Write($"# doc = GUM_news_{i}\n");
            var words = $"{First[i % 4]}/B-{person} {Last[i % 3]}/I-{person} of/O the/O {Towns[(i + i / 3) % 3]}/B-{body} {string.Join($"/I-{body} ", Bodies[i % 2].Split(' '))}/I-{body} left/O "
                + $"{Towns[i % 3]}/B-{place} with/O {i % 40}/O boats/O ./O";
            foreach (var word in words.Split(' ')) writer.Write($"{word.Replace('/', '\t')}\n");
            writer.Write('\n');
        }
    }

    private void WriteTrees(string file, int sentences)
    {
        var path = Path.Combine(_folder, "ud", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path);
        for (var i = 0; i < sentences; i++)
        {
            if (i % 4 == 0) writer.Write($"# newdoc id = GUM_news_{i}\n");
            writer.Write($"1\t{First[i % 4]}\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tleft\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n3\t{Towns[i % 3]}\t_\tPROPN\tNNP\t_\t2\tobj\t_\t_\n4\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
        }
    }

    private void WriteConflictNames()
    {
        const string text = "Orla Vane left Marish on Monday.";
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "names/re3d/Invented")).FullName;
        File.WriteAllText(Path.Combine(folder, "documents.json"), JsonSerializer.Serialize(new { _id = "1", text }));
        File.WriteAllText(Path.Combine(folder, "entities.json"), JsonSerializer.Serialize(new { documentId = "1", begin = 0, end = 9, type = "Person" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Given_ASeed_When_TrainedTwice_Then_TheBytesAreTheSame(bool licensedOnly)
    {
        byte[] Train(ulong seed, string name)
        {
            var path = Path.Combine(_folder, name);
            new NameTrainingRun(_folder, licensedOnly, seed, _ => { }).Train(2, 16, 16, path);
            return File.ReadAllBytes(path);
        }
        var first = Train(1, "first.bin");
        Assert.Equal(first, Train(1, "again.bin"));
        Assert.NotEqual(first, Train(2, "other.bin"));
    }
}
