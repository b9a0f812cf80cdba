using System.CommandLine;
using System.Globalization;
using System.Net;
using Counterclaim.Cli.Commands;
using Counterclaim.Cli.Terminal;
using Counterclaim.Ingest;
using Counterclaim.Web;
using Counterclaim.Web.Adding;

namespace Counterclaim.Cli.Ledgers;

/// <summary><c>counterclaim serve</c>: the ledger's pages in the browser, from this machine alone unless told otherwise.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Where to listen; 0 for any port that is free.",
        HelpName = "N",
        DefaultValueFactory = _ => WebOptions.DefaultPort,
        Validators =
        {
            given =>
            {
                if (given.Tokens is [{ Value: var value }] && (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)) given.AddError($"--port {value}: give a number from 0 to {IPEndPoint.MaxPort}.");
            },
        },
    };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "The address to listen on. Beyond this machine it needs --token.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => WebOptions.DefaultAddress,
        Validators =
        {
            given =>
            {
                if (given.Tokens is [{ Value: var value }] && !IPAddress.TryParse(value, out _)) given.AddError($"--listen {value}: give an IP address: 127.0.0.1, 0.0.0.0, 192.168.1.5.");
            },
        },
    };

    private static readonly Option<string?> Token = new("--token") { Description = "A secret that whoever opens the pages must know, at least 16 characters.", HelpName = "WORDS" };

    private static readonly Option<bool> Open = new("--open") { Description = "Open the browser." };

    public static Command Build(Streams streams)
    {
        var command = new Command("serve", "Show the ledger in the browser: questions, reports, who says what; nothing leaves this machine.") { LedgerOptions.Ledger, Port, Listen, Token, Open, SourceOptions.AllowPrivate, SourceOptions.Gazetteers, SourceOptions.Actors, SourceOptions.Model };
        command.SetAction((parsed, cancel) => RunAsync(parsed, streams, cancel));
        return HelpWithExamples.Give(
            command,
            new Example("counterclaim serve --open", "Your ledger, in the browser."),
            new Example("counterclaim serve --ledger siege.db --port 8080", "Another ledger, on another port."));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Streams streams, CancellationToken cancel)
    {
        const int LeastToken = 16;
        var (address, token) = (parsed.GetValue(Listen)!, parsed.GetValue(Token));
        if (!IPAddress.IsLoopback(IPAddress.Parse(address)) && token is null) throw new UsageException($"--listen {address} lets other machines in: give --token WORDS too, a secret that whoever opens the pages must know.");
        if (token is { Length: < LeastToken }) throw new UsageException($"--token: give at least {LeastToken} characters.");
        var reader = SourceOptions.ReaderOf(parsed);
        using var ledger = LedgerOptions.Open(parsed);
        await using var room = await Start(new WebOptions
        {
            Ledger = ledger,
            Address = address,
            Port = parsed.GetValue(Port),
            Token = token,
            Reader = new Lazy<LoadedReader>(() => new LoadedReader(ReaderLoading.Load(reader), ReaderIdentity.Of(reader))),
            Ingest = new IngestOptions { AllowPrivateAddresses = parsed.GetValue(SourceOptions.AllowPrivate) },
            Author = Environment.UserName,
            Notebook = LedgerOptions.NotebookOf(parsed),
        }, cancel);
        var shown = new Uri(room.Address, token is null ? "" : "?token=" + Uri.EscapeDataString(token));
        streams.Error.WriteLine($"{ledger.Shown} is open at {shown} — Ctrl-C ends it.");
        if (parsed.GetValue(Open) && !Browser.TryOpen(shown.ToString())) streams.Error.WriteLine("counterclaim: no browser could be started; open the address above.");
        await room.WaitAsync(cancel);
        return ExitCodes.Done;
    }

    private static async Task<WebRoom> Start(WebOptions options, CancellationToken cancel)
    {
        try
        {
            return await WebRoom.StartAsync(options, cancel);
        }
        catch (IOException e)
        {
            throw new UsageException($"{options.Address}:{options.Port} cannot be listened on ({e.Message.TrimEnd('.')}); give another --port, or 0 for any that is free.");
        }
    }
}
