using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>One network or several that vote: the means of their scores decide, as the analyzer decides by those of one.</summary>
internal sealed class Ensemble(IReadOnlyList<Network> networks, bool[] isPunctuation)
{
    private readonly Pass[] _passes = [.. networks.Select(n => new Pass(n, 0, new DropoutRates(0, 0, 0, 0, 0)))];
    private readonly TreeDecoder _decoder = new();

    /// <summary>What was found in a batch, a row a word as the batch lays them.</summary>
    /// <param name="Heads">Indexes in the sentence, −1 for the root.</param>
    internal sealed record Findings(int[] Tags, int[] Heads, byte[] Relations, byte[] Names);

    public Findings Read(Batch batch)
    {
        foreach (var pass in _passes) pass.Read(batch);
        var tags = Tags(batch);
        var heads = Heads(batch, tags);
        return new Findings(tags, heads, Relations(batch, heads), Names(batch));
    }

    private int[] Tags(Batch batch)
    {
        var count = networks[0].Shape.Tags;
        var sums = new float[batch.Tokens * count];
        foreach (var pass in _passes) pass.Tags.AddLogProbabilities(pass.States, sums);
        return [.. Enumerable.Range(0, batch.Tokens).Select(row => Softmax.Best(sums.AsSpan(row * count, count)))];
    }

    private int[] Heads(Batch batch, int[] tags)
    {
        var sums = batch.Sentences.Select(s => new float[s.Count * ArcHead.HeadWidth(s.Count)]).ToArray();
        foreach (var pass in _passes) pass.Arcs.AddHeads(pass.States, batch, sums);
        var heads = new int[batch.Tokens];
        for (var s = 0; s < sums.Length; s++)
        {
            var (count, start) = (batch.Sentences[s].Count, batch.Starts[s]);
            var width = ArcHead.HeadWidth(count);
            var anyWord = Enumerable.Range(start, count).Any(row => !isPunctuation[tags[row]]);
            for (var word = 0; word < count; word++)
                for (var head = 0; head < count; head++)
                    if (head == word || (anyWord && isPunctuation[tags[start + head]])) sums[s][word * width + head + 1] -= head == word ? 1e5f : 1e4f;
            _decoder.Decode(sums[s], width, count, heads.AsSpan(start, count));
        }
        return heads;
    }

    private byte[] Relations(Batch batch, int[] heads)
    {
        var count = networks[0].Shape.Relations;
        var sums = new float[batch.Tokens * count];
        foreach (var pass in _passes) pass.Arcs.AddRelations(pass.States, batch, heads, sums);
        const byte root = (byte)Counterclaim.Language.Deprel.Root;
        return [.. Enumerable.Range(0, batch.Tokens).Select(row => heads[row] < 0 ? root : (byte)(1 + Softmax.Best(sums.AsSpan(row * count + 1, count - 1))))];
    }

    private byte[] Names(Batch batch)
    {
        var words = new float[batch.Tokens * NameTags.Count];
        var chain = new float[(NameTags.Count + 1) * NameTags.Count];
        foreach (var pass in _passes) pass.Names.AddScores(pass.States, words, chain);
        var names = new byte[batch.Tokens];
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var (count, start) = (batch.Sentences[s].Count, batch.Starts[s]);
            NameHead.Decode(words.AsSpan(start * NameTags.Count, count * NameTags.Count), chain, names.AsSpan(start, count));
        }
        return names;
    }

    /// <summary>The sentences with what was found in them as if it were known.</summary>
    public List<Example> Label(IReadOnlyList<Example> sentences, Action<string> progress)
    {
        var labelled = new List<Example>(sentences.Count);
        var done = 0;
        foreach (var batch in Batch.OfAll(sentences))
        {
            var found = Read(batch);
            for (var s = 0; s < batch.Sentences.Length; s++)
            {
                var (sentence, start) = (batch.Sentences[s], batch.Starts[s]);
                labelled.Add(new Example
                {
                    Number = sentence.Number,
                    Forms = sentence.Forms,
                    Tags = found.Tags[start..(start + sentence.Count)],
                    Heads = found.Heads[start..(start + sentence.Count)],
                    Relations = found.Relations[start..(start + sentence.Count)],
                    Names = [.. found.Names[start..(start + sentence.Count)].Select(tag => 1u << tag)],
                });
            }
            if ((done + batch.Sentences.Length) / 10_000 > done / 10_000) progress($"  {done + batch.Sentences.Length:N0} of {sentences.Count:N0} sentences read");
            done += batch.Sentences.Length;
        }
        return [.. labelled.OrderBy(e => e.Number)];
    }
}
