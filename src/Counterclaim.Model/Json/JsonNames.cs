namespace Counterclaim.Model.Json;

/// <summary>How the values of the vocabulary's enumerations are spelt in JSON: lower case, words joined by an underscore.</summary>
/// <remarks>Tables instead of reflection, in the order of the enumeration; a test compares them.</remarks>
public static class JsonNames
{
    private static readonly string[] ActorKinds = ["person", "organisation", "government", "armed_force", "publication", "group"];

    private static readonly string[] Voices = ["attributed", "own"];

    private static readonly string[] Polarities = ["+", "-"];

    private static readonly string[] Certainties = ["certain", "probable", "possible", "hypothetical", "counterfactual"];

    private static readonly string[] QuantityBounds = ["exact", "at_least", "at_most"];

    private static readonly string[] ConsequenceRelations = ["cause", "condition", "enable", "prevent"];

    private static readonly string[] LinkRelations = ["repeats", "supports", "contradicts", "denies", "responds"];

    private static readonly string[] ParagraphKinds =
        ["title", "heading", "body", "quote", "social", "caption", "list", "furniture"];

    private static readonly string[] StatementModes = ["direct", "indirect", "mixed"];

    private static readonly string[] SpeechActs =
        ["assert", "deny", "confirm", "respond", "appeal", "demand", "promise", "threaten", "predict", "ask", "decline"];

    private static readonly string[] TimeTypes = ["DATE", "TIME", "DURATION", "SET"];

    private static readonly string[] TimeGranularities =
        ["minute", "day_part", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"];

    private static readonly string[] PlaceRoles = ["literal", "metonym", "origin", "organisation"];

    private static readonly string[] PlacePrecisions = ["exact", "near", "district", "region", "country"];

    private static readonly string[] PlaceRelationKinds = ["near", "part", "direction", "distance", "between", "route", "along", "axis"];

    private static readonly string[] TimeModifiers = ["START", "MID", "END", "APPROX"];

    public static string Of(ActorKind value) => ActorKinds[(int)value];

    public static string Of(Voice value) => Voices[(int)value];

    public static string Of(Polarity value) => Polarities[(int)value];

    public static string Of(Certainty value) => Certainties[(int)value];

    public static string Of(QuantityBound value) => QuantityBounds[(int)value];

    public static string Of(ConsequenceRelation value) => ConsequenceRelations[(int)value];

    public static string Of(LinkRelation value) => LinkRelations[(int)value];

    public static string Of(ParagraphKind value) => ParagraphKinds[(int)value];

    public static string Of(StatementMode value) => StatementModes[(int)value];

    public static string Of(SpeechAct value) => SpeechActs[(int)value];

    public static string Of(TimeType value) => TimeTypes[(int)value];

    public static string Of(TimeGranularity value) => TimeGranularities[(int)value];

    public static string Of(PlaceRole value) => PlaceRoles[(int)value];

    public static string Of(PlacePrecision value) => PlacePrecisions[(int)value];

    public static string Of(PlaceRelationKind value) => PlaceRelationKinds[(int)value];

    public static string Of(TimeModifier value) => TimeModifiers[(int)value];

    /// <summary>The kind of a name ("armed_force").</summary>
    /// <exception cref="InvalidDataException">No kind has this name.</exception>
    public static ActorKind ActorKind(string name) => (ActorKind)IndexOf(ActorKinds, name, "actor kind");

    internal static Voice Voice(string name) => (Voice)IndexOf(Voices, name, "voice");

    internal static Polarity Polarity(string name) => (Polarity)IndexOf(Polarities, name, "polarity");

    internal static Certainty Certainty(string name) => (Certainty)IndexOf(Certainties, name, "certainty");

    internal static QuantityBound QuantityBound(string name) => (QuantityBound)IndexOf(QuantityBounds, name, "bound");

    internal static ConsequenceRelation ConsequenceRelation(string name) =>
        (ConsequenceRelation)IndexOf(ConsequenceRelations, name, "relation of a consequence");

    internal static LinkRelation LinkRelation(string name) => (LinkRelation)IndexOf(LinkRelations, name, "relation of a link");

    internal static ParagraphKind ParagraphKind(string name) => (ParagraphKind)IndexOf(ParagraphKinds, name, "paragraph kind");

    internal static StatementMode StatementMode(string name) => (StatementMode)IndexOf(StatementModes, name, "mode");

    internal static SpeechAct SpeechAct(string name) => (SpeechAct)IndexOf(SpeechActs, name, "speech act");

    internal static TimeType TimeType(string name) => (TimeType)IndexOf(TimeTypes, name, "time type");

    internal static TimeGranularity TimeGranularity(string name) => (TimeGranularity)IndexOf(TimeGranularities, name, "granularity");

    internal static PlaceRole PlaceRole(string name) => (PlaceRole)IndexOf(PlaceRoles, name, "role of a place");

    internal static PlacePrecision PlacePrecision(string name) => (PlacePrecision)IndexOf(PlacePrecisions, name, "precision");

    public static PlaceRelationKind PlaceRelationKind(string name) => (PlaceRelationKind)IndexOf(PlaceRelationKinds, name, "relation of a place");

    internal static TimeModifier TimeModifier(string name) => (TimeModifier)IndexOf(TimeModifiers, name, "modifier of a time");

    private static int IndexOf(string[] names, string name, string what)
    {
        var index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new InvalidDataException($"Unknown {what} \"{name}\"; known are {string.Join(", ", names)}.");
    }
}
