using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Comparison;
using Counterclaim.Training.Evaluation.Figures;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Links;

/// <summary>Holds what the comparison makes of the claims of a group against the labels of careful readers.</summary>
/// <remarks>A claim of ours is a labelled one when their spans overlap, and their kind and figure are the same; of several labels the one whose span is nearest.</remarks>
internal sealed class LinkScores
{
    private readonly LinkGroup _group;
    private readonly IReadOnlyList<Claim> _claims;
    private readonly Dictionary<ClaimRef, LabelledClaim> _labels = [];
    private readonly Tally _tally = new();
    private readonly List<string> _remarks = [];

    private LinkScores(LinkGroup group, IReadOnlyList<Claim> claims) => (_group, _claims) = (group, claims);

    public static (Tally Tally, IReadOnlyList<string> Remarks) Of(LinkGroup group, IReadOnlyList<Claim> claims)
    {
        var scores = new LinkScores(group, claims);
        scores.Run();
        return (scores._tally, scores._remarks);
    }

    private void Run()
    {
        foreach (var claim in _claims)
            if (LabelOf(claim) is { } label) _labels[claim.Ref] = label;
        ScoreClaims("counts", c => c.Kind is "casualties" or "equipment" or "displacement", IsCount);
        ScoreClaims("who did it", c => c.Kind == "responsibility", IsDeed);

        var found = Links();
        foreach (var what in new[] { "all", "counts", "who did it" }) ScoreClashes(what, found);
        ScoreRelations(found);
    }

    private void ScoreClaims(string what, Func<LabelledClaim, bool> gold, Func<Claim, bool> ours)
    {
        var labels = _group.Claims.Where(gold).ToList();
        var mine = _claims.Where(ours).ToList();
        var hit = mine.Where(c => _labels.ContainsKey(c.Ref)).ToList();
        _tally.Matches($"claims found, {what}", "", hit.Select(c => _labels[c.Ref].Id).Distinct().Count(), hit.Select(c => _labels[c.Ref].Id).Distinct().Count() + mine.Count - hit.Count, labels.Count);
        foreach (var label in labels.Where(l => !_labels.Values.Contains(l))) _remarks.Add($"claim missed: {label.Article} {label.Outcome ?? label.Kind} {label.Value} {Text(label)}");
        foreach (var claim in mine.Where(c => !_labels.ContainsKey(c.Ref))) _remarks.Add($"claim not labelled: {Shown(claim)}");
    }

    private List<(Claim One, Claim Other, ClaimComparison Comparison)> Links()
    {
        var links = new List<(Claim, Claim, ClaimComparison)>();
        for (var i = 0; i < _claims.Count; i++)
            for (var j = i + 1; j < _claims.Count; j++)
                if (_claims[i].Report.Id != _claims[j].Report.Id && ClaimComparer.Link(_claims[i], _claims[j]) is { } link) links.Add((_claims[i], _claims[j], link.Comparison));
        return links;
    }

    /// <summary>A clash is found when a contradiction or denial of ours joins the two claims that clash; one that joins others, or what nobody labelled, is a false alarm.</summary>
    private void ScoreClashes(string what, List<(Claim One, Claim Other, ClaimComparison Comparison)> links)
    {
        var gold = _group.Pairs.Where(p => p.Label == "clash" && Is(what, Label(p.A))).Select(Key).ToHashSet();
        var hits = new HashSet<(string, string)>();
        var alarms = new HashSet<(string, string)>();
        foreach (var (one, other, comparison) in links)
        {
            if (comparison.Relation is not (ClaimRelation.Contradicts or ClaimRelation.Denies) || !(IsCount(one) || IsDeed(one)) || what == "counts" && !IsCount(one) || what == "who did it" && !IsDeed(one)) continue;
            var key = Key(NameOf(one), NameOf(other));
            if (gold.Contains(key)) hits.Add(key);
            else if (alarms.Add(key) && what == "all") _remarks.Add($"no clash ({LabelOf(key) ?? "not labelled"}): {comparison.Rule}, {comparison.Reason} | {Shown(one)} | {Shown(other)}");
        }
        _tally.Matches($"clashes, {what}", "", hits.Count, hits.Count + alarms.Count, gold.Count);
        if (what != "all") return;
        foreach (var key in gold.Except(hits))
            _remarks.Add($"clash missed: {Label(key.Item1).Article} {Text(Label(key.Item1))} | {Label(key.Item2).Article} {Text(Label(key.Item2))}");
    }

    /// <summary>Of labelled pairs whose claims both were found, how many have the relation the label asks for.</summary>
    private void ScoreRelations(List<(Claim One, Claim Other, ClaimComparison Comparison)> links)
    {
        var byPair = links.Where(l => _labels.ContainsKey(l.One.Ref) && _labels.ContainsKey(l.Other.Ref)).ToLookup(l => Key(NameOf(l.One), NameOf(l.Other)), l => l.Comparison);
        foreach (var pair in _group.Pairs)
        {
            if (!_labels.Values.Contains(Label(pair.A)) || !_labels.Values.Contains(Label(pair.B))) continue;
            var ours = byPair[Key(pair)].Select(c => Word(c.Relation)).DefaultIfEmpty("other event").ToList();
            var right = ours.Contains(pair.Label) || pair.Label == "scope" && ours.Contains("other event");
            _tally.Share($"relation right, {pair.Label}", "", right ? 1 : 0, 1);
            if (!right) _remarks.Add($"{pair.Label}, not {string.Join("/", ours)}: {Text(Label(pair.A))} | {Text(Label(pair.B))} ({string.Join("; ", byPair[Key(pair)].Select(c => c.Rule))})");
        }
    }

    private static string Word(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Repeats or ClaimRelation.Supports => "agree",
        ClaimRelation.Contradicts or ClaimRelation.Denies => "clash",
        ClaimRelation.Compatible => "bounds",
        ClaimRelation.Updates => "later",
        ClaimRelation.Narrows => "scope",
        _ => "other event",
    };

    private LabelledClaim? LabelOf(Claim claim)
    {
        LabelledClaim? best = null;
        var nearest = int.MaxValue;
        foreach (var label in _group.Claims)
        {
            if (label.Article != claim.Report.Id || label.Span.Start >= claim.CodePoints.End || claim.CodePoints.Start >= label.Span.End) continue;
            var same = label.Kind == "responsibility" ? IsDeed(claim) : claim.Kind == label.Kind && claim.Position == label.Outcome && claim.Quantity?.Value == label.Value;
            var distance = Math.Abs(label.Span.Start - claim.CodePoints.Start) + Math.Abs(label.Span.End - claim.CodePoints.End);
            if (same && distance < nearest) (best, nearest) = (label, distance);
        }
        return best;
    }

    private string NameOf(Claim claim) => _labels.TryGetValue(claim.Ref, out var label) ? label.Id : claim.Ref.ToString();

    private LabelledClaim Label(string id) => _group.Claims.First(c => c.Id == id);

    private string? LabelOf((string, string) key) => _group.Pairs.FirstOrDefault(p => Key(p) == key)?.Label;

    private static bool Is(string what, LabelledClaim label) => what == "all" || (what == "who did it") == (label.Kind == "responsibility");

    private static bool IsCount(Claim claim) => Kinds.FamilyOf(claim.Kind) == KindFamily.Count && claim.Quantity is not null;

    private static bool IsDeed(Claim claim) => Kinds.FamilyOf(claim.Kind) == KindFamily.Deed && DeedComparer.DoerOf(claim) is not null;

    private static (string, string) Key(LabelledPair pair) => Key(pair.A, pair.B);

    private static (string, string) Key(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    private string Text(LabelledClaim label) => "«" + PythonText.Slice(PythonText.CodePoints(_group.Articles.First(a => a.Id == label.Article).Text), label.Span) + "»";

    private static string Shown(Claim claim) =>
        $"{claim.Report.Id} {claim.Kind} {claim.Position} {claim.Quantity?.Value} [{claim.Place?.Name}~{claim.Setting.Place?.Name}|{claim.Meant?.Value}~{claim.Setting.Time?.Value}|{(claim.Setting.IsPart ? "part" : "")}{(claim.Setting.IsGrowing ? "grows" : "")}|{claim.Agent?.Name}>{claim.Patient?.Name}|{string.Join(",", claim.Setting.Happening.Targets)};{string.Join(",", claim.Setting.Happening.Means)};{string.Join(",", claim.Setting.Companions)}] «{claim.Exact}»";
}
