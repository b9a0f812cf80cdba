using Counterclaim.Language.Features;
using Counterclaim.Language.Tokens;
using Counterclaim.Model;

namespace Counterclaim.Language.Morphology;

/// <summary>The words of one sentence as lemmas and features are read from them: forms in lower case, tags, and what hangs on what.
/// Reused from sentence to sentence; indexes count from the sentence's first token.</summary>
internal sealed class WordSequence
{
    /// <summary>Characters of a form that are looked at; what is longer is no word and stays as it is.</summary>
    public const int LongestForm = 64;

    private char[] _lower = [];
    private char[] _cased = [];
    private int[] _start = [];
    private TagInventory? _tags;

    public int Count { get; private set; }

    /// <summary>Index of every word's joint tag in the <see cref="TagInventory"/>.</summary>
    public byte[] Tag = [];

    /// <summary>Hash of every lower-cased form.</summary>
    public uint[] Word = [];
    public LetterShape[] Shape = [];

    /// <summary>Index of the head, −1 for the root.</summary>
    public int[] Head = [];
    public Deprel[] Relation = [];

    /// <summary>The first subject, the last auxiliary, the first mark and case word, the first conjunct, fixed word, determiner and object that hang on a word; −1 where none does.</summary>
    public int[] Subject = [], Auxiliary = [], Mark = [], Case = [], Conjunct = [], Fixed = [], Determiner = [], Object = [];

    /// <summary>Whether most of the sentence's words are written in capitals only.</summary>
    public bool IsShouted { get; private set; }

    /// <summary>Whether most of its words begin with a capital, as in a headline or title.</summary>
    public bool IsTitle { get; private set; }

    /// <summary>The form in lower case, typographic apostrophes straight, without soft hyphens.</summary>
    public ReadOnlySpan<char> Lower(int i) => _lower.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>The same with its own capitals.</summary>
    public ReadOnlySpan<char> Cased(int i) => _cased.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>Reads a sentence's forms; tags, heads and relations are then set by the caller, and <see cref="Link"/> called.</summary>
    public void Read(string text, ReadOnlySpan<TextSpan> tokens)
    {
        Grow(tokens);
        Count = tokens.Length;
        int at = 0, words = 0, shouted = 0, capitalised = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            _start[i] = at;
            var form = BrokenWord.Whole(tokens[i].In(text));
            foreach (var c in form.Length > LongestForm ? form[..LongestForm] : form)
            {
                if (c == '\u00AD') continue;
                _cased[at] = c is '’' or '‘' ? '\'' : c;
                _lower[at] = char.ToLowerInvariant(_cased[at]);
                at++;
            }
            _start[i + 1] = at;
            Word[i] = Hash.Of(Lower(i));
            Shape[i] = ShapeOf(Cased(i));
            if (Shape[i] == LetterShape.None) continue;
            words++;
            if (Shape[i] is LetterShape.Upper) shouted++;
            if (Shape[i] is LetterShape.Upper or LetterShape.Title or LetterShape.Single) capitalised++;
        }
        IsShouted = words >= 3 && shouted * 10 > words * 6;
        IsTitle = words >= 3 && capitalised * 10 > words * 6;
    }

    /// <summary>Finds the words that hang on each, once heads and relations are set.</summary>
    public void Link(TagInventory tags)
    {
        _tags = tags;
        foreach (var slots in (ReadOnlySpan<int[]>)[Subject, Auxiliary, Mark, Case, Conjunct, Fixed, Determiner, Object]) slots.AsSpan(0, Count).Fill(-1);
        for (var i = 0; i < Count; i++)
        {
            var head = Head[i];
            if (head < 0) continue;
            var slots = Relation[i] switch
            {
                Deprel.Nsubj or Deprel.Csubj => Subject,
                Deprel.Aux => Auxiliary,
                Deprel.Mark => Mark,
                Deprel.Case => Case,
                Deprel.Conj => Conjunct,
                Deprel.Fixed => Fixed,
                Deprel.Det => Determiner,
                Deprel.Obj => Object,
                _ => null,
            };
            if (slots is null) continue;
            if (slots[head] < 0 || Relation[i] == Deprel.Aux && i < head) slots[head] = i;
        }
    }

    /// <summary>Whether a word is a noun, name or number: what it is says more than which.</summary>
    public bool IsNominal(int i) => _tags!.IsNominal[Tag[i]];

    /// <summary>Whether a word may stand for what its clause hangs on ("who", "which", "that").</summary>
    public bool IsRelative(int i) => _tags!.Kind[Tag[i]] == InflectionKind.QuestionWord;

    private static LetterShape ShapeOf(ReadOnlySpan<char> form)
    {
        int letters = 0, upper = 0;
        foreach (var c in form)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) upper++;
        }
        if (letters == 0) return LetterShape.None;
        if (upper == 0) return LetterShape.Lower;
        if (upper == letters) return letters == 1 ? LetterShape.Single : LetterShape.Upper;
        return upper == 1 && char.IsUpper(form[0]) ? LetterShape.Title : LetterShape.Mixed;
    }

    private void Grow(ReadOnlySpan<TextSpan> tokens)
    {
        var characters = 0;
        foreach (var token in tokens) characters += Math.Min(token.Length, LongestForm);
        if (_lower.Length < characters) (_lower, _cased) = (new char[characters * 2], new char[characters * 2]);
        if (_start.Length > tokens.Length) return;
        var size = Math.Max(64, tokens.Length * 2);
        (_start, Tag, Word, Shape, Head, Relation) = (new int[size + 1], new byte[size], new uint[size], new LetterShape[size], new int[size], new Deprel[size]);
        (Subject, Auxiliary, Mark, Case, Conjunct, Fixed, Determiner, Object) =
            (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
    }
}

/// <summary>Which letters of a form are capitals.</summary>
internal enum LetterShape : byte
{
    None,
    Lower,
    Title,
    Upper,

    /// <summary>One letter, a capital.</summary>
    Single,
    Mixed,
}
