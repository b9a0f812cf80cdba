using Counterclaim.Language.Neural;

namespace Counterclaim.Training.Neural;

/// <summary>Codes of vectors for <see cref="CodedVectors"/>: in each part of the dimensions the nearest of 256 centres.</summary>
/// <param name="Codes">One byte a part, vector by vector.</param>
/// <param name="Centres">Part by part, centre by centre.</param>
internal sealed record VectorCodes(byte[] Codes, float[] Centres)
{
    private const int PartWidth = FixedVectors.Dimensions / CodedVectors.Parts;
    private const int MostLearnedFrom = 60_000;
    private const int Rounds = 12;

    public int Count => Codes.Length / CodedVectors.Parts;

    /// <summary>Learns centres from the rows from <paramref name="first"/> on (k-means), gives them their codes, and puts in each row what its codes say.</summary>
    public static VectorCodes Learn(Matrix rows, int first)
    {
        var count = rows.Rows - first;
        var result = new VectorCodes(new byte[count * CodedVectors.Parts], new float[CodedVectors.Parts * CodedVectors.Centres * PartWidth]);
        // Parts do not depend on one another: what comes out does not depend on threads.
        Parallel.For(0, CodedVectors.Parts, part => result.LearnPart(rows, first, part));
        return result;
    }

    private void LearnPart(Matrix rows, int first, int part)
    {
        var centres = Centres.AsSpan(part * CodedVectors.Centres * PartWidth, CodedVectors.Centres * PartWidth);
        var step = Math.Max(1, Count / MostLearnedFrom);
        for (var centre = 0; centre < CodedVectors.Centres && Count > 0; centre++)
            Part(rows, first + (int)((long)centre * Count / CodedVectors.Centres), part).CopyTo(centres[(centre * PartWidth)..]);
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new double[centres.Length];
            var members = new int[CodedVectors.Centres];
            for (var i = 0; i < Count; i += step)
            {
                var values = Part(rows, first + i, part);
                var nearest = Nearest(centres, values);
                members[nearest]++;
                for (var d = 0; d < PartWidth; d++) sums[nearest * PartWidth + d] += values[d];
            }
            for (var i = 0; i < centres.Length; i++)
                if (members[i / PartWidth] > 0) centres[i] = (float)(sums[i] / members[i / PartWidth]);
        }
        for (var i = 0; i < Count; i++)
        {
            var values = Part(rows, first + i, part);
            var nearest = Nearest(centres, values);
            Codes[i * CodedVectors.Parts + part] = (byte)nearest;
            centres.Slice(nearest * PartWidth, PartWidth).CopyTo(values);
        }
    }

    private static Span<float> Part(Matrix rows, int row, int part) => rows.RowSpan(row).Slice(part * PartWidth, PartWidth);

    private static int Nearest(ReadOnlySpan<float> centres, ReadOnlySpan<float> values)
    {
        var (best, nearest) = (float.MaxValue, 0);
        for (var centre = 0; centre < CodedVectors.Centres; centre++)
        {
            var distance = 0f;
            var at = centres.Slice(centre * PartWidth, PartWidth);
            for (var d = 0; d < at.Length; d++) distance += (at[d] - values[d]) * (at[d] - values[d]);
            if (distance < best) (best, nearest) = (distance, centre);
        }
        return nearest;
    }
}
