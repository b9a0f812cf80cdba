using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Web;

/// <summary>Questions as they were made for a query, kept until something is added to the ledger or corrected in it: making them costs more than asking for a page.</summary>
internal sealed class QuestionBook(LedgerStore ledger)
{
    private const int MostKept = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<Question>> _byQuery = new(StringComparer.Ordinal);
    private string _state = "";

    /// <summary>The questions that the claims of a query answer, the most contested first.</summary>
    /// <exception cref="QueryException">The query cannot be asked.</exception>
    public IReadOnlyList<Question> Of(LedgerQuery query)
    {
        var state = ledger.State();
        lock (_gate)
        {
            if (state != _state || _byQuery.Count >= MostKept) _byQuery.Clear();
            _state = state;
            if (_byQuery.TryGetValue(query.Text, out var kept)) return kept;
        }
        var made = ledger.Questions(query, new PageRequest(PageRequest.MostAtOnce)).Items;
        lock (_gate)
        {
            if (_state == state) _byQuery[query.Text] = made;
        }
        return made;
    }

    /// <summary>All questions of the ledger.</summary>
    public IReadOnlyList<Question> All => Of(LedgerQuery.Empty);

    /// <param name="key">Its id ("Q12"), or its key.</param>
    public Question? Find(string key) => QuestionIds.Parse(key) is not null ? ledger.Question(key) : All.FirstOrDefault(q => q.Key == key);
}
