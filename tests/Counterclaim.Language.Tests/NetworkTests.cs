using Counterclaim.Language.Models;
using Counterclaim.Language.Neural;
using CsCheck;

namespace Counterclaim.Language.Tests;

/// <summary>The arithmetic of the network against plain loops, and the tree decoder against all trees there are.</summary>
public sealed unsafe class NetworkTests
{
    private static readonly Gen<float> Number = Gen.Int[-1000, 1000].Select(n => n / 500f);

    [Fact]
    public void A_product_is_the_sum_of_products_in_order() => Gen.Select(Gen.Int[1, 21], Gen.Int[1, 70], Gen.Int[1, 11], Gen.Bool).Sample((rows, inner, granules, add) =>
    {
        var columns = granules * Gemm.Granule;
        var random = new Random(rows * 7919 + inner);
        float[] a = Numbers(random, rows * inner), b = Numbers(random, inner * columns), c = Numbers(random, rows * columns);
        var packed = new float[Gemm.PackedLength(inner, columns)];
        var product = (float[])c.Clone();
        fixed (float* pa = a, pb = b, pc = product, pp = packed)
        {
            Gemm.Pack(pb, columns, 1, inner, columns, pp);
            Gemm.Multiply(pa, inner, 1, rows, pp, inner, columns, pc, columns, add);
        }
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var sum = add ? c[row * columns + column] : 0;
                for (var k = 0; k < inner; k++) sum = MathF.FusedMultiplyAdd(a[row * inner + k], b[k * columns + column], sum);
                Assert.Equal(sum, product[row * columns + column]);
            }
    }, iter: 60);

    [Fact]
    public void A_product_of_bytes_is_within_what_rounding_allows_and_the_same_in_any_batch() => Gen.Select(Gen.Int[1, 20], Gen.Int[4, 20], Gen.Int[1, 5]).Sample((rows, fours, granules) =>
    {
        int inputs = 16 * fours, outputs = granules * 16;
        var random = new Random(rows * 104729 + inputs);
        float[] a = Numbers(random, rows * inputs), matrix = Numbers(random, inputs * outputs), bias = Numbers(random, outputs);
        var product = InMemory(matrix, inputs, outputs);
        var bytes = new byte[rows * inputs];
        var scales = new float[rows];
        float[] together = new float[rows * outputs], alone = new float[rows * outputs];
        fixed (float* pa = a, pscales = scales, pbias = bias, ptogether = together, palone = alone)
        fixed (byte* pbytes = bytes)
        {
            for (var row = 0; row < rows; row++) scales[row] = ByteProduct.Round(pa + row * inputs, inputs, pbytes + row * inputs);
            product.Multiply(pbytes, rows, pscales, 1, pbias, ptogether);
            for (var row = 0; row < rows; row++) product.Multiply(pbytes + row * inputs, 1, pscales + row, 1, pbias, palone + row * outputs);
        }
        Assert.Equal(alone, together);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < outputs; column++)
            {
                double sum = bias[column];
                for (var k = 0; k < inputs; k++) sum += a[row * inputs + k] * (double)matrix[k * outputs + column];
                Assert.InRange(together[row * outputs + column] - sum, -0.02 * Math.Sqrt(inputs) * 2.5, 0.02 * Math.Sqrt(inputs) * 2.5);
            }
    }, iter: 40);

    [Fact]
    public void The_vector_of_a_coded_word_is_its_centres_side_by_side()
    {
        const int width = 2 * CodedVectors.Parts;
        var centres = new float[CodedVectors.Centres * width];
        for (var i = 0; i < centres.Length; i++) centres[i] = i;
        byte[] codes = [.. Enumerable.Range(0, CodedVectors.Parts).Select(part => (byte)(255 - part)), .. new byte[CodedVectors.Parts]];
        var vectors = new CodedVectors(Values<uint>.Pinned([7, 4_000_000_000]), Values<byte>.Pinned(codes), Values<float>.Pinned(centres), width);
        var vector = new float[width];
        fixed (float* target = vector)
        {
            Assert.True(vectors.TryCopy(7, target));
            for (var i = 0; i < width; i++) Assert.Equal((i / 2 * CodedVectors.Centres + 255 - i / 2) * 2 + i % 2, vector[i]);
            Assert.True(vectors.TryCopy(4_000_000_000, target));
            Assert.Equal(2 * CodedVectors.Centres, vector[2]);
            Assert.False(vectors.TryCopy(8, target));
        }
        Assert.Throws<InvalidDataException>(() => new CodedVectors(Values<uint>.Pinned([7]), Values<byte>.Pinned(codes), Values<float>.Pinned(centres), width));
    }

    [Fact]
    public void Functions_are_near_those_of_the_library()
    {
        for (var x = -20f; x < 20; x += 0.013f)
        {
            var v = System.Runtime.Intrinsics.Vector512.Create(x);
            Assert.InRange(Activation.Exp(v)[3] / Math.Exp(x), 1 - 3e-7, 1 + 3e-7);
            Assert.InRange(Activation.Sigmoid(v)[3] - (1 / (1 + Math.Exp(-x))), -3e-7, 3e-7);
            Assert.InRange(Activation.Tanh(v)[3] - Math.Tanh(x), -5e-7, 5e-7);
        }
    }

    [Fact]
    public void The_tree_is_the_best_of_all_projective_trees_with_one_root() => Gen.Select(Gen.Int[1, 5], Number.Array[36]).Sample((count, numbers) =>
    {
        const int width = 16;
        var scores = new float[count * width];
        for (var word = 0; word < count; word++)
        {
            for (var head = 0; head <= count; head++) scores[word * width + head] = numbers[word * 6 + head];
            scores[word * width + word + 1] = -1e4f;
        }
        var found = new int[count];
        new TreeDecoder().Decode(scores, width, count, found);
        double Score(int[] heads) => heads.Select((head, word) => (double)scores[word * width + head + 1]).Sum();
        Assert.True(IsProjectiveTree(found), string.Join(' ', found));
        Assert.Equal(AllHeads(count).Where(IsProjectiveTree).Max(Score), Score(found), 4);
    }, iter: 300);

    [Fact]
    public void Long_sentences_too_have_their_best_tree() => Gen.Select(Gen.Int[17, 60], Gen.Int[0, 1_000_000]).Sample((count, seed) =>
    {
        var width = (count + 1 + 15) / 16 * 16;
        var scores = Numbers(new Random(seed), count * width);
        for (var word = 0; word < count; word++) scores[word * width + word + 1] = -1e4f;
        var found = new int[count];
        new TreeDecoder().Decode(scores, width, count, found);
        Assert.True(IsProjectiveTree(found), string.Join(' ', found));
        Assert.Equal(BestScore(scores, width, count), found.Select((head, word) => (double)scores[word * width + head + 1]).Sum(), 3);
    }, iter: 30);

    /// <summary>The score of the best projective tree with one root, in plain loops.</summary>
    private static double BestScore(float[] scores, int width, int count)
    {
        double[,] openLeft = new double[count, count], openRight = new double[count, count], left = new double[count, count], right = new double[count, count];
        for (var length = 1; length < count; length++)
            for (var i = 0; i + length < count; i++)
            {
                var j = i + length;
                var join = Enumerable.Range(i, length).Max(k => left[i, k] + right[k + 1, j]);
                openLeft[i, j] = join + scores[j * width + i + 1];
                openRight[i, j] = join + scores[i * width + j + 1];
                left[i, j] = Enumerable.Range(i + 1, length).Max(k => openLeft[i, k] + left[k, j]);
                right[i, j] = Enumerable.Range(i, length).Max(k => right[i, k] + openRight[k, j]);
            }
        return Enumerable.Range(0, count).Max(word => scores[word * width] + right[0, word] + left[word, count - 1]);
    }

    private static IEnumerable<int[]> AllHeads(int count) => Enumerable.Range(0, (int)Math.Pow(count + 1, count))
        .Select(n => Enumerable.Range(0, count).Select(word => n / (int)Math.Pow(count + 1, word) % (count + 1) - 1).ToArray());

    private static bool IsProjectiveTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        bool Reaches(int word, int ancestor)
        {
            for (var steps = 0; word >= 0 && steps <= heads.Length; steps++, word = heads[word])
                if (word == ancestor) return true;
            return false;
        }
        var root = Array.IndexOf(heads, -1);
        for (var word = 0; word < heads.Length; word++)
        {
            if (!Reaches(word, root)) return false;
            if (heads[word] < 0) continue;
            for (var between = Math.Min(word, heads[word]); between <= Math.Max(word, heads[word]); between++)
                if (!Reaches(between, heads[word])) return false;
        }
        return true;
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 2 - 1))];

    private static ByteProduct InMemory(float[] matrix, int inputs, int outputs)
    {
        var (scales, shifts) = (new float[outputs], new int[outputs]);
        var packed = ByteProduct.Pack(matrix, inputs, outputs, scales, shifts);
        return new ByteProduct(Values<sbyte>.Pinned(packed), Values<float>.Pinned(scales), Values<int>.Pinned(shifts), inputs, outputs);
    }
}
