using System.Globalization;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Web.Layout;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Safety;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Counterclaim.Web.Adding;

/// <summary>Handing reports over: pasted, as files, or by their address.</summary>
internal static class AddingRoutes
{
    private const int MostFiles = 200;

    /// <summary>One report is read in a fraction of a second: then the next page is the report itself.</summary>
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(4);

    private static readonly FormOptions Limits = new() { ValueLengthLimit = IngestLimits.Untrusted.TextBytes, MultipartBodyLengthLimit = IngestLimits.Untrusted.PageBytes, BufferBody = false };

    public static void Map(WebApplication app, Desk desk)
    {
        PageRoutes.Page(app, "/add", http => AddPage.Of(desk, FormSeal.Of(http), null));
        PageRoutes.Page(app, "/add/{job}", http => desk.Intake?.Find((string)http.Request.RouteValues["job"]!) is { } job ? AddPage.Progress(job) : null);
        app.MapPost("/add", (RequestDelegate)(http => AddAsync(desk, http)));
    }

    private static async Task AddAsync(Desk desk, HttpContext http)
    {
        if (desk.Intake is not { } intake)
        {
            await PageRoutes.Trouble(Texts.NotFoundTitle, Texts.NotFound, StatusCodes.Status404NotFound).SendAsync(http);
            return;
        }
        IFormCollection? form;
        try
        {
            form = await FormSeal.OpenAsync(http, Limits);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            await AddPage.Of(desk, FormSeal.Of(http), Texts.TooLarge).SendAsync(http, StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (form is null)
        {
            await PageRoutes.Trouble(Texts.FormTooOld, Texts.FormTooOldAdvice, StatusCodes.Status400BadRequest).SendAsync(http);
            return;
        }
        var (sources, wrong) = await SourcesOf(form, http.RequestAborted);
        if (wrong is null && form["follow"] == "yes" && desk.Feeds is { } feeds && sources.Any(s => s.Bytes is null))
        {
            try
            {
                foreach (var address in sources.Where(s => s.Bytes is null)) FeedRoutes.Follow(desk, feeds, address.Name);
            }
            catch (CorrectionException e)
            {
                await AddPage.Of(desk, FormSeal.Of(http), e.Message).SendAsync(http, StatusCodes.Status400BadRequest);
                return;
            }
            sources = [.. sources.Where(s => s.Bytes is not null)];
            if (sources.Count == 0)
            {
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = "/feeds";
                return;
            }
        }
        var job = wrong is null ? intake.Submit(sources, OptionsOf(desk, form)) : null;
        if (job is null)
        {
            await AddPage.Of(desk, FormSeal.Of(http), wrong ?? Texts.TooMuchWaits).SendAsync(http, StatusCodes.Status400BadRequest);
            return;
        }
        await job.WaitAsync(WorthWaiting);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = job is { IsDone: true, Lines.Count: 1 } && job.Lines.First().Report is { } report && desk.Ledger.Reading(report.Id) is not null ? Urls.Report(report.Id) : $"/add/{job.Id}";
    }

    private static IngestOptions OptionsOf(Desk desk, IFormCollection form)
    {
        var day = DateTime.TryParseExact(form["published"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var published) ? published : (DateTime?)null;
        var publisher = form["publisher"].ToString().Trim();
        return desk.Options.Ingest with
        {
            Published = day is { } given ? new DateTimeOffset(given, TimeSpan.Zero) : null,
            PublishedIsDay = day is not null,
            Publisher = publisher.Length > 0 ? publisher : null,
        };
    }

    private static async Task<(IReadOnlyList<IntakeSource> Sources, string? Wrong)> SourcesOf(IFormCollection form, CancellationToken cancel)
    {
        var sources = new List<IntakeSource>();
        if (form["text"].ToString() is var text && !string.IsNullOrWhiteSpace(text)) sources.Add(new IntakeSource(Texts.PastedText, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
        foreach (var line in form["url"].ToString().Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Nothing but an address of the web: a path would read this machine's own files.
            if (!Uri.TryCreate(line, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return ([], Texts.NoAddress(line));
            sources.Add(new IntakeSource(address.AbsoluteUri, null));
        }
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancel);
            sources.Add(new IntakeSource(Path.GetFileName(file.FileName.Replace('\\', '/')), bytes));
        }
        return sources.Count switch
        {
            0 => ([], Texts.NothingGiven),
            > MostFiles => ([], Texts.TooManyFiles(MostFiles)),
            _ => (sources, null),
        };
    }
}
