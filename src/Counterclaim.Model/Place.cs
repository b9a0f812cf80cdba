namespace Counterclaim.Model;

/// <summary>A toponym and what it was resolved to.</summary>
/// <param name="Name">The gazetteer's name, or the text's own where none was found.</param>
/// <param name="Kind">"city", "village", "neighbourhood", "region", "country", "river", "sea", "facility", "road"…</param>
public sealed record Place(string Id, TextSpan Span, string Name, string Kind)
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north, WGS 84; null with <see cref="Longitude"/> where the place was not located.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>"geonames:706448", "supplement:donbas".</summary>
    public string? Gazetteer { get; init; }

    /// <summary>The name stands for a government or a force ("Kyiv says").</summary>
    public bool Metonym { get; init; }
}
