using Counterclaim.View.Html;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Counterclaim.Web.Safety;

/// <summary>What shows that a form was filled in on a page of ours: no other page can make the browser change the ledger.</summary>
internal sealed class FormSeal
{
    private readonly string _name, _token;

    private FormSeal(string name, string token) => (_name, _token) = (name, token);

    public static FormSeal Of(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new FormSeal(tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>The hidden field that every form which changes something holds.</summary>
    public void Field(HtmlBuilder html) => html.Write($"<input type=\"hidden\" name=\"{_name}\" value=\"{_token}\">");

    /// <summary>The form of a request; null where it was not made on a page of ours.</summary>
    public static async Task<IFormCollection?> OpenAsync(HttpContext http, FormOptions limits)
    {
        if (!http.Request.HasFormContentType) return null;
        var form = await http.Request.ReadFormAsync(limits, http.RequestAborted);
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) ? form : null;
    }

    /// <remarks>The keys live as long as the process and are written nowhere: a form older than the program must be loaded again.</remarks>
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "counterclaim-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "seal";
            options.SuppressXFrameOptionsHeader = true; // our own says more
        });
    }
}
