using CsCheck;

namespace Counterclaim.Model.Tests;

public class CodePointMapTests
{
    private static readonly Gen<string> MixedText =
        Gen.OneOf(Gen.Const("a"), Gen.Const("é"), Gen.Const("🚀"), Gen.Const("שלום"), Gen.Const("\r\n"), Gen.Const("👩‍👩‍👧"))
            .Array[0, 200].Select(parts => string.Concat(parts));

    [Fact]
    public void Every_offset_between_code_points_converts_there_and_back() =>
        MixedText.Sample(text =>
        {
            var map = new CodePointMap(text);
            int utf16 = 0, points = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                Assert.Equal(points, map.ToCodePoint(utf16));
                Assert.Equal(utf16, map.ToUtf16(points));
                utf16 += rune.Utf16SequenceLength;
                points++;
            }
            Assert.Equal(points, map.ToCodePoint(text.Length));
            Assert.Equal(text.Length, map.ToUtf16(points));
        });

    [Fact]
    public void A_pair_across_the_border_of_a_block_counts_once()
    {
        var text = new string('a', 63) + "🚀b";
        var map = new CodePointMap(text);
        Assert.Equal(63, map.ToUtf16(63));
        Assert.Equal(65, map.ToUtf16(64));
        Assert.Equal(64, map.ToCodePoint(65));
    }
}
