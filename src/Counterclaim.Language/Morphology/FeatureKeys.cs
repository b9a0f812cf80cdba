using Counterclaim.Language.Features;

namespace Counterclaim.Language.Morphology;

/// <summary>What the morphological features of a word are looked up by: its tag and form, and of its surroundings what they depend on
/// in English. Part of the model format: changing it asks for new tables.</summary>
internal static class FeatureKeys
{
    private const int LongestEnding = 4;

    /// <summary>How many conjuncts or governors are climbed to find a subject, an auxiliary or a clause.</summary>
    private const int Climb = 4;

    private enum Template : uint
    {
        Form = 101, Pattern, Ending, Tag, Fixed, Relation, Base, BaseForm, BaseMarker, Person, PersonForm, Participle, ParticipleForm, ParticipleAuxiliary,
        Ing, IngForm, IngShort, Pronoun, Clause, ClauseForm, ClauseTag,
    }

    public static void Fill(WordSequence words, int i, InflectionKind kind, ref KeyList keys)
    {
        if (words.Fixed[i] >= 0) Add(ref keys, Template.Fixed, words.Tag[i], words.Word[i], words.Word[words.Fixed[i]]);
        switch (kind)
        {
            case InflectionKind.Base: Base(words, i, ref keys); break;
            case InflectionKind.Finite: Finite(words, i, ref keys); break;
            case InflectionKind.PastParticiple: PastParticiple(words, i, ref keys); break;
            case InflectionKind.Ing: Ing(words, i, ref keys); break;
            case InflectionKind.PersonalPronoun: Pronoun(words, i, ref keys); break;
            case InflectionKind.QuestionWord: QuestionWord(words, i, ref keys); break;
            default: Add(ref keys, Template.Relation, words.Tag[i], words.Word[i], (uint)words.Relation[i]); break;
        }
        // Where surroundings decide, the form alone says less than they do.
        if (kind is InflectionKind.Finite) Add(ref keys, Template.Tag, words.Tag[i]);
        else FormAndEndings(words, i, ref keys);
    }

    private static void FormAndEndings(WordSequence words, int i, ref KeyList keys)
    {
        uint tag = words.Tag[i];
        var shape = (uint)words.Shape[i];
        var lower = words.Lower(i);
        Add(ref keys, Template.Form, tag, words.Word[i], shape == (uint)LetterShape.Upper ? 1u : 0);
        Add(ref keys, Template.Form, tag, words.Word[i]);
        Add(ref keys, Template.Pattern, tag, Pattern(lower), shape);
        // As many for short words as for long, so that a key's place in the list is always the same.
        for (var length = LongestEnding; length > 1; length--) Add(ref keys, Template.Ending, tag, (uint)length, Hash.Of(lower[^Math.Min(length, lower.Length)..]));
        Add(ref keys, Template.Tag, tag);
    }

    private static void Base(WordSequence words, int i, ref KeyList keys)
    {
        uint tag = words.Tag[i], relation = (uint)words.Relation[i];
        var marker = words.Relation[i] is Deprel.Aux or Deprel.Cop ? i > 0 ? words.Word[i - 1] : 0 : Marker(words, i);
        var subject = Subject(words, i) >= 0 ? 1u : 0;
        Add(ref keys, Template.BaseForm, tag, words.Word[i], marker, relation << 1 | subject);
        Add(ref keys, Template.Base, tag, marker, relation << 2 | subject << 1 | (i == 0 ? 1u : 0));
        Add(ref keys, Template.BaseMarker, tag, marker, relation);
        Add(ref keys, Template.BaseMarker, tag, marker);
    }

    private static void Finite(WordSequence words, int i, ref KeyList keys)
    {
        var subject = PersonOfSubject(words, i);
        Add(ref keys, Template.PersonForm, words.Tag[i], words.Word[i], subject);
        Add(ref keys, Template.Form, words.Tag[i], words.Word[i]);
        Add(ref keys, Template.Person, words.Tag[i], subject);
    }

    private static void PastParticiple(WordSequence words, int i, ref KeyList keys)
    {
        uint tag = words.Tag[i], relation = (uint)words.Relation[i];
        var auxiliary = AuxiliaryOf(words, i);
        Add(ref keys, Template.ParticipleForm, tag, words.Word[i], auxiliary, relation);
        Add(ref keys, Template.Participle, tag, auxiliary, relation);
        Add(ref keys, Template.ParticipleAuxiliary, tag, auxiliary);
        Add(ref keys, Template.Relation, tag, relation);
    }

    private static void Ing(WordSequence words, int i, ref KeyList keys)
    {
        uint tag = words.Tag[i], relation = (uint)words.Relation[i];
        var auxiliary = AuxiliaryOf(words, i);
        var mark = words.Mark[i] >= 0 ? words.Word[words.Mark[i]] : words.Case[i] >= 0 ? words.Word[words.Case[i]] : 0;
        var hangs = (auxiliary != 0 ? 1u : 0) | (mark != 0 ? 2u : 0) | (words.Subject[i] >= 0 ? 4u : 0) | (words.Determiner[i] >= 0 ? 8u : 0);
        var governor = words.Head[i] is >= 0 and var head ? words.Tag[head] : 255u;
        Add(ref keys, Template.IngForm, tag, words.Word[i], relation, auxiliary ^ mark);
        Add(ref keys, Template.Ing, tag, relation, auxiliary ^ mark, hangs);
        Add(ref keys, Template.IngShort, tag, relation, hangs, governor);
        Add(ref keys, Template.IngShort, tag, relation, hangs);
        Add(ref keys, Template.Relation, tag, relation);
    }

    private static void Pronoun(WordSequence words, int i, ref KeyList keys)
    {
        var relation = (uint)words.Relation[i];
        Add(ref keys, Template.Pronoun, words.Tag[i], words.Word[i], relation, words.Case[i] >= 0 ? 1u : 0);
        Add(ref keys, Template.Pronoun, words.Tag[i], words.Word[i], relation);
    }

    private static void QuestionWord(WordSequence words, int i, ref KeyList keys)
    {
        var relation = (uint)words.Relation[i];
        var clause = ClauseOf(words, i);
        var (above, governor) = clause < 0 ? (255u, 255u) : ((uint)words.Relation[clause], words.Head[clause] is >= 0 and var head ? words.Tag[head] : 254u);
        Add(ref keys, Template.ClauseForm, words.Tag[i], words.Word[i], relation << 8 | above, governor);
        Add(ref keys, Template.ClauseForm, words.Tag[i], words.Word[i], relation << 8 | above);
        Add(ref keys, Template.Clause, words.Tag[i], words.Word[i], above);
        Add(ref keys, Template.ClauseTag, words.Tag[i], above);
    }

    /// <summary>What introduces a verb: "to" or its last auxiliary, its own or that of the verb it is coordinated with; 0 where nothing does.</summary>
    private static uint Marker(WordSequence words, int i)
    {
        for (var steps = 0; steps < Climb; steps++)
        {
            if (words.Auxiliary[i] >= 0) return words.Word[words.Auxiliary[i]];
            if (words.Mark[i] >= 0) return words.Word[words.Mark[i]];
            if (words.Relation[i] != Deprel.Conj || words.Subject[i] >= 0 || words.Head[i] < 0) break;
            i = words.Head[i];
        }
        return 0;
    }

    private static uint AuxiliaryOf(WordSequence words, int i)
    {
        for (var steps = 0; steps < Climb; steps++)
        {
            if (words.Auxiliary[i] >= 0) return words.Word[words.Auxiliary[i]];
            if (words.Relation[i] != Deprel.Conj || words.Subject[i] >= 0 || words.Head[i] < 0) break;
            i = words.Head[i];
        }
        return 0;
    }

    /// <summary>The subject of a verb or of what an auxiliary hangs on, else that of the verb it is coordinated with; −1 where there is none.</summary>
    private static int Subject(WordSequence words, int i)
    {
        if (words.Relation[i] is Deprel.Aux or Deprel.Cop && words.Head[i] >= 0) i = words.Head[i];
        for (var steps = 0; steps < Climb; steps++)
        {
            if (words.Subject[i] >= 0) return words.Subject[i];
            if (words.Relation[i] != Deprel.Conj || words.Head[i] < 0) break;
            i = words.Head[i];
        }
        return -1;
    }

    /// <summary>Who a finite verb's subject is, as far as person and number go; where it has none, the relation of its clause.</summary>
    private static uint PersonOfSubject(WordSequence words, int i)
    {
        var subject = Subject(words, i);
        if (subject >= 0) return PersonOf(words, subject, Climb);
        if (words.Relation[i] is Deprel.Aux or Deprel.Cop && words.Head[i] >= 0) i = words.Head[i];
        return (uint)words.Relation[i] + 1;
    }

    private static uint PersonOf(WordSequence words, int subject, int steps)
    {
        var several = words.Conjunct[subject] >= 0 ? 0x10000u : 0;
        // "the men who were": a relative pronoun has the number of what its clause hangs on.
        var clause = words.Head[subject];
        if (steps > 0 && clause >= 0 && words.Relation[clause] == Deprel.Acl && words.Head[clause] >= 0 && words.IsRelative(subject))
            return PersonOf(words, words.Head[clause], steps - 1);
        return several | (words.IsNominal(subject) ? 100u + words.Tag[subject] : words.Word[subject]);
    }

    /// <summary>The head of the clause a question word stands in; −1 where it is the root itself.</summary>
    private static int ClauseOf(WordSequence words, int i)
    {
        i = words.Head[i];
        for (var steps = 0; steps < Climb && i >= 0; steps++)
        {
            if (words.Relation[i] is not (Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Advmod or Deprel.Det or Deprel.Amod or Deprel.Compound)) break;
            i = words.Head[i];
        }
        return i;
    }

    /// <summary>Hash of a form with its digits, capitals and small letters made alike and runs of them drawn together ("1990s" → "0a").</summary>
    private static uint Pattern(ReadOnlySpan<char> lower)
    {
        Span<char> pattern = stackalloc char[WordSequence.LongestForm];
        var length = 0;
        foreach (var c in lower)
        {
            var kind = char.IsAsciiDigit(c) ? '0' : char.IsLetter(c) ? 'a' : c;
            if (length == 0 || pattern[length - 1] != kind) pattern[length++] = kind;
        }
        return Hash.Of(pattern[..length]);
    }

    private static void Add(ref KeyList keys, Template template, uint a) => keys.Add(Hash.Feature((uint)template, a));

    private static void Add(ref KeyList keys, Template template, uint a, uint b) => keys.Add(Hash.Feature((uint)template, a, b));

    private static void Add(ref KeyList keys, Template template, uint a, uint b, uint c) => keys.Add(Hash.Feature((uint)template, a, b, c));

    private static void Add(ref KeyList keys, Template template, uint a, uint b, uint c, uint d) => keys.Add(Hash.Feature((uint)template, a, b, c, d));
}
