using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Counterclaim.Ingest;
using Counterclaim.Language;
using Counterclaim.Ledger.Store;
using Counterclaim.Reading;

namespace Counterclaim.Cli.Ledgers;

/// <summary>Names the reading steps and models, so that the ledger knows which reader made a reading.</summary>
internal static class ReaderIdentity
{
    private const int ShownDigits = 12;

    /// <param name="options">Lists of the user's own are part of it.</param>
    public static ReaderVersion Of(ReaderOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Assembly[] steps = [typeof(ReportReader).Assembly, typeof(Analyzer).Assembly, typeof(Model.Report).Assembly];
        foreach (var step in steps) hash.AppendData(step.ManifestModule.ModuleVersionId.ToByteArray());
        hash.AppendData([(byte)options.Model]);
        foreach (var file in Files(options))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        var version = typeof(ReportReader).Assembly.GetName().Version!.ToString(3);
        return new ReaderVersion($"{version}+{Convert.ToHexStringLower(hash.GetHashAndReset())[..ShownDigits]}", ExtractionVersion.Current);
    }

    private static IEnumerable<string> Files(ReaderOptions options)
    {
        var models = Path.Combine(AppContext.BaseDirectory, "models");
        string[] own = Directory.Exists(models) ? Directory.GetFiles(models) : [];
        return own.Order(StringComparer.Ordinal).Concat(options.GazetteerOverlays).Concat(options.ActorLists).Where(File.Exists);
    }
}
