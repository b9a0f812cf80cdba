using System.Globalization;
using System.Text;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Attribution;
using Counterclaim.Reading.Statements;
using Counterclaim.Reading.Statements.Quotes;

namespace Counterclaim.Reading.Tests.Attribution;

/// <summary>
/// A text with attributions marked in it, so that what follows from them is tested without the model that finds them:
/// <c>{1h:Reed} {1c:said} {1x:the harbour is open}</c> has statement 1 with holder, cue and content. Marks may nest.
/// </summary>
internal sealed class MarkedText
{
    private readonly List<(int Statement, char Part, TextSpan Span)> _marks = [];

    private MarkedText(string marked, Func<string, IReadOnlyList<Paragraph>>? paragraphs, string? published)
    {
        Text = Strip(marked);
        var blocks = paragraphs?.Invoke(Text) ?? [.. Blocks(Text).Select(b => new Paragraph(b, ParagraphKind.Body))];
        var report = new Report("sha256:0", "test", Text, blocks) { Published = published is null ? null : DateTimeOffset.Parse(published + "T12:00Z", CultureInfo.InvariantCulture) };
        var spans = blocks.Select(b => b.Span).ToList();
        var analysis = TestAnalyzer.Analyze(Text, spans);
        var quoted = QuoteStructure.Find(Text, spans).ConvertAll(p => p.Span);
        var attributions = _marks.Select(m => m.Statement).Distinct().Order()
            .Select(n => new AttributionSpans(Part(n, 'h'), Part(n, 'c'), Part(n, 'x'), 1, "test", null)).ToList();
        Result = Attributor.Resolve(report, analysis, attributions, [], [], quoted, KnownActors.Default, Explanations);
    }

    public string Text { get; }

    public Attributed Result { get; }

    public List<Explanation> Explanations { get; } = [];

    public static MarkedText Read(string marked, Func<string, IReadOnlyList<Paragraph>>? paragraphs = null, string? published = null) => new(marked, paragraphs, published);

    /// <summary>The statement marked with a number.</summary>
    public Statement this[int number] =>
        Result.Statements.Single(s => s.Holder.Equals(Part(number, 'h')) && s.Cue.Equals(Part(number, 'c')) && s.Content.Equals(Part(number, 'x')));

    /// <summary>Name of the actor who holds a statement; null where that is left open.</summary>
    public string? HolderOf(int number) => NameOf(this[number].Actor);

    public string? AddresseeOf(int number) => NameOf(this[number].Addressee);

    public Actor Actor(string name) => Result.Actors.Single(a => a.Name == name);

    private string? NameOf(string? id) => id is null ? null : Result.Actors.Single(a => a.Id == id).Name;

    private SpanList Part(int statement, char part) =>
        SpanList.Create([.. _marks.Where(m => m.Statement == statement && m.Part == part).Select(m => m.Span)]);

    private string Strip(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(int Statement, char Part, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var colon = marked.IndexOf(':', i);
                open.Push((int.Parse(marked.AsSpan(i + 1, colon - i - 2), CultureInfo.InvariantCulture), marked[colon - 1], text.Length));
                i = colon;
            }
            else if (marked[i] == '}')
            {
                var (statement, part, start) = open.Pop();
                _marks.Add((statement, part, new TextSpan(start, text.Length)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }
        return text.ToString();
    }

    private static IEnumerable<TextSpan> Blocks(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) yield return new TextSpan(start, end);
            start = end + 1;
        }
    }
}
