using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Counterclaim.Ledger.Asking;

namespace Counterclaim.Ledger.Tests.Asking;

/// <summary>docs/ledger.md says what can be asked, and only that.</summary>
public class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Here(), "../../../docs/ledger.md"));

    [Fact]
    public void Every_field_is_documented() => Assert.All(QueryFields.All, field => Assert.Contains(field.Name + ":", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_term_shown_can_be_asked()
    {
        var rows = Page.Split('\n').SkipWhile(l => l != "| term | finds |").TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|')[1]);
        var terms = rows.SelectMany(cell => Regex.Matches(cell, "`([^`]+)`").Select(m => m.Groups[1].Value)).Where(term => !term.EndsWith(':')).ToArray();
        Assert.True(terms.Length > 20);
        Assert.All(terms, term => Assert.NotEmpty(QueryParser.Parse(term).Terms));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
