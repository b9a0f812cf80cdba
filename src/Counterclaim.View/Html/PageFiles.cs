using System.Text;

namespace Counterclaim.View.Html;

/// <summary>The style and script that a report and its ledger are shown with, in the page of <c>read --format html</c> and in the web application alike.</summary>
public static class PageFiles
{
    public static string Style { get; } = Resource("page.css");

    public static string Script { get; } = Resource("page.js");

    private static string Resource(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
