namespace Counterclaim.Reading.Tests;

public class ReaderOptionsTests
{
    [Fact]
    public void Nothing_is_explained_or_overlaid_unless_asked_for()
    {
        var options = new ReaderOptions();
        Assert.False(options.Explain);
        Assert.Empty(options.GazetteerOverlays);
    }
}
