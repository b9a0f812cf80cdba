using Counterclaim.Language.Bio;
using Counterclaim.Model;
using Counterclaim.Training.Evaluation.Figures;

namespace Counterclaim.Training.Evaluation.Names;

/// <summary>A name of a text, with its class in the corpus's terms.</summary>
public readonly record struct NameMark(TextSpan Span, string Class);

/// <summary>Names as CoNLL 2003 counts them (conlleval): right when both span and class are.</summary>
public static class NameScores
{
    private static readonly string[] CommonClasses = [NameClasses.Person, NameClasses.Location, NameClasses.Organisation];

    public static Tally Of(IEnumerable<NameMark> gold, IEnumerable<NameMark> predicted)
    {
        var tally = new Tally();
        var (goldSet, predictedSet) = (gold.ToHashSet(), predicted.ToHashSet());
        Add(tally, "all classes", goldSet, predictedSet, _ => true);
        Add(tally, "PER LOC ORG", goldSet, predictedSet, c => CommonClasses.Contains(c));
        foreach (var name in goldSet.Concat(predictedSet).Select(m => m.Class).Distinct().Order(StringComparer.Ordinal))
            Add(tally, name, goldSet, predictedSet, c => c == name);
        tally.Matches("span", "", goldSet.Select(m => m.Span).Intersect(predictedSet.Select(m => m.Span)).Count(), predictedSet.Count, goldSet.Count);
        return tally;
    }

    /// <summary>The names that BIO tags mark. As in conlleval, a name also starts where the class changes without a B.</summary>
    public static IEnumerable<NameMark> Marks(BioDocument document, NameClasses classes)
    {
        for (var s = 0; s + 1 < document.Sentences.Count; s++)
        {
            var end = document.Sentences[s + 1];
            for (var i = document.Sentences[s]; i < end;)
            {
                var label = Label(document.Tags[i]);
                var last = i;
                while (label is not null && last + 1 < end && document.Tags[last + 1] == "I-" + label) last++;
                if (label is not null && classes.Of(label) is { } name)
                    yield return new NameMark(new TextSpan(document.Tokens[i].Start, document.Tokens[last].End), name);
                i = last + 1;
            }
        }
    }

    /// <summary>"PER" of "B-PER"; null outside a name.</summary>
    public static string? Label(string tag) => tag.Length > 2 && tag[1] == '-' ? tag[2..] : null;

    private static void Add(Tally tally, string part, HashSet<NameMark> gold, HashSet<NameMark> predicted, Func<string, bool> counts)
    {
        var wanted = gold.Where(m => counts(m.Class)).ToHashSet();
        var found = predicted.Where(m => counts(m.Class)).ToList();
        tally.Matches("names", part, found.Count(wanted.Contains), found.Count, wanted.Count);
    }
}
