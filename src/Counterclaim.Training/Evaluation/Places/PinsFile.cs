using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Training.Evaluation.Texts;

namespace Counterclaim.Training.Evaluation.Places;

/// <summary>A short text with marked names of places.</summary>
/// <param name="War">"Sudan": which war it speaks of.</param>
internal sealed record PinsText(string Id, string War, string Text, IReadOnlyList<PinsLabel> Labels);

/// <summary>What a marked name is.</summary>
/// <param name="Span">UTF-16 offsets.</param>
/// <param name="Role">Null where the name is no place at all ("the Washington Post", Jordan Marsh).</param>
internal sealed record PinsLabel(TextSpan Span, PlaceRole? Role)
{
    /// <summary>Where the place lies; null where that is not asked (roles other than literal) or no gazetteer holds it.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>How far off, in km, is still right.</summary>
    public double Tolerance { get; init; } = 30;

    public PlaceRelationKind? Relation { get; init; }

    /// <summary>Where the relation points.</summary>
    public GeoPoint? RelationPoint { get; init; }

    /// <summary>A word of the name of what a name lies in that no gazetteer holds; null for others.</summary>
    public string? Container { get; init; }

    /// <summary>With <see cref="Container"/>: the country (ISO 3166-1 alpha-2).</summary>
    public string? Country { get; init; }
}

/// <summary>
/// Reads <c>{"id", "war", "text"}</c>, one text a line, with names marked <c>[[Name|label]]</c>. A label's parts, parted by semicolons: <c>lat,lon</c>;
/// <c>m</c> (metonym), <c>o</c> (origin), <c>org</c> (part of an organisation's name), <c>none</c>; <c>rel KIND lat,lon</c>; <c>in NAME COUNTRY</c>; <c>km N</c>.
/// </summary>
internal static partial class PinsFile
{
    public static IReadOnlyList<PinsText> Read(string path) => JsonLines.Read(path, record =>
    {
        var marked = record.Text("text") ?? "";
        var text = new StringBuilder();
        var labels = new List<PinsLabel>();
        var at = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, at, match.Index - at);
            var start = text.Length;
            text.Append(match.Groups["name"].Value);
            labels.Add(Label(new TextSpan(start, text.Length), match.Groups["label"].Value));
            at = match.Index + match.Length;
        }
        text.Append(marked, at, marked.Length - at);
        return new PinsText(record.Id(), record.Text("war") ?? "", text.ToString(), labels);
    });

    private static PinsLabel Label(TextSpan span, string label)
    {
        var found = new PinsLabel(span, PlaceRole.Literal);
        foreach (var part in label.Split(';'))
        {
            var words = part.Split(' ');
            found = words[0] switch
            {
                "m" => found with { Role = PlaceRole.Metonym },
                "o" => found with { Role = PlaceRole.Origin },
                "org" => found with { Role = PlaceRole.Organisation },
                "none" => found with { Role = null },
                "km" => found with { Tolerance = Number(words[1]) },
                "in" => found with { Container = words[1], Country = words[2] },
                "rel" => found with { Relation = JsonNames.PlaceRelationKind(words[1]), RelationPoint = Point(words[2]) },
                _ => found with { Point = Point(words[0]) },
            };
        }
        return found;
    }

    private static GeoPoint Point(string text)
    {
        var comma = text.IndexOf(',');
        return new GeoPoint(Number(text[..comma]), Number(text[(comma + 1)..]));
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[\[(?<name>[^|\]]+)\|(?<label>[^\]]+)\]\]")]
    private static partial Regex Mark();
}
