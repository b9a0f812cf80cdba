using Counterclaim.Reading.Statements.Learning;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Statements;

/// <summary>The numbers of a <see cref="HiddenModel"/>.</summary>
/// <param name="Token">Inputs by units.</param>
/// <param name="Cue">Inputs by units.</param>
/// <param name="Marks">Marks by units.</param>
/// <param name="Scores">For each label its units' weights, then its bias.</param>
internal sealed record HiddenWeights(Matrix Token, Matrix Cue, float[] Bias, Matrix Marks, float[] Scores)
{
    private int Units => Bias.Length;

    /// <summary>One layer whose scores are the mean of those of several: their units side by side.</summary>
    public static HiddenWeights Mean(IReadOnlyList<HiddenWeights> parts)
    {
        var units = parts.Sum(p => p.Units);
        var labels = parts[0].Scores.Length / (parts[0].Units + 1);
        var scores = new float[labels * (units + 1)];
        for (var label = 0; label < labels; label++)
        {
            var at = label * (units + 1);
            foreach (var part in parts)
            {
                var row = part.Scores.AsSpan(label * (part.Units + 1), part.Units + 1);
                for (var j = 0; j < part.Units; j++) scores[at++] = row[j] / parts.Count;
                scores[label * (units + 1) + units] += row[part.Units] / parts.Count;
            }
        }
        return new HiddenWeights(Beside(parts, p => p.Token), Beside(parts, p => p.Cue), [.. parts.SelectMany(p => p.Bias)], Beside(parts, p => p.Marks), scores);
    }

    /// <summary>Writes the sections of a <see cref="HiddenModel"/>.</summary>
    public void WriteTo(Language.ModelWriter writer, string name)
    {
        NetworkWriter.AddProduct(writer, name + ".token", Token);
        NetworkWriter.AddProduct(writer, name + ".cue", Cue);
        writer.Add<float>(name + ".bias", Bias);
        NetworkWriter.AddRows(writer, name + ".marks", Marks, Marks.Rows, Units);
        writer.Add<float>(name + ".scores", Scores);
    }

    private static Matrix Beside(IReadOnlyList<HiddenWeights> parts, Func<HiddenWeights, Matrix> which)
    {
        var joined = new Matrix(parts.Sum(p => which(p).Width), which(parts[0]).Rows);
        for (var row = 0; row < joined.Rows; row++)
        {
            var at = 0;
            foreach (var part in parts)
            {
                which(part).RowSpan(row).CopyTo(joined.RowSpan(row)[at..]);
                at += which(part).Width;
            }
        }
        return joined;
    }
}
