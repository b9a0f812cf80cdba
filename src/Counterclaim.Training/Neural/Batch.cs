namespace Counterclaim.Training.Neural;

/// <summary>How the sentences of a batch lie in its matrices: one row a token, longest sentence first; and, for the recurrent layers, step by step.</summary>
internal sealed class Batch
{
    public Batch(IEnumerable<Example> sentences)
    {
        Sentences = [.. sentences.OrderByDescending(s => s.Count).ThenBy(s => s.Number)];
        Starts = new int[Sentences.Length];
        for (var s = 0; s < Sentences.Length; s++)
        {
            Starts[s] = Tokens;
            Tokens += Sentences[s].Count;
        }
        Steps = Sentences[0].Count;
        StepStart = new int[Steps + 1];
        for (var t = 0; t < Steps; t++)
        {
            var active = 0;
            while (active < Sentences.Length && Sentences[active].Count > t) active++;
            StepStart[t + 1] = StepStart[t] + active;
        }
    }

    /// <summary>All sentences, in batches of like lengths.</summary>
    public static IEnumerable<Batch> OfAll(IReadOnlyList<Example> sentences)
    {
        const int together = 32;
        var sorted = sentences.OrderBy(e => e.Count).ThenBy(e => e.Number).ToList();
        for (var i = 0; i < sorted.Count; i += together) yield return new Batch(sorted.Skip(i).Take(together));
    }

    public Example[] Sentences { get; }

    /// <summary>First row of every sentence.</summary>
    public int[] Starts { get; }

    public int Tokens { get; }

    public int Steps { get; }

    /// <summary>First row of every step in step order: row StepStart[t] + s is step t of sentence s, sentences being sorted by length.</summary>
    public int[] StepStart { get; }

    public int Active(int step) => StepStart[step + 1] - StepStart[step];

    /// <summary>The token that a step reads: from the left, or from the right end.</summary>
    public int TokenAt(int step, int sentence, bool backwards) =>
        Starts[sentence] + (backwards ? Sentences[sentence].Count - 1 - step : step);
}
