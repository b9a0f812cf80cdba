using Counterclaim.Language;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements;

/// <summary>Which statement each token has a part in, for the steps that look around a word; null where none.</summary>
internal static class StatementMap
{
    /// <summary>The statement whose cue each token is in.</summary>
    public static Candidate?[] ByCue(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        var tellers = new Candidate?[table.Count];
        foreach (var statement in chosen) Mark(tellers, statement.Cue, statement);
        return tellers;
    }

    /// <summary>The statement whose cue or content each token is in.</summary>
    public static Candidate?[] ByWords(TokenTable table, IReadOnlyList<Candidate> chosen)
    {
        var owners = new Candidate?[table.Count];
        foreach (var statement in chosen)
        {
            Mark(owners, statement.Cue, statement);
            foreach (var run in statement.Content) Mark(owners, run, statement);
        }
        return owners;
    }

    private static void Mark(Candidate?[] map, TokenRange range, Candidate statement) => map.AsSpan(range.Start, range.Count).Fill(statement);
}
