using System.IO.Compression;
using System.Text;

namespace Counterclaim.Ledger.Exports;

/// <summary>Where an export goes: one stream, or for formats of several files a zip archive or a folder.</summary>
internal abstract class ExportOutput : IDisposable
{
    /// <summary>The stream of a format that is one file.</summary>
    public virtual Stream Whole => throw new NotSupportedException("This format is several files.");

    /// <summary>Opens a file of a format that is several; each is closed before the next is opened.</summary>
    /// <param name="name">Of letters, digits, "-" and ".".</param>
    public virtual Stream Open(string name) => throw new NotSupportedException("This format is one file.");

    /// <summary>Writes a file whole.</summary>
    public void WriteText(string name, string text)
    {
        using var file = Open(name);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    public virtual void Dispose()
    {
    }

    public static ExportOutput Of(ExportFormat format, Stream stream) => format.IsFolder ? new Archive(stream) : new One(stream);

    /// <param name="folder">Is made where there is none; files of the same names are replaced.</param>
    public static ExportOutput OfFolder(string folder) => new Folder(Directory.CreateDirectory(folder).FullName);

    private sealed class One(Stream stream) : ExportOutput
    {
        public override Stream Whole => stream;
    }

    private sealed class Archive(Stream stream) : ExportOutput
    {
        /// <summary>The first moment that the format knows: no archive differs by when it was made.</summary>
        private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

        private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

        public override Stream Open(string name)
        {
            var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Always;
            return entry.Open();
        }

        public override void Dispose() => _zip.Dispose();
    }

    private sealed class Folder(string path) : ExportOutput
    {
        public override Stream Open(string name) => File.Create(Path.Combine(path, name));
    }
}
