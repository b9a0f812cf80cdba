namespace Counterclaim.Ledger.Stories;

/// <summary>Fingerprints of a text, few enough to be kept in an index: by them, two texts that share words find each other.</summary>
/// <remarks>
/// Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of all runs of <see cref="Run"/> words, the least of each window of <see cref="Window"/>. Texts that share
/// <see cref="Run"/> + <see cref="Window"/> − 1 words in a row share a mark for certain, shorter runs with a probability that grows with their length; about one word in ten begins a marked run.
/// </remarks>
internal static class TextMarks
{
    public const int Run = 7;
    public const int Window = 18;

    /// <summary>Bits of a mark: they fit a signed column of either database and few bytes.</summary>
    private const int Bits = 48;

    /// <summary>The marks, without repeats, in the order of the text.</summary>
    public static List<long> Of(ReportWords words)
    {
        var runs = Runs(words, Run);
        var marks = new List<long>();
        var seen = new HashSet<long>();
        var last = -1;
        for (var end = Math.Min(Window, runs.Length) - 1; end < runs.Length && end >= 0; end++)
        {
            var start = Math.Max(0, end - Window + 1);
            if (last >= start && runs[end] > runs[last]) continue;
            var least = last < start ? LeastOf(runs, start, end) : end;
            if (least == last) continue;
            last = least;
            var mark = (long)(runs[least] >> (64 - Bits));
            if (seen.Add(mark)) marks.Add(mark);
        }
        return marks;
    }

    /// <summary>The last of the least hashes of a window.</summary>
    private static int LeastOf(ulong[] runs, int start, int end)
    {
        var least = start;
        for (var i = start + 1; i <= end; i++)
            if (runs[i] <= runs[least]) least = i;
        return least;
    }

    /// <summary>A hash of each run of so many words.</summary>
    public static ulong[] Runs(ReportWords words, int length)
    {
        var count = Math.Max(0, words.Count - length + 1);
        var runs = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            var hash = 0UL;
            for (var j = i; j < i + length; j++) hash = (hash ^ words.Hashes[j]) * 0x9E3779B97F4A7C15UL + 0x7F4A7C15UL;
            hash ^= hash >> 31;
            hash *= 0xBF58476D1CE4E5B9UL;
            runs[i] = hash ^ (hash >> 29);
        }
        return runs;
    }
}
