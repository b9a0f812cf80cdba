using System.Globalization;

namespace Counterclaim.Ledger.Stories;

/// <summary>How a report's text hangs together with that of an earlier one.</summary>
public enum TextRelation
{
    /// <summary>The same text, edited or shortened: a wire copy.</summary>
    Copy,

    /// <summary>A later state of the same outlet's page.</summary>
    Version,

    /// <summary>Sentences or a quotation taken over.</summary>
    Part,
}

/// <summary>That a report's text is, or holds, an earlier one's; the measures are those the rule looked at.</summary>
/// <param name="Share">Of the later text's words, those in sentences that the earlier has too.</param>
/// <param name="EarlierShare">Of the earlier text's words, those in sentences that the later has too.</param>
/// <param name="Sentences">How many sentences of the later text the earlier has.</param>
/// <param name="Added">Paragraphs of the later text of which the earlier has nothing.</param>
/// <param name="Dropped">Paragraphs of the earlier text of which the later has nothing.</param>
/// <param name="IsQuotation">Whether what is shared is a quotation.</param>
public sealed record TextTie(TextRelation Relation, double Share, double EarlierShare, int Sentences, int Added, int Dropped, bool IsQuotation)
{
    /// <summary>So much of one text in the other, and so much of the other in it, makes them one text.</summary>
    private const double MostOfOne = 0.7;
    private const double HalfOfOther = 0.5;

    /// <summary>So much of both texts of one page makes them two states of it.</summary>
    private const double LeastOfPage = 0.3;

    /// <summary>Fewer words in a row are a turn of phrase, or a name with its title.</summary>
    private const int LeastRun = 14;

    /// <summary>The rule that joins two texts; null where they share too little.</summary>
    /// <param name="samePage">Whether both are of one URL, or of one outlet and few days.</param>
    public static TextTie? Of(TextOverlap overlap, bool samePage)
    {
        double later = overlap.Later.Share, earlier = overlap.Earlier.Share;
        var isCopy = later >= MostOfOne || later >= HalfOfOther && earlier >= MostOfOne;
        TextRelation? relation =
            samePage && Math.Min(later, earlier) >= LeastOfPage && Math.Max(later, earlier) >= HalfOfOther ? TextRelation.Version
            : isCopy ? TextRelation.Copy
            : overlap.LongestRun >= LeastRun && overlap.Later.Sentences > 0 ? TextRelation.Part
            : null;
        return relation is { } found
            ? new TextTie(found, later, earlier, overlap.Later.Sentences, overlap.Later.OwnParagraphs, overlap.Earlier.OwnParagraphs, overlap.IsQuotation)
            : null;
    }

    /// <summary>Whether the whole report is held to be of the earlier one's origin.</summary>
    public bool IsOneText => Relation != TextRelation.Part;

    /// <summary>The rule in words, for people: "same wire text, 94 % of its sentences' words".</summary>
    public string InWords() => Relation switch
    {
        TextRelation.Version => $"later version of the same page: {Changes()}",
        TextRelation.Copy when EarlierShare >= HalfOfOther => $"same wire text, {Percent(Share)} of it{(Added > 0 ? $", {Paragraphs(Added)} of its own" : "")}",
        TextRelation.Copy => $"shortened from the same wire text, {Percent(Share)} of it",
        _ when Sentences == 1 => IsQuotation ? "one quotation in common" : "one sentence in common",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Sentences} sentences in common{(IsQuotation ? ", quoted" : "")}, {Percent(Share)} of it"),
    };

    private string Changes() => (Added, Dropped) switch
    {
        (0, 0) => Share >= 0.995 && EarlierShare >= 0.995 ? "single words changed" : "sentences changed",
        (_, 0) => $"{Paragraphs(Added)} added",
        (0, _) => $"{Paragraphs(Dropped)} dropped",
        _ => $"{Paragraphs(Added)} added, {Paragraphs(Dropped)} dropped",
    };

    private static string Paragraphs(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} paragraph{(count == 1 ? "" : "s")}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");
}
