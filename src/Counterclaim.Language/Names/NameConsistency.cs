using Counterclaim.Language.Tokens;

namespace Counterclaim.Language.Names;

/// <summary>Makes the names of one document agree: a surname alone is the person named in full elsewhere, the same words are one kind.</summary>
/// <remarks>The tagger sees one sentence at a time; a document rarely uses one name for two kinds (Krishnan and Manning 2006).</remarks>
internal sealed class NameConsistency
{
    private static readonly Lexicon WeaponNouns = new(
        "missile missiles rocket rockets drone drones uav uavs tank tanks rifle rifles jet jets fighter fighters bomber bombers howitzer howitzers "
        + "mortar mortars torpedo torpedoes launcher launchers helicopter helicopters gun guns bomb bombs shell shells mine mines grenade grenades munition munitions");

    private readonly AnalysisData _data;
    private readonly List<NamedEntity> _names = [];
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);

    private NameConsistency(AnalysisData data) => _data = data;

    /// <summary>What all mentions of the same words say: how often each kind was given, and the scores of every kind together.</summary>
    private sealed class Evidence
    {
        public int[] Votes { get; } = new int[NameTags.Kinds];

        public long[] Scores { get; } = new long[NameTags.Kinds];
    }

    /// <summary>The names of a document.</summary>
    /// <param name="found">Names as the tagger found them sentence by sentence, in text order.</param>
    /// <param name="kindScores">For every name in turn the score of every kind (<see cref="Neural.NetworkSpace.KindScores"/>).</param>
    public static NamedEntity[] Resolve(AnalysisData data, List<NamedEntity> found, List<long> kindScores)
    {
        if (found.Count == 0) return [];
        var names = new NameConsistency(data);
        names._names.AddRange(found);
        names.Gather(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kindScores));
        names.Agree();
        names.FindBareSurnames();
        return [.. names._names];
    }

    private ReadOnlySpan<char> Form(int token) => _data.Form(token);

    private string TextOf(TokenRange range) => _data.Form(range).ToString();

    private static bool IsOrdinary(EntityKind kind) => kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Location or EntityKind.Facility or EntityKind.Other;

    private void Gather(ReadOnlySpan<long> kindScores)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            var name = _names[i];
            if (!IsOrdinary(name.Kind)) continue;
            var text = TextOf(name.Tokens);
            if (!_evidence.TryGetValue(text, out var evidence)) _evidence[text] = evidence = new Evidence();
            evidence.Votes[(int)name.Kind]++;
            for (var kind = 0; kind < NameTags.Kinds; kind++) evidence.Scores[kind] += kindScores[i * NameTags.Kinds + kind];
            var last = Form(name.Tokens.End - 1);
            if (name.Kind == EntityKind.Person && name.Tokens.Count > 1 && last.Length > 2 && char.IsUpper(last[0])) _surnames.Add(last.ToString());
        }
    }

    private void Agree()
    {
        for (var i = 0; i < _names.Count; i++)
        {
            var name = _names[i];
            if (!IsOrdinary(name.Kind)) continue;
            var text = TextOf(name.Tokens);
            var evidence = _evidence[text];
            var kind = LikeliestKind(evidence);
            if (name.Tokens.Count == 1 && _surnames.Contains(text) && evidence.Votes[(int)kind] <= evidence.Votes[(int)EntityKind.Person] + 1) kind = EntityKind.Person;
            if (kind == EntityKind.Other && IsWeapon(name.Tokens)) kind = EntityKind.Weapon;
            _names[i] = name with { Kind = kind };
        }
    }

    /// <summary>Of the kinds given to a mention, the one that all mentions together speak for.</summary>
    private static EntityKind LikeliestKind(Evidence evidence)
    {
        var best = -1;
        for (var kind = 0; kind < NameTags.Kinds; kind++)
            if (evidence.Votes[kind] > 0 && (best < 0 || evidence.Scores[kind] > evidence.Scores[best])) best = kind;
        return (EntityKind)best;
    }

    /// <summary>"Tavor rifle", "F-35 jets": a name with the noun of a weapon at its end or after it.</summary>
    private bool IsWeapon(TokenRange range) => WeaponNouns.Contains(Form(range.End - 1))
        || (range.End < _data.Tokens.Length && _data.SentenceOf[range.End] == _data.SentenceOf[range.Start] && WeaponNouns.Contains(Form(range.End)));

    /// <summary>Surnames that the tagger passed over where they stand alone.</summary>
    private void FindBareSurnames()
    {
        if (_surnames.Count == 0) return;
        var lookup = _surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = 0;
        var found = new List<NamedEntity>();
        for (var i = 0; i < _data.Tokens.Length; i++)
        {
            while (next < _names.Count && _names[next].Tokens.End <= i) next++;
            if (next < _names.Count && _names[next].Tokens.Contains(i)) continue;
            if (_data.Upos[i] == Upos.Propn && lookup.Contains(Form(i))) found.Add(new NamedEntity(new TokenRange(i, i + 1), EntityKind.Person));
        }
        if (found.Count == 0) return;
        _names.AddRange(found);
        _names.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
    }
}
