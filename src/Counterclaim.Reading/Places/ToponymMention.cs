using Counterclaim.Language;
using Counterclaim.Model;
using Counterclaim.Reading.Gazetteers;

namespace Counterclaim.Reading.Places;

/// <summary>A stretch of text that may name a place.</summary>
internal sealed class ToponymMention
{
    public required TokenRange Tokens { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>Normalised name; mentions that share it share their sense.</summary>
    public required string Key { get; init; }

    /// <summary>The name model's class; null where it saw no name.</summary>
    public EntityKind? Entity { get; init; }

    /// <summary>"oblast", "city of", "Lake": the kind that the words beside the name give it.</summary>
    public ToponymKind? Said { get; init; }

    /// <summary>Index of the mention that stands right behind a comma as what this one lies in; −1 for none.</summary>
    public int Container { get; set; } = -1;

    /// <summary>The name is only part of another name, or the word for what is of a place.</summary>
    public PlaceRole? Role { get; init; }

    /// <summary>Evidence that it names a place; see <see cref="ToponymFinder"/>.</summary>
    public double Evidence { get; set; }
}

/// <summary>A meaning of a name while it is weighed.</summary>
internal sealed class Candidate
{
    public required Toponym Toponym { get; init; }

    public required ToponymHitKind Hit { get; init; }

    public required double Prior { get; init; }

    public double Score { get; set; }
}

/// <summary>All mentions of one name in a report: one sense.</summary>
internal sealed class ToponymGroup
{
    public required string Key { get; init; }

    public required List<Candidate> Candidates { get; init; }

    public List<int> Mentions { get; } = [];

    public Candidate? Best { get; set; }

    public Candidate? RunnerUp { get; set; }

    /// <summary>What the group adds to the weight of the country of its best candidate.</summary>
    public double Weight { get; set; }

    public string WeightedCountry { get; set; } = "";
}
