using Counterclaim.Ledger.Asking;
using Counterclaim.Ledger.Corrections;
using Counterclaim.Ledger.Store;
using Counterclaim.Web.Pages;
using Counterclaim.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Counterclaim.Web.Safety;

/// <summary>Routes that change something: each opens only with a form's seal, and leads on to a page, so that loading it again changes nothing twice.</summary>
internal static class SealedForms
{
    /// <param name="change">Makes the change; gives the address to lead to.</param>
    public static void Post(WebApplication app, string route, FormOptions limits, Func<HttpContext, IFormCollection, string> change) => app.MapPost(route, (RequestDelegate)(async http =>
    {
        IFormCollection? form;
        try
        {
            form = await FormSeal.OpenAsync(http, limits);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            await PageRoutes.Trouble(Texts.FormTooLong, Texts.FormTooLongAdvice, StatusCodes.Status413PayloadTooLarge).SendAsync(http);
            return;
        }
        if (form is null)
        {
            await PageRoutes.Trouble(Texts.FormTooOld, Texts.FormTooOldAdvice, StatusCodes.Status400BadRequest).SendAsync(http);
            return;
        }
        try
        {
            var next = change(http, form);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = next;
        }
        catch (CorrectionException e)
        {
            await PageRoutes.Trouble(Texts.CannotBeCorrected, e.Message, StatusCodes.Status400BadRequest).SendAsync(http);
        }
        catch (QueryException e)
        {
            await PageRoutes.Trouble(Texts.CannotBeAsked, e.Message, StatusCodes.Status400BadRequest).SendAsync(http);
        }
        catch (LedgerException e)
        {
            await PageRoutes.Trouble(Texts.LedgerTrouble, e.Message, StatusCodes.Status503ServiceUnavailable).SendAsync(http);
        }
    }));
}
