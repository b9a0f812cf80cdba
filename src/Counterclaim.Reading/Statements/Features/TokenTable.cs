using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Reading.Statements.Quotes;

namespace Counterclaim.Reading.Statements.Features;

/// <summary>What the statement models look at, as one array per property, indexed by token.</summary>
internal sealed class TokenTable
{
    public TokenTable(Analysis analysis, IReadOnlyList<Paragraph> paragraphs, WordClusters clusters)
    {
        Analysis = analysis;
        Paragraphs = paragraphs;
        var n = Count = analysis.TokenCount;
        Word = new int[n];
        Lemma = new int[n];
        Cluster = new int[n];
        Tag = new int[n];
        Shape = new byte[n];
        Name = new byte[n];
        ParagraphOf = new int[n];
        FillWords(clusters);
        Tree = new TreeTable(analysis);
        Passages = QuoteStructure.Find(analysis.Text, [.. paragraphs.Select(p => p.Span)]);
        (Outer, Inner) = (new QuoteTrack(n), new QuoteTrack(n));
        FillQuotes();
    }

    public Analysis Analysis { get; }

    /// <summary>The paragraphs that are read, in text order.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; }

    public int Count { get; }

    /// <summary>Hash of the lower-cased form.</summary>
    public int[] Word { get; }

    public int[] Lemma { get; }

    /// <summary>Leaf of the word cluster tree plus one; 0 unknown.</summary>
    public int[] Cluster { get; }

    /// <summary>Hash of the Penn tag.</summary>
    public int[] Tag { get; }

    /// <summary>0 lower case, 1 initial capital, 2 all capitals, 3 digits, 4 punctuation or symbol.</summary>
    public byte[] Shape { get; }

    /// <summary>Kind of the name the token is in plus one; 0 in none.</summary>
    public byte[] Name { get; }

    /// <summary>Index into <see cref="Paragraphs"/>.</summary>
    public int[] ParagraphOf { get; }

    public TreeTable Tree { get; }

    public List<QuotedPassage> Passages { get; }

    /// <summary>Outermost quoted passages.</summary>
    public QuoteTrack Outer { get; }

    /// <summary>Passages quoted inside others.</summary>
    public QuoteTrack Inner { get; }

    /// <summary>Hash of a word in lower case; forms of quotation marks count as one word, forms of dashes as another.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        word = word switch
        {
            "“" or "”" or "„" or "''" or "``" or "‘‘" or "’’" => "\"",
            "–" or "―" or "‒" or "--" or "---" => "—",
            _ => word,
        };
        var h = 2166136261u;
        foreach (var c in word) h = (h ^ char.ToLowerInvariant(c is '’' ? '\'' : c)) * 16777619u;
        return FeatureBuffer.Hash(h, (uint)word.Length);
    }

    /// <summary>The first bits of a token's cluster; 0 unknown.</summary>
    public int ClusterPrefix(int token, int bits) => Cluster[token] == 0 ? 0 : ((Cluster[token] - 1) >> (WordClusters.Bits - bits)) + 1;

    private void FillWords(WordClusters clusters)
    {
        var paragraph = 0;
        for (var t = 0; t < Count; t++)
        {
            var form = Analysis.Form(t);
            var hash = HashOf(form);
            Word[t] = (int)hash;
            Lemma[t] = (int)HashOf(Analysis.Lemma(t));
            Cluster[t] = clusters.Find(hash);
            Tag[t] = (int)HashOf(Analysis.Xpos(t));
            Shape[t] = ShapeOf(form);
            while (paragraph + 1 < Paragraphs.Count && Analysis.Tokens[t].Start >= Paragraphs[paragraph].Span.End) paragraph++;
            ParagraphOf[t] = paragraph;
        }
        foreach (var name in Analysis.Names)
            for (var t = name.Tokens.Start; t < name.Tokens.End; t++) Name[t] = (byte)(name.Kind + 1);
    }

    private static byte ShapeOf(ReadOnlySpan<char> form)
    {
        bool letter = false, lower = false, digit = false;
        foreach (var c in form)
        {
            letter |= char.IsLetter(c);
            lower |= char.IsLower(c);
            digit |= char.IsDigit(c);
        }
        if (digit && !letter) return 3;
        if (!letter) return 4;
        return !char.IsUpper(form[0]) ? (byte)0 : lower || form.Length == 1 ? (byte)1 : (byte)2;
    }

    private void FillQuotes()
    {
        int outerEnd = -1, innerEnd = -1;
        for (var p = 0; p < Passages.Count; p++)
        {
            var span = Passages[p].Span;
            if (span.Start >= outerEnd)
            {
                Outer.Fill(Analysis, p, Passages[p]);
                (outerEnd, innerEnd) = (span.End, -1);
            }
            else if (span.Start >= innerEnd)
            {
                Inner.Fill(Analysis, p, Passages[p]);
                innerEnd = span.End;
            }
        }
    }
}

/// <summary>The quoted passages of one level, by token.</summary>
internal sealed class QuoteTrack
{
    public QuoteTrack(int tokens)
    {
        Passage = new int[tokens];
        Mark = new byte[tokens];
        Length = new int[tokens];
        Array.Fill(Passage, -1);
    }

    /// <summary>Index of the passage that a token is in, its marks included; −1 in none.</summary>
    public int[] Passage { get; }

    /// <summary>1 for an opening mark, 2 for a closing one, 0 otherwise.</summary>
    public byte[] Mark { get; }

    /// <summary>Tokens in the passage that a token is in.</summary>
    public int[] Length { get; }

    public void Fill(Analysis analysis, int index, QuotedPassage passage)
    {
        var tokens = analysis.TokensIn(passage.Span);
        for (var t = tokens.Start; t < tokens.End; t++)
        {
            Passage[t] = index;
            Length[t] = tokens.Count;
            var span = analysis.Tokens[t];
            if (span.End <= passage.Span.Start + passage.OpenLength) Mark[t] = 1;
            else if (passage.CloseLength > 0 && span.Start >= passage.Span.End - passage.CloseLength) Mark[t] = 2;
        }
    }
}
