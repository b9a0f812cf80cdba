namespace Counterclaim.Training.Neural;

/// <summary>Rows that are looked up: only those a batch has touched change (Adam without the moments of the untouched).</summary>
internal sealed unsafe class Table
{
    private readonly Matrix _mean, _variance;
    private readonly Matrix[] _gradients;
    private readonly bool[][] _isTouched;
    private readonly List<int>[] _touched;

    public Table(int rows, int width, int shards, DeterministicRandom random, float scale)
    {
        Value = new Matrix(width, rows);
        foreach (ref var value in Value.Values) value = (random.NextFloat() * 2 - 1) * scale;
        _mean = new Matrix(width, rows);
        _variance = new Matrix(width, rows);
        _gradients = [.. Enumerable.Range(0, shards).Select(_ => new Matrix(width, rows))];
        _isTouched = [.. Enumerable.Range(0, shards).Select(_ => new bool[rows])];
        _touched = [.. Enumerable.Range(0, shards).Select(_ => new List<int>())];
    }

    public Matrix Value { get; }

    /// <summary>The gradient of a row, for adding to.</summary>
    public Span<float> Gradient(int shard, int row)
    {
        if (!_isTouched[shard][row])
        {
            _isTouched[shard][row] = true;
            _touched[shard].Add(row);
        }
        return _gradients[shard].RowSpan(row);
    }

    public double Gather()
    {
        var total = 0.0;
        for (var shard = 1; shard < _gradients.Length; shard++)
        {
            foreach (var row in _touched[shard])
            {
                var from = _gradients[shard].RowSpan(row);
                var to = Gradient(0, row);
                for (var i = 0; i < from.Length; i++) to[i] += from[i];
                from.Clear();
                _isTouched[shard][row] = false;
            }
            _touched[shard].Clear();
        }
        foreach (var row in _touched[0])
            foreach (var value in _gradients[0].RowSpan(row)) total += value * value;
        return total;
    }

    public void Step(AdamStep step)
    {
        foreach (var row in _touched[0])
        {
            Weight.Adam(Value.Row(row), _mean.Row(row), _variance.Row(row), _gradients[0].Row(row), Value.Width, step);
            _gradients[0].RowSpan(row).Clear();
            _isTouched[0][row] = false;
        }
        _touched[0].Clear();
    }
}
