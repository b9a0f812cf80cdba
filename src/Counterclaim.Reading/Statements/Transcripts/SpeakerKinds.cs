using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Model.Names;
using Counterclaim.Reading.Actors;
using Counterclaim.Reading.Statements.Features;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>What a label says about who speaks.</summary>
internal enum SpeakerKind : byte
{
    /// <summary>A name of nobody known; the company it keeps decides.</summary>
    Unknown,

    /// <summary>A person, an office, an outlet.</summary>
    Somebody,

    /// <summary>"Q", "Question": whoever asks.</summary>
    Question,

    /// <summary>"A", "Answer": whoever is asked.</summary>
    Answer,

    /// <summary>A day, a place, a note: never a speaker.</summary>
    Nobody,
}

/// <summary>Tells speakers from the other words that stand before colons: notes, days, places, the parts of a recipe.</summary>
internal sealed class SpeakerKinds
{
    private static readonly HashSet<string> Notes =
    [
        "NOTE", "NOTES", "PHOTO", "PHOTOS", "IMAGE", "VIDEO", "WATCH", "READ", "SEE", "UPDATE", "UPDATED", "CORRECTION", "CLARIFICATION", "SOURCE", "SOURCES", "CREDIT", "CAPTION",
        "MAP", "CHART", "TIP", "TIPS", "WARNING", "RELATED", "ANALYSIS", "OPINION", "EXPLAINER", "BREAKING", "LIVE", "BACKGROUND", "SUMMARY", "CONTACT", "TAGS", "TOPICS", "DATE", "TIME",
        "WHERE", "WHEN", "WHAT", "WHO", "WHY", "HOW", "STEP", "EXAMPLE", "PS", "P.S", "TOTAL", "RESULT", "RESULTS", "SCORE", "PRICE", "TICKETS", "DISCLAIMER", "EDITOR'S NOTE", "EDITOR’S NOTE",
        "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "TODAY", "TOMORROW", "YESTERDAY",
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
    ];

    /// <summary>Nobody in particular, but somebody who speaks.</summary>
    private static readonly HashSet<string> Voices =
        ["MODERATOR", "NARRATOR", "AUDIENCE", "AUDIENCE MEMBER", "CALLER", "OPERATOR", "VOICE", "VOICEOVER", "TRANSLATOR", "INTERPRETER", "CROWD", "ALL", "PRESS", "MEDIA", "GUEST", "PANELIST", "PANELLIST", "CLERK", "COUNSEL", "THE COURT", "UNIDENTIFIED SPEAKER", "UNKNOWN SPEAKER", "UNIDENTIFIED MALE", "UNIDENTIFIED FEMALE", "PARTICIPANT"];

    private readonly TokenTable _table;
    private readonly string? _publisher;
    private readonly HashSet<string> _surnames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SpeakerKind> _kinds = [];

    public SpeakerKinds(TokenTable table, string? publisher)
    {
        _table = table;
        _publisher = publisher;
        foreach (var name in table.Analysis.Names)
            if (name.Kind == EntityKind.Person && name.Tokens.Count > 1) _surnames.Add(table.Analysis.Form(name.Tokens.End - 1).ToString());
    }

    public SpeakerKind Of(TurnLabel label)
    {
        if (_kinds.TryGetValue(label.Key, out var known)) return known;
        var kind = Classify(label);
        _kinds[label.Key] = kind;
        return kind;
    }

    private SpeakerKind Classify(TurnLabel label)
    {
        var key = label.Key;
        if (key is "Q" or "QUESTION") return SpeakerKind.Question;
        if (key is "A" or "ANSWER" or "INTERVIEWEE" or "RESPONDENT") return SpeakerKind.Answer;
        if (Notes.Contains(key)) return SpeakerKind.Nobody;
        if (Voices.Contains(key) || key.StartsWith("SPEAKER ", StringComparison.Ordinal) || IsOutlet(key)) return SpeakerKind.Somebody;
        var tokens = _table.Analysis.TokensIn(label.Name);
        if (tokens.IsEmpty) return SpeakerKind.Nobody;
        var last = _table.Analysis.Form(tokens.End - 1).ToString();
        var first = _table.Analysis.Form(tokens.Start).ToString();
        if (_surnames.Contains(last) || NounLexicon.Default.Title(first) is not null && tokens.Count > 1) return SpeakerKind.Somebody;
        if (NounLexicon.Default.NounOrGuess(last.ToLowerInvariant()) is { Class: NounClass.Person }) return SpeakerKind.Somebody;
        if (tokens.Count > 1 && NounLexicon.Default.GivenName(NameKey.Plain(first)) != Gender.Unknown) return SpeakerKind.Somebody;
        return (_table.Name[tokens.End - 1] - 1) switch
        {
            (int)EntityKind.Person when tokens.Count > 1 || TurnLabel.IsCapitals(last) => SpeakerKind.Somebody,
            (int)EntityKind.Location or (int)EntityKind.Facility or (int)EntityKind.Date or (int)EntityKind.Quantity => SpeakerKind.Nobody,
            _ => SpeakerKind.Unknown,
        };
    }

    /// <summary>The publisher itself or a word of its name, another outlet, or a name that says it is one.</summary>
    private bool IsOutlet(string key)
    {
        if (_publisher is not null && key.Length > 2 && $" {_publisher.ToUpperInvariant()} ".Contains($" {key} ", StringComparison.Ordinal)) return true;
        var lower = key.ToLowerInvariant();
        return NounLexicon.Default.IsPublication(lower) || NounLexicon.Default.NameWord(lower[(lower.LastIndexOf(' ') + 1)..]) == ActorKind.Publication;
    }
}
