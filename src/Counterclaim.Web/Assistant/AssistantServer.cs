using Counterclaim.Ledger.Store;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Counterclaim.Web.Assistant;

/// <summary>The ledger as tools for an assistant: the Model Context Protocol over a pair of streams.</summary>
public static class AssistantServer
{
    private const string Instructions =
        "A ledger of claims from reporting on conflicts. Say who makes a claim and through whom, quote the words given (they are cut from the report, character for character), and name the report. "
        + "What a question's positions have as origins are independent first tellers; many outlets that repeat one of them are one origin. Claims are proposed by a program unless review says confirmed.";

    /// <summary>Answers until the input ends.</summary>
    public static async Task RunAsync(LedgerStore ledger, Stream input, Stream output, CancellationToken cancel)
    {
        var tools = new LedgerTools(ledger);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "counterclaim", Version = typeof(AssistantServer).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = Instructions,
            ToolCollection =
            [
                Tool("search_claims", tools.SearchClaims), Tool("list_questions", tools.ListQuestions), Tool("search_passages", tools.SearchPassages), Tool("read_report", tools.ReadReport),
                Tool("explain_link", tools.ExplainLink),
            ],
        };
        await using var transport = new StreamServerTransport(input, output, "counterclaim");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancel);
    }

    private static McpServerTool Tool(string name, Delegate tool) => McpServerTool.Create(tool, new McpServerToolCreateOptions { Name = name, ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false });
}
