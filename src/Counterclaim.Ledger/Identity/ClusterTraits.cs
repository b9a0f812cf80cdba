namespace Counterclaim.Ledger.Identity;

/// <summary>What the members of a cluster tell of who it is not.</summary>
internal sealed class ClusterTraits
{
    private readonly HashSet<string> _identities = [];
    private readonly List<PersonForm> _names = [];
    private readonly HashSet<string> _countries = [];

    /// <summary>The traits of those that people have held apart from this one.</summary>
    private readonly HashSet<ClusterTraits> _separate = [];

    private ClusterTraits? _absorbedBy;
    private bool _isByPeople;

    public ClusterTraits(Candidate member)
    {
        IsPartial = member.IsPartial;
        if (member.Record.Identity is { } identity) _identities.Add(identity);
        if (member.Record.Country is { } country) _countries.Add(country);
        if (member.Person is { } name && (name.Given.Length > 0 || name.Suffix.Length > 0)) _names.Add(name);
    }

    /// <summary>Whether nobody in it has a full name.</summary>
    public bool IsPartial { get; private set; }

    private const int MostNames = 32;

    /// <summary>Whether two clusters hold names, listed identities or countries that cannot be of one.</summary>
    public bool Contradicts(ClusterTraits other)
    {
        if (_identities.Count > 0 && other._identities.Count > 0 && !_identities.Overlaps(other._identities)) return true;
        if (_identities.Overlaps(other._identities)) return false;
        if (_countries.Count > 0 && other._countries.Count > 0 && !_countries.Overlaps(other._countries)) return true;
        if (_names.Count == 0 || other._names.Count == 0) return false;
        return _isByPeople || other._isByPeople
            ? _names.All(name => other._names.All(name.ContradictsGiven))
            : _names.Exists(name => other._names.Exists(name.ContradictsGiven));
    }

    public static void Separate(ClusterTraits a, ClusterTraits b)
    {
        a._separate.Add(b);
        b._separate.Add(a);
    }

    public bool IsSeparateFrom(ClusterTraits other)
    {
        foreach (var apart in _separate)
            if (apart.Last() == other) return true;
        return false;
    }

    /// <summary>Takes in another cluster's traits.</summary>
    /// <param name="byPeople">Whether people said that the two are one, whatever their names: then one of the names is enough to fit.</param>
    public void Absorb(ClusterTraits other, bool byPeople)
    {
        _isByPeople |= other._isByPeople || byPeople;
        IsPartial &= other.IsPartial;
        _identities.UnionWith(other._identities);
        _countries.UnionWith(other._countries);
        foreach (var name in other._names)
            if (_names.Count < MostNames && !_names.Contains(name)) _names.Add(name);
        _separate.UnionWith(other._separate);
        other._absorbedBy = this;
    }

    private ClusterTraits Last()
    {
        var last = this;
        while (last._absorbedBy is { } by) last = by;
        return last;
    }
}
