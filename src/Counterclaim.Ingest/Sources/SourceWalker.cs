using System.IO.Enumeration;

namespace Counterclaim.Ingest.Sources;

/// <summary>Turns sources as given into files, URLs and standard input: folders deep, globs, always in the same order.</summary>
internal static class SourceWalker
{
    private static readonly string[] Extensions =
        [".html", ".htm", ".xhtml", ".shtml", ".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson", ".xml", ".rss", ".atom"];

    private static readonly EnumerationOptions Entries = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    public static IEnumerable<SourceItem> Expand(string source)
    {
        if (source == "-") return [new StandardInputItem()];
        if (source.Contains("://", StringComparison.Ordinal) && Scheme(source)) return [new UrlItem(source)];
        if (File.Exists(source)) return [new FileItem(source)];
        if (Directory.Exists(source))
            return OrElse(Walk(source), new SourceError(source, SourceErrorCode.EmptyFolder, $"no pages, texts, feeds or JSONL in this folder (looked for {string.Join(' ', Extensions)})"));
        if (source.AsSpan().IndexOfAny("*?") >= 0)
            return OrElse(Glob(source), new SourceError(source, SourceErrorCode.NoMatch, "no file matches this pattern"));
        return [new FailedItem(new SourceError(source, SourceErrorCode.NotFound, "no such file or folder"))];
    }

    public static bool IsReadable(string name)
    {
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }

    private static bool Scheme(string source)
    {
        var scheme = source.AsSpan(0, source.IndexOf("://", StringComparison.Ordinal));
        return scheme.Length > 1 && !scheme.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    }

    private static IEnumerable<SourceItem> OrElse(IEnumerable<SourceItem> items, SourceError error)
    {
        var any = false;
        foreach (var item in items)
        {
            any = true;
            yield return item;
        }
        if (!any) yield return new FailedItem(error);
    }

    /// <summary>Files of a folder, then its folders, each in the order of their names; links to folders are not followed.</summary>
    private static IEnumerable<SourceItem> Walk(string folder)
    {
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var current))
        {
            var (files, folders, error) = List(current);
            if (error is not null) yield return new FailedItem(error);
            foreach (var file in files)
                if (IsReadable(file)) yield return new FileItem(file);
            foreach (var inner in folders.AsEnumerable().Reverse()) open.Push(inner);
        }
    }

    private static (string[] Files, string[] Folders, SourceError? Error) List(string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder, "*", Entries);
            var folders = new DirectoryInfo(folder).EnumerateDirectories("*", Entries)
                .Where(d => d.LinkTarget is null).Select(d => Path.Join(folder, d.Name)).ToArray();
            Array.Sort(files, StringComparer.Ordinal);
            Array.Sort(folders, StringComparer.Ordinal);
            return (files, folders, null);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return ([], [], new SourceError(folder, SourceErrorCode.NoAccess, "the folder cannot be listed: " + OneLine.Of(e.Message)));
        }
    }

    /// <summary>"*" and "?" within a name, "**" for any depth of folders.</summary>
    private static IEnumerable<SourceItem> Glob(string pattern)
    {
        var parts = pattern.Replace('\\', Path.DirectorySeparatorChar == '\\' ? '/' : '\\').Split('/');
        var fixedParts = parts.TakeWhile(p => p.AsSpan().IndexOfAny("*?") < 0).ToArray();
        var root = string.Join('/', fixedParts);
        if (fixedParts.Length > 0 && root.Length == 0) root = "/";
        return Match(root, parts.AsMemory(fixedParts.Length)).Select(path => new FileItem(path)).DistinctBy(item => item.Path);
    }

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> parts)
    {
        var part = parts.Span[0];
        var (files, folders, _) = List(folder.Length == 0 ? "." : folder);
        if (part == "**")
        {
            if (parts.Length > 1)
                foreach (var path in Match(folder, parts[1..])) yield return path;
            else
                foreach (var file in files.Where(IsReadable)) yield return Under(folder, file);
            foreach (var inner in folders)
                foreach (var path in Match(Under(folder, inner), parts)) yield return path;
            yield break;
        }
        if (parts.Length == 1)
        {
            foreach (var file in files)
                if (FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(file), ignoreCase: false)) yield return Under(folder, file);
            yield break;
        }
        foreach (var inner in folders)
            if (FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(inner), ignoreCase: false))
                foreach (var path in Match(Under(folder, inner), parts[1..])) yield return path;
    }

    private static string Under(string folder, string path) => folder.Length == 0 ? Path.GetFileName(path) : Path.Join(folder, Path.GetFileName(path));
}
