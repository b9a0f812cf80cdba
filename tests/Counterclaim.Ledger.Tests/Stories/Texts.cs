using Counterclaim.Model;

namespace Counterclaim.Ledger.Tests.Stories;

/// <summary>Reports made of nothing but paragraphs.</summary>
internal static class Texts
{
    public static readonly string[] Wire =
    [
        "The ferry Marguerite sank off Cape Orrin before dawn on Monday with some two hundred passengers on board, the coast guard said.",
        "Divers brought up nineteen bodies by noon, and boats from four villages searched the strait for those who had jumped.",
        "The captain had radioed twice that water was entering the car deck, according to a recording heard by this agency.",
        "The owner, Strait Lines, said that the ship had passed its inspection in January and was not overloaded.",
    ];

    public static Model.Reading Of(string id, IReadOnlyList<string> paragraphs, string? outlet = null, string? title = null, string? url = null, string? published = null)
    {
        var spans = new List<Paragraph>();
        var text = "";
        foreach (var paragraph in paragraphs)
        {
            if (text.Length > 0) text += "\n\n";
            spans.Add(new Paragraph(new TextSpan(text.Length, text.Length + paragraph.Length), ParagraphKind.Body));
            text += paragraph;
        }
        return new Model.Reading(new Report("sha256:" + id, id, text, spans)
        {
            Publisher = outlet,
            Title = title,
            Url = url,
            Published = published is null ? null : DateTimeOffset.Parse(published + "Z", System.Globalization.CultureInfo.InvariantCulture),
            Language = "en",
        });
    }
}
