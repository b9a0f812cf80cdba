using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Tests;

public sealed class VectorCodesTests
{
    private static Matrix Rows(int count)
    {
        var random = new Random(count);
        var rows = new Matrix(112, count);
        for (var row = 0; row < count; row++)
            for (var i = 0; i < FixedVectors.Dimensions; i++) rows.RowSpan(row)[i] = random.NextSingle() * 2 - 1;
        return rows;
    }

    [Fact]
    public void Given_NoMoreVectorsThanCentres_When_Coded_Then_NothingIsLost()
    {
        var (rows, before) = (Rows(200), Rows(200));
        var codes = VectorCodes.Learn(rows, 1);
        Assert.Equal(199, codes.Count);
        for (var i = 0; i < rows.Values.Length; i++) Assert.Equal(before.Values[i], rows.Values[i], 5);
    }

    [Fact]
    public void Given_ManyVectors_When_Coded_Then_RowsFromTheFirstOnBecomeNearOnes_And_TwiceTheSame()
    {
        var (rows, again, before) = (Rows(3000), Rows(3000), Rows(3000));
        var codes = VectorCodes.Learn(rows, 1000);
        Assert.Equal(codes.Codes, VectorCodes.Learn(again, 1000).Codes);
        Assert.Equal(before.Values[..(1000 * before.Width)].ToArray(), rows.Values[..(1000 * rows.Width)].ToArray());
        double lost = 0, all = 0;
        for (var i = 1000 * rows.Width; i < rows.Values.Length; i++)
        {
            lost += Math.Pow(before.Values[i] - rows.Values[i], 2);
            all += Math.Pow(before.Values[i], 2);
        }
        Assert.InRange(lost / all, 0, 0.5);
    }
}
