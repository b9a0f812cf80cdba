using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Api;

namespace Counterclaim.Web.Tests;

/// <summary>The interface for programs.</summary>
[Collection(nameof(RoomFixture))]
public sealed class ApiTests(RoomFixture rooms)
{
    private async Task<JsonElement> JsonAsync(string path, int status = 200)
    {
        using var response = await rooms.GetAsync(rooms.Demo, "/api/v1" + path);
        Assert.Equal((status, "application/json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Clone();
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("questions")]
    [InlineData("links")]
    [InlineData("statements")]
    [InlineData("reports")]
    [InlineData("stories")]
    [InlineData("actors")]
    [InlineData("places")]
    [InlineData("search")]
    public async Task Every_list_answers_in_every_format(string name)
    {
        var q = name == "search" ? "?q=road" : "?q=";
        var json = await JsonAsync($"/{name}{q}&limit=3");
        var rows = json.GetProperty(name == "search" ? "passages" : name).GetArrayLength();
        Assert.Equal(Math.Min(3, json.GetProperty("total").GetInt64()), rows);
        foreach (var format in ApiList.Formats)
        {
            using var response = await rooms.GetAsync(rooms.Demo, $"/api/v1/{name}{q}&limit=3&format={format}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_list_is_gone_through_by_its_cursor()
    {
        var seen = new List<string>();
        var after = "";
        while (true)
        {
            var json = await JsonAsync($"/claims?limit=20&after={after}");
            seen.AddRange(json.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetRawText()));
            if (json.GetProperty("next").GetString() is not { } next) break;
            after = next;
        }
        Assert.Equal(rooms.DemoLedger.Counts().Claims, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_is_taken_away_is_what_is_on_the_page()
    {
        foreach (var path in new[] { "/claims?q=kind%3Aroute", "/claims", "/questions?order=recent", "/reports", "/map?from=2026-03-11&to=2026-03-11" })
        {
            var page = await rooms.PageAsync(rooms.Demo, path);
            var link = page.QuerySelectorAll(".take a").First(a => a.TextContent == "CSV").GetAttribute("href")!;
            using var response = await rooms.GetAsync(rooms.Demo, link);
            var rows = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n").Length - 1;
            Assert.Equal(page.QuerySelectorAll("ol.rows > .row, .claims-table .row").Length, rows + page.QuerySelectorAll(".outside .row").Length);
        }
    }

    [Theory]
    [InlineData("/claims?q=kinds:x", 400, "bad-query")]
    [InlineData("/claims?q=%22open", 400, "bad-query")]
    [InlineData("/search", 400, "bad-query")]
    [InlineData("/claims?limit=0", 400, "bad-parameter")]
    [InlineData("/claims?limit=10001", 400, "bad-parameter")]
    [InlineData("/claims?format=xml", 400, "bad-parameter")]
    [InlineData("/claims?after=nonsense", 400, "bad-query")]
    [InlineData("/claims/ffffffff/c1", 404, "not-found")]
    [InlineData("/reports/ffffffff", 404, "not-found")]
    [InlineData("/questions/none/such", 404, "not-found")]
    [InlineData("/compare?one=x&other=y", 404, "not-found")]
    [InlineData("/nothing", 404, "not-found")]
    public async Task Every_error_has_one_shape(string path, int status, string code)
    {
        var error = (await JsonAsync(path, status)).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_report_is_given_as_read_and_as_corrected()
    {
        var report = rooms.DemoLedger.Reports(LedgerQuery.Empty, new PageRequest(1)).Items[0].Report;
        var key = ReportKeys.Short(report.Id);
        Assert.Equal(report.Id, (await JsonAsync($"/reports/{key}")).GetProperty("report").GetProperty("id").GetString());
        Assert.Equal("counterclaim.reading/1", (await JsonAsync($"/reports/{key}?corrected=true")).GetProperty("schema").GetString());
        Assert.Equal(rooms.DemoLedger.ClaimsOf(report.Id).Count, (await JsonAsync($"/reports/{key}/claims")).GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public async Task Two_claims_are_compared_with_rule_and_reason()
    {
        var question = rooms.DemoLedger.Questions(QueryParser.Parse("kind:control"), new PageRequest()).Items.First(q => q.Positions.Count > 1);
        var items = question.Positions.Take(2).Select(p => $"{ReportKeys.Short(p.Claims[0].Report.Id)}/{p.Claims[0].Ref.Assertion}").ToList();
        var json = await JsonAsync($"/compare?one={items[0]}&other={items[1]}");
        Assert.NotEmpty(json.GetProperty("rule").GetString()!);
        Assert.NotEmpty(json.GetProperty("reason").GetString()!);
        Assert.Equal(2, json.GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public async Task The_description_names_what_answers_and_the_documentation_names_it_too()
    {
        var paths = (await JsonAsync("/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        var claim = rooms.DemoLedger.Claims(LedgerQuery.Empty, new PageRequest(1)).Items[0];
        var report = ReportKeys.Short(claim.Report.Id);
        var question = rooms.DemoLedger.Questions(LedgerQuery.Empty, new PageRequest(1)).Items[0];
        var documentation = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        foreach (var path in paths)
        {
            var address = path.Replace("{key}", question.Key, StringComparison.Ordinal).Replace("{id}", report, StringComparison.Ordinal).Replace("{report}", report, StringComparison.Ordinal).Replace("{claim}", claim.Ref.Assertion, StringComparison.Ordinal);
            if (path == "/compare") address += $"?one={report}/{claim.Ref.Assertion}&other={report}/{claim.Ref.Assertion}";
            if (path == "/search") address += "?q=road";
            using var response = await rooms.GetAsync(rooms.Demo, "/api/v1" + address);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
            Assert.Contains($"`{path}`", documentation, StringComparison.Ordinal);
        }
        foreach (Match named in Regex.Matches(documentation, "^\\| `(/[^`]+)`", RegexOptions.Multiline)) Assert.Contains(named.Groups[1].Value, paths);
    }
}
