using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Quotes;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Acts;

/// <summary>The statements of a reading paired with those labelled in its text.</summary>
internal sealed class ReadStatements
{
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, TimeExpression> _times;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _goldOf = [];
    private readonly Dictionary<int, int> _ofGold = [];

    /// <param name="reading">Of the gold's own text; null where nothing was predicted.</param>
    public ReadStatements(ActsReport gold, Model.Reading? reading)
    {
        Gold = gold;
        Statements = reading?.Statements ?? [];
        Links = reading?.Links ?? [];
        _actors = reading?.Actors.ToDictionary(a => a.Id) ?? [];
        _times = reading?.Times.ToDictionary(t => t.Id) ?? [];
        for (var i = 0; i < Statements.Count; i++) _indexes[Statements[i].Id] = i;
        Pair();
    }

    public ActsReport Gold { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<Link> Links { get; }

    /// <summary>Gold statements and what we read for each; null for one not found.</summary>
    public IEnumerable<(ActsStatement Gold, Statement? Read)> Pairs =>
        Gold.Statements.Select((g, i) => (g, _ofGold.TryGetValue(i, out var read) ? Statements[read] : null));

    /// <summary>Number of the gold statement that one of ours was paired with; −1 for one that is not in gold.</summary>
    public int NumberOf(string? id) => id is not null && _indexes.TryGetValue(id, out var i) && _goldOf.TryGetValue(i, out var gold) ? Gold.Statements[gold].Number : -1;

    public string? Name(string? actor) => actor is not null && _actors.TryGetValue(actor, out var known) ? known.Name : null;

    public TextSpan? Time(string? time) => time is not null && _times.TryGetValue(time, out var known) ? known.Span : null;

    /// <summary>"deny" and, where it is held back, "held".</summary>
    public static string ActOf(Statement statement) => JsonNames.Of(statement.Act);

    private void Pair()
    {
        var tokens = new GoldTokens(Gold.Text, countPunctuation: false);
        var map = new CodePointMap(Gold.Text);
        var gold = TokenStatement.Of([.. Gold.Statements.Select(s => Quote(s.Spans.Holder, s.Spans.Cue, s.Spans.Content))], tokens);
        var read = TokenStatement.Of([.. Statements.Select(s => Quote(s.Holder, s.Cue, s.Content))], tokens);
        foreach (var (g, r) in Alignment.Of(gold, read).Pairs)
        {
            if (!gold[g].Cue.IsEmpty && !read[r].Cue.IsEmpty && !gold[g].Cue.Touches(read[r].Cue)) continue;
            _goldOf[r] = g;
            _ofGold[g] = r;
        }

        QuoteStatement Quote(SpanList holder, SpanList cue, SpanList content) =>
            new(Pipeline.Points(holder, map), Pipeline.Points(cue, map), Pipeline.Points(content, map), Type: null);
    }
}
