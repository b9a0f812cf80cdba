using Counterclaim.Language.Features;

namespace Counterclaim.Language.Parsing;

/// <summary>A state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): stack, buffer, arcs so far.</summary>
/// <remarks>The root is a node after the last token; it takes one child, when nothing else is left. Reused between sentences.</remarks>
internal sealed class ParserState
{
    public const int Relations = 37;
    public const int Shift = 0;
    public const int FirstLeft = 1;
    public const int FirstRight = FirstLeft + Relations;
    public const int Transitions = FirstRight + Relations;
    public const int None = -1;

    private int[] _stack = [];

    /// <summary>Leftmost and next child to the left, rightmost and next to the right, of every token; −1 where there is none.</summary>
    public int[] Left1 = [], Left2 = [], Right1 = [], Right2 = [];

    /// <summary>How many children stand to the left and right of every token, and the set of their relations as a hash.</summary>
    public int[] LeftCount = [], RightCount = [];
    public uint[] LeftRelations = [], RightRelations = [];

    /// <summary>Counts up to every token of commas and stops, of verbs, and of conjunctions, to tell what lies between two.</summary>
    public int[] Stops = [], Verbs = [], Conjunctions = [];

    public Sentence Sentence { get; private set; } = new();

    public int Depth { get; private set; }

    /// <summary>The first token of the buffer; the number of tokens stands for the root.</summary>
    public int Next { get; private set; }

    public bool IsFinal => Next == Sentence.Count && Depth == 0;

    /// <summary>The token that far below the top of the stack, −1 where there is none.</summary>
    public int Stack(int below) => below < Depth ? _stack[Depth - 1 - below] : None;

    public void Start(Sentence sentence)
    {
        Sentence = sentence;
        var count = sentence.Count;
        Grow(count + 1);
        Depth = 0;
        Next = 0;
        foreach (var array in (ReadOnlySpan<int[]>)[Left1, Left2, Right1, Right2]) array.AsSpan(0, count + 1).Fill(None);
        LeftCount.AsSpan(0, count + 1).Clear();
        RightCount.AsSpan(0, count + 1).Clear();
        LeftRelations.AsSpan(0, count + 1).Clear();
        RightRelations.AsSpan(0, count + 1).Clear();
        int stops = 0, verbs = 0, conjunctions = 0;
        for (var i = 0; i < count; i++)
        {
            Stops[i] = stops;
            Verbs[i] = verbs;
            Conjunctions[i] = conjunctions;
            switch ((Upos)sentence.Upos[i])
            {
                case Upos.Punct: stops++; break;
                case Upos.Verb: verbs++; break;
                case Upos.Cconj: conjunctions++; break;
            }
        }
        (Stops[count], Verbs[count], Conjunctions[count]) = (stops, verbs, conjunctions);
    }

    public bool CanShift => Next < Sentence.Count;

    /// <summary>The root may take the one token left on the stack.</summary>
    public bool CanLeft => Depth > 0 && (Next < Sentence.Count || Depth == 1);

    public bool CanRight => Depth > 1;

    public bool IsLegal(int transition) => transition == Shift ? CanShift : transition < FirstRight
        ? CanLeft && (transition == FirstLeft + (int)Deprel.Root) == (Next == Sentence.Count)
        : CanRight && transition != FirstRight + (int)Deprel.Root;

    /// <summary>Whether one token may be the head of another: in UD a punctuation mark has no dependents.</summary>
    public bool MayHead(int head, int child) => !IsPunctuation(head) || IsPunctuation(child);

    /// <summary>Nothing is left to read, and a punctuation mark waits under a word.</summary>
    public bool EndsOverPunctuation => Next == Sentence.Count && Depth > 1 && !MayHead(_stack[Depth - 2], _stack[Depth - 1]);

    /// <summary>Gives the punctuation mark under the top of the stack to the word above it.</summary>
    public void AttachPunctuationBelow()
    {
        var (child, head) = (_stack[Depth - 2], _stack[Depth - 1]);
        Sentence.Head[child] = head;
        Sentence.Relation[child] = (byte)Deprel.Punct;
        _stack[--Depth - 1] = head;
    }

    private bool IsPunctuation(int token) => token >= 0 && token < Sentence.Count && (Upos)Sentence.Upos[token] == Upos.Punct;

    public void Apply(int transition)
    {
        if (transition == Shift)
        {
            _stack[Depth++] = Next++;
            return;
        }
        var child = _stack[--Depth];
        if (transition < FirstRight)
        {
            var relation = transition - FirstLeft;
            Sentence.Head[child] = Next == Sentence.Count ? None : Next;
            Sentence.Relation[child] = (byte)relation;
            Left2[Next] = Left1[Next];
            Left1[Next] = child;
            LeftCount[Next]++;
            LeftRelations[Next] |= 1u << relation % 32;
        }
        else
        {
            var relation = transition - FirstRight;
            var head = _stack[Depth - 1];
            Sentence.Head[child] = head;
            Sentence.Relation[child] = (byte)relation;
            Right2[head] = Right1[head];
            Right1[head] = child;
            RightCount[head]++;
            RightRelations[head] |= 1u << relation % 32;
        }
    }

    private void Grow(int count)
    {
        if (_stack.Length >= count) return;
        var size = Math.Max(128, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count));
        _stack = new int[size];
        (Left1, Left2, Right1, Right2) = (new int[size], new int[size], new int[size], new int[size]);
        (LeftCount, RightCount) = (new int[size], new int[size]);
        (LeftRelations, RightRelations) = (new uint[size], new uint[size]);
        (Stops, Verbs, Conjunctions) = (new int[size], new int[size], new int[size]);
    }
}
