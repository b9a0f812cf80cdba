using Counterclaim.Model;

namespace Counterclaim.Language;

/// <summary>One token of an <see cref="Analysis"/>: a syntactic word of Universal Dependencies ("do" and "n't" are two).</summary>
/// <remarks>A pair of a reference and an index: made, copied and walked without allocation. <c>default</c> is no token.</remarks>
public readonly record struct TokenView
{
    internal TokenView(Analysis analysis, int index) => (Analysis, Index) = (analysis, index);

    public Analysis Analysis { get; }

    /// <summary>Index into the arrays of the analysis, from 0.</summary>
    public int Index { get; }

    /// <summary>Place in its sentence, from 0; a column <c>ID</c> of CoNLL-U is one more.</summary>
    public int IndexInSentence => Index - Sentence.Range.Start;

    /// <summary>The characters it covers, as UTF-16 offsets into the text analyzed.</summary>
    public TextSpan Span => Analysis.Tokens[Index];

    /// <summary>The characters it covers, cut from the text without a copy.</summary>
    public ReadOnlySpan<char> Text => Analysis.Form(Index);

    /// <summary>Whether white space or the end of the text follows; "do" of "don't" has none.</summary>
    public bool HasSpaceAfter => Span.End >= Analysis.Text.Length || char.IsWhiteSpace(Analysis.Text[Span.End]);

    /// <summary>Dictionary form, lower-cased but for proper nouns.</summary>
    public string Lemma => Analysis.Lemma(Index);

    /// <inheritdoc cref="Analysis.Features"/>
    public string Features => Analysis.Features(Index);

    /// <summary>Universal part of speech.</summary>
    public Upos Upos => Analysis.Upos[Index];

    /// <summary>Penn Treebank tag ("VBD").</summary>
    public string Xpos => Analysis.Xpos(Index);

    /// <summary>Universal dependency relation to the head.</summary>
    public Deprel Deprel => Analysis.Deprels[Index];

    public bool IsRoot => Analysis.Heads[Index] < 0;

    /// <summary>The token this one depends on; null for the root of a sentence.</summary>
    public TokenView? Head => IsRoot ? null : new TokenView(Analysis, Analysis.Heads[Index]);

    /// <summary>The tokens that depend directly on this one, in text order.</summary>
    public TokenList Children
    {
        get
        {
            var (start, count) = Analysis.Trees.ChildRange(Index);
            return new TokenList(Analysis, start, count);
        }
    }

    /// <summary>The children that stand before this token, in text order.</summary>
    public TokenList ChildrenBefore
    {
        get
        {
            var (start, count) = Analysis.Trees.ChildRange(Index);
            return new TokenList(Analysis, start, CountBefore(start, count));
        }
    }

    /// <summary>The children that stand after this token, in text order.</summary>
    public TokenList ChildrenAfter
    {
        get
        {
            var (start, count) = Analysis.Trees.ChildRange(Index);
            var before = CountBefore(start, count);
            return new TokenList(Analysis, start + before, count - before);
        }
    }

    /// <summary>The heads above, from the nearest to the root of the sentence.</summary>
    public TokenWalk Ancestors => new(this, TokenWalk.Way.Ancestors);

    /// <summary>This token and all that depends on it, directly or not, in text order.</summary>
    public TokenWalk Subtree => new(this, TokenWalk.Way.Subtree);

    /// <summary>The tokens coordinated with this one, itself left out, each before what is coordinated under it.</summary>
    public TokenWalk Conjuncts => new(this, TokenWalk.Way.Conjuncts);

    /// <summary>First token of the subtree.</summary>
    public TokenView LeftEdge => new(Analysis, Analysis.Extent(Index).Start);

    /// <summary>Last token of the subtree.</summary>
    public TokenView RightEdge => new(Analysis, Analysis.Extent(Index).End - 1);

    /// <summary>From the first to the last token of the subtree, with what may stand between that is not of it.</summary>
    public SpanView Extent => new(Analysis, Analysis.Extent(Index));

    /// <summary>Steps up to the root of the sentence; 0 for the root.</summary>
    public int Depth => Analysis.Depth(Index);

    /// <summary>Tokens in the subtree, this one included.</summary>
    public int SubtreeCount => Analysis.Trees.Size(Index);

    public SentenceView Sentence => new(Analysis, Analysis.SentenceOf[Index]);

    /// <summary>The name this token is part of; null where it is in none.</summary>
    public NameView? Name => Analysis.NameAt(Index) is >= 0 and var name ? new NameView(Analysis, name) : null;

    /// <summary>The first child with a relation; null where there is none.</summary>
    public TokenView? Child(Deprel relation)
    {
        foreach (var child in Analysis.Children(Index))
            if (Analysis.Deprels[child] == relation) return new TokenView(Analysis, child);
        return null;
    }

    /// <summary>Whether this token lies above another on its way to the root. A token is no ancestor of itself.</summary>
    /// <param name="other">A token of the same analysis.</param>
    public bool IsAncestorOf(TokenView other) => other.Index != Index && Analysis.Trees.IsUnder(other.Index, Index);

    public override string ToString() => Text.ToString();

    private int CountBefore(int start, int count)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Analysis.Trees.ChildAt(start + middle) < Index) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
