using System.CommandLine;

namespace Counterclaim.Training;

/// <summary>The folder with the corpora: <c>../shared/data</c> beside the repository unless <c>--data</c> names another.</summary>
public static class DataFolder
{
    /// <summary><c>--data FOLDER</c>, understood by every subcommand.</summary>
    public static Option<string?> Option { get; } = new("--data")
    {
        Description = "Folder with the corpora (default: ../shared/data beside the repository).",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The folder that a command line asks for; it need not exist.</summary>
    public static string From(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(Option) ?? Default);

    /// <summary>A file of the data folder, or a path as given when such a file exists.</summary>
    public static string Resolve(ParseResult parsed, string path) =>
        File.Exists(path) || Path.IsPathRooted(path) ? path : Path.Combine(From(parsed), path);

    public static string Default => Path.GetFullPath(Path.Combine(RepositoryFolder.Path, "..", "shared", "data"));
}

/// <summary>The folder of this repository's checkout, found from where the program lies.</summary>
public static class RepositoryFolder
{
    /// <exception cref="InvalidDataException">The program does not lie inside a checkout.</exception>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Counterclaim.slnx"))) return folder.FullName;
        throw new InvalidDataException("This program trains and examines models inside a checkout of the repository, and there is none above it.");
    }
}
