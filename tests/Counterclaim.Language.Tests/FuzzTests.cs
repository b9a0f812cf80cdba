using Counterclaim.Fuzz;

namespace Counterclaim.Language.Tests;

/// <summary>Two seconds of what <c>eng/fuzz/language</c> does for an hour.</summary>
public sealed class FuzzTests
{
    private const string Article = "KYIV, Nov 10 (Agency) — Governor Orla Vane told the Marish Courier on Tuesday that Ukrainian and Polish engineers, who had "
        + "arrived in Warsaw, would not repair the harbour. \"It is lost,\" Vane said.\n\nThe U.S. ministry denied it… At 10:30 a.m. its aides didn't "
        + "answer: 3,000 men (and 12 tanks) had left.\n\n\"Nobody,\" said one, \"can't be found.\" See https://courier.example/2026/03/11/market";

    [Fact]
    public void Hostile_texts_break_nothing()
    {
        var output = new StringWriter();
        var folder = Directory.CreateTempSubdirectory().FullName;
        var options = new FuzzOptions(Seed: 1, TimeSpan.FromSeconds(2), folder, MeasureGrowth: false);
        var run = new FuzzRun(Analyzer.Load(), new HostileTexts([Article]), options, output);
        run.Run();
        Assert.True(run.Failures == 0, output.ToString());
        Assert.True(run.Texts > 0);
    }

    [Fact]
    public void A_failing_text_is_cut_short_and_kept_to_the_letter()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "kept.txt");
        FailureFile.Write(path, "a\\b\uD800\0é\u202E🙂\n");
        Assert.Equal("a\\b\uD800\0é\u202E🙂\n", FailureFile.Read(path));
        Assert.Equal("x", FailureFile.Minimised(new string('a', 100) + "x" + new string('b', 57), text => text.Contains('x')));
    }
}
