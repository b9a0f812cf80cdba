using Counterclaim.Ledger.Claims;
using Counterclaim.Model;

namespace Counterclaim.Ledger.Consequences;

/// <summary>What the sources say depends on what: matters, and between them who says that the one brings about, makes possible or prevents the other.</summary>
/// <param name="Nodes">Those that most edges meet first.</param>
/// <param name="Edges">Those with most independent origins first.</param>
/// <param name="Total">How many consequences the query found.</param>
/// <param name="Shown">How many of them, the newest, the map was made of.</param>
public sealed record ConsequenceMap(IReadOnlyList<ConsequenceNode> Nodes, IReadOnlyList<ConsequenceEdge> Edges, long Total, long Shown)
{
    /// <summary>The edges that lead away from a node.</summary>
    public IEnumerable<ConsequenceEdge> From(ConsequenceNode node) => Edges.Where(e => e.Cause == node.Id);

    public ConsequenceNode Node(string id) => Nodes.First(n => n.Id == id);

    /// <summary>Whether older consequences were left aside unseen: <see cref="Total"/> then counts what was looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>Nodes that no edge leads to; of a ring the first.</summary>
    public IReadOnlyList<ConsequenceNode> Roots { get; init; } = [];
}

/// <summary>A matter that something depends on, or that depends on something.</summary>
/// <param name="Id">"n1", "n2"…: of this map alone.</param>
/// <param name="Key">Equal for the same matter in every map of the ledger.</param>
/// <param name="Label">For people: the words of its first telling, cut from the report.</param>
public sealed record ConsequenceNode(string Id, string Key, string Label)
{
    /// <summary>Kind of the claim that the words hold; null where they hold none, and are compared as words.</summary>
    public string? Kind { get; init; }

    /// <summary>Where the claim is set.</summary>
    public ClaimPlace? Place { get; init; }

    /// <summary>What the claim says, in the words of a question's answer ("cut", "Norland holds it"); null where there is no claim.</summary>
    public string? Position { get; init; }

    /// <summary>In how many reports it stands.</summary>
    public int Reports { get; init; }
}

/// <summary>That one matter depends on another, as the sources say.</summary>
/// <param name="Cause">Id of the node it begins at.</param>
/// <param name="Effect">Id of the node it leads to.</param>
/// <param name="Told">Who says so where, the earliest first.</param>
/// <param name="Origins">How many independent first tellers assert it: one that many repeat counts once, as do copies of one text; those who deny it or do not commit to it count nothing.</param>
public sealed record ConsequenceEdge(string Cause, string Effect, ConsequenceRelation Relation, IReadOnlyList<ToldConsequence> Told, int Origins);

/// <summary>One consequence of one report.</summary>
/// <param name="Id">Report and ordinal: "sha256:…/k3".</param>
/// <param name="Cause">The passage that something follows from.</param>
/// <param name="Effect">The passage that follows.</param>
/// <param name="Marker">The words that say so, cut from the report; "" where the order of the clauses alone does.</param>
/// <param name="Tellers">Who tells it, outermost first: the publisher, then each holder.</param>
public sealed record ToldConsequence(
    string Id, ClaimReport Report, ConsequencePassage Cause, ConsequencePassage Effect, ConsequenceRelation Relation, string Marker, Certainty Certainty, IReadOnlyList<ClaimTeller> Tellers)
{
    /// <summary>What the tellers do with it.</summary>
    public ClaimStance Stance => Claim.StanceOf(Tellers);

    public ClaimTeller FirstTeller => Tellers[^1];

    /// <summary>When it was said, else published.</summary>
    public TimeInterval? AsOf { get; init; }

    /// <summary>Who is behind it (docs/comparing.md): equal for tellings that count once.</summary>
    public required string Origin { get; init; }
}

/// <summary>One end of a consequence in a report.</summary>
/// <param name="CodePoints">Where it stands in the report's text.</param>
/// <param name="Exact">The words, cut from the report.</param>
/// <param name="Claim">The claim that they hold; null where they hold none.</param>
public sealed record ConsequencePassage(TextSpan Span, CodePointRange CodePoints, string Exact, Claim? Claim)
{
    /// <summary>Whether the words negate what they tell of ("if the road is <em>not</em> opened").</summary>
    public Polarity Polarity => Claim?.Polarity ?? Polarity.Positive;

    /// <summary>Names of places and people in the words: what is without any is the same in no two reports.</summary>
    internal bool HasName { get; init; }
}
