using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Counterclaim.Language.Tests;

/// <summary>What the package must hold; <c>eng/package</c> packs it and runs a program with it.</summary>
public sealed class PackageTests
{
    [Fact]
    public void The_models_that_are_packed_are_all_that_loading_opens()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var model in PackedModels()) File.Copy(model, Path.Combine(folder.FullName, Path.GetFileName(model)));
        var analysis = Analyzer.Load(folder.FullName).Analyze("Vane said so.");
        Assert.Equal(4, analysis.TokenCount);
    }

    [Fact]
    public void The_fast_model_opens_no_model_of_names()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var model in PackedModels().Where(m => Path.GetFileName(m) != "names.bin")) File.Copy(model, Path.Combine(folder.FullName, Path.GetFileName(model)));
        Assert.NotEmpty(Analyzer.Load(folder.FullName, AnalyzerModel.Fast).Analyze("Orla Vane left Warsaw.").Names);
        Assert.Throws<FileNotFoundException>(() => Analyzer.Load(folder.FullName));
    }

    [Fact]
    public void A_folder_without_models_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        var error = Assert.Throws<FileNotFoundException>(() => Analyzer.Load(folder.FullName));
        Assert.Contains(folder.FullName, error.Message);
    }

    private static IEnumerable<string> PackedModels()
    {
        var project = Path.Combine(Root(), "src/Counterclaim.Language/Counterclaim.Language.csproj");
        var item = XDocument.Load(project).Descendants("PackagedModel").Single();
        return Files(item, "Include").Except(Files(item, "Exclude"));
    }

    private static IEnumerable<string> Files(XElement item, string attribute) => item.Attribute(attribute)!.Value.Split(';')
        .SelectMany(pattern => Directory.GetFiles(Path.Combine(Root(), "models"), Path.GetFileName(pattern)));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
