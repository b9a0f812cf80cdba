using System.Text.Json;
using Counterclaim.Model;
using Counterclaim.Reading.Actors.Known;

namespace Counterclaim.Reading.Actors.Lists;

/// <summary>
/// Entities of the FollowTheMoney model as JSON lines, as OpenSanctions and Aleph write them: Person, Organization, PublicBody, Company and LegalEntity by
/// <c>name</c>, <c>alias</c>, <c>weakAlias</c>, <c>country</c> and <c>position</c>; entities of other schemata are left out.
/// </summary>
internal static class FollowTheMoney
{
    private const int LongestLine = 1 << 20;
    private const int MostNames = 200;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <exception cref="InvalidDataException">The message names the line.</exception>
    public static IEnumerable<KnownActor> Read(TextReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (text.Length > LongestLine) throw new InvalidDataException($"line {line}: longer than {LongestLine >> 20} MB");
            if (ReadEntity(text, line) is { } actor) yield return actor;
        }
    }

    private static KnownActor? ReadEntity(string text, int line)
    {
        using var document = Parse(text, line);
        var entity = document.RootElement;
        if (entity.ValueKind != JsonValueKind.Object || Text(entity, "id") is not { Length: > 0 } id || Text(entity, "schema") is not { } schema)
            throw new InvalidDataException($"line {line}: not an entity with an id and a schema");
        if (KindOf(schema) is not { } kind) return null;
        if (!entity.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"line {line}: the entity has no properties");
        var names = Values(properties, "name").ToList();
        if (Text(entity, "caption") is { Length: > 0 } caption) names.Insert(0, caption);
        if (names.Count == 0) return null;
        var weak = Values(properties, "weakAlias").Where(a => a.Contains(' ', StringComparison.Ordinal));
        var countries = Values(properties, "country").Concat(kind == ActorKind.Person ? Values(properties, "nationality") : []).Select(ActorCsv.CountryCode).OfType<string>().Distinct().Take(2).ToList();
        return new KnownActor(id, kind, names[0])
        {
            Aliases = [.. names.Skip(1).Concat(Values(properties, "alias")).Concat(weak).Where(n => n != names[0]).Distinct().Take(MostNames)],
            Country = countries is [var only] ? only : null,
            Offices = [.. Values(properties, "position").Take(MostNames).Select(p => new Office(p, null, null, null))],
        };
    }

    private static JsonDocument Parse(string text, int line)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(FormattableString.Invariant($"line {line}: not JSON (character {(e.BytePositionInLine ?? 0) + 1})"), e);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"line {line}: not Unicode text", e);
        }
    }

    private static ActorKind? KindOf(string schema) => schema switch
    {
        "Person" => ActorKind.Person,
        "Organization" or "Company" or "LegalEntity" => ActorKind.Organisation,
        "PublicBody" => ActorKind.Government,
        _ => null,
    };

    private static string? Text(JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Whole(value) : null;

    private static IEnumerable<string> Values(JsonElement properties, string name)
    {
        if (!properties.TryGetProperty(name, out var values)) yield break;
        if (values.ValueKind == JsonValueKind.String && Whole(values) is { } single) yield return single;
        if (values.ValueKind != JsonValueKind.Array) yield break;
        foreach (var value in values.EnumerateArray())
            if (value.ValueKind == JsonValueKind.String && Whole(value) is { } text) yield return text;
    }

    /// <summary>A text without white space around; null for an empty one, or one that is no text (half a surrogate pair).</summary>
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
