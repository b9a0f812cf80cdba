using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Clauses;

namespace Counterclaim.Reading.Assertions;

/// <summary>A pattern found in a text: its trigger and the heads of the phrases in its slots (−1 where empty).</summary>
internal readonly record struct PatternMatch(Pattern Pattern, int Trigger, int Agent, int Patient, int Place, Quantity? Count)
{
    /// <summary>A further one of a list, whose own place goes before that of the first.</summary>
    public bool IsListed { get; init; }
}

/// <summary>Tries the patterns whose trigger a token is.</summary>
/// <remarks>Patterns are indexed by trigger lemma, so that a text costs time in its length, not in the number of patterns.</remarks>
internal sealed class PatternMatcher
{
    private const int ParticleReach = 5;

    /// <summary>Tokens behind a count in which "including" is looked for.</summary>
    private const int IncludedReach = 24;

    private readonly Dictionary<string, List<(Pattern Pattern, Trigger Trigger)>> _byLemma = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _classes;

    public PatternMatcher(IEnumerable<AssertionKind> kinds, IReadOnlyDictionary<string, IReadOnlySet<string>> classes)
    {
        _classes = classes;
        foreach (var pattern in kinds.SelectMany(kind => kind.Patterns))
            foreach (var trigger in pattern.Triggers)
                if (trigger.Lemma.StartsWith('@'))
                    foreach (var lemma in classes[trigger.Lemma[1..]]) Index(lemma, pattern, trigger);
                else
                    Index(trigger.Lemma, pattern, trigger);
    }

    /// <summary>The first pattern of every kind that fits at a token.</summary>
    public void Match(int token, RoleFinder roles, List<PatternMatch> found)
    {
        var analysis = roles.Trees.Analysis;
        var lemma = analysis.Lemma(token);
        MatchWord(lemma, token, roles, found);
        if (!analysis.Form(token).Equals(lemma, StringComparison.OrdinalIgnoreCase)) MatchWord(analysis.Form(token).ToString(), token, roles, found);
    }

    private void MatchWord(string word, int token, RoleFinder roles, List<PatternMatch> found)
    {
        if (!_byLemma.TryGetValue(word, out var candidates)) return;
        string? done = null;
        foreach (var (pattern, trigger) in candidates)
        {
            if (pattern.Kind == done || !HasTag(token, roles.Trees, pattern.Tag)) continue;
            if (!HasParticles(roles.Trees, token, trigger) || Fill(token, pattern, roles) is not { } match) continue;
            found.Add(match);
            AddListed(match, roles, found);
            done = pattern.Kind;
        }
    }

    private void Index(string lemma, Pattern pattern, Trigger trigger)
    {
        if (!_byLemma.TryGetValue(lemma, out var list)) _byLemma[lemma] = list = [];
        list.Add((pattern, trigger));
    }

    private static bool HasTag(int token, DependencyIndex trees, TriggerTag tag)
    {
        var upos = trees.Analysis.Upos[token];
        return tag switch
        {
            TriggerTag.Verb => upos is Upos.Verb or Upos.Aux,
            TriggerTag.Noun => upos is Upos.Noun or Upos.Propn || trees.IsCountedAdjective(token)
                || trees.Analysis.Xpos(token) == "VBG" && trees.Analysis.Deprels[token] is Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.Nmod,
            TriggerTag.Adjective => upos is Upos.Adj or Upos.Verb or Upos.Adv || trees.HasChild(token, Deprel.Cop),
            _ => true,
        };
    }

    private static bool HasParticles(DependencyIndex trees, int token, Trigger trigger)
    {
        foreach (var word in trigger.With)
        {
            var found = false;
            foreach (var child in trees.Children(token)) found |= trees.IsForm(child, word) || trees.IsLemma(child, word);
            // Parsers hang the particle of "drove the attackers out of" on what follows it.
            for (var after = token + 1; !found && after < Math.Min(token + ParticleReach, trees.Analysis.TokenCount); after++)
                found = trees.Analysis.Upos[after] is Upos.Adp or Upos.Adv && trees.IsForm(after, word);
            if (!found) return false;
        }
        return true;
    }

    private PatternMatch? Fill(int token, Pattern pattern, RoleFinder roles)
    {
        int agent = -1, patient = -1, place = -1;
        Quantity? count = null;
        foreach (var constraint in pattern.Constraints)
        {
            var phrase = Find(token, constraint, roles, out var quantity);
            if (constraint.Presence == Presence.Forbidden ? phrase >= 0 : constraint.Presence == Presence.Required && phrase < 0) return null;
            if (phrase < 0) continue;
            if (constraint.Slot == Slot.Count && patient >= 0 && phrase != patient && IsCountOfPatient(pattern, constraint))
            {
                if (roles.Quantities.Read(patient) is { } its) quantity = its;
                else if (!IsSamePhrase(phrase, patient, roles)) continue;
            }
            switch (constraint.Slot)
            {
                case Slot.Agent: agent = phrase; break;
                case Slot.Patient: patient = phrase; break;
                case Slot.Place: place = phrase; break;
                case Slot.Count: count = quantity; break;
            }
        }
        return new PatternMatch(pattern, token, agent, patient, place, count);
    }

    /// <summary>"lost <em>6 tanks</em> and <em>14 guns</em>", "killed <em>15</em> in Velm and <em>7</em> in Harsk": every counted patient of a list is a match of its own.</summary>
    private void AddListed(PatternMatch first, RoleFinder roles, List<PatternMatch> found)
    {
        var pattern = first.Pattern;
        if (first.Patient < 0 || first.Count is null || !pattern.Constraints.Any(c => c.Slot == Slot.Count && IsCountOfPatient(pattern, c))) return;
        var patient = pattern.Constraints.First(c => c.Slot == Slot.Patient);
        foreach (var way in patient.Ways)
            foreach (var end in roles.Follow(first.Trigger, way.Path))
            {
                if (end == first.Patient || roles.Trees.Analysis.Deprels[end] != Deprel.Conj || IsSamePhrase(end, first.Patient, roles)) continue;
                if (!Accepts(end, way, roles)) continue;
                if (roles.Quantities.Read(end) is { } count) found.Add(first with { Patient = end, Count = count, IsListed = true });
            }
        AddIncluded(first, patient, roles, found);
    }

    /// <summary>"killed 19 people, including <em>three children</em> and <em>a medic</em>": a part of those counted, told of as they are.</summary>
    private void AddIncluded(PatternMatch whole, Constraint patient, RoleFinder roles, List<PatternMatch> found)
    {
        var (trees, analysis) = (roles.Trees, roles.Trees.Analysis);
        var last = Math.Min(analysis.Sentences[analysis.SentenceOf[whole.Trigger]].End, Math.Max(whole.Trigger, whole.Patient) + IncludedReach);
        for (var token = Math.Min(whole.Trigger, whole.Patient) + 1; token < last; token++)
        {
            if (!trees.IsForm(token, "including") && !(trees.IsForm(token, "among") && token + 1 < last && trees.IsForm(token + 1, "them"))) continue;
            var head = analysis.Heads[token];
            if (trees.IsForm(token, "among")) head = token + 2 < last && analysis.Deprels[token + 2] == Deprel.Nummod ? analysis.Heads[token + 2] : -1;
            if (head <= token || !HangsOn(head, whole, analysis)) continue;
            foreach (var part in trees.Children(head).ToArray().Where(c => analysis.Deprels[c] == Deprel.Conj).Prepend(head))
                if (part != whole.Patient && roles.Quantities.Read(part) is { } count && patient.Ways.Any(way => Accepts(part, way, roles)))
                    found.Add(whole with { Patient = part, Count = count, IsListed = true });
        }
    }

    /// <summary>Whether a phrase depends on the trigger or on those it counts.</summary>
    private static bool HangsOn(int phrase, PatternMatch match, Language.Analysis analysis)
    {
        for (var climb = 0; climb < 4 && phrase >= 0; climb++, phrase = analysis.Heads[phrase])
            if (phrase == match.Trigger || phrase == match.Patient) return true;
        return false;
    }

    /// <summary>Whether the pattern counts those it is done to, not something else.</summary>
    private static bool IsCountOfPatient(Pattern pattern, Constraint count) =>
        pattern.Constraints.FirstOrDefault(c => c.Slot == Slot.Patient) is { } patient && patient.Ways.Any(p => count.Ways.Any(c => c.Path.SequenceEqual(p.Path)));

    /// <summary>"hundreds" and "soldiers" of "hundreds of soldiers", one of which counts the other.</summary>
    private static bool IsSamePhrase(int one, int other, RoleFinder roles)
    {
        var analysis = roles.Trees.Analysis;
        return analysis.Heads[one] == other && analysis.Deprels[one] != Deprel.Conj || analysis.Heads[other] == one && analysis.Deprels[other] != Deprel.Conj;
    }

    private int Find(int token, Constraint constraint, RoleFinder roles, out Quantity? quantity)
    {
        quantity = null;
        foreach (var way in constraint.Ways)
            foreach (var end in roles.Follow(token, way.Path))
            {
                if (constraint.Slot == Slot.Count && (quantity = roles.Quantities.Read(end)) is null) continue;
                if (Accepts(end, way, roles)) return end;
            }
        return -1;
    }

    private bool Accepts(int token, Way way, RoleFinder roles)
    {
        if (way.Accepts.Count == 0) return true;
        foreach (var name in way.Accepts)
            if (Accepts(token, name, roles)) return true;
        return false;
    }

    private bool Accepts(int token, string name, RoleFinder roles)
    {
        if (name[0] != '@') return roles.Trees.IsLemma(token, name) || roles.Trees.IsForm(token, name);
        var onlyListed = name[^1] == '!';
        var listed = _classes.TryGetValue(onlyListed ? name[1..^1] : name[1..], out var words) && words.Contains(roles.Trees.Analysis.Lemma(token));
        return listed || !onlyListed && roles.IsOfBuiltInClass(token, name);
    }
}
