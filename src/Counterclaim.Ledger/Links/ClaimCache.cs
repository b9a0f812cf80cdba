using System.Data.Common;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Links;

/// <summary>The claims held against others last, whole: what is new is mostly compared with what came shortly before.</summary>
internal sealed class ClaimCache
{
    private const int Most = 12_000;
    private readonly Dictionary<long, Claim> _claims = [];

    /// <summary>The claims of these numbers; those not there are left out.</summary>
    public Dictionary<long, Claim> Read(DbConnection connection, Terms terms, IReadOnlyCollection<long> ids)
    {
        var found = new Dictionary<long, Claim>(ids.Count);
        var missing = new List<long>();
        foreach (var id in ids)
            if (_claims.TryGetValue(id, out var known)) found[id] = known;
            else missing.Add(id);
        if (missing.Count == 0) return found;
        if (_claims.Count + missing.Count > Most) _claims.Clear();
        foreach (var (id, claim) in new ClaimReader(connection, terms).ReadById(missing)) found[id] = _claims[id] = claim;
        return found;
    }

    public void Forget(long id) => _claims.Remove(id);

    public void Clear() => _claims.Clear();
}
