using Counterclaim.Ledger.Store;

namespace Counterclaim.Web;

/// <summary>What costs more to make than a page may take, kept until the ledger changes.</summary>
/// <param name="most">More than so many are not kept: all are let go then.</param>
internal sealed class Kept<T>(LedgerStore ledger, int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _made = new(StringComparer.Ordinal);
    private string _state = "";

    public T Of(string key, Func<T> make)
    {
        var state = ledger.State();
        lock (_gate)
        {
            if (state != _state || _made.Count >= most) _made.Clear();
            _state = state;
            if (_made.TryGetValue(key, out var kept)) return kept;
        }
        var made = make();
        lock (_gate)
        {
            if (_state == state) _made[key] = made;
        }
        return made;
    }
}
