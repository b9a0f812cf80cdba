using Counterclaim.Model;

namespace Counterclaim.Reading.Statements.Transcripts;

/// <summary>What one person says until another does.</summary>
/// <param name="Label">The words that name the speaker; null for one whom only the order of questions and answers shows.</param>
/// <param name="Speaker">Key of the speaker, the same for all turns of one.</param>
internal sealed record Turn(TurnLabel? Label, string Speaker, SpeakerKind Kind)
{
    public List<TextSpan> Content { get; } = [];

    /// <summary>Where the speaker is named: in the label, or for a bare answer in the introduction.</summary>
    public TextSpan? Name { get; init; }

    public bool IsAsking { get; set; }

    public bool EndsInQuestion(string text) => Questions.EndsInQuestion(text, SpanList.Create([.. Content]));
}
