using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Counterclaim.Language.Tests.Examples;

/// <summary>
/// The code in docs/language.md is the examples' code and the text after it what they print. With UPDATE_GOLDEN=1 both are
/// written into the document instead; the change then shows in the diff, to be reviewed like code.
/// </summary>
public sealed partial class DocumentTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public void The_document_shows_every_example_and_what_it_prints() => Check("docs/language.md", all: true);

    [Fact]
    public void The_package_shows_an_example_and_what_it_prints() => Check("src/Counterclaim.Language/Package/README.md", all: false);

    /// <summary>A block is marked by the name of its example: <c>&lt;!-- Trees --&gt;</c>, then code, then what it prints.</summary>
    private static void Check(string document, bool all)
    {
        var path = Path.Combine(Root, document);
        var text = File.ReadAllText(path);
        var shown = Blocks().Matches(text).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Count, Fences().Count(text)); // no code that is not an example
        if (all) Assert.Equal(Examples().Keys.Order(), shown.Order());
        var expected = Blocks().Replace(text, m => Block(m.Groups[1].Value));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, expected, new UTF8Encoding(false));
        else Assert.Equal(expected, text);
    }

    private static string Block(string name) =>
        $"<!-- {name} -->\n```csharp\n{Code(name)}```\n\n" + string.Concat(Console.Of(Examples()[name]).TrimEnd('\n').Split('\n').Select(l => ("    " + l).TrimEnd() + "\n"));

    private static Dictionary<string, Action> Examples() => typeof(LanguageExamples)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .ToDictionary(m => m.Name, m => m.CreateDelegate<Action>());

    /// <summary>The lines of a region, moved to the margin.</summary>
    private static string Code(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "LanguageExamples.cs"));
        var start = Array.FindIndex(lines, l => l.Trim() == "#region " + name) + 1;
        var end = Array.FindIndex(lines, start, l => l.Trim() == "#endregion");
        return string.Concat(lines[start..end].Select(l => (l.Length > 8 ? l[8..] : "") + "\n"));
    }

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("<!-- (\\w+) -->\n```csharp\n[^`]*```\n\n(?:(?:    .*)?\n)*?(?=\n\\S|\\z)")]
    private static partial Regex Blocks();

    [GeneratedRegex("^```csharp$", RegexOptions.Multiline)]
    private static partial Regex Fences();
}
