using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Counterclaim.Ledger.Tests.Store;

/// <summary>Debian's PostgreSQL on loopback, in a folder of its own, for as long as the tests run; started by the first test that asks.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string[] Folders =
        [.. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [],
         .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("counterclaim-postgres-");
    private readonly int _port;
    private readonly Process? _server;
    private int _databases;

    public PostgresServer()
    {
        if (Why() is { } absent)
        {
            Absent = absent;
            return;
        }
        _port = FreePort();
        if (AsRoot) Run("chown", ["nobody", _folder.FullName]);
        var data = Path.Combine(_folder.FullName, "data");
        Run(Bin("initdb")!, ["-D", data, "-U", "ledger", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"], unprivileged: true);
        _server = Start(Bin("postgres")!, ["-D", data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder.FullName}", "-c", "fsync=off", "-c", "shared_buffers=32MB"], unprivileged: true);
        for (var tries = 0; tries < 300; tries++)
        {
            if (TryRun(Bin("psql")!, ["-h", "127.0.0.1", "-p", $"{_port}", "-U", "ledger", "-c", "SELECT 1", "postgres"])) return;
            Thread.Sleep(100);
        }
        Absent = "PostgreSQL did not start within half a minute";
    }

    /// <summary>Why there is no server; null where there is one.</summary>
    public string? Absent { get; }

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"ledger{Interlocked.Increment(ref _databases)}";
        Run(Bin("psql")!, ["-h", "127.0.0.1", "-p", $"{_port}", "-U", "ledger", "-c", $"CREATE DATABASE {name}", "postgres"]);
        return $"postgres://ledger@127.0.0.1:{_port}/{name}";
    }

    private static bool AsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private static string? Why() => Bin("initdb") is null || Bin("postgres") is null || Bin("psql") is null ? "PostgreSQL is not installed here"
        : AsRoot && Find("runuser", ["/usr/sbin", "/sbin", "/usr/bin"]) is null ? "PostgreSQL does not run as root, and there is no runuser to be somebody else" : null;

    private static string? Bin(string program) => Find(program, Folders);

    private static string? Find(string program, IEnumerable<string> folders) => folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(string program, string[] args, bool unprivileged = false)
    {
        var asOther = unprivileged && AsRoot;
        return Process.Start(new ProcessStartInfo(asOther ? Find("runuser", ["/usr/sbin", "/sbin", "/usr/bin"])! : program, asOther ? ["-u", "nobody", "--", program, .. args] : args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
    }

    private static void Run(string program, string[] args, bool unprivileged = false)
    {
        using var process = Start(program, args, unprivileged);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {error.Result}");
    }

    private static bool TryRun(string program, string[] args)
    {
        using var process = Start(program, args);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        if (_server is not null)
        {
            var master = Path.Combine(_folder.FullName, "data", "postmaster.pid");
            if (File.Exists(master)) TryRun("/bin/kill", ["-INT", File.ReadLines(master).First()]); // fast shutdown; runuser's own process is not the server
            if (!_server.WaitForExit(10_000)) _server.Kill(entireProcessTree: true);
            _server.Dispose();
        }
        _folder.Delete(recursive: true);
    }
}
