using System.Text.RegularExpressions;
using Counterclaim.Model;
using Counterclaim.Model.Json;
using Counterclaim.Reading.Actors.Known;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Actors.Lists;

/// <summary>Our own form: a CSV with a header that has at least <c>name</c>; the columns are those of the seed list.</summary>
internal static partial class ActorCsv
{
    private const int LongestField = 4000;

    /// <exception cref="InvalidDataException">The message names the line.</exception>
    public static IEnumerable<KnownActor> Read(TextReader reader)
    {
        var number = 0;
        foreach (var (line, fields) in CsvReader.Read(reader))
        {
            number++;
            var name = Field("name");
            if (name.Length == 0) throw new InvalidDataException($"line {line}: an actor needs a name");
            var country = Field("country") is { Length: > 0 } told ? CountryCode(told) ?? throw new InvalidDataException($"line {line}: \"{told}\" is no country") : null;
            foreach (var date in Field("from").Split('|').Concat(Field("to").Split('|')))
                if (date.Length > 0 && !Date().IsMatch(date)) throw new InvalidDataException($"line {line}: \"{date}\" is no year, month or day");
            var role = Field("role");
            yield return new KnownActor(Field("id") is { Length: > 0 } id ? id : FormattableString.Invariant($"{ActorList.Slug(name)}-{number}"), Kind(Field("kind"), role, line), name)
            {
                Aliases = Field("aliases").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Country = country,
                Offices = KnownActorFile.Offices(role, Field("affiliation"), Field("from"), Field("to")),
                Sector = Field("sector") is { Length: > 0 } sector ? sector : null,
            };

            string Field(string column)
            {
                var field = fields.GetValueOrDefault(column) ?? "";
                return field.Length <= LongestField ? field : throw new InvalidDataException($"line {line}: {column} is longer than {LongestField} characters");
            }
        }
    }

    /// <summary>The code of a country by code or name; null for what is none.</summary>
    public static string? CountryCode(string told)
    {
        var code = told.ToUpperInvariant();
        return Countries.Default.NameOf(code) is not null ? code : Countries.Default.ByName(told);
    }

    private static ActorKind Kind(string kind, string role, int line)
    {
        if (kind.Length == 0) return role.Length > 0 ? ActorKind.Person : ActorKind.Organisation;
        try
        {
            return JsonNames.ActorKind(kind.ToLowerInvariant());
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"line {line}: \"{kind}\" is no kind; give person, organisation, government, armed_force, publication or group", e);
        }
    }

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
