using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Layouts;
using Counterclaim.Ledger.Store;
using Microsoft.AspNetCore.Http;

namespace Counterclaim.Web.Api;

/// <summary>A list that programs can ask for: the same queries, cursors and layouts as the command line.</summary>
/// <param name="Name">"claims", as in the address and in the JSON.</param>
internal sealed record ApiList(string Name, Func<LedgerQuery, PageRequest, string, ApiAnswer> Answer)
{
    public static IReadOnlyList<string> Formats { get; } = ["json", "jsonl", "csv", "geojson"];

    /// <summary>The lists and what each is.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Names { get; } =
    [
        ("claims", "Claims: who says what, about whom, where and when, with the words cut from the report."),
        ("questions", "What comparable claims answer differently, the most contested first, with every answer and the claims behind it."),
        ("links", "How claims of different reports stand to each other, by which rule and why."),
        ("statements", "Who is said to say what."),
        ("reports", "Reports of the ledger."),
        ("stories", "Happenings that several reports tell of."),
        ("actors", "Who speaks and is spoken of."),
        ("places", "Places of the ledger."),
        ("search", "Passages with the words of the query, best first."),
    ];

    public static IReadOnlyList<ApiList> All(Desk desk) => All(desk, desk.Ledger);

    /// <summary>Questions, the latest first.</summary>
    public static ApiList LatestQuestions(Desk desk) => Of("questions", RowLayouts.Questions, (query, page) => desk.Questions.List(query, page, isRecent: true));

    private static IReadOnlyList<ApiList> All(Desk desk, LedgerStore ledger) =>
    [
        Of("claims", RowLayouts.Claims, ledger.Claims),
        Of("questions", RowLayouts.Questions, (query, page) => desk.Questions.List(query, page, isRecent: false)),
        Of("links", RowLayouts.Links, ledger.Links),
        Of("statements", RowLayouts.Statements, ledger.Statements),
        Of("reports", RowLayouts.Reports, ledger.Reports),
        Of("stories", RowLayouts.Stories, ledger.Stories),
        Of("actors", RowLayouts.Actors, ledger.Actors),
        Of("places", RowLayouts.Places, ledger.Places),
        Of("search", RowLayouts.Passages, ledger.Search),
    ];

    private static ApiList Of<T>(string name, RowLayout<T> layout, Func<LedgerQuery, PageRequest, Page<T>> list) =>
        new(name, (query, page, format) => Lay(name, layout, query, list(query, page), format));

    private static ApiAnswer Lay<T>(string name, RowLayout<T> layout, LedgerQuery query, Page<T> page, string format)
    {
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "jsonl": ListLayouts.WriteJsonLines(bytes, page.Items, layout); break;
            case "csv": ListLayouts.WriteCsv(bytes, page.Items, layout); break;
            case "geojson": ListLayouts.WriteGeoJson(bytes, page.Items, layout); break;
            default: ListJson.Write(bytes, page, query, layout); break;
        }
        var type = format switch { "jsonl" => "application/jsonl; charset=utf-8", "csv" => "text/csv; charset=utf-8", "geojson" => "application/geo+json", _ => ApiAnswer.Json };
        return new ApiAnswer(StatusCodes.Status200OK, type, bytes.ToArray()) { FileName = format == "json" ? null : FileNameOf(name, query.Text, format) };
    }

    /// <summary>"claims kind_control place_Velm.csv": what was asked stands in the name.</summary>
    private static string FileNameOf(string name, string query, string format)
    {
        const int Most = 80;
        var words = new string([.. query.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : c == ' ' ? ' ' : '_').Take(Most)]).Trim();
        return $"{name}{(words.Length > 0 ? " " + words : "")}.{format}";
    }
}
