using System.Xml.Linq;

namespace Counterclaim.Cli.Tests;

/// <summary>The arrows between the rooms go one way (docs/design.md).</summary>
public class RoomTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Model"] = [],
        ["Ingest"] = ["Model"],
        ["Language"] = ["Model"],
        ["Reading"] = ["Model", "Language"],
        ["Ledger"] = ["Model"],
        ["View"] = ["Model"],
        ["Web"] = ["Model", "Ingest", "Reading", "Ledger", "View"],
        ["Cli"] = ["Model", "Ingest", "Language", "Reading", "Ledger", "View", "Web"],
        ["Training"] = ["Model", "Ingest", "Language", "Reading", "Ledger"],
    };

    private static readonly string[] Pure = ["Model", "Language", "Reading", "Ledger", "View"];

    [Fact]
    public void Every_room_knows_only_what_it_may()
    {
        var projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(MayKnow.Keys.Order(), projects.Select(RoomOf).Order());
        foreach (var project in projects)
        {
            var known = XDocument.Load(project).Descendants("ProjectReference").Select(r => RoomOf(r.Attribute("Include")!.Value));
            Assert.All(known, room => Assert.Contains(room, MayKnow[RoomOf(project)]));
        }
    }

    [Fact]
    public void The_reading_rooms_are_pure() =>
        Assert.All(Pure, room =>
        {
            var project = XDocument.Load(Path.Combine(Repository.Root, "src", $"Counterclaim.{room}", $"Counterclaim.{room}.csproj"));
            Assert.Equal("true", project.Descendants("PureRoom").Single().Value);
        });

    private static string RoomOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'))["Counterclaim.".Length..];
}
