using System.Text;
using Counterclaim.Language;
using Counterclaim.Language.Features;
using Counterclaim.Language.Names;
using Counterclaim.Language.Tagging;

namespace Counterclaim.Training.Language;

/// <summary>How a name model in training fares on given tokens, by whole names; <c>evaluate names</c> is the full measure.</summary>
/// <remarks>A kind that a corpus marks as one of several counts as the first of them, and found names of kinds it never marks are left out.</remarks>
internal sealed class NameFigures(Tagger tagger, NameTagger names, Lexicons lexicons)
{
    private readonly Sentence _sentence = new();
    private readonly NameLattice _lattice = new();

    public string Measure(IReadOnlyList<NamedDocument> documents)
    {
        var counts = new (int Found, int Gold, int Right)[NameTags.Kinds];
        var marked = MarkedKinds(documents);
        foreach (var sentence in documents.SelectMany(d => d.Sentences))
        {
            _sentence.Read(sentence.Text, sentence.Tokens, lexicons.Clusters, lexicons.Usual);
            tagger.Tag(_sentence);
            names.Tag(_sentence, _lattice);
            var gold = Names(sentence.Count, i => FirstTag(sentence.Allowed[i]));
            var found = Names(sentence.Count, i => _sentence.Name[i]).Select(n => n with { Kind = marked[(int)n.Kind] }).ToHashSet();
            foreach (var name in gold) counts[(int)name.Kind].Gold++;
            foreach (var name in found.Where(n => (int)n.Kind < NameTags.Kinds))
            {
                counts[(int)name.Kind].Found++;
                if (gold.Contains(name)) counts[(int)name.Kind].Right++;
            }
        }
        return Table(counts);
    }

    /// <summary>For every kind the kind by which the corpus marks it; a number past the last for one that it leaves open.</summary>
    private static EntityKind[] MarkedKinds(IReadOnlyList<NamedDocument> documents)
    {
        var kinds = new EntityKind[NameTags.Kinds];
        var beginnings = documents.SelectMany(d => d.Sentences).SelectMany(s => s.Allowed).Distinct().Where(a => (a & 1) == 0).ToList();
        for (var kind = 0; kind < NameTags.Kinds; kind++)
        {
            var bit = 1u << NameTags.Begin((EntityKind)kind);
            var by = beginnings.Where(a => (a & bit) != 0).Select(a => NameTags.KindOf(FirstTag(a))).Order().ToList();
            kinds[kind] = by.Count == 0 ? (EntityKind)NameTags.Kinds : by.Contains((EntityKind)kind) ? (EntityKind)kind : by[0];
        }
        return kinds;
    }

    private static byte FirstTag(uint allowed) => (byte)System.Numerics.BitOperations.TrailingZeroCount(allowed);

    private static HashSet<NamedEntity> Names(int count, Func<int, byte> tagOf)
    {
        var names = new HashSet<NamedEntity>();
        for (var i = 0; i < count;)
        {
            var tag = tagOf(i);
            var end = i + 1;
            if (tag != NameTags.Outside)
            {
                while (end < count && NameTags.IsInside(tagOf(end)) && NameTags.KindOf(tagOf(end)) == NameTags.KindOf(tag)) end++;
                names.Add(new NamedEntity(new TokenRange(i, end), NameTags.KindOf(tag)));
            }
            i = end;
        }
        return names;
    }

    private static string Table((int Found, int Gold, int Right)[] counts)
    {
        var text = new StringBuilder();
        void Row(string name, IEnumerable<int> kinds)
        {
            int found = kinds.Sum(k => counts[k].Found), gold = kinds.Sum(k => counts[k].Gold), right = kinds.Sum(k => counts[k].Right);
            if (gold == 0) return;
            text.Append($"  {name,-12} P {100.0 * right / Math.Max(1, found):F1}  R {100.0 * right / gold:F1}  F1 {200.0 * right / (found + gold):F2}  ({gold} in gold)\n");
        }
        for (var kind = 0; kind < NameTags.Kinds; kind++) Row(UniversalNames.Of((EntityKind)kind), [kind]);
        Row("PER LOC ORG", [(int)EntityKind.Person, (int)EntityKind.Location, (int)EntityKind.Organisation]);
        Row("all", Enumerable.Range(0, NameTags.Kinds));
        return text.ToString().TrimEnd();
    }
}
