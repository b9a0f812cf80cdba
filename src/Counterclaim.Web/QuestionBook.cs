using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Web;

/// <summary>Questions as pages ask for them.</summary>
internal sealed class QuestionBook(LedgerStore ledger)
{
    private const int Chunk = 500;

    /// <summary>A page of the questions that the claims of a query answer.</summary>
    /// <param name="isRecent">The latest first; else the most contested, or as the query sorts them.</param>
    /// <exception cref="QueryException">The query cannot be asked.</exception>
    public Page<Question> List(LedgerQuery query, PageRequest page, bool isRecent) =>
        ledger.Questions(isRecent && query.Sort is null ? QueryParser.Parse($"{query.Text} sort:newest".TrimStart()) : query, page);

    /// <summary>The questions of these ids ("Q12"), in their order.</summary>
    public IReadOnlyList<Question> Of(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return [];
        var found = ledger.Questions(QueryParser.Parse("question:" + string.Join(',', ids)), new PageRequest(ids.Count)).Items.ToDictionary(q => q.Id!, StringComparer.Ordinal);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <param name="key">Its id ("Q12"), or its key.</param>
    public Question? Find(string key)
    {
        if (QuestionIds.Parse(key) is not null) return ledger.Question(key);
        // A key says what the question is about, not where it is kept: those of its kind are gone through.
        var kind = key.Split('/')[0];
        if (kind.Length == 0 || !kind.All(char.IsAsciiLetterLower)) return null;
        string? after = null;
        for (var seen = 0; seen < PageRequest.MostAtOnce; seen += Chunk)
        {
            var page = ledger.Questions(QueryParser.Parse("kind:" + kind), new PageRequest(Chunk, After: after));
            if (page.Items.FirstOrDefault(q => q.Key == key) is { } found) return ledger.Question(found.Id!);
            if ((after = page.Next) is null) return null;
        }
        return null;
    }
}
