using System.Data.Common;
using System.Globalization;
using Counterclaim.Ledger.Claims;
using Counterclaim.Ledger.Questions;
using Counterclaim.Ledger.Store;

namespace Counterclaim.Ledger.Asking.Lists;

/// <summary>Makes questions of the claims that a query asks for.</summary>
internal static class QuestionList
{
    /// <summary>Claims beyond these, the newest, are not looked at.</summary>
    public const int MostClaims = 20_000;

    public static Page<Question> Read(LedgerQuery query, PageRequest page, ILedgerDatabase database, DbConnection connection, Terms terms)
    {
        var claims = new List<Claim>();
        string? after = null;
        do
        {
            var part = new ClaimList().Read(query, new PageRequest(Math.Min(PageRequest.MostAtOnce, MostClaims - claims.Count), 0, after), database, connection, terms);
            claims.AddRange(part.Items);
            after = part.Next;
        }
        while (after is not null && claims.Count < MostClaims);
        var questions = QuestionBuilder.Build(WithSettings(claims, connection));
        var offset = page.After is { } next && int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : page.Offset;
        Question[] shown = [.. questions.Skip(offset).Take(page.Limit)];
        var end = offset + shown.Length;
        return new Page<Question>(shown, questions.Count, end < questions.Count && shown.Length > 0 ? end.ToString(CultureInfo.InvariantCulture) : null) { Offset = offset };
    }

    /// <summary>The claims with what surrounds them in their reports, read off the readings kept.</summary>
    private static IEnumerable<Claim> WithSettings(List<Claim> claims, DbConnection connection)
    {
        foreach (var report in claims.GroupBy(c => c.Ref.Report, StringComparer.Ordinal))
        {
            var forms = connection.Query("SELECT f.form FROM readings f JOIN reports r ON r.id = f.report WHERE r.report_key = @key", r => (byte[])r.GetValue(0), new SqlValue("@key", report.Key));
            var settings = forms.Count == 0 ? [] : ClaimProjection.Of(ReadingForm.Read(forms[0])).ToDictionary(c => c.Ref.Assertion, c => c.Setting, StringComparer.Ordinal);
            foreach (var claim in report) yield return claim with { Setting = settings.GetValueOrDefault(claim.Ref.Assertion, ClaimSetting.None) };
        }
    }
}
