using Counterclaim.Model;

namespace Counterclaim.Tests.Shared;

/// <summary>Makes a reading by hand: every span is found by the words it covers.</summary>
internal sealed class ReadingBuilder(string text)
{
    private readonly List<Statement> _statements = [];
    private readonly List<Actor> _actors = [];
    private readonly List<Place> _places = [];
    private readonly List<TimeExpression> _times = [];
    private readonly List<Assertion> _assertions = [];
    private readonly List<Consequence> _consequences = [];
    private readonly List<Link> _links = [];

    /// <summary>The first occurrence of the words after <paramref name="after"/>.</summary>
    public TextSpan At(string words, string after = "")
    {
        var from = after.Length == 0 ? 0 : text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var start = text.IndexOf(words, from, StringComparison.Ordinal);
        if (start < 0) throw new ArgumentException($"\"{words}\" is not in the text.", nameof(words));
        return new TextSpan(start, start + words.Length);
    }

    public SpanList All(params IEnumerable<string> words) => SpanList.Create([.. words.Select(w => At(w))]);

    public string Statement(
        TextSpan? holder, TextSpan? cue, SpanList content, StatementMode mode, SpeechAct act = SpeechAct.Assert, string? actor = null,
        string? via = null, string? channel = null, string? addressee = null, string? time = null, bool open = false)
    {
        var id = $"s{_statements.Count + 1}";
        _statements.Add(new Statement(id, ListOf(holder), ListOf(cue), content)
        {
            Mode = mode,
            Act = act,
            Actor = actor,
            Via = via,
            Channel = channel,
            Addressee = addressee,
            Time = time,
            NegatedOrHypothetical = open,
            Confidence = 0.9,
        });
        return id;
    }

    public string Actor(string name, ActorKind kind, string? role, params IEnumerable<TextSpan> mentions)
    {
        var id = $"a{_actors.Count + 1}";
        _actors.Add(new Actor(id, name, kind, [.. mentions]) { Role = role });
        return id;
    }

    public string Place(TextSpan span, string name, string kind, double? latitude = null, double? longitude = null, bool metonym = false, Func<Place, Place>? with = null)
    {
        var id = $"p{_places.Count + 1}";
        var place = new Place(id, span, name, kind) { Latitude = latitude, Longitude = longitude, Role = metonym ? PlaceRole.Metonym : PlaceRole.Literal };
        _places.Add(with is null ? place : with(place));
        return id;
    }

    public string Time(TextSpan span, TimeType type, string? value, TimeInterval? interval = null, TimeGranularity? granularity = null)
    {
        var id = $"t{_times.Count + 1}";
        _times.Add(new TimeExpression(id, span, type, value) { Interval = interval, Granularity = granularity });
        return id;
    }

    public void Claim(TextSpan span, string statement, Func<Assertion, Assertion> with) =>
        _assertions.Add(with(new Assertion($"c{_assertions.Count + 1}", span, Voice.Attributed) { Statement = statement }));

    public void OwnClaim(TextSpan span, Func<Assertion, Assertion> with) => _assertions.Add(with(new Assertion($"c{_assertions.Count + 1}", span, Voice.Own)));

    public void Own(TextSpan span, Certainty certainty = Certainty.Certain, params IReadOnlyList<TextSpan> loaded) =>
        _assertions.Add(new Assertion($"c{_assertions.Count + 1}", span, Voice.Own) { Certainty = certainty, Loaded = [.. loaded.Select(span => new LoadedWord(span, "judgement", "judges"))] });

    public void Consequence(TextSpan cause, TextSpan effect, ConsequenceRelation relation, TextSpan? marker, Certainty certainty, string? statement) =>
        _consequences.Add(new Consequence(cause, effect, relation, ListOf(marker), certainty, statement));

    public void Link(string from, string to, LinkRelation relation) => _links.Add(new Link(from, to, relation));

    /// <summary>Paragraphs are the blocks between blank lines; <paramref name="kinds"/> gives their kinds by the words they start with.</summary>
    public Model.Reading Build(string source, Func<Report, Report> describe, params IReadOnlyList<(string Start, ParagraphKind Kind, SocialPost? Post)> kinds)
    {
        var paragraphs = new List<Paragraph>();
        var start = 0;
        foreach (var block in text.Split("\n\n"))
        {
            var (_, kind, post) = kinds.FirstOrDefault(k => block.StartsWith(k.Start, StringComparison.Ordinal), ("", ParagraphKind.Body, null));
            paragraphs.Add(new Paragraph(new TextSpan(start, start + block.Length), kind) { Post = post });
            start += block.Length + 2;
        }
        return new Model.Reading(describe(new Report("sha256:0", source, text, paragraphs)))
        {
            Statements = _statements,
            Actors = _actors,
            Places = _places,
            Times = _times,
            Assertions = _assertions,
            Consequences = _consequences,
            Links = _links,
        };
    }

    private static SpanList ListOf(TextSpan? span) => span is { } s ? [s] : SpanList.Empty;
}
