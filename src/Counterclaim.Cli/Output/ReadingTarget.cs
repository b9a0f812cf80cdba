using System.Text;
using Counterclaim.Cli.Terminal;

namespace Counterclaim.Cli.Output;

/// <summary>Where readings go: standard output, one file, or a folder with a file for each.</summary>
internal abstract class ReadingTarget
{
    /// <summary>Whether the readings appear on the terminal as they are written.</summary>
    public virtual bool IsTerminal => false;

    /// <param name="path">As given with <c>--output</c>; null for standard output.</param>
    /// <param name="format">One of <see cref="ReadingFormat.Names"/>.</param>
    /// <param name="streams">Standard output, and what is known of the terminal.</param>
    public static ReadingTarget Open(string? path, string format, Streams streams)
    {
        if (path is null) return new StandardOutput(format, streams);
        var intoFile = streams with { Colour = false, Width = Streams.WidthWithoutTerminal };
        try
        {
            if (path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                return new Folder(path, format, intoFile);
            }
            return new OneFile(File.Create(path), format, intoFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output {path}: it cannot be written ({e.Message}) Give another place.");
        }
    }

    public abstract void Write(Model.Reading reading);

    public abstract void Finish();

    private sealed class StandardOutput(string format, Streams streams) : ReadingTarget
    {
        private readonly IReadingWriter _writer = ReadingFormat.Open(format, streams.Output, streams);

        public override bool IsTerminal => streams.OutputIsTerminal;

        public override void Write(Model.Reading reading) => _writer.Write(reading);

        public override void Finish() => _writer.Finish();
    }

    private sealed class OneFile(FileStream file, string format, Streams streams) : ReadingTarget
    {
        private readonly IReadingWriter _writer = ReadingFormat.Open(format, file, streams);

        public override void Write(Model.Reading reading) => _writer.Write(reading);

        public override void Finish()
        {
            _writer.Finish();
            file.Dispose();
        }
    }

    private sealed class Folder(string folder, string format, Streams streams) : ReadingTarget
    {
        private const int LongestName = 80;
        private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

        public override void Write(Model.Reading reading)
        {
            using var file = File.Create(Path.Combine(folder, NameFor(reading.Report)));
            var writer = ReadingFormat.Open(format, file, streams);
            writer.Write(reading);
            writer.Finish();
        }

        public override void Finish()
        {
        }

        /// <summary>The source's own name, letters and digits kept; a number after it where two are alike.</summary>
        private string NameFor(Model.Report report)
        {
            var stem = new StringBuilder();
            foreach (var c in Path.GetFileNameWithoutExtension(report.Source.TrimEnd('/')))
            {
                if (stem.Length == LongestName) break;
                if (char.IsLetterOrDigit(c)) stem.Append(c);
                else if (stem.Length > 0 && stem[^1] != '-') stem.Append('-');
            }
            var name = stem.ToString().TrimEnd('-');
            if (name.Length == 0) name = "report";
            var unique = name;
            for (var i = 2; !_taken.Add(unique); i++) unique = $"{name}-{i}";
            return unique + ReadingFormat.Extension(format);
        }
    }
}
