using System.IO.Pipelines;
using System.Text.Json;
using Counterclaim.Ledger.Asking;
using Counterclaim.Web.Assistant;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Counterclaim.Web.Tests;

/// <summary>The ledger as an assistant's tools, asked through the protocol itself.</summary>
[Collection(nameof(RoomFixture))]
public sealed class AssistantTests(RoomFixture rooms)
{
    private async Task WithClientAsync(Func<McpClient, CancellationToken, Task> use)
    {
        Pipe asked = new(), answered = new();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var server = AssistantServer.RunAsync(rooms.DemoLedger, asked.Reader.AsStream(), answered.Writer.AsStream(), stop.Token);
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(asked.Writer.AsStream(), answered.Reader.AsStream()), cancellationToken: stop.Token))
            await use(client, stop.Token);
        await stop.CancelAsync();
        await Task.WhenAny(server, Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, CancellationToken cancel, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value), cancellationToken: cancel);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    [Fact]
    public Task Claims_are_found_read_in_their_report_and_compared() => WithClientAsync(async (client, cancel) =>
    {
        var tools = await client.ListToolsAsync(cancellationToken: cancel);
        Assert.Equal(["explain_link", "list_questions", "read_report", "search_claims", "search_passages"], tools.Select(t => t.Name).Order());
        Assert.All(tools, t => Assert.NotEmpty(t.Description));

        var found = await CallAsync(client, "search_claims", cancel, ("query", "kind:control"), ("limit", 3));
        var claim = found.GetProperty("claims")[0];
        var report = await CallAsync(client, "read_report", cancel, ("report", claim.GetProperty("report").GetProperty("id").GetString()));
        var text = report.GetProperty("text").GetString()!;
        var runes = text.EnumerateRunes().Skip(claim.GetProperty("start").GetInt32()).Take(claim.GetProperty("end").GetInt32() - claim.GetProperty("start").GetInt32());
        Assert.Equal(claim.GetProperty("text").GetString(), string.Concat(runes));

        var question = rooms.DemoLedger.Questions(QueryParser.Parse("kind:control"), new PageRequest()).Items.First(q => q.Positions.Count > 1);
        var listed = await CallAsync(client, "list_questions", cancel, ("query", "kind:control"));
        Assert.Contains(listed.GetProperty("questions").EnumerateArray(), q => q.GetProperty("key").GetString() == question.Key);
        var link = await CallAsync(client, "explain_link", cancel, ("one", question.Positions[0].Claims[0].Ref.ToString()), ("other", question.Positions[1].Claims[0].Ref.ToString()));
        Assert.NotEmpty(link.GetProperty("reason").GetString()!);
        var passages = await CallAsync(client, "search_passages", cancel, ("query", "\"coast road\""));
        Assert.NotEqual(0, passages.GetProperty("total").GetInt64());
    });

    [Fact]
    public Task What_cannot_be_asked_is_said_so() => WithClientAsync(async (client, cancel) =>
    {
        foreach (var (tool, argument, value) in new[] { ("search_claims", "query", "kinds:x"), ("read_report", "report", "ffffffff") })
        {
            var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: cancel);
            Assert.True(result.IsError);
            Assert.Contains("There is no", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
        }
    });
}
