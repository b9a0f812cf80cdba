using Counterclaim.Model;

namespace Counterclaim.Ledger.Stories;

/// <summary>What two texts have in common, sentence by sentence.</summary>
/// <param name="Later">Of the later text.</param>
/// <param name="Earlier">Of the earlier one.</param>
/// <param name="LongestRun">Words of the longest run that both have.</param>
/// <param name="IsQuotation">Whether what the later text shares stands between quotation marks, for the most part.</param>
public sealed record TextOverlap(SharedPart Later, SharedPart Earlier, int LongestRun, bool IsQuotation)
{
    /// <summary>Words in a row that make a run: fewer are common by chance.</summary>
    private const int Run = 5;

    /// <summary>A sentence with so much of its words in runs of the other text is the same sentence, edited.</summary>
    private const double MostOfSentence = 0.75;

    /// <summary>Shorter sentences say nothing.</summary>
    private const int LeastWords = 5;

    public static TextOverlap Of(ReportWords later, ReportWords earlier)
    {
        ulong[] mine = TextMarks.Runs(later, Run), theirs = TextMarks.Runs(earlier, Run);
        var (isMine, longest) = Covered(later, mine, [.. theirs]);
        var (isTheirs, _) = Covered(earlier, theirs, [.. mine]);
        var one = PartOf(later, isMine);
        int quoted = 0, shared = 0;
        for (var i = 0; i < isMine.Length; i++)
        {
            if (!isMine[i]) continue;
            shared++;
            if (later.IsQuoted(i)) quoted++;
        }
        return new TextOverlap(one, PartOf(earlier, isTheirs), longest, 2 * quoted > shared);
    }

    /// <summary>Which words stand in a run of the other text, and how long the longest is.</summary>
    private static (bool[] Covered, int Longest) Covered(ReportWords words, ulong[] runs, HashSet<ulong> others)
    {
        var covered = new bool[words.Count];
        int longest = 0, current = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            if (!others.Contains(runs[i]))
            {
                current = 0;
                continue;
            }
            current = current == 0 ? Run : current + 1;
            longest = Math.Max(longest, current);
            Array.Fill(covered, true, i, Run);
        }
        return (covered, longest);
    }

    private static SharedPart PartOf(ReportWords words, bool[] covered)
    {
        int sentences = 0, shared = 0, wordsShared = 0;
        var spans = new List<TextSpan>();
        var sharedWords = new bool[words.Count];
        for (var s = 0; s < words.Sentences.Count; s++)
        {
            int start = words.Sentences[s], end = words.EndOf(words.Sentences, s);
            if (end - start < LeastWords) continue;
            sentences++;
            var inside = 0;
            for (var i = start; i < end; i++) inside += covered[i] ? 1 : 0;
            if (inside < MostOfSentence * (end - start)) continue;
            shared++;
            wordsShared += end - start;
            Array.Fill(sharedWords, true, start, end - start);
            spans.Add(new TextSpan(words.Spans[start].Start, words.Spans[end - 1].End));
        }
        var (same, own) = Paragraphs(words, sharedWords);
        return new SharedPart(shared, sentences, words.Count == 0 ? 0 : (double)wordsShared / words.Count, same, own, spans);
    }

    /// <summary>Paragraphs of which the most is shared, and those of which nothing is.</summary>
    private static (int Shared, int Own) Paragraphs(ReportWords words, bool[] shared)
    {
        int same = 0, own = 0;
        for (var p = 0; p < words.Paragraphs.Count; p++)
        {
            int start = words.Paragraphs[p], end = words.EndOf(words.Paragraphs, p), inside = 0;
            if (end - start < LeastWords) continue;
            for (var i = start; i < end; i++) inside += shared[i] ? 1 : 0;
            if (inside == 0) own++;
            else if (2 * inside > end - start) same++;
        }
        return (same, own);
    }
}

/// <summary>The part of one text that another has too.</summary>
/// <param name="Sentences">Sentences that the other has, word for word or edited.</param>
/// <param name="OfSentences">All its sentences.</param>
/// <param name="Share">Words of those sentences of all its words, 0 to 1.</param>
/// <param name="Paragraphs">Paragraphs of which more than half is shared.</param>
/// <param name="OwnParagraphs">Paragraphs that the other has nothing of.</param>
/// <param name="Spans">The shared sentences, in UTF-16 code units of its text.</param>
public sealed record SharedPart(int Sentences, int OfSentences, double Share, int Paragraphs, int OwnParagraphs, IReadOnlyList<TextSpan> Spans);
