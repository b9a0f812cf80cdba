namespace Counterclaim.Ledger.Store;

/// <summary>The profiles of actors used last, so that they are not read and taken apart again for every report.</summary>
internal sealed class ActorCache
{
    private const int Most = 20_000;
    private readonly Dictionary<long, ActorProfile> _profiles = [];

    public ActorProfile? Find(long id) => _profiles.GetValueOrDefault(id);

    public void Keep(ActorProfile profile)
    {
        if (_profiles.Count >= Most) _profiles.Clear();
        _profiles[profile.Id] = profile;
    }

    public void Forget(long id) => _profiles.Remove(id);

    public void Clear() => _profiles.Clear();
}
