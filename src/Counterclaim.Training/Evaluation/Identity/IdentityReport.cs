using System.Text;
using Counterclaim.Model;

namespace Counterclaim.Training.Evaluation.Identity;

/// <summary>
/// A short report whose actors are marked with whom they are: <c>{marn:Governor |Ivo Marn} said {vrf:the front} …</c>. A label means the same actor in every
/// report of a file. A bar parts a role from the name it stands before; it is no part of the text. Marks do not nest.
/// </summary>
internal sealed class IdentityReport
{
    /// <exception cref="FormatException">A mark is never closed, or has no label.</exception>
    public IdentityReport(string id, string? published, string marked)
    {
        Id = id;
        Published = published;
        var text = new StringBuilder();
        var actors = new Dictionary<string, LabelledActor>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i]);
                continue;
            }
            int colon = marked.IndexOf(':', i), close = marked.IndexOf('}', i);
            if (colon < 0 || close < colon) throw new FormatException($"{id}: a mark without a label or an end");
            var label = marked[(i + 1)..colon];
            if (!actors.TryGetValue(label, out var actor)) actors[label] = actor = new LabelledActor(label, [], []);
            var words = marked[(colon + 1)..close];
            var start = text.Length;
            text.Append(words.Replace("|", "", StringComparison.Ordinal));
            var bar = words.IndexOf('|', StringComparison.Ordinal);
            if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) start += "the ".Length;
            actor.Mentions.Add(new TextSpan(start, text.Length));
            actor.Wordings.Add(bar < 0 ? new Wording(null, words) : new Wording(words[..bar].Trim(' ', ','), words[(bar + 1)..]));
            i = close;
        }
        Text = text.ToString();
        Actors = [.. actors.Values];
    }

    public string Id { get; }

    public string? Published { get; }

    public string Text { get; }

    public IReadOnlyList<LabelledActor> Actors { get; }
}

/// <param name="Label">Whom it is; the same in every report.</param>
internal sealed record LabelledActor(string Label, List<TextSpan> Mentions, List<Wording> Wordings);

/// <summary>The words of one mark.</summary>
/// <param name="Role">What stands before the bar; null where there is none.</param>
internal sealed record Wording(string? Role, string Name);
