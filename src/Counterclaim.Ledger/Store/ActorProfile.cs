using System.Text.Json;
using System.Text.Json.Serialization;
using Counterclaim.Ledger.Identity;
using Counterclaim.Model;
using Counterclaim.Model.Json;

namespace Counterclaim.Ledger.Store;

/// <summary>What an actor of the ledger is compared by: a few records of it, those that tell most.</summary>
internal sealed class ActorProfile
{
    private const int MostRecords = 4;
    private const int MostNames = 8;
    private readonly List<Candidate> _records = [];

    private ActorProfile(long id, ClusterTraits traits)
    {
        Id = id;
        Traits = traits;
    }

    public long Id { get; }

    public IReadOnlyList<Candidate> Records => _records;

    public ClusterTraits Traits { get; }

    public static ActorProfile Of(long id, Candidate first)
    {
        var profile = new ActorProfile(id, new ClusterTraits(first));
        profile._records.Add(first);
        return profile;
    }

    /// <summary>Takes in a record that is held to be of the same actor.</summary>
    /// <param name="byPeople">Whether people said so.</param>
    /// <returns>Whether the record was worth keeping.</returns>
    public bool Take(Candidate record, bool byPeople)
    {
        if (_records.Count == MostRecords || _records.Exists(kept => TellsAsMuch(kept.Record, record.Record))) return false;
        Traits.Absorb(new ClusterTraits(record), byPeople);
        _records.Add(record);
        return true;
    }

    private static bool TellsAsMuch(ActorRecord kept, ActorRecord record) =>
        kept.Name == record.Name && (kept.Role is not null || record.Role is null) && (kept.Identity is not null || record.Identity is null)
        && (kept.Country is not null || record.Country is null);

    /// <summary>A record cut down to what telling actors apart across thousands of reports needs.</summary>
    public static ActorRecord Trimmed(ActorRecord record, long report) => record with
    {
        Ref = new ActorRef("#" + report.ToString(System.Globalization.CultureInfo.InvariantCulture), record.Ref.Anchor),
        Companions = [.. record.Companions.Take(MostNames)],
        Places = [.. record.Places.Take(MostNames)],
        Countries = [.. record.Countries.Take(MostNames)],
        Mentions = [],
    };

    public string Write() => JsonSerializer.Serialize([.. _records.Select(r => StoredRecord.Of(r.Record))], StoredRecordJson.Default.StoredRecordArray);

    public static ActorProfile Read(long id, string json)
    {
        var records = JsonSerializer.Deserialize(json, StoredRecordJson.Default.StoredRecordArray)!;
        var profile = Of(id, new Candidate(records[0].Record()));
        foreach (var record in records.AsSpan(1))
        {
            var candidate = new Candidate(record.Record());
            profile.Traits.Absorb(new ClusterTraits(candidate), byPeople: false);
            profile._records.Add(candidate);
        }
        return profile;
    }
}

/// <summary>A record as the table <c>actors</c> keeps it.</summary>
internal sealed record StoredRecord(string Report, int Start, int End, string Name, string Kind)
{
    public DateOnly? Published { get; init; }

    public string[]? OtherNames { get; init; }

    public string? Role { get; init; }

    public string? Country { get; init; }

    public string? Identity { get; init; }

    public string[]? Companions { get; init; }

    public string[]? Places { get; init; }

    public string[]? Countries { get; init; }

    public static StoredRecord Of(ActorRecord record) => new(record.Ref.Report, record.Ref.Anchor.Start, record.Ref.Anchor.End, record.Name, JsonNames.Of(record.Kind))
    {
        Published = record.Published,
        OtherNames = NullIfEmpty(record.OtherNames),
        Role = record.Role,
        Country = record.Country,
        Identity = record.Identity,
        Companions = NullIfEmpty(record.Companions),
        Places = NullIfEmpty(record.Places),
        Countries = NullIfEmpty(record.Countries),
    };

    public ActorRecord Record() => new(new ActorRef(Report, new TextSpan(Start, End)), Name, JsonNames.ActorKind(Kind))
    {
        Published = Published,
        OtherNames = OtherNames ?? [],
        Role = Role,
        Country = Country,
        Identity = Identity,
        Companions = Companions ?? [],
        Places = Places ?? [],
        Countries = Countries ?? [],
    };

    private static string[]? NullIfEmpty(IReadOnlyList<string> names) => names.Count == 0 ? null : [.. names];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StoredRecord[]))]
internal sealed partial class StoredRecordJson : JsonSerializerContext;
